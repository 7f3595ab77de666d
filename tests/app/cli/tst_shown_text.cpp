// Text of others on a terminal: nothing in it that a terminal obeys.

#include "app/cli/shown_text.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

class ShownTextTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void controlsAreShownAndNotObeyed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("plain") << QByteArray("src/Größe 数.cpp") << QByteArray("src/Größe 数.cpp");
        QTest::newRow("none") << QByteArray("") << QByteArray("");
        QTest::newRow("white space") << QByteArray("a\tb\r\nc") << QByteArray("a b  c");
        QTest::newRow("escape") << QByteArray("a\x1b[31mb") << QByteArray("a [31mb");
        QTest::newRow("zero and delete") << QByteArray("a\0b\x7f", 4) << QByteArray("a b ");
        QTest::newRow("introducer in two bytes") << QByteArray("a\xc2\x9b"
                                                               "31mb")
                                                 << QByteArray("a 31mb");
        QTest::newRow("last of the two-byte controls") << QByteArray("\xc2\x9f") << QByteArray(" ");
        QTest::newRow("what follows them") << QByteArray("\xc2\xa0") << QByteArray("\xc2\xa0");
        QTest::newRow("half a character") << QByteArray("a\xc2") << QByteArray("a\xef\xbf\xbd");
        QTest::newRow("introducer in one byte") << QByteArray("a\x9b"
                                                              "31mb")
                                                << QByteArray("a\xef\xbf\xbd"
                                                              "31mb");
    }
    void controlsAreShownAndNotObeyed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, shown);
        QCOMPARE(QByteArray::fromStdString(tf::cli::shownText(text.toStdString())), shown);
    }

    void anAnswerKeepsItsLinesAndNothingElse()
    {
        const std::string hostile = "a\tb\n\x1b]52;c;aGk=\a\xc2\x9b"
                                    "2Jc\r";
        QCOMPARE(tf::cli::shownLines(hostile), std::string("a\tb\n ]52;c;aGk=  2Jc "));
    }
};

std::unique_ptr<QObject> makeShownTextTest()
{
    return tf::test::make<ShownTextTest>();
}

#include "tst_shown_text.moc"
