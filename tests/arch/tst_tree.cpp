#include "tests/arch/rules.h"
#include "tests/arch/tests.h"
#include "tests/support/test_table.h"

#include <cstdio>

using namespace tf::test::arch;

/// The tree itself, held against every rule.
class TreeTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_tree = readTree(TRIFOLD_SOURCE_DIR); }

    void isReadWhole()
    {
        for (const char* path :
             {"CMakeLists.txt", "app/cli/verb.h", "engine/json/value.cpp", "kernels/base/result.h",
              "packaging/cmake/flags.cmake", "tests/arch/tst_tree.cpp", "tests/README.md"}) {
            const auto* file = m_tree.find(path);
            QVERIFY2(file != nullptr, path);
            QVERIFY2(!file->text.empty(), path);
        }
        QVERIFY(m_tree.find("build") == nullptr);
    }

    void keepsTheRule_data()
    {
        QTest::addColumn<const Rule*>("rule");
        for (const Rule& rule : allRules())
            QTest::newRow(rule.name.data()) << &rule;
    }
    void keepsTheRule()
    {
        QFETCH(const Rule*, rule);
        const auto lines = report(*rule, m_tree);
        std::fputs(lines.c_str(), stdout); // whole: Qt Test cuts long texts
        if (rule->weight == Weight::Fails)
            QVERIFY2(lines.empty(), "see the lines above");
    }

private:
    SourceTree m_tree;
};

std::unique_ptr<QObject> makeTreeTest()
{
    return std::make_unique<TreeTest>();
}

#include "tst_tree.moc"
