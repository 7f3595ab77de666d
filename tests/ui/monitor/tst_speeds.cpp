// Speeds as words, as rows of a table, as points of a plot; and both as a screen reader has them.

#include "tests/support/test_table.h"
#include "tests/ui/monitor/monitored.h"
#include "tests/ui/monitor/tests.h"
#include "ui/monitor/speed_plot.h"
#include "ui/monitor/speed_table.h"
#include "ui/monitor/speed_words.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QLocale>
#include <QMouseEvent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tf;
using namespace tf::ui;
using test::answered;
using workspace::AnswerSpeed;
using workspace::Running;

namespace {

AnswerSpeed unknown()
{
    AnswerSpeed speed;
    speed.ended = answered(0, 1).ended;
    return speed;
}

QString pointsOf(const PlotShape& shape)
{
    QStringList points;
    for (const QPointF& point : shape.points)
        points.append(u"%1,%2"_s.arg(point.x()).arg(point.y()));
    return points.join(u' ');
}

} // namespace

class SpeedsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void numbersAreShort()
    {
        QCOMPARE(shownRate(0.5), u"0.50"_s);
        QCOMPARE(shownRate(41.23), u"41.2"_s);
        QCOMPARE(shownRate(99.96), u"100"_s);
        QCOMPARE(shownRate(4210), u"4,210"_s);
        QCOMPARE(shownTime(420ms), u"0.42 s"_s);
        QCOMPARE(shownTime(1900ms), u"1.9 s"_s);
        QCOMPARE(shownTime(9990ms), u"10 s"_s);
        QCOMPARE(shownTime(83s), u"83 s"_s);
        QCOMPARE(shownTime(245s), u"4 min 5 s"_s);
        QCOMPARE(shownBytes(1'200'000), u"1.2 MB"_s);
        QCOMPARE(shownBytes(940'000'000), u"940 MB"_s);
        QCOMPARE(shownBytes(63'240'000'000), u"63.2 GB"_s);
        QCOMPARE(shownBytes(214'000'000'000), u"214 GB"_s);
    }

    void anAnswerInALine()
    {
        QCOMPARE(speedWords(answered(0, 41.2)),
                 u"41.2 tok/s · first word 1.9 s · cache hit 97 %"_s);
        AnswerSpeed speed = answered(0, 41.2);
        speed.answerTokensPerSecond.reset();
        QCOMPARE(speedWords(speed), u"first word 1.9 s · cache hit 97 %"_s);
        QCOMPARE(speedWords(unknown()), QString());
    }

    void whereTheEngineCountsItIsTokens()
    {
        Running running;
        QCOMPARE(runningWords(running, 41.2), u"waiting for the first word"_s);
        running.firstWord = running.asked + 1900ms;
        QCOMPARE(runningWords(running, 41.2), u"41.2 tok/s · first word 1.9 s"_s);
        const workspace::LocalModel model;
        QVERIFY(!ownRate(model));
    }

    void whatRunsInALine()
    {
        Running running;
        QCOMPARE(runningWords(running), u"waiting for the first word"_s);
        running.progress = endpoint::Progress{endpoint::Stage::ReadingPrompt, 148'000, 226'000};
        QCOMPARE(runningWords(running), u"reading the prompt 148K / 226K (65 %)"_s);
        running.progress = endpoint::Progress{endpoint::Stage::Uploading, 12'000'000, 0};
        QVERIFY(runningWords(running).startsWith(u"sending 12 MB"_s));
        running.retrying = endpoint::Retrying{1, 1s, Error(Code::Network, "gone")};
        QCOMPARE(runningWords(running), u"failed, asked once more"_s);
        running.retrying.reset();
        running.firstWord = running.asked + 1900ms;
        running.lastWord = running.firstWord;
        running.pieces = 1;
        QCOMPARE(runningWords(running), u"first word 1.9 s"_s);
        running.lastWord = *running.firstWord + 2s;
        running.pieces = 83;
        QCOMPARE(runningWords(running), u"41.0 pieces/s · first word 1.9 s"_s);
    }

    void aRowHoldsWhatIsKnown()
    {
        QCOMPARE(
            cellsOf(answered(300, 41.2)),
            (QStringList{u"14:05"_s, u"1.9 s"_s, u"4,210"_s, u"41.2"_s, u"226K"_s, u"97 %"_s}));
        QCOMPARE(cellsOf(unknown()), (QStringList{u"14:00"_s, {}, {}, {}, {}, {}}));
        AnswerSpeed odd = answered(0, 1);
        odd.cachedTokens = 300'000;
        QCOMPARE(cachedShare(odd), QString());
    }

    void thePlotHasAPointForEveryAnswerOfTenMinutes()
    {
        const std::vector<AnswerSpeed> speeds{answered(-700, 99), answered(-300, 40), unknown(),
                                              answered(0, 30)};
        const PlotShape shape = plotOf(speeds, PlotOf::AnswerRate);
        QCOMPARE(pointsOf(shape), u"0.5,0.8 1,0.6"_s);
        QCOMPARE(shape.top, 50.0);
        QCOMPARE(shape.to - shape.from, 10min);
        QCOMPARE(plotWords(shape), u"2 answers, 30.0 to 40.0 tokens a second, the last one 30.0"_s);
        QVERIFY(plotOf({}, PlotOf::AnswerRate).points.empty());
    }

    void theTopIsARoundNumber_data()
    {
        QTest::addColumn<double>("most");
        QTest::addColumn<double>("want");
        QTest::newRow("0.3") << 0.3 << 0.5;
        QTest::newRow("1") << 1.0 << 1.0;
        QTest::newRow("41") << 41.2 << 50.0;
        QTest::newRow("51") << 51.0 << 100.0;
        QTest::newRow("1800") << 1800.0 << 2000.0;
    }
    void theTopIsARoundNumber()
    {
        QFETCH(double, most);
        QFETCH(double, want);
        const std::vector<AnswerSpeed> speeds{answered(0, most)};
        QCOMPARE(plotOf(speeds, PlotOf::AnswerRate).top, want);
    }

    void theTableShowsTheLastTenNewestFirst()
    {
        const test::Monitored test;
        const Theme theme(Shade::Light);
        SpeedTable table(theme);
        std::vector<AnswerSpeed> speeds;
        for (int number = 0; number < 12; ++number)
            speeds.push_back(answered(60 * number, 40 + number));
        speeds.back().cachedTokens.reset();
        table.show(speeds);
        QCOMPARE(table.rowCount(), 10);
        QCOMPARE(table.item(0, 0)->text(), u"14:11"_s);
        QCOMPARE(table.item(9, 3)->text(), u"42.0"_s);
        QCOMPARE(table.item(0, 5)->text(), u"–"_s);
        QCOMPARE(table.item(0, 5)->data(Qt::AccessibleTextRole).toString(), u"unknown"_s);
    }

    void aScreenReaderHasTheNumbersOfThePlot()
    {
        const Theme theme(Shade::Light);
        SpeedPlot plot(theme, PlotOf::AnswerRate);
        const std::vector<AnswerSpeed> speeds{answered(0, 41.2)};
        plot.setShape(plotOf(speeds, PlotOf::AnswerRate));
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&plot);
        QCOMPARE(face->text(QAccessible::Description), u"One answer, 41.2 tokens a second"_s);
    }

    void anAnswerIsReadWithKeysAndPointer()
    {
        const Theme theme(Shade::Light);
        SpeedPlot plot(theme, PlotOf::FirstWord);
        plot.resize(300, 104);
        QTest::keyClick(&plot, Qt::Key_Left); // nothing is there yet
        QVERIFY(!plot.chosen());
        std::vector<AnswerSpeed> speeds{answered(0, 41.2), answered(300, 40.0)};
        speeds[1].toFirstWord = 800ms;
        plot.setShape(plotOf(speeds, PlotOf::FirstWord));
        QCOMPARE(plot.accessibleDescription(),
                 u"2 answers, first words after 0.80 s to 1.9 s, the last after 0.80 s"_s);
        QTest::keyClick(&plot, Qt::Key_Left);
        QVERIFY(plot.accessibleDescription().endsWith(u" · first word 0.80 s"_s));
        QTest::keyClick(&plot, Qt::Key_Left);
        QTest::keyClick(&plot, Qt::Key_Left); // no further than the first
        QCOMPARE(plot.chosen(), std::optional<std::size_t>(0));
        QVERIFY(plot.accessibleDescription().endsWith(u" · first word 1.9 s"_s));
        QTest::keyClick(&plot, Qt::Key_End);
        QCOMPARE(plot.chosen(), std::optional<std::size_t>(1));
        const QPointF middle(160, 50); // of the ten minutes
        QMouseEvent move(QEvent::MouseMove, middle, middle, Qt::NoButton, {}, {});
        QCoreApplication::sendEvent(&plot, &move);
        QCOMPARE(plot.chosen(), std::optional<std::size_t>(0));
        plot.setShape({});
        QVERIFY(!plot.chosen());
    }
};

std::unique_ptr<QObject> makeSpeedsTest()
{
    return std::make_unique<SpeedsTest>();
}

#include "tst_speeds.moc"
