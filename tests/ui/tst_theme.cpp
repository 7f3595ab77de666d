#include "tests/support/test_table.h"
#include "tests/ui/tests.h"
#include "ui/theme/color_table.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QImage>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace tf::ui;

namespace {

QByteArray themeFile(const QString& name)
{
    QFile file(u":/themes/%1.json"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// WCAG 2.1: how much light a colour gives, 0 to 1.
double luminance(const QColor& color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

struct Pair {
    Token ink;
    Token surface;
    double least;
};

constexpr Pair kPairs[] = {
    {Token::Text, Token::Window, 4.5},
    {Token::Text, Token::SidePane, 4.5},
    {Token::Text, Token::Bar, 4.5},
    {Token::Text, Token::Card, 4.5},
    {Token::Text, Token::Raised, 4.5},
    {Token::Text, Token::Hover, 4.5},
    {Token::Text, Token::Pressed, 4.5},
    {Token::Text, Token::DropFill, 4.5},
    {Token::Text, Token::DropFillActive, 4.5},
    {Token::TextMuted, Token::Window, 4.5},
    {Token::TextMuted, Token::SidePane, 4.5},
    {Token::TextMuted, Token::Bar, 4.5},
    {Token::TextMuted, Token::Raised, 4.5},
    {Token::TextMuted, Token::Hover, 4.5},
    {Token::TextMuted, Token::DropFill, 4.5},
    {Token::TextMuted, Token::DropFillActive, 4.5},
    {Token::TextLink, Token::Window, 4.5},
    {Token::TextOnAccent, Token::Accent, 4.5},
    {Token::TextOnAccent, Token::AccentHover, 4.5},
    {Token::TextOnAccent, Token::AccentPressed, 4.5},
    {Token::SelectionText, Token::Selected, 4.5},
    {Token::Text, Token::TextSelection, 4.5},
    {Token::TextLink, Token::TextSelection, 4.5},
    {Token::CodeText, Token::TextSelection, 4.5},
    {Token::GoodText, Token::GoodFill, 4.5},
    {Token::CautionText, Token::CautionFill, 4.5},
    {Token::DangerText, Token::DangerFill, 4.5},
    {Token::Text, Token::CautionFill, 4.5},
    {Token::Text, Token::DangerFill, 4.5},
    {Token::TextMuted, Token::CautionFill, 4.5},
    {Token::TextMuted, Token::DangerFill, 4.5},
    {Token::InfoText, Token::InfoFill, 4.5},
    {Token::TextLink, Token::CodeFill, 4.5},
    {Token::PillText, Token::PillFill, 4.5},
    {Token::TooltipText, Token::TooltipFill, 4.5},
    {Token::CodeText, Token::CodeFill, 4.5},
    {Token::CodeKeyword, Token::CodeFill, 4.5},
    {Token::CodeType, Token::CodeFill, 4.5},
    {Token::CodeString, Token::CodeFill, 4.5},
    {Token::CodeNumber, Token::CodeFill, 4.5},
    {Token::CodeComment, Token::CodeFill, 4.5},
    {Token::CodeFunction, Token::CodeFill, 4.5},
    {Token::CodeMacro, Token::CodeFill, 4.5},
    {Token::CodeInserted, Token::CodeFill, 4.5},
    {Token::CodeRemoved, Token::CodeFill, 4.5},
    {Token::CodeInserted, Token::CodeInsertedFill, 4.5},
    {Token::CodeRemoved, Token::CodeRemovedFill, 4.5},
    {Token::CodeText, Token::CodeInsertedFill, 4.5},
    {Token::CodeText, Token::CodeRemovedFill, 4.5},
    {Token::TextMuted, Token::CodeHeader, 4.5},
    {Token::TextMuted, Token::Card, 4.5},
    {Token::Text, Token::QuestionFill, 4.5},
    {Token::TextMuted, Token::QuestionFill, 4.5},
    {Token::Text, Token::FindHit, 4.5},
    {Token::Text, Token::FindHitCurrent, 4.5},
    // What cannot be pressed now can still be read, though it stands back.
    {Token::TextDisabled, Token::Window, 3},
    {Token::TextDisabled, Token::Card, 3},
    {Token::TextDisabled, Token::Raised, 3},
    {Token::TextDisabled, Token::PillFill, 3},
    // Drawings and rings: WCAG asks 3:1 of what is no text.
    {Token::Icon, Token::SidePane, 3},
    {Token::Icon, Token::Bar, 3},
    {Token::Icon, Token::Hover, 3},
    {Token::FocusRing, Token::Window, 3},
    {Token::FocusRing, Token::SidePane, 3},
    {Token::FocusRing, Token::Bar, 3},
    {Token::Accent, Token::DropFill, 3},
    {Token::Caution, Token::CautionFill, 3},
    {Token::GoodText, Token::Window, 3},
    {Token::CautionText, Token::Window, 3},
    {Token::DangerText, Token::Window, 3},
    {Token::GoodText, Token::CodeFill, 3},
    {Token::CautionText, Token::CodeFill, 3},
    {Token::DangerText, Token::CodeFill, 3},
    {Token::Info, Token::InfoFill, 3},
};

} // namespace

class ThemeTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void bothThemesGiveEveryToken_data() { bothThemes(); }
    void bothThemesGiveEveryToken()
    {
        QFETCH(QString, file);
        const auto table = parseColors(themeFile(file));
        QVERIFY2(table.has_value(), table ? "" : table.error().text.c_str());
    }

    void everyTextCanBeRead_data() { bothThemes(); }
    void everyTextCanBeRead()
    {
        QFETCH(QString, file);
        const ColorTable table = MUST(parseColors(themeFile(file)));
        QStringList weak;
        for (const Pair& pair : kPairs) {
            const double found = contrast(table[pair.ink], table[pair.surface]);
            if (found < pair.least)
                weak.append(u"%1 on %2: %3"_s.arg(name(pair.ink), name(pair.surface))
                                .arg(found, 0, 'f', 2));
        }
        QCOMPARE(weak, QStringList());
    }

    void blackOnWhiteIs21() { QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21) < 0.001); }

