#include "tests/support/shot.h"
#include "tests/support/test_table.h"
#include "tests/ui/transcript/scene.h"
#include "tests/ui/transcript/tests.h"
#include "ui/transcript/map/turn_map.h"
#include "ui/transcript/retry_ways.h"

#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace tf::test;
using tf::session::TurnState;
using tf::settings::ThemeChoice;

namespace {

/// What differs, in the name of the shot and the scale of the run.
QString differs(std::string name, Scene& scene)
{
    if (qApp->devicePixelRatio() > 1)
        name += "@2x";
    scene.settle();
    return QString::fromStdString(
        compareWithShot("transcript-" + name, scene.view().grab().toImage()));
}

} // namespace

class TranscriptShotsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void light()
    {
        Scene scene(sampleSession(), {820, 1240});
        scene.scrollTo(0);
        QCOMPARE(differs("light", scene), QString());
    }

    void dark()
    {
        Scene scene(sampleSession(), {820, 900});
        scene.theme().set(ThemeChoice::Dark, 100);
        QCOMPARE(differs("dark", scene), QString());
    }

    void narrow()
    {
        Scene scene(sampleSession(), {480, 900});
        scene.scrollTo(300);
        QCOMPARE(differs("narrow", scene), QString());
    }

    void rightToLeft()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        Scene scene(hebrewSession(), {820, 640});
        QCOMPARE(differs("right-to-left", scene), QString());
    }

    void broken()
    {
        Scene scene(brokenSession(), {820, 520});
        QCOMPARE(differs("broken", scene), QString());
    }

    void longOne()
    {
        Scene scene(longSession(2000), {1200, 700});
        scene.scrollTo(5000);
        QCOMPARE(differs("long", scene), QString());
    }

    void streaming()
    {
        Scene scene(brokenSession(), {820, 560});
        scene.ask("Write the retry again, please.");
        scene.stream("It should cap the sum.", tf::session::PartKind::Reasoning);
        scene.stream("Here it is, with the cap where it belongs:\n\n```cpp\nauto base = first;\n"
                     "for (int idx = 0; idx < att");
        QCOMPARE(differs("streaming", scene), QString());
    }

    void failures()
    {
        Scene scene(failedSession(), {820, 1180});
        tf::workspace::EngineChoice work;
        work.name = "work";
        work.label.host = "api.example.org";
        scene.engines() = {work};
        scene.view().showBranch();
        scene.showDetails(3);
        scene.scrollTo(0);
        QCOMPARE(differs("failures", scene), QString());
        scene.theme().set(ThemeChoice::Dark, 100);
        scene.view().resize(420, 1180);
        scene.scrollTo(0);
        QCOMPARE(differs("failures-dark-narrow", scene), QString());
    }

    void media()
    {
        Scene scene(mediaSession(), {820, 420});
        for (const char* blob : {"p", "c", "v"})
            scene.media()[blob] = shownMedium(1920, 1080);
        scene.media()["v"].seconds = 135;
        scene.scrollTo(0);
        QCOMPARE(differs("media", scene), QString());
        scene.theme().set(ThemeChoice::Dark, 100);
        scene.view().resize(420, 620);
        scene.scrollTo(0);
        QCOMPARE(differs("media-dark-narrow", scene), QString());
    }

    void retryMenu()
    {
        Scene scene(failedSession(), {300, 300});
        std::vector<tf::workspace::EngineChoice> engines(3);
        engines[0].name = "work";
        engines[0].thinking = {{{tf::session::Thinking::Disabled, false, {}, "it always reasons"},
                                {tf::session::Thinking::Adaptive, true, {}, {}},
                                {tf::session::Thinking::Enabled, true, {}, {}}}};
        engines[1].name = "box";
        engines[1].label.host = "gpu.lan";
        engines[2].name = "vendor";
        engines[2].problem = "its key is locked";
        QMenu menu;
        tf::ui::RetryWays::of(scene.session().turns.front().question.settings, engines)
            .fill(menu, [](const auto&) {});
        menu.ensurePolished();
        menu.resize(menu.sizeHint());
        QCOMPARE(
            QString::fromStdString(compareWithShot("transcript-retry-menu", menu.grab().toImage())),
            QString());
    }

    void branches()
    {
        Scene scene(treeSession({0, 1, 2, 3, 4, 1, 6, 2, 8, 4, 10, 0, 5}));
        auto& turns = scene.session().turns;
        turns[1].removed = true;
        turns[2].ending.state = TurnState::Interrupted;
        turns[3].ending.state = TurnState::Failed;
        turns[6].ending.state = TurnState::Failed;
        turns[8].ending.state = TurnState::Interrupted;
        turns[12].ending.state = TurnState::Streaming;
        QWidget host;
        host.resize(64, 120);
        tf::ui::TurnMap map(scene.theme(), &host);
        map.setSource(tf::ui::TreeSource{
            .session = [&scene]() -> const tf::session::Session& { return scene.session(); },
            .branch = [&scene] { return tf::ui::sourceOf(scene.session()).branch(); },
            .turn = [&scene](auto id) { return tf::ui::sourceOf(scene.session()).turn(id); },
        });
        map.move(0, 0);
        map.resize(map.width(), 120);
        map.setReading(4);
        host.show();
        const QImage light = map.grab().toImage();
        scene.theme().set(ThemeChoice::Dark, 100);
        const QImage dark = map.grab().toImage();
        QImage both(light.width() * 2, light.height(), QImage::Format_RGB32);
        QPainter painter(&both);
        painter.drawImage(both.rect().adjusted(0, 0, -light.width(), 0), light);
        painter.drawImage(both.rect().adjusted(light.width(), 0, 0, 0), dark);
        painter.end();
        QCOMPARE(QString::fromStdString(compareWithShot("transcript-branches", both)), QString());
    }

    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }
};

std::unique_ptr<QObject> makeTranscriptShotsTest()
{
    return std::make_unique<TranscriptShotsTest>();
}

#include "tst_shots.moc"
