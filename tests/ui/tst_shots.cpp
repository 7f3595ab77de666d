#include "tests/support/shot.h"
#include "tests/support/test_table.h"
#include "tests/ui/test_desktop.h"
#include "tests/ui/tests.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;
using tf::test::TestDesktop;
using tf::ui::ActionId;

namespace {

/// What differs, in the name of the shot and the scale of the run.
QString differs(std::string name, QWidget& window)
{
    if (qApp->devicePixelRatio() > 1)
        name += "@2x";
    QApplication::processEvents();
    return QString::fromStdString(
        tf::test::compareWithShot("window-" + name, window.grab().toImage()));
}

} // namespace

class ShotsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void light()
    {
        TestDesktop test;
        QCOMPARE(differs("light", test.open({1280, 800})), QString());
    }

    void dark()
    {
        TestDesktop test("{\"theme\":\"dark\"}");
        QCOMPARE(differs("dark", test.open({1280, 800})), QString());
    }

    void narrow()
    {
        TestDesktop test;
        QCOMPARE(differs("narrow", test.open({680, 600})), QString());
    }

    void narrowWithInspector()
    {
        TestDesktop test("{\"theme\":\"dark\"}");
        auto& window = test.open({680, 600});
        window.action(ActionId::ToggleInspector)->trigger();
        QCOMPARE(differs("narrow-inspector", window), QString());
    }

    void notice()
    {
        TestDesktop test("{\"zoomPercent\":true}");
        auto& window = test.open({1000, 640});
        window.action(ActionId::About)->trigger();
        QCOMPARE(differs("notice", window), QString());
    }

    void draggedOver()
    {
        TestDesktop test;
        auto& window = test.open({900, 640});
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/home/me/billing"_s)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QWidget* conversation = window.findChild<QWidget*>(u"conversation"_s);
        QVERIFY(conversation != nullptr);
        QApplication::sendEvent(conversation, &enter);
        QVERIFY(enter.isAccepted());
        QCOMPARE(differs("dragged-over", window), QString());
    }

    void keysWithFocusRing()
    {
        TestDesktop test;
        auto& window = test.open({1100, 700});
        window.activateWindow();
        window.action(ActionId::Keys)->trigger();
        window.action(ActionId::PreviousPane)->trigger();
        QCOMPARE(differs("keys-focus", window), QString());
    }

    void zoomed()
    {
        TestDesktop test("{\"zoomPercent\":150,\"theme\":\"dark\"}");
        QCOMPARE(differs("zoomed", test.open({1280, 800})), QString());
    }

    void rightToLeft()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        {
            TestDesktop test;
            QCOMPARE(differs("right-to-left", test.open({1280, 800})), QString());
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }
};

std::unique_ptr<QObject> makeShotsTest()
{
    return std::make_unique<ShotsTest>();
}

#include "tst_shots.moc"