    void aThemeFileIsComplete_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QByteArray good = themeFile(u"light"_s);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a token is missing") << QByteArray(good).replace("\"hover\"", "\"hoover\"");
        QTest::newRow("one too many") << QByteArray(good).replace("{", "{\"more\":\"#123456\",");
        QTest::newRow("no colour")
            << QByteArray(good).replace("\"divider\": \"#", "\"divider\": \"?");
    }
    void aThemeFileIsComplete()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!parseColors(json).has_value());
    }

    void thePaletteTellsTheShade()
    {
        for (const auto& [file, shade] :
             {std::pair{u"light"_s, Shade::Light}, std::pair{u"dark"_s, Shade::Dark}})
            QVERIFY(shadeOf(paletteOf(MUST(parseColors(themeFile(file))))) == shade);
    }

    void everyIconDrawsSomething()
    {
        for (int iconIdx = 0; iconIdx < kNumIcons; ++iconIdx) {
            const QImage image = tinted(static_cast<Icon>(iconIdx), 24, 1, Qt::red).toImage();
            int numInked = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    numInked += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
            }
            QVERIFY2(numInked > 20 && numInked < 300, qPrintable(QString::number(iconIdx)));
            QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
        }
    }

    void theSystemChoiceFollowsTheSystem()
    {
        Theme onDark(Shade::Dark);
        onDark.set(tf::settings::ThemeChoice::System, 100);
        QVERIFY(onDark.shade() == Shade::Dark);
        onDark.set(tf::settings::ThemeChoice::Light, 100);
        QVERIFY(onDark.shade() == Shade::Light);
        QCOMPARE(onDark.color(Token::Window),
                 MUST(parseColors(themeFile(u"light"_s)))[Token::Window]);
    }

private:
    static void bothThemes()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("light") << u"light"_s;
        QTest::newRow("dark") << u"dark"_s;
    }
};

std::unique_ptr<QObject> makeThemeTest()
{
    return std::make_unique<ThemeTest>();
}

#include "tst_theme.moc"
