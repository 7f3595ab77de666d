#include "tests/support/shot.h"
#include "tests/support/test_table.h"
#include "tests/ui/transcript/scene.h"
#include "tests/ui/transcript/tests.h"

#include <QApplication>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace tf::test;
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

    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }
};

std::unique_ptr<QObject> makeTranscriptShotsTest()
{
    return std::make_unique<TranscriptShotsTest>();
}

#include "tst_shots.moc"
