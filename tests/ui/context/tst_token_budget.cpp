// What the next request takes up: parts, words, and when it becomes dearer or too much.

#include "tests/support/test_table.h"
#include "tests/ui/context/tests.h"
#include "ui/context/budget_bar.h"
#include "ui/context/budget_segment.h"
#include "ui/theme/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using workspace::TrayItem;
using workspace::TrayKind;

namespace {

workspace::EngineChoice priced(std::int64_t room)
{
    workspace::EngineChoice engine;
    engine.name = "work";
    engine.capabilities.contextTokens = room;
    engine.rates.tiers = {{512'000, 0.3, 0.06, 1.2}, {INT64_MAX, 0.6, 0.12, 2.4}};
    return engine;
}

TrayItem thing(TrayKind kind, std::int64_t tokens)
{
    TrayItem item;
    item.kind = kind;
    item.tokens = tokens;
    item.quality = ingest::Quality::Exact;
    return item;
}

std::vector<TrayItem> things()
{
    return {thing(TrayKind::Repository, 212'000), thing(TrayKind::Picture, 1100),
            thing(TrayKind::Picture, 600), thing(TrayKind::Text, 400)};
}

} // namespace

class TokenBudgetTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void partsStandInTheOrderOfThePrompt()
    {
        const auto engine = priced(1'000'000);
        const TokenBudget budget = budgetOf(things(), {11'000, 0}, &engine);
        const std::vector<BudgetPart> parts{{BudgetSource::Repository, 212'000},
                                            {BudgetSource::Texts, 400},
                                            {BudgetSource::Pictures, 1700},
                                            {BudgetSource::History, 11'000},
                                            {BudgetSource::Answer, 8192}};
        QVERIFY(budget.parts == parts);
        QCOMPARE(budget.input(), 212'000 + 400 + 1700 + 11'000);
        QCOMPARE(budget.total(), budget.input() + 8192);
        QCOMPARE(budget.room, 1'000'000);
        QVERIFY(budget.steps == std::vector<std::int64_t>{512'000});
    }

    void itIsSaidInOneLine()
    {
        const auto engine = priced(512'000);
        QCOMPARE(budgetLine(budgetOf(things(), {11'000, 0}, &engine)),
                 u"repository 212K · texts 400 · pictures 1.7K · history 11K — 225K of 512K"_s);
        QCOMPARE(budgetLine(budgetOf({}, {0, 20}, nullptr)), u"question 20 — ≈ 20 tokens"_s);
    }

    void warnings_data()
    {
        QTest::addColumn<qint64>("tokens");
        QTest::addColumn<BudgetTone>("tone");
        QTest::addColumn<QString>("words");
        QTest::newRow("far below") << qint64(300'000) << BudgetTone::Fine << QString();
        QTest::newRow("near the step") << qint64(500'000) << BudgetTone::Step
                                       << u"12K tokens are left below the price step at 512K."_s;
        QTest::newRow("over the step")
            << qint64(530'000) << BudgetTone::Step << u"Above the price step at 512K"_s;
        QTest::newRow("over the room")
            << qint64(1'100'000) << BudgetTone::Over << u"108K tokens more than this engine"_s;
        // What is kept free for the answer is no room for anything else.
        QTest::newRow("no room to answer")
            << qint64(995'000) << BudgetTone::Over << u"3.2K tokens more"_s;
    }
    void warnings()
    {
        QFETCH(qint64, tokens);
        QFETCH(BudgetTone, tone);
        QFETCH(QString, words);
        const auto engine = priced(1'000'000);
        const std::vector<TrayItem> items{thing(TrayKind::Repository, tokens)};
        const BudgetWarning warning = warningOf(budgetOf(items, {}, &engine));
        QCOMPARE(warning.tone, tone);
        QVERIFY2(warning.words.startsWith(words), qPrintable(warning.words));
        QCOMPARE(warning.words.isEmpty(), words.isEmpty());
    }

    void everyPartIsAButtonWithItsNumbers()
    {
        const Theme theme(Shade::Light);
        BudgetBar bar(theme);
        bar.resize(400, bar.sizeHint().height());
        const auto engine = priced(1'000'000);
        bar.setBudget(budgetOf(things(), {11'000, 0}, &engine));
        const auto segments = bar.findChildren<BudgetSegment*>();
        QCOMPARE(segments.size(), 5);
        QCOMPARE(segments[0]->accessibleName(), u"Repository: 212,000 tokens, 21 % of 1M"_s);
        QSignalSpy pressed(&bar, &BudgetBar::pressed);
        QTest::keyClick(segments[2], Qt::Key_Space);
        QCOMPARE(pressed[0][0].value<BudgetSource>(), BudgetSource::Pictures);
        int end = 0;
        for (const BudgetSegment* segment : segments) {
            QVERIFY(segment->x() >= end);
            QVERIFY(segment->height() >= 24);
            end = segment->geometry().right() + 1;
        }
        QCOMPARE(end, bar.width());
    }
};

std::unique_ptr<QObject> makeTokenBudgetTest()
{
    return std::make_unique<TokenBudgetTest>();
}

#include "tst_token_budget.moc"
