// A request of any length is broken into lines, scrolled, and copied as it is.

#include "tests/support/test_table.h"
#include "tests/ui/context/tests.h"
#include "ui/context/request/long_text.h"
#include "ui/context/request/request_page.h"

#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using workspace::RequestSight;

namespace {

RequestSight sight()
{
    RequestSight seen;
    seen.address = "https://api.minimax.io/v1/chat/completions";
    seen.headers = {{"Content-Type", "application/json"}, {"X-Team", "***"}};
    seen.text = R"({"model":"MiniMax-M3","messages":[{"role":"user","content":"why?"}]})";
    seen.curl = "curl -H \"Authorization: Bearer $API_KEY\" -d '{}'";
    seen.bytes = 2'301;
    seen.tokens = 1840;
    seen.quality = ingest::Quality::Exact;
    return seen;
}

QString wordsOf(const QWidget& page)
{
    QStringList lines;
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&page))
            lines.append(label->text());
    }
    return lines.join(u'\n');
}

QPushButton* button(const QWidget& page, const QString& text)
{
    for (QPushButton* button : page.findChildren<QPushButton*>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace

class RequestPageTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void linesBreakWhereTheWidthEnds()
    {
        using Starts = std::vector<qsizetype>;
        QVERIFY(lineStarts({}, 4).empty());
        QVERIFY(lineStarts(u"abcd"_s, 4) == Starts({0}));
        QVERIFY(lineStarts(u"abcdefgh9"_s, 4) == Starts({0, 4, 8}));
        QVERIFY(lineStarts(u"a\nbcdef\n"_s, 4) == Starts({0, 2, 6}));
        QVERIFY(lineStarts(u"a\n\nb"_s, 4) == Starts({0, 2, 3}));
        QVERIFY(lineStarts(u"\u4e2d\u6587\u5b57"_s, 4) == Starts({0, 2})); // two columns each
        QVERIFY(lineStarts(u"abc\U0001F600d"_s, 4) == Starts({0, 3})); // no half of a pair
    }

    void allLinesTogetherAreTheText()
    {
        const Theme theme(Shade::Light);
        LongText view(theme);
        view.resize(300, 200);
        view.setText(u"{\"role\":\"user\",\"content\":\""_s + u"0123456789"_s.repeated(300)
                     + u"\"}"_s);
        QString all;
        for (int number = 0; number < view.numLines(); ++number)
            all += view.line(number);
        QCOMPARE(all, view.text());
        const int before = view.numLines();
        view.resize(900, 200);
        view.grab(); // what is not shown hears of its size then
        QVERIFY(view.numLines() < before);
    }

    void aLongRequestIsScrolledAndReadOut()
    {
        const Theme theme(Shade::Light);
        LongText view(theme);
        view.resize(400, 300);
        QString text;
        for (int number = 0; number < 200'000; ++number)
            text += u"line %1\n"_s.arg(number);
        QElapsedTimer time;
        time.start();
        view.setText(text);
        view.grab();
        QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(view.numLines(), 200'000);
        QTest::keyClick(&view, Qt::Key_End);
        QVERIFY(view.shownText().endsWith(u"line 199999"_s));
        auto* face = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(face->text(QAccessible::Value).contains(u"line 199990"_s));
        QTest::keyClick(&view, Qt::Key_Home);
        QVERIFY(view.shownText().startsWith(u"line 0\n"_s));
    }

    void itSaysWhereItGoesAndWhatItIs()
    {
        const Theme theme(Shade::Light);
        RequestPage page(theme);
        QVERIFY(wordsOf(page).contains(u"Nothing to send yet"_s));
        const Result<RequestSight> seen = sight();
        page.setSight(&seen);
        const QString words = wordsOf(page);
        QVERIFY(words.contains(u"POST https://api.minimax.io/v1/chat/completions"_s));
        QVERIFY(words.contains(u"X-Team: ***"_s));
        QVERIFY(words.contains(u"2.3 KB · 1,840 tokens"_s));
        button(page, u"Copy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), sight().text);
        button(page, u"Copy as curl"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), sight().curl);
    }

    void whyItCannotBeSentIsSaid()
    {
        const Theme theme(Shade::Light);
        RequestPage page(theme);
        const Result<RequestSight> denied = Error(Code::Denied, "a key stands in settings.py:4");
        page.setSight(&denied);
        QVERIFY(wordsOf(page).contains(
            u"It cannot be sent as it is: a key stands in settings.py:4."_s));
        QVERIFY(!button(page, u"Copy"_s)->isEnabled());
    }

    /// The model's own text stays here: there is no command that would send it.
    void whatStaysHereHasNoCommand()
    {
        const Theme theme(Shade::Light);
        RequestPage page(theme);
        RequestSight here = sight();
        here.address.clear();
        here.headers.clear();
        here.curl.clear();
        const Result<RequestSight> seen = here;
        page.setSight(&seen);
        QVERIFY(wordsOf(page).contains(u"Stays in this program"_s));
        QVERIFY(!button(page, u"Copy as curl"_s)->isEnabled());
    }
};

std::unique_ptr<QObject> makeRequestPageTest()
{
    return std::make_unique<RequestPageTest>();
}

#include "tst_request_page.moc"
