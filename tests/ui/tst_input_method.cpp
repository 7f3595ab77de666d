#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/ui/test_desktop.h"
#include "tests/ui/tests.h"
#include "ui/composer/composer_edit.h"
#include "ui/sessions/session_delegate.h"
#include "ui/sessions/session_rows.h"
#include "ui/sessions/sessions_model.h"
#include "ui/shell/palette.h"
#include "ui/transcript/view/find_bar.h"
#include "ui/transcript/view/transcript_view.h"

#include <QAction>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

#include <functional>

using namespace Qt::StringLiterals;
using namespace tf::ui;
using tf::test::TestDesktop;

namespace {

void compose(QWidget& field, const QString& shown, const QString& committed = {})
{
    QInputMethodEvent event(shown, {});
    event.setCommitString(committed);
    QApplication::sendEvent(&field, &event);
}

/// Without the event loop in between: the key that the input method hands on.
void pressAtOnce(QWidget& field, int key)
{
    QKeyEvent event(QEvent::KeyPress, key, {});
    QApplication::sendEvent(&field, &event);
}

/// A window with every field in which Enter does something, and what it did.
class Fields {
public:
    Fields()
        : m_window(m_test.open({1000, 700}))
        , m_find(m_test.theme(), m_view)
        , m_delegate(m_test.theme())
    {
        m_rows.setRows({{SessionRowKind::Session, u"a session"_s, {}}});
        m_list.setModel(&m_rows);
        m_list.setItemDelegate(&m_delegate);
        m_list.resize(300, 200);
        m_find.setParent(&m_host);
        m_find.resize(600, 40);
        m_host.resize(600, 100);
    }

    QWidget* open(const QString& name)
    {
        if (name == u"composer")
            return openComposer();
        if (name == u"rename")
            return openRename();
        return name == u"palette" ? openPalette() : openFind();
    }

    [[nodiscard]] bool isTaken() const { return m_isTaken(); }

private:
    QWidget* openComposer()
    {
        m_window.activateWindow();
        auto* edit = m_window.findChild<ComposerEdit*>();
        m_sent = std::make_unique<QSignalSpy>(edit, &ComposerEdit::sendAsked);
        m_isTaken = [this] { return !m_sent->isEmpty(); };
        return edit;
    }

    QWidget* openPalette()
    {
        m_window.activateWindow();
        m_window.action(ActionId::Palette)->trigger();
        auto* palette = m_window.findChild<Palette*>();
        m_isTaken = [palette] { return !palette->isVisible(); };
        return palette->findChild<QLineEdit*>();
    }

    QWidget* openFind()
    {
        m_host.show();
        m_find.open();
        auto* field = m_find.findChild<QLineEdit*>();
        m_sent = std::make_unique<QSignalSpy>(field, &QLineEdit::returnPressed);
        m_isTaken = [this] { return !m_sent->isEmpty() || !m_find.isVisible(); };
        return field;
    }

    QWidget* openRename()
    {
        m_list.show();
        m_list.edit(m_rows.index(0));
        auto* field = m_list.viewport()->findChild<QLineEdit*>();
        m_sent = std::make_unique<QSignalSpy>(&m_delegate, &QAbstractItemDelegate::closeEditor);
        m_isTaken = [this] { return !m_sent->isEmpty(); };
        return field;
    }

    TestDesktop m_test;
    MainWindow& m_window;
    TranscriptView m_view{m_test.theme()};
    QWidget m_host;
    FindBar m_find;
    SessionsModel m_rows;
    SessionDelegate m_delegate;
    QListView m_list;
    std::unique_ptr<QSignalSpy> m_sent;
    std::function<bool()> m_isTaken;
};

} // namespace

class InputMethodTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void keysOfAComposition_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto& name : {u"composer"_s, u"palette"_s, u"find"_s, u"rename"_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    /// Five ways that input methods end a word, a hundred times each in random order, in every
    /// field where Enter does something.
    void keysOfAComposition()
    {
        QFETCH(QString, name);
        Fields fields;
        QWidget* field = fields.open(name);
        QVERIFY(field != nullptr);
        auto* line = qobject_cast<QLineEdit*>(field);
        auto* edit = qobject_cast<ComposerEdit*>(field);
        if (line != nullptr)
            line->clear();
        tf::test::Gen gen(5, 8);
        QString expected;
        for (int round = 0; round < 500; ++round) {
            compose(*field, u"ni"_s);
            switch (gen.bits() % 5) {
            case 0: // Enter takes the candidate that is shown
                pressAtOnce(*field, Qt::Key_Return);
                compose(*field, {}, u"é"_s);
                break;
            case 1: // committed, and the key is handed on
                compose(*field, {}, u"é"_s);
                pressAtOnce(*field, Qt::Key_Return);
                break;
            case 2: // given up
                pressAtOnce(*field, Qt::Key_Escape);
                compose(*field, {});
                break;
            case 3: // Korean: each key commits what stands and begins anew; Enter ends it
                compose(*field, u"g"_s, u"é"_s);
                compose(*field, u"h"_s, u"é"_s);
                compose(*field, {}, u"é"_s);
                pressAtOnce(*field, Qt::Key_Enter);
                expected += u"éé"_s;
                break;
            default: // through the candidates
                pressAtOnce(*field, Qt::Key_Down);
                pressAtOnce(*field, Qt::Key_Up);
                compose(*field, {}, u"é"_s);
                break;
            }
            QVERIFY(!fields.isTaken());
            const QString text = line != nullptr ? line->text() : edit->toPlainText();
            if (text.size() > expected.size())
                expected += u'é';
            QCOMPARE(text, expected.left(text.size()));
            if (round % 40 == 39) { // fields have a most length
                QApplication::processEvents();
                line != nullptr ? line->clear() : edit->clear();
                expected.clear();
            }
        }
        QApplication::processEvents();
        QVERIFY(!fields.isTaken());
        if (line != nullptr)
            line->clear();
        pressAtOnce(*field, Qt::Key_Return); // and then it is an ordinary Enter again
        QApplication::processEvents();
        QVERIFY(fields.isTaken());
    }

    void theCandidatesStandAtTheCaret_data() { keysOfAComposition_data(); }
    void theCandidatesStandAtTheCaret()
    {
        QFETCH(QString, name);
        Fields fields;
        QWidget* field = fields.open(name);
        QVERIFY(field != nullptr);
        const auto caret = [field] {
            QApplication::processEvents();
            return field->inputMethodQuery(Qt::ImCursorRectangle).toRect();
        };
        const QRect first = caret();
        QVERIFY(field->rect().contains(first.center()));
        compose(*field, {}, u"eeeeeeee"_s);
        const QRect later = caret();
        QVERIFY(field->rect().contains(later.center()));
        QVERIFY(later.left() > first.left());
        compose(*field, {}, u"e"_s.repeated(400)); // farther than the field is wide
        const QRect far = caret();
        QVERIFY2(field->rect().contains(far.center()),
                 qPrintable(u"%1 %2 in %3 %4"_s.arg(far.x())
                                .arg(far.y())
                                .arg(field->width())
                                .arg(field->height())));
    }

    /// What begins right begins there while it is composed, too.
    void rightToLeftBeginsAtTheRight()
    {
        TestDesktop test;
        MainWindow& window = test.open({1000, 700});
        auto* edit = window.findChild<ComposerEdit*>();
        const auto caretX = [edit] {
            QApplication::processEvents();
            return edit->cursorRect().center().x();
        };
        const int middle = edit->viewport()->width() / 2;
        QVERIFY(caretX() < middle);
        compose(*edit, u"שלום"_s);
        QVERIFY(caretX() > middle);
        compose(*edit, {}, u"שלום עולם"_s);
        QVERIFY(caretX() > middle);
        edit->moveCursor(QTextCursor::StartOfBlock);
        QVERIFY(caretX() > edit->viewport()->width() - 20);
        edit->moveCursor(QTextCursor::End);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(caretX() < middle); // a new paragraph says nothing yet
        QTest::keyClicks(edit, u"left again"_s);
        QVERIFY(caretX() < middle);
    }

    void anEmptyFieldBeginsWhereTheWindowDoes()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        {
            TestDesktop test;
            auto* edit = test.open({1000, 700}).findChild<ComposerEdit*>();
            QApplication::processEvents();
            QVERIFY(edit->cursorRect().center().x() > edit->viewport()->width() / 2);
            QTest::keyClicks(edit, u"English"_s);
            QApplication::processEvents();
            QVERIFY(edit->cursorRect().center().x() < edit->viewport()->width() / 2);
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }
};

std::unique_ptr<QObject> makeInputMethodTest()
{
    return std::make_unique<InputMethodTest>();
}

#include "tst_input_method.moc"
