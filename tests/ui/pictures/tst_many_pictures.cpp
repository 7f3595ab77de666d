// 500 screenshots at once: nothing waits for them, and what is too much is named.

#include "app/endpoint/server_kind.h"
#include "tests/app/workspace/tray/laid_tray.h"
#include "tests/support/test_table.h"
#include "tests/ui/pictures/flat_screen.h"
#include "tests/ui/pictures/tests.h"
#include "tests/ui/pictures/viewed.h"
#include "ui/pictures/picture_strip.h"

#include <QElapsedTimer>

using namespace tf;
using test::Viewed;

namespace {

constexpr int kMany = 500;

/// The longest time between two turns of the event loop.
class LoopWatch : public QObject {
public:
    LoopWatch()
    {
        m_clock.start();
        startTimer(1);
    }

    [[nodiscard]] qint64 longest() const { return m_longest; }

protected:
    void timerEvent(QTimerEvent*) override { m_longest = std::max(m_longest, m_clock.restart()); }

private:
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

} // namespace

class ManyPicturesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void fiveHundredScreenshotsHoldNothingUp()
    {
        Viewed viewed;
        viewed.tray().setEngine(serverChoice("minimax"), 0);
        viewed.lay({320, 180});
        const std::string png = test::flatScreenPng({320, 180});
        const LoopWatch watch;
        for (int idx = 1; idx < kMany; ++idx) {
            viewed.tray().addBytes("shot " + std::to_string(idx), "image/png", png);
            if (idx % 50 == 0)
                QTest::qWait(1);
        }
        QVERIFY(isRead(viewed.tray()));
        QTest::qWait(200);
        QCOMPARE(viewed.page().findChild<ui::PictureStrip*>()->model()->rowCount(), kMany);
        // On a machine that does nothing else it is told below 50; others work here too.
        qInfo("longest turn of the loop: %lld ms", watch.longest());
        QVERIFY2(watch.longest() < 500, std::to_string(watch.longest()).c_str());
        const auto problems = viewed.tray().verdict().problems;
        QVERIFY(!problems.empty());
        QCOMPARE(problems.front(), std::string("500 pictures, and there takes 200 in one request"));
    }
};

std::unique_ptr<QObject> makeManyPicturesTest()
{
    return std::make_unique<ManyPicturesTest>();
}

#include "tst_many_pictures.moc"
