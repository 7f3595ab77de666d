#include "app/workspace/said.h"
#include "app/workspace/tray/amount.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/test_table.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::workspace;

class AmountTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void numbersHaveGroups()
    {
        QCOMPARE(shownNumber(0), std::string("0"));
        QCOMPARE(shownNumber(999), std::string("999"));
        QCOMPARE(shownNumber(1840), std::string("1,840"));
        QCOMPARE(shownNumber(-1234567), std::string("-1,234,567"));
        QCOMPARE(shownNumber(-123), std::string("-123"));
    }

    void countsKnowOne()
    {
        QCOMPARE(shownCount(1, u"1 file"_s, u"%1 files"_s), std::string("1 file"));
        QCOMPARE(shownCount(0, u"1 file"_s, u"%1 files"_s), std::string("0 files"));
    }

    void bytesHaveTheUnitThatFits()
    {
        QCOMPARE(shownBytes(1), std::string("1 byte"));
        QCOMPARE(shownBytes(999), std::string("999 bytes"));
        QCOMPARE(shownBytes(1000), std::string("1 KB"));
        QCOMPARE(shownBytes(2'345'678), std::string("2.3 MB"));
        QCOMPARE(shownBytes(12'345'678), std::string("12 MB"));
        QCOMPARE(shownBytes(999'700), std::string("1 MB"));
        QCOMPARE(shownBytes(50LL << 30), std::string("54 GB"));
    }

    void whatAModelReadsIsEnglish()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        const auto shown = shownBytes(2'345'678);
        const auto plain = plainBytes(2'345'678);
        const auto number = shownNumber(1840);
        QLocale::setDefault(QLocale::c());
        QCOMPARE(shown, std::string("2,3 MB"));
        QCOMPARE(plain, std::string("2.3 MB"));
        QCOMPARE(number, std::string("1.840"));
        QCOMPARE(plainBytes(1), std::string("1 byte"));
        QCOMPARE(plainBytes(312), std::string("312 bytes"));
    }

    void partsMayHoldPlacesThemselves()
    {
        QCOMPARE(said(u"%2 and %1, 100 %"_s, {"%2", "%1 x"}), std::string("%1 x and %2, 100 %"));
        QCOMPARE(said(u"%1%9"_s, {"a"}), std::string("a%9"));
        QCOMPARE(said(u"as it is"_s), std::string("as it is"));
    }

    void timesAreThoseOfPlayers()
    {
        QCOMPARE(shownSeconds(0.4), std::string("0:00"));
        QCOMPARE(shownSeconds(41.6), std::string("0:42"));
        QCOMPARE(shownSeconds(600), std::string("10:00"));
        QCOMPARE(shownSeconds(3905), std::string("1:05:05"));
    }
};

std::unique_ptr<QObject> makeAmountTest()
{
    return std::make_unique<AmountTest>();
}

#include "tst_amount.moc"
