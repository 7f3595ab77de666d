#include "tests/support/test_table.h"
#include "tests/ui/tests.h"
#include "ui/shell/palette.h"
#include "ui/shell/palette_match.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace tf::ui;

namespace {

/// The letters that were matched, in brackets: "[n]ew [w]indow".
QString marked(const QString& typed, QString text)
{
    const auto match = matchPalette(typed, text);
    if (!match)
        return u"-"_s;
    for (auto place = match->places.rbegin(); place != match->places.rend(); ++place)
        text.replace(*place, 1, u"[%1]"_s.arg(text[*place]));
    return text;
}

std::vector<PaletteEntry> entriesOf(const QStringList& texts, QString& ran)
{
    std::vector<PaletteEntry> entries;
    for (const QString& text : texts) {
        PaletteEntry entry;
        entry.text = text;
        entry.run = [&ran, text] { ran = text; };
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace

class PaletteTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void lettersStandInOrder_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("want");
        QTest::newRow("words' beginnings") << u"nw"_s << u"New Window"_s << u"[N]ew [W]indow"_s;
        QTest::newRow("in a row") << u"new"_s << u"A newer view"_s << u"A [n][e][w]er view"_s;
        QTest::newRow("case and accents") << u"grosse"_s << u"Größe"_s << u"-"_s;
        QTest::newRow("accents") << u"ecole"_s << u"École"_s << u"[É][c][o][l][e]"_s;
        QTest::newRow("camel") << u"rb"_s << u"retryBackoff"_s << u"[r]etry[B]ackoff"_s;
        QTest::newRow("spaces do not count") << u"n w"_s << u"New Window"_s << u"[N]ew [W]indow"_s;
        QTest::newRow("out of order") << u"wn"_s << u"New Wi"_s << u"-"_s;
        QTest::newRow("missing") << u"x"_s << u"New"_s << u"-"_s;
        QTest::newRow("nothing typed") << u""_s << u"New"_s << u"New"_s;
        QTest::newRow("nothing to find") << u"a"_s << u""_s << u"-"_s;
    }
    void lettersStandInOrder()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(QString, want);
        QCOMPARE(marked(typed, text), want);
    }

    void beginningsOfWordsWin()
    {
        const auto score = [](const QString& text) { return matchPalette(u"th"_s, text)->score; };
        QVERIFY(score(u"Theme"_s) > score(u"Dark Theme"_s));
        QVERIFY(score(u"Dark Theme"_s) > score(u"Another"_s));
    }

    void theBestStandsFirstAndRuns()
    {
        QWidget window;
        window.resize(800, 600);
        Theme theme(Shade::Light);
        Palette palette(theme, &window);
        window.show();
        QString ran;
        palette.open(entriesOf({u"Another"_s, u"Dark Theme"_s, u"Theme"_s}, ran));
        auto* typed = palette.findChild<QLineEdit*>();
        QTest::keyClicks(typed, u"th"_s);
        QCOMPARE(palette.shown().front(), u"Theme"_s);
        QTest::keyClick(typed, Qt::Key_Down);
        QTest::keyClick(typed, Qt::Key_Return);
        QCOMPARE(ran, u"Dark Theme"_s);
        QVERIFY(!palette.isVisible());
    }

    void escapeChangesNothing()
    {
        QWidget window;
        Theme theme(Shade::Light);
        Palette palette(theme, &window);
        window.show();
        QString ran;
        palette.open(entriesOf({u"Quit"_s}, ran));
        QTest::keyClick(palette.findChild<QLineEdit*>(), Qt::Key_Escape);
        QVERIFY(!palette.isVisible());
        QVERIFY(ran.isEmpty());
    }

    void whatIsDisabledDoesNotRun()
    {
        QWidget window;
        Theme theme(Shade::Light);
        Palette palette(theme, &window);
        window.show();
        QString ran;
        auto entries = entriesOf({u"Quit"_s}, ran);
        entries.front().isEnabled = false;
        palette.open(std::move(entries));
        QTest::keyClick(palette.findChild<QLineEdit*>(), Qt::Key_Return);
        QVERIFY(ran.isEmpty());
    }
};

std::unique_ptr<QObject> makePaletteTest()
{
    return std::make_unique<PaletteTest>();
}

#include "tst_palette.moc"
