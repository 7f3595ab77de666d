#include "tests/arch/scan.h"
#include "tests/arch/source_file.h"
#include "tests/arch/tests.h"
#include "tests/support/test_table.h"

using namespace tf::test::arch;

using Places = std::vector<std::size_t>;
using Arguments = std::vector<std::string>;

class ScanTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void wordsStandAlone()
    {
        QVERIFY((placesOf("exec exec() m_exec exec2 a.exec", "exec") == Places{0, 5, 27}));
        QVERIFY(placesOf("", "exec").empty());
    }

    void argumentsArePartedAtTheirOwnCommas()
    {
        const auto all = [](std::string_view call) { return argumentsAt(call, 1).value(); };
        QVERIFY((all("f(a, g(b, c), {d, e}, [f, g] { h(1, 2); })")
                 == Arguments{"a", "g(b, c)", "{d, e}", "[f, g] { h(1, 2); }"}));
        QVERIFY((all("f (map<int, set<int>>(), a < b, c > d)")
                 == Arguments{"map<int, set<int>>()", "a < b", "c > d"}));
        QVERIFY(all("f( )").empty());
        QVERIFY(!argumentsAt("f = 1", 1).has_value());
        QVERIFY(!argumentsAt("f(a, (b)", 1).has_value());
    }

    void includesAreFoundHoweverTheyAreSpaced()
    {
        const auto file = makeSourceFile("a.cpp",
                                         "#include <a.h>\n // #include <b.h>\n"
                                         " #  include \"c/d.h\" // e\n#includes <f>\n");
        const auto includes = includesOf(file);
        QCOMPARE(includes.size(), std::size_t(2));
        QCOMPARE(includes[0].name, std::string("a.h"));
        QVERIFY(!includes[0].quoted);
        QCOMPARE(includes[1].name, std::string("c/d.h"));
        QVERIFY(includes[1].quoted);
        QCOMPARE(includes[1].line, 3);
    }

    void linesAreCountedFromOne()
    {
        QCOMPARE(lineAt("a\nb\nc", 0), 1);
        QCOMPARE(lineAt("a\nb\nc", 4), 3);
        QCOMPARE(linesOf("a\n\nb").size(), std::size_t(3));
        QCOMPARE(linesOf("a\n").size(), std::size_t(1));
    }
};

std::unique_ptr<QObject> makeScanTest()
{
    return std::make_unique<ScanTest>();
}

#include "tst_scan.moc"
