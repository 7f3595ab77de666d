#include "tests/support/test_table.h"
#include "tests/ui/composer/composed.h"
#include "tests/ui/composer/tests.h"
#include "ui/composer/thinking_switch.h"

#include <QAccessible>
#include <QRadioButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using session::Thinking;

namespace {

workspace::EngineChoice halfDeaf()
{
    auto engine = test::engineAway();
    engine.thinking[0] = {Thinking::Disabled, true, "thinking.type: disabled", {}};
    engine.thinking[1] = {Thinking::Adaptive, true, "thinking.type: adaptive", {}};
    engine.thinking[2] = {Thinking::Enabled, false, {}, "this service cannot force thinking"};
    return engine;
}

} // namespace

class ThinkingTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void toolTipsSayWhatIsSentAndWhyNot()
    {
        const Theme theme(Shade::Light);
        ThinkingSwitch control(theme);
        const auto engine = halfDeaf();
        control.setEngine(&engine);
        const auto buttons = control.findChildren<QRadioButton*>();
        QCOMPARE(buttons.size(), 3);
        QCOMPARE(buttons[0]->toolTip(), u"Sent as thinking.type: disabled"_s);
        QVERIFY(buttons[1]->isChecked());
        QVERIFY(!buttons[2]->isEnabled());
        QCOMPARE(buttons[2]->toolTip(), u"this service cannot force thinking"_s);
    }

    void theyAreRadioButtonsToScreenReaders()
    {
        const Theme theme(Shade::Light);
        const ThinkingSwitch control(theme);
        const auto buttons = control.findChildren<QRadioButton*>();
        auto* spoken = QAccessible::queryAccessibleInterface(buttons[1]);
        QVERIFY(spoken != nullptr);
        QCOMPARE(spoken->role(), QAccessible::RadioButton);
        QCOMPARE(spoken->text(QAccessible::Name), u"Thinking adaptive"_s);
        QVERIFY(spoken->state().checked);
    }

    void whatIsNotHonouredGivesWay()
    {
        const Theme theme(Shade::Light);
        ThinkingSwitch control(theme);
        control.setMode(Thinking::Enabled);
        QVERIFY(control.mode() == Thinking::Enabled);
        const auto engine = halfDeaf();
        control.setEngine(&engine);
        QVERIFY(control.mode() == Thinking::Adaptive);
        control.setEngine(nullptr);
        QVERIFY(control.mode() == Thinking::Enabled);
    }

    void cyclingPassesBy()
    {
        test::Composed test;
        const auto engine = halfDeaf();
        test.composer().setEngine(&engine);
        auto& control = *test.composer().findChild<ThinkingSwitch*>();
        const QSignalSpy chosen(&control, &ThinkingSwitch::chosen);
        const auto modifiers = Qt::ControlModifier | Qt::ShiftModifier;
        QTest::keyClick(&test.edit(), Qt::Key_T, modifiers);
        QVERIFY(control.mode() == Thinking::Disabled);
        QTest::keyClick(&test.edit(), Qt::Key_T, modifiers);
        QVERIFY(control.mode() == Thinking::Adaptive);
        QCOMPARE(chosen.size(), 2);
        QVERIFY(test.talk().talk().session().settings.request.thinking == Thinking::Adaptive);
    }
};

std::unique_ptr<QObject> makeThinkingTest()
{
    return std::make_unique<ThinkingTest>();
}

#include "tst_thinking.moc"
