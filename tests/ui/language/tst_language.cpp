#include "tests/support/test_table.h"
#include "tests/ui/language/tests.h"
#include "ui/language/language.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace tf::ui;
using tf::settings::LanguageChoice;

namespace {

QString newLines(int number)
{
    return QCoreApplication::translate("TurnWords", "%Ln lines", nullptr, number);
}

} // namespace

class LanguageTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theSystemDecidesUnlessSomebodyDid_data()
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<LanguageChoice>("choice");
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QString>("numbers");
        using enum LanguageChoice;
        QTest::newRow("German") << u"de_AT"_s << System << German << u"1 234,5"_s;
        QTest::newRow("Simplified") << u"zh_CN"_s << System << Chinese << u"1,234.5"_s;
        QTest::newRow("Traditional") << u"zh_TW"_s << System << English << u"1,234.5"_s;
        QTest::newRow("none of ours") << u"fr_FR"_s << System << English << u"1 234,5"_s;
        QTest::newRow("no system") << u"C"_s << System << English << u"1234.5"_s;
        QTest::newRow("chosen") << u"en_US"_s << German << German << u"1.234,5"_s;
        QTest::newRow("chosen, of the system") << u"de_CH"_s << German << German << u"1’234.5"_s;
        QTest::newRow("English in Germany") << u"de_DE"_s << English << English << u"1,234.5"_s;
    }
    void theSystemDecidesUnlessSomebodyDid()
    {
        QFETCH(QString, system);
        QFETCH(LanguageChoice, choice);
        QFETCH(LanguageChoice, words);
        QFETCH(QString, numbers);
        QCOMPARE(wordsFor(choice, QLocale(system)), words);
        QCOMPARE(numbersFor(choice, QLocale(system)).toString(1234.5, 'f', 1).simplified(),
                 numbers.simplified());
    }

    void wordsAndNumbersChange()
    {
        {
            const Language german(LanguageChoice::German, QLocale(u"en_US"_s));
            QCOMPARE(QCoreApplication::translate("tf::ui::FirstRunPage", "This machine"),
                     u"Dieser Rechner"_s);
            QCOMPARE(newLines(1), u"1 Zeile"_s);
            QCOMPARE(newLines(1234), u"1.234 Zeilen"_s);
            QCOMPARE(QCoreApplication::translate("Said", "you"), u"Sie selbst"_s);
            QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Abbrechen"_s);
            QCOMPARE(QCoreApplication::translate("TurnWords", "never heard"), u"never heard"_s);
        }
        {
            const Language chinese(LanguageChoice::Chinese, QLocale(u"en_US"_s));
            QCOMPARE(newLines(3), u"3 行"_s);
            QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"取消"_s);
        }
        {
            const Language english(LanguageChoice::English, QLocale(u"de_DE"_s));
            QCOMPARE(newLines(1), u"1 line"_s);
            QCOMPARE(newLines(1234), u"1,234 lines"_s);
        }
        QLocale::setDefault(QLocale::c());
        QCOMPARE(newLines(3), u"3 lines"_s);
    }
};

std::unique_ptr<QObject> makeLanguageTest()
{
    return std::make_unique<LanguageTest>();
}

#include "tst_language.moc"
