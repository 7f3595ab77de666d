#include "tests/support/shot.h"
#include "tests/support/test_table.h"
#include "tests/ui/transcript/scene.h"
#include "tests/ui/transcript/tests.h"
#include "ui/transcript/map/turn_map.h"

#include <QApplication>
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
