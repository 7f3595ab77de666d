#include "kernels/base/words.h"
#include "tests/support/test_table.h"
#include "tests/ui/viewer/tests.h"
#include "ui/theme/style.h"
#include "ui/viewer/code_page.h"
#include "ui/viewer/code_view.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using workspace::LineMap;
using workspace::LineText;
using workspace::SourceSides;

namespace {

SourceSides sides(const std::string& sent, const std::string& now)
{
    SourceSides both;
    both.path = "src/a.cpp";
    both.turn = 3;
    both.sent = std::make_shared<LineText>(sent);
    both.now = std::make_shared<LineText>(now);
    both.map = std::make_shared<LineMap>(*both.sent, *both.now);
    return both;
}

std::string longText(int count)
{
    std::string text;
    for (int line = 1; line <= count; ++line)
        text += words("line ", line, '\n');
    return text;
}

} // namespace

class CodePageTest : public test::TestCase {
    Q_OBJECT

private:
    [[nodiscard]] QString words() const
    {
        QString all;
        for (const QLabel* label : m_page->findChildren<QLabel*>()) {
            if (label->isVisibleTo(m_page.get()))
                all += label->text() + u'\n';
        }
        return all;
    }
    void press(const QString& name)
    {
        for (auto* button : m_page->findChildren<QToolButton*>()) {
            if (button->accessibleName() == name)
                button->click();
        }
    }

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
        m_page = std::make_unique<CodePage>(m_theme);
        m_page->resize(600, 500);
        m_page->show();
    }
    void cleanup() { m_page.reset(); }

    void emptyItSaysWhatOpensAFile()
    {
        QVERIFY(words().contains(u"No file is open"_s));
        QVERIFY(words().contains(u"Ctrl+P"_s));
    }

    void aCitedPlaceIsShownAsItWasSent()
    {
        m_page->open({3, "src/a.cpp", {2, 3}});
        QVERIFY(words().contains(u"Reading the file"_s));
        m_page->showSides(sides("one\ntwo\nthree\n", "zero\none\ntwo\n3\n"));
        QVERIFY(m_page->sent().isVisible() && !m_page->now().isVisible());
        QCOMPARE(m_page->sent().cited().first, 1);
        QCOMPARE(m_page->sent().cited().last, 2);
        QCOMPARE(m_page->now().cited().first, 2); // where it is now
        QVERIFY(words().contains(u"as sent with question 3"_s));
        QVERIFY(words().contains(u"changed since"_s));
    }

    void theSidesScrollTogether()
    {
        m_page->open({3, "src/a.cpp", {500, 500}});
        m_page->showSides(sides(longText(1000), "new\nnew\nnew\n" + longText(1000)));
        m_page->showSide(CodePage::Side::Both);
        QApplication::processEvents();
        QVERIFY(m_page->sent().isVisible() && m_page->now().isVisible());
        m_page->sent().scrollToLine(700);
        QCOMPARE(m_page->now().topLine(), 703);
        m_page->now().scrollToLine(103);
        QCOMPARE(m_page->sent().topLine(), 100);
    }

    void whatIsNotThereSaysSo()
    {
        SourceSides gone = sides("one\n", "");
        gone.now.reset();
        gone.map.reset();
        gone.whyNotNow = "The file is not there any more.";
        m_page->open({3, "src/a.cpp", {1, 1}});
        m_page->showSides(gone);
        m_page->showSide(CodePage::Side::Now);
        QVERIFY(words().contains(u"not there any more"_s));
        SourceSides unsent = sides("", "one\n");
        unsent.sent.reset();
        unsent.map.reset();
        unsent.turn = 0;
        m_page->showSide(CodePage::Side::Sent);
        m_page->showSides(unsent);
        QVERIFY(m_page->now().isVisible()); // what there is is shown
    }

    void theWayBackLeadsThroughThePlaces()
    {
        m_page->open({3, "src/a.cpp", {1, 1}});
        m_page->showSides(sides(longText(100), longText(100)));
        m_page->open({3, "src/a.cpp", {50, 50}});
        QCOMPARE(m_page->sent().currentLine(), 49);
        m_page->goBack();
        QCOMPARE(m_page->sent().currentLine(), 0);
        m_page->goForward();
        QCOMPARE(m_page->sent().currentLine(), 49);
        QVERIFY(!m_page->history().canGoForward());
    }

    void aMomentIsAskedFor()
    {
        QSignalSpy asked(m_page.get(), &CodePage::momentAsked);
        workspace::CitedPlace place;
        place.citation.kind = ingest::CiteKind::Moment;
        place.citation.seconds = 133;
        m_page->openCited(1, place);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.front().front().toDouble(), 133.0);
    }

    void thePathIsCopiedWithItsLine()
    {
        m_page->open({3, "src/a.cpp", {2, 2}});
        m_page->showSides(sides("one\ntwo\n", "one\ntwo\n"));
        press(u"Copy the path and the line"_s);
        QCOMPARE(QApplication::clipboard()->text(), u"src/a.cpp:2"_s);
    }

    void aNameCannotLie()
    {
        SourceSides odd = sides("one\n", "one\n");
        odd.path = "src/\xe2\x80\xae"
                   "a\nb.cpp";
        m_page->open({3, odd.path, {1, 1}});
        m_page->showSides(odd);
        QVERIFY(words().contains(u"<U+202E>"_s));
    }

private:
    Theme m_theme{Shade::Light};
    std::unique_ptr<CodePage> m_page;
};

std::unique_ptr<QObject> makeCodePageTest()
{
    return std::make_unique<CodePageTest>();
}

#include "tst_code_page.moc"
