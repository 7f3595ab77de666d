#include "app/ingest/reader/beneath/safe_name.h"
#include "tests/app/ingest/git/tests.h"
#include "tests/support/test_table.h"

using namespace tf::ingest;

class SafeNameTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void namesThatAreTaken_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name :
             {"a.txt", ".git", ".gitignore", "git", "git~", "git~x", "aux.c", "Foo::Bar.3", "a\\b",
              "\u00e9t\u00e9", "\u65e5\u672c", "..a", "a..b", "-rf", "\u202eevil"})
            QTest::newRow(name) << QByteArray(name);
        QTest::newRow("255 bytes") << QByteArray(255, 'n');
    }
    void namesThatAreTaken()
    {
        QFETCH(QByteArray, name);
        QCOMPARE(nameFault(name.toStdString()).value_or(""), "");
    }

    void namesThatAreNot_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name :
             {"",       ".",          "..",         "a/b",   ".GIT",     ".Git",
              ".git ",  ".git.",      ".git . .",   "git~1", "GIT~12",   ".git::$INDEX_ALLOCATION",
              ".git:x", "a:$DATA",    "a.",         "a ",    "a\rb",     "a\tb",
              "\x7f",   ".g\u200cit", "\ufeff.git", "a\xff", "\xc0\xaf", "\xed\xa0\x80",
              "\u0085"})
            QTest::newRow(name) << QByteArray(name);
        QTest::newRow("256 bytes") << QByteArray(256, 'n');
        QTest::newRow("zero") << QByteArray("a\0b", 3);
    }
    void namesThatAreNot()
    {
        QFETCH(QByteArray, name);
        QVERIFY(nameFault(name.toStdString()).has_value());
    }

    void aPathIsAsGoodAsItsNames()
    {
        QVERIFY(!pathFault("a/b/c.txt"));
        for (const char* path : {"/a", "a/", "a//b", "a/../b", "a/.GIT/b", ""})
            QVERIFY2(pathFault(path), path);
        QVERIFY(pathFault(std::string(4096, 'a')));
    }

    void badNamesAreShownPrintable()
    {
        QCOMPARE(shownName("a\rb\xff\\"), "a\\x0db\\xff\\\\");
        QCOMPARE(shownName("\u202e"), "\\xe2\\x80\\xae");
        QCOMPARE(shownName("\u00e9"), "\u00e9");
        QVERIFY(shownName(std::string(9999, 'x')).size() < 250);
    }
};

std::unique_ptr<QObject> makeSafeNameTest()
{
    return tf::test::make<SafeNameTest>();
}

#include "tst_safe_name.moc"
