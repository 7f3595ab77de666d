// Places that an answer names, in every way that models write them.

#include "app/ingest/cite/citation.h"
#include "kernels/base/words.h"
#include "tests/app/ingest/cite/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QElapsedTimer>

using namespace tf;
using namespace tf::ingest;

namespace {

/// "src/a.cpp 12-40; @133.5; "
std::string spelled(const std::vector<Citation>& citations)
{
    std::string all;
    for (const Citation& citation : citations)
        all += citation.kind == CiteKind::Moment
            ? words("@", citation.seconds, "; ")
            : words(citation.path, " ", citation.lines.first, "-", citation.lines.last, "; ");
    return all;
}

struct Case {
    const char* text;
    const char* found;
};

constexpr Case kCases[] = {
    {"see src/a.cpp:12.", "src/a.cpp 12-12; "},
    {"`src/a.cpp:12-40`", "src/a.cpp 12-40; "},
    {"**a.py:1**, (b.py:2) and \"c.py:3\"", "a.py 1-1; b.py 2-2; c.py 3-3; "},
    {"src/a.cpp:12:5: error", "src/a.cpp 12-12; "},
    {"src/a.cpp:12\xe2\x80\x93"
     "14",
     "src/a.cpp 12-14; "},
    {"src/a.cpp#L12-L14", "src/a.cpp 12-14; "},
    {"src/a.cpp#L12", "src/a.cpp 12-12; "},
    {"src/a.cpp:L12", "src/a.cpp 12-12; "},
    {"./src/a.cpp:7", "./src/a.cpp 7-7; "},
    {"Makefile:3 and bin/tool:4", "Makefile 3-3; bin/tool 4-4; "},
    {"\xe6\x96\x87/\xe5\xad\x97.md:2", "\xe6\x96\x87/\xe5\xad\x97.md 2-2; "},
    {"File:src/a.cpp:9", "src/a.cpp 9-9; "},
    {"a.cpp:12-3", ""}, // backwards
    {"a.cpp:0", ""},
    {"a.cpp:1234567890", ""},
    {"a.cpp:12px", ""},
    {"a.cpp: 12", ""},
    {"a.cpp:", ""},
    {"note:3, 12:30, 3.5:1", ""},
    {"127.0.0.1:8080 localhost:80 example.com:443 http://example.com:80", ""},
    {"http://host:80", ""},
    {"at [02:13] and [1:02:13]", "@133; @3733; "},
    {"[00:01.5]", "@1.5; "},
    {"[2:13]", "@133; "},
    {"[02:60] [02:3] [02] [a:b] [02:13", ""},
    {"[1:2:03]", ""},
    {"[120:00]", "@7200; "},
    {"", ""},
};

} // namespace

class CiteFindTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void placesAreFound()
    {
        for (const Case& one : kCases)
            QCOMPARE(spelled(findCitations(one.text)), std::string(one.found));
    }

    void theirPlaceInTheTextIsTold()
    {
        const std::string text = "x `a/b.c:3-4` y [01:02] z";
        const auto found = findCitations(text);
        QCOMPARE(found.size(), 2U);
        QCOMPARE(text.substr(found[0].begin, found[0].end - found[0].begin),
                 std::string("a/b.c:3-4"));
        QCOMPARE(text.substr(found[1].begin, found[1].end - found[1].begin),
                 std::string("[01:02]"));
    }

    /// What is written as a citation is read back, whatever stands around it.
    void whatIsWrittenIsFound()
    {
        const auto report = test::forAll(500, [](test::Gen& gen) -> std::string {
            constexpr const char* kPaths[] = {"src/a.cpp", "README.md", "x/y/z", "a-b_c.py"};
            constexpr const char* kBefore[] = {"", " ", "(", "`", "\n- ", "\xe3\x80\x8c", "<"};
            constexpr const char* kAfter[] = {"", " ", ")", "`", ".", "\n", "\xe3\x80\x82", ">"};
            std::string text;
            std::string wanted;
            for (std::size_t count = gen.below(5); count > 0; --count) {
                const char* path = gen.pick(kPaths);
                const auto first = gen.between(1, 99'999);
                const auto last = first + (gen.oneIn(2) ? gen.between(1, 50) : 0);
                const std::string lines = last > first ? words(first, "-", last) : words(first);
                const char* before = gen.pick(kBefore);
                // Letters of other scripts belong to a path, so brackets must part them from it.
                text += words(static_cast<unsigned char>(before[0]) >= 0x80 ? " " : before, path,
                              ":", lines, gen.pick(kAfter), "\n");
                wanted += words(path, " ", first, "-", last, "; ");
            }
            const auto found = spelled(findCitations(text));
            return found == wanted ? "" : words(text, " gave ", found);
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void anyTextIsReadInOneGo()
    {
        const auto report = test::forAll(500, [](test::Gen& gen) -> std::string {
            const std::string text = gen.bytes();
            std::size_t last = 0;
            for (const Citation& citation : findCitations(text)) {
                if (citation.begin < last || citation.end <= citation.begin
                    || citation.end > text.size())
                    return "places overlap or lie outside";
                last = citation.end;
            }
            return {};
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void longTextsAreQuick()
    {
        std::string text;
        for (int idx = 0; idx < 200'000; ++idx)
            text += "[12:a/b.";
        QElapsedTimer timer;
        timer.start();
        QVERIFY(findCitations(text).empty());
        QVERIFY(timer.elapsed() < 5000);
    }
};

std::unique_ptr<QObject> makeCiteFindTest()
{
    return std::make_unique<CiteFindTest>();
}

#include "tst_find.moc"
