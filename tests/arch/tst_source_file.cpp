#include "tests/arch/source_file.h"
#include "tests/arch/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include "kernels/base/words.h"

using namespace tf::test;
using namespace tf::test::arch;

namespace {

struct Blanking {
    const char* name;
    const char* text;
    const char* code;
};

constexpr Blanking kBlankings[] = {
    {"line comment", "a // b\nc", "a     \nc"},
    {"block comment", "a /* b\n* / */ c", "a     \n       c"},
    {"an open comment", "a /* b", "a     "},
    {"a continued comment", "a // b\\\nc\nd", "a      \n \nd"},
    {"string", "f(\"a//b\");", "f(\"    \");"},
    {"escapes", "\"a\\\"b\\\\\" c", "\"      \" c"},
    {"character", "'\"' a '\\'' b", "' ' a '  ' b"},
    {"digit separators", "1'000'000 + 0x1'f // x", "1'000'000 + 0x1'f     "},
    {"raw string", "R\"(a\"b)\" c", "R\"(   )\" c"},
    {"raw string with a name", "u8R\"x(a)\"\n)x\" c", "u8R\"x(   \n)x\" c"},
    {"an open string", "\"abc\nd", "\"   \nd"},
    {"division", "a / b * c", "a / b * c"},
    {"a word that ends in R", "FOR\"(a\" b", "FOR\"  \" b"},
};

} // namespace

class SourceFileTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void commentsAndLiteralsAreBlank_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("code");
        for (const auto& row : kBlankings)
            QTest::newRow(row.name) << std::string(row.text) << std::string(row.code);
    }
    void commentsAndLiteralsAreBlank()
    {
        QFETCH(const std::string, text);
        QFETCH(const std::string, code);
        QCOMPARE(makeSourceFile("a.cpp", text).code, code);
    }

    void literalsAreKept()
    {
        const auto file = makeSourceFile("a.h", "f(\"one\", 'c', R\"(two)\"); // \"three\"\n");
        std::string all;
        for (const auto& literal : file.literals)
            all += file.text.substr(literal.begin, literal.size) + ";";
        QCOMPARE(all, std::string("one;c;two;"));
        QCOMPARE(file.uncommented.substr(0, 24), file.text.substr(0, 24));
    }

    void cmakeCommentsAreBlank()
    {
        QCOMPARE(makeSourceFile("app/CMakeLists.txt", "a # b\nc").uncommented,
                 std::string("a    \nc"));
    }

    void linesStayWhereTheyAre()
    {
        QCOMPARE(forAll(300,
                        [](Gen& gen) -> std::string {
                            static constexpr const char* kParts[] = {
                                "\"", "'", "\\", "/*", "*/", "//", "\n", "R\"(", ")\"", "a", "1"};
                            std::string text;
                            for (auto left = gen.size(); left > 0; --left)
                                text += gen.pick(kParts);
                            const auto file = makeSourceFile("a.cpp", text);
                            if (file.code.size() != text.size())
                                return "another size: " + text;
                            for (std::size_t at = 0; at < text.size(); ++at) {
                                if ((text[at] == '\n') != (file.code[at] == '\n'))
                                    return tf::words("another line end at ", at, ": ", text);
                            }
                            return {};
                        }),
                 std::string());
    }

    void placesAreTold()
    {
        QVERIFY(isUnder("app/endpoint/local.cpp", "app/endpoint/local"));
        QVERIFY(isUnder("app/endpoint/local/pipe.h", "app/endpoint/local"));
        QVERIFY(!isUnder("app/endpoint/locale.h", "app/endpoint/local"));
        QVERIFY(roomOf("app/cli/verb.h") == "app");
        QVERIFY(folderOf("app/cli/verb.h") == "app/cli");
        QVERIFY(folderOf("CMakeLists.txt").empty());
        QVERIFY(stemOf("app/cli/verb.h") == "verb");
    }
};

std::unique_ptr<QObject> makeSourceFileTest()
{
    return std::make_unique<SourceFileTest>();
}

#include "tst_source_file.moc"
