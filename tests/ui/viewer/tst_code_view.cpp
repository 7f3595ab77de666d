#include "kernels/base/words.h"
#include "tests/support/test_table.h"
#include "tests/ui/viewer/tests.h"
#include "ui/theme/style.h"
#include "ui/viewer/code_view.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using workspace::LineText;

namespace {

std::shared_ptr<const LineText> numbered(int count)
{
    std::string text;
    for (int line = 1; line <= count; ++line)
        text += words("int line", line, " = ", line, ";\n");
    return std::make_shared<LineText>(std::move(text));
}

} // namespace

class CodeViewTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        MUST(loadFonts());
        m_theme.set(settings::ThemeChoice::Light, 100);
    }
    /// The platform without a screen warns of every window that it cannot size.
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_view = std::make_unique<CodeView>(m_theme);
        m_view->resize(600, 400);
        m_view->show();
    }
    void cleanup() { m_view.reset(); }

    void aCitedLineComesIntoSight()
    {
        m_view->setText(numbered(100'000), u"a.cpp"_s);
        m_view->showLines({89'999, 90'004});
        QCOMPARE(m_view->currentLine(), 89'999);
        QVERIFY(m_view->topLine() <= 89'999);
        QVERIFY(m_view->topLine() + m_view->linesInSight() > 89'999);
        QCOMPARE(m_view->lineText(89'999), u"int line90000 = 90000;"_s);
    }

    void linesBeyondTheEndAreNotGoneTo()
    {
        m_view->setText(numbered(10), u"a.cpp"_s);
        m_view->showLines({500, 500});
        QCOMPARE(m_view->currentLine(), 0);
        m_view->setCurrentLine(500);
        QCOMPARE(m_view->currentLine(), 9);
        m_view->setText(std::make_shared<LineText>(), u"a.cpp"_s);
        m_view->setCurrentLine(3);
        QCOMPARE(m_view->currentLine(), 0);
        m_view->grab();
    }

    void theKeyboardGoesThroughIt()
    {
        m_view->setText(numbered(1000), u"a.cpp"_s);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentLine(), 2);
        QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(m_view->currentLine(), 999);
        QCOMPARE(m_view->topLine(), m_view->verticalScrollBar()->maximum());
        QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(m_view->topLine(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
        QVERIFY(m_view->currentLine() > 5);
    }

    void whatIsMarkedIsCopiedAsItIsInTheFile()
    {
        m_view->setText(std::make_shared<LineText>("one\r\ntw\x01o\nthree"), u"a.txt"_s);
        m_view->selectAll();
        QCOMPARE(m_view->selectedText(), u"one\ntw\x01o\nthree"_s);
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"one\ntw\x01o\nthree"_s);
        const std::string longLine(50'000, 'x');
        m_view->setText(std::make_shared<LineText>(longLine), u"a.txt"_s);
        m_view->selectAll();
        QCOMPARE(m_view->selectedText().size(), 50'000);
    }

    void theMouseMarksSignsWordsAndLines()
    {
        m_view->setText(std::make_shared<LineText>("alpha beta\ngamma\n"), u"a.txt"_s);
        const int middle = m_view->lineRect(0).center().y();
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, {80, middle});
        QCOMPARE(m_view->selectedText(), u"alpha"_s);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                          {5, m_view->lineRect(1).center().y()});
        QCOMPARE(m_view->selectedText(), u"gamma"_s);
    }

    void wordsAreFoundAndWalkedThrough()
    {
        m_view->setText(numbered(5000), u"a.cpp"_s);
        QSignalSpy told(m_view.get(), &CodeView::foundChanged);
        m_view->find(u"line4000"_s);
        while (!m_view->search().isDone() && told.wait(5000)) { }
        QCOMPARE(m_view->search().found().size(), std::size_t(1));
        QVERIFY(m_view->topLine() <= 3999 && m_view->topLine() + m_view->linesInSight() > 3999);
        m_view->find(u"LINE1 "_s);
        while (!m_view->search().isDone() && told.wait(5000)) { }
        QTest::keyClick(m_view.get(), Qt::Key_F3);
        QCOMPARE(m_view->currentFound(), std::optional<std::size_t>(0));
    }

    void coloursComeAfterAJump()
    {
        m_view->setText(numbered(300'000), u"a.cpp"_s);
        m_view->showLines({290'000, 290'000});
        m_view->grab();
        QVERIFY(m_view->isBehind());
        QTRY_VERIFY_WITH_TIMEOUT(!m_view->isBehind(), 30'000);
    }

    void strangeTextsAreShown()
    {
        for (const std::string& text :
             {std::string("\x00\xff\xfe\n\xe2\x80\xae", 7), std::string(500'000, '\t'),
              std::string("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d x\n"), std::string("\n\n\n"),
              std::string(300'000, '\xf0')}) {
            m_view->setText(std::make_shared<LineText>(text), u"a.cpp"_s);
            m_view->setCurrentLine(1);
            m_view->horizontalScrollBar()->setValue(m_view->horizontalScrollBar()->maximum());
            QVERIFY(!m_view->grab().isNull());
        }
    }

    void aScreenReaderReadsTheLinesInSight()
    {
        m_view->setText(numbered(100'000), u"a.cpp"_s);
        m_view->setCurrentLine(50'000);
        QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(reader != nullptr && reader->textInterface() != nullptr);
        QCOMPARE(reader->text(QAccessible::Value), u"int line50001 = 50001;"_s);
        QAccessibleTextInterface* text = reader->textInterface();
        const QString words = text->text(0, text->characterCount());
        QVERIFY(words.contains(u"int line50001 = 50001;"_s));
        QCOMPARE(words.mid(text->cursorPosition(), 12), u"int line5000"_s);
        text->setCursorPosition(0);
        QCOMPARE(m_view->currentLine(), m_view->topLine());
        QVERIFY(reader->state().readOnly);
    }

    void largerCodeHasFewerLinesInSight()
    {
        m_view->setText(numbered(100), u"a.cpp"_s);
        const int before = m_view->linesInSight();
        m_theme.set(settings::ThemeChoice::Light, 100, 160);
        QVERIFY(m_view->linesInSight() < before);
        m_theme.set(settings::ThemeChoice::Light, 100);
    }

private:
    Theme m_theme{Shade::Light};
    std::unique_ptr<CodeView> m_view;
};

std::unique_ptr<QObject> makeCodeViewTest()
{
    return std::make_unique<CodeViewTest>();
}

#include "tst_code_view.moc"
