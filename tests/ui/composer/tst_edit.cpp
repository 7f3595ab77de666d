#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/ui/composer/composed.h"
#include "tests/ui/composer/tests.h"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using tf::test::Composed;

namespace {

void compose(QWidget& edit, const QString& shown, const QString& committed = {})
{
    QInputMethodEvent event(shown, {});
    event.setCommitString(committed);
    QApplication::sendEvent(&edit, &event);
}

} // namespace

class EditTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void enterSendsAndShiftEnterBeginsALine()
    {
        Composed test;
        const QSignalSpy sent(&test.edit(), &ComposerEdit::sendAsked);
        QTest::keyClicks(&test.edit(), u"one"_s);
        QTest::keyClick(&test.edit(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(sent.size(), 0);
        QCOMPARE(test.edit().toPlainText(), u"one\n"_s);
        QTest::keyClick(&test.edit(), Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(sent.size(), 1);
    }

    void theKeysCanBeSwapped()
    {
        Composed test;
        test.composer().setSendKey(SendKey::ShiftEnter);
        const QSignalSpy sent(&test.edit(), &ComposerEdit::sendAsked);
        QTest::keyClick(&test.edit(), Qt::Key_Return);
        QCOMPARE(sent.size(), 0);
        QTest::keyClick(&test.edit(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(&test.edit(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent.size(), 2);
    }

    /// In each: what is composed grows, Enter is pressed while it is shown and right behind the
    /// event that ended it, as input methods do that hand their keys on. What is committed has a
    /// glyph in our fonts: looking for another font again and again is no part of this.
    void aThousandCompositionsSendNothing()
    {
        Composed test;
        const QSignalSpy sent(&test.edit(), &ComposerEdit::sendAsked);
        test::Gen gen(11, 8);
        const QString syllables = u"ni hao shi jie"_s;
        QString expected;
        for (int idx = 0; idx < 1000; ++idx) {
            const auto length = 1 + int(gen.bits() % 5);
            for (int part = 1; part <= length; ++part) {
                compose(test.edit(), syllables.left(part));
                if (gen.bits() % 2 == 0)
                    QTest::keyClick(&test.edit(), Qt::Key_Return);
            }
            const bool isGivenUp = gen.bits() % 7 == 0;
            compose(test.edit(), {}, isGivenUp ? QString() : u"é"_s);
            expected += isGivenUp ? QString() : u"é"_s;
            // No event loop in between: this is still the key that ended the composition.
            QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, {});
            QApplication::sendEvent(&test.edit(), &enter);
        }
        QCOMPARE(sent.size(), 0);
        QCOMPARE(test.edit().toPlainText(), expected);
        QApplication::processEvents();
        QTest::keyClick(&test.edit(), Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
    }

    void aKeyHeldDownSendsOnce()
    {
        Composed test;
        const QSignalSpy sent(&test.edit(), &ComposerEdit::sendAsked);
        for (int idx = 0; idx < 5; ++idx) {
            QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, {}, u"\r"_s, idx > 0);
            QApplication::sendEvent(&test.edit(), &enter);
        }
        QCOMPARE(sent.size(), 1);
    }

    void itGrowsWithItsTextToFourTenthsOfTheWindow()
    {
        Composed test;
        QApplication::processEvents();
        const int small = test.edit().height();
        test.edit().setPlainText(u"a\nb\nc\nd\ne"_s);
        QTRY_VERIFY(test.edit().height() > small);
        test.edit().setPlainText(u"line\n"_s.repeated(300));
        QTRY_COMPARE(test.edit().height(), test.window().height() * 40 / 100);
        test.edit().clear();
        QTRY_COMPARE(test.edit().height(), small);
    }

    void aLongPasteBecomesAChipAndRawOnesDoNot()
    {
        Composed test;
        QGuiApplication::clipboard()->setText(u"line\n"_s.repeated(300));
        test.edit().paste();
        QVERIFY(test.edit().toPlainText().isEmpty());
        QCOMPARE(test.composer().tray().items().size(), 1U);
        QTest::keyClick(&test.edit(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(test.edit().toPlainText().count(u'\n'), 300);
        QCOMPARE(test.composer().tray().items().size(), 1U);
    }
};

std::unique_ptr<QObject> makeEditTest()
{
    return std::make_unique<EditTest>();
}

#include "tst_edit.moc"
