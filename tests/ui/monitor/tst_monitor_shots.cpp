#include "tests/support/shot.h"
#include "tests/support/test_table.h"
#include "tests/ui/monitor/monitored.h"
#include "tests/ui/monitor/tests.h"
#include "ui/monitor/memory_card.h"

#include <QApplication>

using namespace tf;
using test::Monitored;

namespace {

QString differs(const std::string& name, Monitored& test)
{
    QApplication::processEvents();
    if (QWidget* focus = QApplication::focusWidget())
        focus->clearFocus();
    QApplication::processEvents();
    return QString::fromStdString(
        test::compareWithShot("monitor-" + name, test.window().grab().toImage()));
}

/// Slower as the day goes on; the last but one did not say what it had in its cache.
void answer(Monitored& test, const std::string& engine)
{
    const std::array<double, 7> rates{44.1, 43.7, 41.9, 42.4, 38.2, 40.6, 41.2};
    int seconds = 120;
    for (const double rate : rates) {
        auto speed = test::answered(seconds, rate);
        if (seconds == 520) {
            speed.cachedTokens.reset();
            speed.promptTokensPerSecond.reset();
        }
        test.engines().speeds().note(engine, speed);
        seconds += 80;
    }
}

} // namespace

class MonitorShotsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aVendorsServer()
    {
        Monitored test;
        auto engine = test::vendor();
        engine.rates.date.clear(); // its age would be another one every day
        test.panel().setEngine(&engine);
        answer(test, "work");
        QCOMPARE(differs("vendor", test), QString());
    }

    void darkAndNoModel()
    {
        Monitored test;
        test.theme().set(settings::ThemeChoice::Dark, 100);
        test.engines().localModel().setFolder("/srv/models/MiniMax-M3");
        test.panel().setEngine(test.engines().find(""));
        QTRY_VERIFY(test.engines().localModel().plan() != nullptr); // there is no such folder
        answer(test, "");
        QCOMPARE(differs("dark-local", test), QString());
    }

    void rightToLeft()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        Monitored test;
        auto engine = test::vendor();
        engine.rates.date.clear();
        test.panel().setEngine(&engine);
        answer(test, "work");
        const QString differences = differs("right-to-left", test);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(differences, QString());
    }

    /// Fits, is too large, is loaded and works; from left to right and the other way.
    void whatTheModelTakes()
    {
        Monitored test;
        test.panel().hide();
        auto* column = test.window().layout();
        column->setSpacing(24);
        const Result<engine::MemoryPlan> fits = test::plannedModel(64'000'000'000);
        auto large = test::plannedModel(40'000'000'000);
        large.positionsThatFit = 8192;
        const Result<engine::MemoryPlan> isLarge = std::move(large);
        std::array<ui::MemoryCard*, 4> cards{};
        for (auto*& card : cards) {
            card = new ui::MemoryCard(test.theme(), &test.window());
            column->addWidget(card);
        }
        cards[0]->setPlan(&fits);
        cards[1]->setPlan(&isLarge);
        cards[2]->setLoaded(fits.value(), 48'200'000'000, test::busyEngine());
        cards[3]->setLayoutDirection(Qt::RightToLeft);
        cards[3]->setLoaded(fits.value(), 48'200'000'000, test::busyEngine());
        column->setContentsMargins(14, 14, 14, 14);
        test.window().resize(300, 1160);
        QCOMPARE(differs("memory", test), QString());
        test.theme().set(settings::ThemeChoice::Dark, 100);
        QCOMPARE(differs("memory-dark", test), QString());
    }
};

std::unique_ptr<QObject> makeMonitorShotsTest()
{
    return std::make_unique<MonitorShotsTest>();
}

#include "tst_monitor_shots.moc"
