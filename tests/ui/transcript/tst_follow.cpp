#include "tests/support/test_table.h"
#include "tests/ui/transcript/scene.h"
#include "tests/ui/transcript/tests.h"

#include <QApplication>
#include <QScreen>
#include <QScrollBar>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace tf::test;
using tf::ui::Following;

class FollowTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void atTheEndItFollows()
    {
        Scene scene(longSession(200));
        QCOMPARE(scene.stage().top(), scene.stage().maxTop());
        scene.ask("More?");
        for (int idx = 0; idx < 40; ++idx)
            scene.stream("Paragraph number " + std::to_string(idx) + ".\n\n");
        QCOMPARE(scene.stage().top(), scene.stage().maxTop());
        QCOMPARE(scene.view().verticalScrollBar()->value(),
                 scene.view().verticalScrollBar()->maximum());
        QVERIFY(scene.yOf(u"number 39"_s) > 0);
    }

    void aReaderIsLeftInPeace()
    {
        Scene scene(longSession(200));
        scene.ask("More?");
        scene.stream("The line that is read.\n\n");
        scene.scrollTo(scene.view().verticalScrollBar()->maximum() - 60);
        const int y = scene.yOf(u"that is read"_s);
        QVERIFY(y > 0);
        for (int idx = 0; idx < 60; ++idx) {
            scene.stream("Further line " + std::to_string(idx) + ".\n\n");
            QCOMPARE(scene.yOf(u"that is read"_s), y);
        }
        QCOMPARE(scene.stage().following(), Following::Off);
        QVERIFY(scene.stage().newLines() >= 60);
        QTest::keyClick(&scene.view(), Qt::Key_End);
        QCOMPARE(scene.stage().following(), Following::On);
        QCOMPARE(scene.stage().newLines(), 0);
        scene.stream("The last one.\n\n");
        QVERIFY(scene.yOf(u"last one"_s) > 0);
    }

    void scrollingUpCorrectsGuessesAboveTheWindow()
    {
        Scene scene(longSession(3000));
        QScrollBar* bar = scene.view().verticalScrollBar();
        scene.scrollTo(bar->maximum() / 2);
        for (int step = 0; step < 60; ++step) {
            const std::size_t middle = scene.stage().rows().heights().at(scene.stage().top() + 300);
            const auto key = scene.stage().rows()[middle].key;
            const int before = scene.stage().originOf(middle).y();
            scene.scrollTo(bar->value() - 40);
            const int after = scene.stage().originOf(scene.stage().rows().from(key)).y();
            QCOMPARE(after - before, 40);
        }
    }

    void anotherWidthKeepsTheLineAtTheTop()
    {
        Scene scene(longSession(1000), {900, 600});
        scene.scrollTo(4000);
        const auto top =
            scene.stage().rows()[scene.stage().rows().heights().at(scene.stage().top() + 2)].key;
        for (const int width : {500, 700, 1100, 900}) {
            scene.view().resize(width, 600);
            scene.settle();
            const std::size_t idx = scene.stage().rows().heights().at(scene.stage().top() + 2);
            QCOMPARE(scene.stage().rows()[idx].key.block, top.block);
        }
    }

    void whatIsAddedCostsTheSameEverywhere()
    {
        const auto layoutsFor = [](int numLines) {
            Scene scene(longSession(numLines));
            scene.ask("More?");
            const std::int64_t before = scene.stage().cache().numMade();
            for (int idx = 0; idx < 50; ++idx)
                scene.stream("Some words, and `code`. ");
            return scene.stage().cache().numMade() - before;
        };
        const std::int64_t few = layoutsFor(10);
        const std::int64_t many = layoutsFor(20'000);
        QVERIFY2(many <= few + 4, qPrintable(u"%1 and %2"_s.arg(few).arg(many)));
    }

    void nothingMovesAtRest()
    {
        Scene scene(sampleSession());
        scene.settle();
        QVERIFY(scene.view().findChildren<QTimer*>().isEmpty());
        int numEvents = 0;
        class Watch : public QObject {
        public:
            explicit Watch(int& count)
                : m_count(count)
            {
            }
            bool eventFilter(QObject*, QEvent* event) override
            {
                if (event->type() == QEvent::Timer || event->type() == QEvent::Paint
                    || event->type() == QEvent::MetaCall)
                    ++m_count;
                return false;
            }

        private:
            int& m_count;
        } watch(numEvents);
        QApplication::instance()->installEventFilter(&watch);
        QTest::qWait(300);
        QCOMPARE(numEvents, 0);
    }

    /// Only what changed is painted; together it must be the picture of all that is there.
    void whatStandsOnTheScreenIsWhatWouldBePaintedAnew_data()
    {
        QTest::addColumn<int>("above");
        QTest::newRow("following") << 0;
        QTest::newRow("reading above the end") << 90;
    }
    void whatStandsOnTheScreenIsWhatWouldBePaintedAnew()
    {
        QFETCH(int, above);
        constexpr std::size_t kPiece = 131;
        Scene scene(longSession(60));
        scene.ask("More?");
        const std::string answer = longAnswer(90)
            + "> a quote with **marks** that goes on and on, "
              "over more than one line of the window\n";
        for (std::size_t at = 0; at < answer.size(); at += kPiece) {
            scene.stream(answer.substr(at, kPiece));
            if (at == kPiece && above > 0)
                scene.scrollTo(scene.view().verticalScrollBar()->maximum() - above);
            QTest::qWait(8); // Qt puts a picture off for some milliseconds
            const QImage shown = scene.view().screen()->grabWindow(scene.view().winId()).toImage();
            const QImage anew = scene.view().grab().toImage().convertToFormat(shown.format());
            const QRect port = scene.view().viewport()->geometry();
            QVERIFY2(shown.copy(port) == anew.copy(port), qPrintable(u"behind byte %1"_s.arg(at)));
        }
    }
};

std::unique_ptr<QObject> makeFollowTest()
{
    return std::make_unique<FollowTest>();
}

#include "tst_follow.moc"
