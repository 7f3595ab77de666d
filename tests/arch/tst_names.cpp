#include "tests/arch/rows.h"
#include "tests/arch/tests.h"
#include "tests/support/test_table.h"

#include <string>

using namespace tf::test::arch;

namespace {

constexpr Row kNameRows[] = {
    {"a noun", "app/session/store.cpp", "int a;\n", ""},
    {"utils", "app/session/utils.cpp", "int a;\n", "1"},
    {"a manager of something", "app/session/session_manager.h", "int a;\n", "1"},
    {"helpers", "ui/paint_helpers.h", "int a;\n", "1"},
    {"in the middle", "ui/common_parts.h", "int a;\n", "1"},
    {"a longer word", "ui/commonwealth.h", "int a;\n", ""},
    {"a folder", "vision/helper/sandbox.h", "int a;\n", ""},
    {"using in a header", "app/a.h", "\nusing namespace tf;\n", "2"},
    {"using inside a namespace", "app/a.h", "namespace tf {\nusing namespace std;\n}\n", "2"},
    {"literals in a function", "app/a.h", "{\n    using namespace Qt::StringLiterals;\n}\n", ""},
    {"a namespace in a function", "app/a.h", "{\n    using namespace std;\n}\n", "2"},
    {"literals for everybody", "app/a.h", "using namespace std::string_literals;\n", "1"},
    {"using in a source", "app/a.cpp", "using namespace tf;\n", ""},
    {"using in a comment", "app/a.h", "// using namespace std\n/*\nusing namespace std;\n*/\n", ""},
    {"views", "app/a.cpp", "for (auto x : v | std::views::reverse)\n", "1"},
    {"ranges::views", "app/a.cpp", "a();\nstd::ranges::views::iota(1);\n", "2"},
    {"other views", "ui/a.cpp", "views.clear(); my::views::x(); // std::views\n", ""},
    {"a singleton declared", "app/a.h", "static Store& instance();\n", "1"},
    {"a singleton defined", "app/a.cpp", "\nStore& Store::instance()\n{\n}\n", "2"},
    {"an instance asked for", "ui/a.cpp",
     "auto* a = QCoreApplication::instance();\nif (qApp->instance()) {\n}\n"
     "static auto* b = Qx::instance();\n",
     ""},
    {"in a string", "app/a.cpp", "auto s = \"static X& instance();\";\n", ""},
};

constexpr Row kHeaderRows[] = {
    {"as it should be", "app/a.h", "#pragma once\n\n// What it is.\n//\n// More.\n\nint a();\n",
     ""},
    {"no pragma", "app/a.h", "// What it is.\n\nint a();\n", "1"},
    {"pragma after code", "app/a.h", "#include <a>\n#pragma once\n// What it is.\n", "1"},
    {"pragma in a comment", "app/a.h", "// #pragma once\nint a();\n", "1"},
    {"no opening", "app/a.h", "#pragma once\n\n#include <a>\n\n// Too late.\n", "3"},
    {"a guard", "app/a.h", "#pragma once\n// What it is.\n#ifndef A_H\n#define A_H\n#endif\n", "3"},
    {"a guard alone", "app/a.h", "#ifndef A_H\n#define A_H\n#endif\n", "1"},
    {"a switch is no guard", "app/a.h", "#pragma once\n// It.\n#ifndef A\n#error A\n#endif\n", ""},
    {"a source", "app/a.cpp", "int a() { return 1; }\n", ""},
    {"a cuda header", "kernels/cuda/a.cuh", "int a();\n", "1"},
    {"a precompiled header", "packaging/cmake/pch_core.h", "// What many include.\n", ""},
};

std::string repeated(int count, const std::string& line)
{
    std::string text;
    for (int lineIdx = 0; lineIdx < count; ++lineIdx)
        text += line;
    return text;
}

std::string pointsOf(FileRule rule, const std::string& text)
{
    return placesIn(rule(makeSourceFile("app/a.h", text)));
}

} // namespace

class NamesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void namesSaySomething_data() { addRows(kNameRows); }
    void namesSaySomething()
    {
        const auto [got, want] = pointedAt(names);
        QCOMPARE(got, want);
    }

    void headersOpenWithAParagraph_data() { addRows(kHeaderRows); }
    void headersOpenWithAParagraph()
    {
        const auto [got, want] = pointedAt(headers);
        QCOMPARE(got, want);
    }

    void anOpeningHasAtMostTwelveLines()
    {
        const std::string pragma = "#pragma once\n\n";
        QCOMPARE(pointsOf(headers, pragma + repeated(12, "// words\n")), std::string());
        QCOMPARE(pointsOf(headers, pragma + repeated(13, "// words\n")), std::string("app/a.h:3"));
    }

    void longFilesAndFunctionsArePointedAt()
    {
        QCOMPARE(pointsOf(sizes, repeated(400, "int a;\n")), std::string());
        QCOMPARE(pointsOf(sizes, repeated(401, "int a;\n")), std::string("app/a.h:1"));
        const auto function = [](int numLines) {
            return "void f()\n{\n" + repeated(numLines, "    if (a) {\n    }\n") + "}\n";
        };
        QCOMPARE(pointsOf(sizes, function(29)), std::string());
        QCOMPARE(pointsOf(sizes, function(30)), std::string("app/a.h:2"));
        QCOMPARE(pointsOf(sizes, "class A {\n" + repeated(99, "    int a;\n") + "};\n"),
                 std::string());
    }
};

std::unique_ptr<QObject> makeNamesTest()
{
    return std::make_unique<NamesTest>();
}

#include "tst_names.moc"
