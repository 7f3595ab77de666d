#include "engine/run/step_rows.h"
#include "tests/engine/model/released.h"
#include "tests/engine/run/tests.h"
#include "tests/support/test_table.h"

#include <functional>

using namespace tf;
using namespace tf::engine;

namespace {

constexpr Limits kLimits{300, 64, 3, 1000, 8};

StepSequence sequenceOf(std::uint64_t id, std::int32_t numTokens, std::int64_t firstPosition)
{
    StepSequence sequence;
    sequence.id = id;
    for (std::int32_t token = 0; token < numTokens; ++token)
        sequence.tokens.push_back(token);
    sequence.firstPosition = firstPosition;
    for (std::int64_t block = 0; block * 128 < firstPosition + numTokens; ++block)
        sequence.pages.push_back(static_cast<std::int32_t>(7 - block));
    return sequence;
}

Step goodStep()
{
    Step step;
    step.sequences = {sequenceOf(4, 200, 100), sequenceOf(9, 1, 128)};
    return step;
}

} // namespace

class StepsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void rowsLieSequenceBySequence()
    {
        Step step = goodStep();
        step.sequences[0].logits = LogitsWanted::All;
        const auto rows = MUST(rowsOf(step, test::releasedConfig(), kLimits));
        QCOMPARE(rows.tokens.size(), std::size_t(201));
        QCOMPARE(rows.tokens[199], 199);
        QCOMPARE(rows.tokens[200], 0);
        QCOMPARE(rows.sequences[1].firstRow, 200);
        QCOMPARE(rows.sequences[1].firstPosition, std::int64_t(128));
        QCOMPARE(rows.pages, (std::vector<std::int32_t>{7, 6, 5, 7, 6}));
        QCOMPARE(rows.sequences[1].firstPage, 3);
        QCOMPARE(rows.wanted.size(), std::size_t(201));
        QCOMPARE(rows.nameOf(199, step), std::string("position 299 of sequence 4"));
        QCOMPARE(rows.nameOf(200, step), std::string("position 128 of sequence 9"));
    }

    void pagesBeyondTheLastPositionAreNotUsed()
    {
        Step step = goodStep();
        step.sequences[1].pages = {1, 2, 3, 4};
        const auto rows = MUST(rowsOf(step, test::releasedConfig(), kLimits));
        QCOMPARE(rows.sequences[1].numPages, 2);
        QCOMPARE(rows.wanted, (std::vector<std::int32_t>{199, 200}));
    }

    void whatIsNotThereIsRefused_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* what, const char* words) {
            QTest::newRow(what) << QByteArray(what) << QByteArray(words);
        };
        row("no sequences", "without sequences");
        row("no tokens", "sequence 9: no tokens");
        row("a token too high", "token 200064 is none of the model's 200064");
        row("a negative token", "token -1 is none");
        row("too many tokens", "401 tokens, where the engine was made for 300");
        row("too many sequences", "4 sequences, where the engine was made for 3");
        row("past the limit", "1001 positions, where the engine was made for 1000");
        row("a negative position", "positions");
        row("a page missing", "1 pages for 129 positions, which need 2");
        row("a page too high", "page 8 of 8");
        row("a negative page", "page -1 of 8");
        row("a sequence twice", "sequence 4 stands in the step twice");
        row("a copy to nowhere", "page 8 of 8");
    }
    void whatIsNotThereIsRefused()
    {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, words);
        Step step = goodStep();
        StepSequence& last = step.sequences.back();
        if (what == "no sequences")
            step.sequences.clear();
        else if (what == "no tokens")
            last.tokens.clear();
        else if (what == "a token too high")
            last.tokens = {200064};
        else if (what == "a negative token")
            last.tokens = {-1};
        else if (what == "too many tokens")
            last = sequenceOf(9, 201, 0);
        else if (what == "too many sequences")
            step.sequences.insert(step.sequences.end(), 2, last);
        else if (what == "past the limit")
            last.firstPosition = 1000;
        else if (what == "a negative position")
            last.firstPosition = -1;
        else if (what == "a page missing")
            last.pages.pop_back();
        else if (what == "a page too high")
            last.pages[0] = 8;
        else if (what == "a negative page")
            last.pages[1] = -1;
        else if (what == "a sequence twice")
            last.id = 4;
        else
            step.copies = {{0, 8}};
        const auto rows = rowsOf(step, test::releasedConfig(), kLimits);
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, Code::BadInput);
        QVERIFY2(rows.error().text.find(words.toStdString()) != std::string::npos,
                 rows.error().text.c_str());
    }

    void theModelsPositionsAreALimitToo()
    {
        ModelConfig config = test::releasedConfig();
        config.maxPositions = 128;
        const auto rows = rowsOf(goodStep(), config, kLimits);
        QVERIFY(!rows);
        QVERIFY(rows.error().text.find("position 299 is past the model's 128")
                != std::string::npos);
    }
};

std::unique_ptr<QObject> makeStepsTest()
{
    return test::make<StepsTest>();
}

#include "tst_steps.moc"
