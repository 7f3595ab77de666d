#include "tests/support/shot.h"
#include "tests/support/test_table.h"
#include "tests/ui/monitor/monitored.h"
#include "tests/ui/monitor/tests.h"

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
        answer(test, "");
        QCOMPARE(differs("dark-local", test), QString());
    }
};

std::unique_ptr<QObject> makeMonitorShotsTest()
{
    return std::make_unique<MonitorShotsTest>();
}

#include "tst_monitor_shots.moc"
