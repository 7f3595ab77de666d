// What goes first when a budget is tight.

#include "app/ingest/pack/worth.h"
#include "tests/app/ingest/pack/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::ingest;

class WorthTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void isToldFromThePath_data()
    {
        QTest::addColumn<std::string>("worth");
        QTest::newRow("README.md") << std::string("entrances");
        QTest::newRow("package.json") << std::string("entrances");
        QTest::newRow("lib/package.json") << std::string("data");
        QTest::newRow("CMakeLists.txt") << std::string("entrances");
        QTest::newRow("src/CMakeLists.txt") << std::string("source");
        QTest::newRow("src/Main.CPP") << std::string("source");
        QTest::newRow("LICENSE") << std::string("source");
        QTest::newRow("contest/a.cpp") << std::string("source");
        QTest::newRow("tests/a.cpp") << std::string("tests");
        QTest::newRow("src/deep/__tests__/a.ts") << std::string("tests");
        QTest::newRow("src/a.test.ts") << std::string("tests");
        QTest::newRow("src/a_test.go") << std::string("tests");
        QTest::newRow("src/attest.go") << std::string("source");
        QTest::newRow("tests/fixtures/a.cpp") << std::string("data");
        QTest::newRow("src/table.csv") << std::string("data");
        QTest::newRow("docs/guide.md") << std::string("documents");
        QTest::newRow(".github/workflows/ci.yml") << std::string("settings");
        QTest::newRow(".clang-format") << std::string("settings");
        QTest::newRow("a.b/c") << std::string("source");
        QTest::newRow("") << std::string("source");
        QTest::newRow("/") << std::string("source");
    }
    void isToldFromThePath()
    {
        QFETCH(std::string, worth);
        QCOMPARE(std::string(name(worthOf(QTest::currentDataTag()))), worth);
    }
};

std::unique_ptr<QObject> makeWorthTest()
{
    return std::make_unique<WorthTest>();
}

#include "tst_worth.moc"
