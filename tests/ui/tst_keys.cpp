#include "tests/support/test_table.h"
#include "tests/ui/test_desktop.h"
#include "tests/ui/tests.h"
#include "ui/composer/composer.h"
#include "ui/shell/key_recorder.h"
#include "ui/shell/key_table.h"
#include "ui/shell/keys_page.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/transcript/view/transcript_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace tf::ui;
using tf::test::TestDesktop;

namespace {

const ActionRow& rowOf(ActionId id)
{
    return actionTable()[static_cast<std::size_t>(id)];
}

QAbstractButton* buttonCalled(QWidget& parent, const QString& name)
{
    for (auto* button : parent.findChildren<QAbstractButton*>()) {
        if (button->accessibleName() == name && !button->isHidden())
            return button;
    }
    return nullptr;
}

/// The page of keys with the recorder of an action that is waiting for a key.
KeyRecorder* recorderFor(MainWindow& window, const QString& action)
{
    if (!window.action(ActionId::Keys)->isChecked())
        window.action(ActionId::Keys)->trigger();
    auto& page = *window.findChild<KeysPage*>();
    page.findChild<QLineEdit*>()->setText(action);
    QApplication::processEvents();
    auto* change = buttonCalled(page, u"Change the key of “%1”"_s.arg(action));
    CHECK(change != nullptr, "the action is listed");
    change->click();
    QApplication::processEvents();
    auto* recorder = page.findChild<KeyRecorder*>();
    CHECK(recorder != nullptr, "a key is waited for");
    return recorder;
}

} // namespace

class KeysTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsTakenFromWhoHadItAndComesBack()
    {
        KeyTable table;
        const auto key = shortcutsOf(rowOf(ActionId::Find)).front();
        QCOMPARE(table.holderOf(key, rowOf(ActionId::About)), &rowOf(ActionId::Find));
        table.give(rowOf(ActionId::About), key);
        QCOMPARE(table.keysOf(rowOf(ActionId::About)), QList<QKeySequence>{key});
        QVERIFY(!table.keysOf(rowOf(ActionId::Find)).contains(key));
        table.reset(rowOf(ActionId::Find)); // it is somebody else's now
        QVERIFY(!table.keysOf(rowOf(ActionId::Find)).contains(key));
        table.reset(rowOf(ActionId::About));
        table.reset(rowOf(ActionId::Find));
        QVERIFY(table.own().empty());
    }

    void whatTheSettingsHoldIsObeyedAndNonsenseIsNot()
    {
        const KeyTable table({{u"Find"_s, {u"Ctrl+Shift+L"_s, u"Ctrl+Nonsense"_s}},
                              {u"Undo"_s, {}},
                              {u"NoSuchAction"_s, {u"F9"_s}}});
        QCOMPARE(table.keysOf(rowOf(ActionId::Find)),
                 QList<QKeySequence>{QKeySequence(u"Ctrl+Shift+L"_s)});
        QVERIFY(table.keysOf(rowOf(ActionId::Undo)).isEmpty());
        QCOMPARE(table.own().size(), std::size_t(3)); // and written back
    }

    void thePlatformsKeysComeAlong()
    {
        for (const QKeySequence& one : QKeySequence::keyBindings(QKeySequence::FindNext)) {
            const ActionRow* holder = KeyTable().holderOf(one, rowOf(ActionId::About));
            QVERIFY2(holder != nullptr, qPrintable(one.toString()));
        }
    }

    void aNewKeyIsRecordedKeptAndTakenBack()
    {
        TestDesktop test;
        MainWindow& window = test.open({1000, 700});
        QTest::keyClick(recorderFor(window, u"Find in Session"_s), Qt::Key_L,
                        Qt::ControlModifier | Qt::ShiftModifier);
        const QKeySequence wanted(u"Ctrl+Shift+L"_s);
        QTRY_COMPARE(window.action(ActionId::Find)->shortcuts(), QList<QKeySequence>{wanted});
        test.restart();
        MainWindow& again = test.desktop().openWindow();
        QCOMPARE(again.action(ActionId::Find)->shortcuts(), QList<QKeySequence>{wanted});
        again.action(ActionId::Keys)->trigger();
        auto* reset =
            buttonCalled(*again.findChild<KeysPage*>(), u"Reset the key of “Find in Session”"_s);
        QVERIFY(reset != nullptr);
        reset->click();
        QTRY_COMPARE(again.action(ActionId::Find)->shortcuts(), shortcutsOf(rowOf(ActionId::Find)));
    }

    void aKeyThatIsTakenIsReported()
    {
        TestDesktop test;
        MainWindow& window = test.open({1000, 700});
        QTest::keyClick(recorderFor(window, u"About Trifold"_s), Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(window.action(ActionId::About)->shortcuts(),
                     QList<QKeySequence>{QKeySequence(u"Ctrl+F"_s)});
        QVERIFY(!window.action(ActionId::Find)->shortcuts().contains(QKeySequence(u"Ctrl+F"_s)));
        QStringList said;
        for (const auto* label : window.findChild<KeysPage*>()->findChildren<QLabel*>())
            said.append(label->text());
        QVERIFY2(!said.filter(u"Find in Session"_s).isEmpty(), qPrintable(said.join(u'|')));
    }

    void lettersAloneAreNoKeysAndEscapeLeaves()
    {
        TestDesktop test;
        MainWindow& window = test.open({1000, 700});
        auto* recorder = recorderFor(window, u"About Trifold"_s);
        QTest::keyClick(recorder, Qt::Key_A);
        QTest::keyClick(recorder, Qt::Key_Escape);
        QApplication::processEvents();
        QVERIFY(window.action(ActionId::About)->shortcuts().isEmpty());
        QVERIFY(window.action(ActionId::Keys)->isChecked()); // the page is still there
    }

    void aQuestionMarkShowsTheKeysOfThePaneUnlessItIsWritten()
    {
        TestDesktop test;
        MainWindow& window = test.open({1000, 700});
        window.activateWindow();
        auto* edit = window.findChild<ComposerEdit*>();
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Question);
        QVERIFY(!window.action(ActionId::Keys)->isChecked());
        QTest::keyClick(&window.page().pane().view(), Qt::Key_Question, Qt::ShiftModifier);
        QVERIFY(window.action(ActionId::Keys)->isChecked());
    }

    void escapeOnceMoreLeavesTheField()
    {
        TestDesktop test;
        MainWindow& window = test.open({1000, 700});
        window.activateWindow();
        auto* edit = window.findChild<ComposerEdit*>();
        edit->setFocus();
        QCOMPARE(window.focusWidget(), edit);
        window.action(ActionId::Dismiss)->trigger();
        QVERIFY(window.focusWidget() != edit);
    }

    void codeGrowsApartFromWords()
    {
        TestDesktop test;
        MainWindow& window = test.open({800, 600});
        window.action(ActionId::CodeLarger)->trigger();
        QCOMPARE(test.theme().codeZoomPercent(), 110);
        QCOMPARE(test.theme().zoomPercent(), 100);
        window.action(ActionId::ZoomOut)->trigger();
        QCOMPARE(test.theme().codeZoomPercent(), 110);
        test.restart();
        QCOMPARE(test.theme().codeZoomPercent(), 110);
        QCOMPARE(test.theme().font(FontRole::Code).pixelSize(), 14);
        test.open({800, 600}).action(ActionId::CodeAsWords)->trigger();
        QCOMPARE(test.theme().codeZoomPercent(), 90);
    }
};

std::unique_ptr<QObject> makeKeysTest()
{
    return std::make_unique<KeysTest>();
}

#include "tst_keys.moc"
