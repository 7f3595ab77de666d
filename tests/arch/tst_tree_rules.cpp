#include "tests/arch/rows.h"
#include "tests/arch/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>

using namespace tf::test::arch;

namespace {

namespace fs = std::filesystem;

void writeFile(const fs::path& path, const char* text)
{
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
}

const std::string kHeader = "#pragma once\n\n// A thing that\n// does it. And more.\n\nint a();\n";

std::string sentencesOf(const std::string& readmePath, const std::string& readme)
{
    return placesIn(sentences(makeTree({{"app/cli/verb.h", kHeader}, {readmePath, readme}})));
}

std::string cmakeOf(const std::string& listPath, const std::string& list)
{
    return placesIn(cmakeLists(makeTree({{"app/cli/verb.cpp", ""}, {listPath, list}})));
}

} // namespace

class TreeRulesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyRoomHasAReadme()
    {
        QCOMPARE(placesIn(readmes(makeTree({{"vision/opencv/a.cpp", ""}}))),
                 std::string("vision/README.md:1"));
        QCOMPARE(placesIn(readmes(makeTree({{"vision/README.md", ""}, {"vision/a/a.cpp", ""}}))),
                 std::string());
        QCOMPARE(placesIn(readmes(makeTree({{"packaging/cmake/a.h", ""}}))), std::string());
    }

    void aFolderOfMoreThanThreeNounsHasAReadme()
    {
        std::vector<std::pair<std::string, std::string>> files = {
            {"app/README.md", ""},   {"app/cli/a.h", ""},  {"app/cli/a.cpp", ""},
            {"app/cli/b.h", ""},     {"app/cli/c.h", ""},  {"app/cli/d.cpp", ""},
            {"app/cli/tests.h", ""}, {"app/cli/e.cpp", ""}};
        QCOMPARE(placesIn(readmes(makeTree(files))), std::string());
        files.emplace_back("app/cli/d.h", "");
        QCOMPARE(placesIn(readmes(makeTree(files))), std::string("app/cli/README.md:1"));
        files.emplace_back("app/cli/README.md", "");
        QCOMPARE(placesIn(readmes(makeTree(files))), std::string());
    }

    void aReadmeFitsAScreen()
    {
        std::string text;
        for (int lineIdx = 0; lineIdx < 80; ++lineIdx)
            text += "words\n";
        QCOMPARE(placesIn(readmes(makeTree({{"app/README.md", text}}))), std::string());
        QCOMPARE(placesIn(readmes(makeTree({{"app/README.md", text + "more\n"}}))),
                 std::string("app/README.md:81"));
    }

    void theReadmeSaysWhatTheHeaderSays_data()
    {
        QTest::addColumn<std::string>("path");
        QTest::addColumn<std::string>("readme");
        QTest::addColumn<bool>("kept");
        const auto row = [](const char* name, const char* path, const char* readme, bool kept) {
            QTest::newRow(name) << std::string(path) << std::string(readme) << kept;
        };
        row("list", "app/cli/README.md", "- `verb`: A thing that does it.\n", true);
        row("table", "app/cli/README.md", "| `verb`   | A thing that does it |\n", true);
        row("broken line", "app/cli/README.md", "- `verb`: A thing\n  that `does` it.\n", true);
        row("from above", "app/README.md", "- `cli/verb`: A thing that does it.\n", true);
        row("from above without the folder", "app/README.md", "- `verb`, A thing that does it",
            false);
        row("other words", "app/cli/README.md", "- `verb`: A thing that did it.\n", false);
        row("another noun", "app/cli/README.md", "- `noun`: A thing that does it.\n", false);
        row("cut off", "app/cli/README.md", "- `verb`: A thing.\n", false);
        row("empty", "app/cli/README.md", "", false);
    }
    void theReadmeSaysWhatTheHeaderSays()
    {
        QFETCH(const std::string, path);
        QFETCH(const std::string, readme);
        QFETCH(const bool, kept);
        QCOMPARE(sentencesOf(path, readme), std::string(kept ? "" : "app/cli/verb.h:1"));
    }

    void everySourceIsBuilt()
    {
        QCOMPARE(cmakeOf("app/cli/CMakeLists.txt", "tf_library(cli SOURCES verb.cpp)"),
                 std::string());
        QCOMPARE(cmakeOf("app/CMakeLists.txt", "tf_library(cli SOURCES cli/verb.cpp)"),
                 std::string());
        for (const char* list : {"tf_library(cli SOURCES # verb.cpp\n)", "verb.cppx", "adverb.cpp",
                                 "other/verb.cpp", ""})
            QCOMPARE(cmakeOf("app/cli/CMakeLists.txt", list), std::string("app/cli/verb.cpp:1"));
        QCOMPARE(cmakeOf("app/CMakeLists.txt", "verb.cpp"), std::string("app/cli/verb.cpp:1"));
    }

    void nothingIsGlobbed()
    {
        const auto globs = [](const char* path, const char* text) {
            return placesIn(cmakeLists(makeTree({{path, text}})));
        };
        QCOMPARE(globs("CMakeLists.txt", "\nfile(GLOB a *.cpp)\n"),
                 std::string("CMakeLists.txt:2"));
        QCOMPARE(globs("packaging/a.cmake", "file( GLOB_RECURSE a *.cpp)"),
                 std::string("packaging/a.cmake:1"));
        QCOMPARE(globs("packaging/a.cmake", "file(CONFIGURE a) # file(GLOB)"), std::string());
    }

    void whatPeopleDoNotWriteIsLeftOut()
    {
        QTemporaryDir temporary;
        const fs::path root = temporary.path().toStdString();
        for (const char* path : {"CMakeLists.txt", "app/cli/a.cpp", "app/.cache/a.cpp",
                                 "app/build/a.cpp", "tests/golden/a.cpp", "tests/fuzz/corpus/x/a.h",
                                 "tests/fuzz/a.cpp", "elsewhere/a.cpp", ".git/a.h"})
            writeFile(root / path, "int a;\n");
        std::string paths;
        for (const auto& file : readTree(root).files)
            paths += file.path + " " + file.code;
        QCOMPARE(paths,
                 std::string("CMakeLists.txt app/cli/a.cpp int a;\n"
                             "tests/fuzz/a.cpp int a;\n"));
    }

    void aReportNamesPlaceRuleAndReason()
    {
        const auto tree = makeTree({{"app/utils.cpp", ""}});
        std::string all;
        for (const auto& rule : allRules())
            all += rule.name == "names" ? report(rule, tree) : "";
        QCOMPARE(all,
                 std::string("app/utils.cpp:1: names: \"utils\" says nothing: name the noun\n"));
    }
};

std::unique_ptr<QObject> makeTreeRulesTest()
{
    return std::make_unique<TreeRulesTest>();
}

#include "tst_tree_rules.moc"
