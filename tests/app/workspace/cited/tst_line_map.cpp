// Lines that stayed are found again where they are now, and a line is never taken for another one.

#include "app/workspace/cited/line_map.h"
#include "kernels/base/words.h"
#include "tests/app/workspace/cited/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::workspace;

namespace {

LineText textOf(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += line + '\n';
    return LineText(std::move(text));
}

std::vector<std::string> someLines(test::Gen& gen)
{
    std::vector<std::string> lines(gen.below(gen.size() + 1));
    for (std::string& line : lines)
        line = gen.oneIn(3) ? "}" : words("line ", gen.below(gen.size() + 1));
    return lines;
}

/// Some lines go, some come.
std::vector<std::string> changed(test::Gen& gen, std::vector<std::string> lines)
{
    for (std::size_t times = gen.below(6); times > 0; --times) {
        const std::size_t at = gen.below(lines.size() + 1);
        if (gen.oneIn(2) && at < lines.size())
            lines.erase(lines.begin() + std::ptrdiff_t(at));
        else
            lines.insert(lines.begin() + std::ptrdiff_t(at), words("new ", gen.below(9)));
    }
    return lines;
}

std::string keptLaw(test::Gen& gen)
{
    const auto lines = someLines(gen);
    const LineText before = textOf(lines);
    const LineText now = textOf(changed(gen, lines));
    const LineMap map(before, now);
    std::size_t last = 0;
    std::size_t numKept = 0;
    for (std::size_t idx = 0; idx < before.numLines(); ++idx) {
        const auto place = map.nowOf(idx);
        if (!place)
            continue;
        if (now.line(*place) != before.line(idx))
            return "another line";
        if (numKept > 0 && *place <= last)
            return "out of order";
        if (map.beforeOf(*place) != idx)
            return "not the same way back";
        last = *place;
        ++numKept;
    }
    // Each change can take one line out of its place, and one that is like it.
    return numKept + 12 < std::min(before.numLines(), now.numLines()) ? "too little kept" : "";
}

} // namespace

class LineMapTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anInsertedLineMovesTheRest()
    {
        const LineText before("a\nb\nc\nd\n");
        const LineText now("a\nnew\nb\nc\nD\n");
        const LineMap map(before, now);
        QCOMPARE(map.nowOf(0), std::optional<std::size_t>(0));
        QCOMPARE(map.nowOf(1), std::optional<std::size_t>(2));
        QCOMPARE(map.nowOf(2), std::optional<std::size_t>(3));
        QVERIFY(!map.nowOf(3));
        QVERIFY(!map.beforeOf(1));
        QCOMPARE(map.nearestNow(3), std::size_t(4)); // where one would look for it
        QVERIFY(!map.isSame());
    }

    void theSameTextIsTheSame()
    {
        const LineText text("a\na\n\na\n");
        QVERIFY(LineMap(text, text).isSame());
        QVERIFY(LineMap(LineText(), LineText()).isSame());
        QVERIFY(!LineMap(LineText(), text).isSame());
    }

    void linesAreWithoutTheirEnds()
    {
        const LineText text("one\r\ntwo\n\nlast");
        QCOMPARE(text.numLines(), std::size_t(4));
        QVERIFY(text.line(0) == "one");
        QVERIFY(text.line(2).empty());
        QVERIFY(text.line(3) == "last");
        QVERIFY(text.hasReturns());
        QCOMPARE(LineText("a\n").numLines(), std::size_t(1));
        QCOMPARE(LineText("").numLines(), std::size_t(0));
    }

    void whateverChangesALineIsNeverTakenForAnother()
    {
        const std::string fault = test::forAll(400, keptLaw, 200);
        QVERIFY2(fault.empty(), fault.c_str());
    }

    void filesWrittenAnewAreComparedInTime()
    {
        std::string before;
        std::string now;
        for (int idx = 0; idx < 100'000; ++idx) {
            before += words("x", idx % 7, '\n');
            now += words("x", idx % 5, '\n');
        }
        const LineMap map{LineText(before), LineText(now)};
        QVERIFY(!map.isSame()); // and it ends: the test's limit is its time
    }
};

std::unique_ptr<QObject> makeLineMapTest()
{
    return std::make_unique<LineMapTest>();
}

#include "tst_line_map.moc"
