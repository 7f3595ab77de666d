// What a screen reader meets in a conversation beside the words: buttons, links, pictures.

#include "tests/support/test_table.h"
#include "tests/ui/transcript/scene.h"
#include "tests/ui/transcript/tests.h"

#include <QAccessible>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tf::test;
using namespace tf::ui;

namespace {

/// The first of that name in all messages.
QAccessibleInterface* spoken(Scene& scene, const QString& name)
{
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&scene.view());
    for (int message = 0; message < list->childCount(); ++message) {
        QAccessibleInterface* one = list->child(message);
        for (int idx = 0; idx < one->childCount(); ++idx) {
            if (one->child(idx)->text(QAccessible::Name).startsWith(name))
                return one->child(idx);
        }
    }
    return nullptr;
}

} // namespace

class SpokenTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void buttonsLinksAndPicturesHaveRolesAndNames()
    {
        Scene scene(mediaSession(), {820, 700});
        scene.media()["p"] = shownMedium(1920, 1080);
        QAccessibleInterface* picture = spoken(scene, u"Picture before the change.png"_s);
        QVERIFY(picture != nullptr);
        QCOMPARE(picture->role(), QAccessible::Graphic);
        QVERIFY(picture->text(QAccessible::Name).contains(u"1920×1080"_s));
        QAccessibleInterface* edit = spoken(scene, u"Edit"_s);
        QVERIFY(edit != nullptr);
        QCOMPARE(edit->role(), QAccessible::Button);
        QVERIFY(edit->parent()->indexOfChild(edit) >= 0);
        QVERIFY(!edit->rect().isEmpty());
    }

    void aScreenReaderCanPressThem()
    {
        Scene scene(brokenSession(), {820, 700});
        QAccessibleInterface* retry = spoken(scene, u"Retry"_s);
        QVERIFY(retry != nullptr);
        QSignalSpy asked(&scene.view(), &TranscriptView::retryAsked);
        retry->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(asked.count(), 1);
    }

    void whatTheKeyboardIsOnIsTheFocus()
    {
        Scene scene(brokenSession(), {820, 700});
        scene.scrollTo(0);
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&scene.view());
        QTest::keyClick(&scene.view(), Qt::Key_Tab);
        QVERIFY(scene.view().look().focused.has_value());
        QAccessibleInterface* focus = list->focusChild();
        QVERIFY(focus != nullptr);
        QCOMPARE(focus->role(), QAccessible::Button);
    }
};

std::unique_ptr<QObject> makeSpokenTest()
{
    return std::make_unique<SpokenTest>();
}

#include "tst_spoken.moc"
