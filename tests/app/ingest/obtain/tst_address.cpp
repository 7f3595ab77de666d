#include "app/endpoint/destination.h"
#include "app/ingest/obtain/address.h"
#include "app/ingest/obtain/obtain.h"
#include "tests/app/ingest/obtain/tests.h"
#include "tests/app/ingest/obtain/workplace.h"
#include "tests/support/test_table.h"

using tf::Code;
using namespace tf::ingest;

/// Which addresses may be fetched from, and what the others are told.
class AddressTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void good_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("isThisMachine");
        QTest::newRow("https://example.org/a/b.git") << "example.org"
                                                     << "b" << false;
        QTest::newRow("HTTPS://Example.org/a/b/") << "example.org"
                                                  << "b" << false;
        QTest::newRow("https://localhost:8443/r") << "localhost"
                                                  << "r" << true;
        QTest::newRow("http://127.0.0.1:80/~u/r.git/") << "127.0.0.1"
                                                       << "r" << true;
        QTest::newRow("http://[::1]:80/r") << "[::1]"
                                           << "r" << true;
        QTest::newRow("https://127.0.0.1.example.org/r") << "127.0.0.1.example.org"
                                                         << "r" << false;
        QTest::newRow("https://127.1/r") << "127.1"
                                         << "r" << false;
        QTest::newRow("https://127.0.0.01/r") << "127.0.0.01"
                                              << "r" << false;
    }
    void good()
    {
        QFETCH(QString, host);
        QFETCH(QString, title);
        QFETCH(bool, isThisMachine);
        const std::string what = QTest::currentDataTag();
        QVERIFY(looksLikeAddress(what));
        const auto address = readAddress(what);
        QVERIFY2(address, address ? "" : address.error().describe().c_str());
        QCOMPARE(address->host, host.toStdString());
        QCOMPARE(address->title, title.toStdString());
        QCOMPARE(address->isThisMachine(), isThisMachine);
        // Never nearer than the one door to the network says.
        if (isThisMachine)
            QCOMPARE(tf::endpoint::placeOf(QUrl(QString::fromStdString(what)).host()),
                     tf::endpoint::Place::ThisMachine);
    }

    void refused_data()
    {
        QTest::addColumn<int>("code");
        for (const char* what :
             {"ssh://git@example.org/a", "git@example.org:a/b", "me:s3cret@example.org:a",
              "git://example.org/a", "ext::sh -c touch% /tmp/x", "file:///etc", "file:/etc",
              "ftp://example.org/a", "http://example.org/a", "http://127.0.0.1.example.org/a",
              "http://0x7f000001/a", "http://2130706433/a", "https://u:s3cret@example.org/a",
              "https://s3cret@example.org/a", "https:/example.org/a", "https:example.org",
              "https::ext::sh", "javascript://x/y", "ssh://example.org/a?token=s3cret"})
            QTest::newRow(what) << int(Code::Denied);
        for (const char* what : {"https://",
                                 "https:///a",
                                 "https://example.org",
                                 "https://example.org/",
                                 "https://-x/a",
                                 "https://example.org:/a",
                                 "https://example.org:99999999/a",
                                 "https://example.org:8x/a",
                                 "https://example.org/a?token=s3cret",
                                 "https://example.org/a#b",
                                 "https://u:s3cret?x@example.org/a",
                                 "https://u:s3cret#x@example.org/a",
                                 "https://example.org/a?token=s3cret@x",
                                 "https://example.org/a b",
                                 "https://example.org/a/../b",
                                 "https://exa\tmple.org/a",
                                 "https://example.org/a\n",
                                 "https://example.org\\@x/a",
                                 "https://[::1/a",
                                 "https://[g::]x/a",
                                 "-https://example.org/a",
                                 "--upload-pack=touch",
                                 ""})
            QTest::newRow(*what == '\0' ? "empty" : what) << int(Code::BadInput);
    }
    void refused()
    {
        QFETCH(int, code);
        const std::string tag = QTest::currentDataTag();
        const std::string what = tag == "empty" ? "" : tag;
        const Workplace place;
        const auto got = place.obtain(what);
        QVERIFY(!got);
        const bool isEither = tag.find('\\') != std::string::npos; // holds an @ as well
        QVERIFY2(got.error().code == Code(code) || isEither, got.error().describe().c_str());
        QVERIFY2(got.error().text.find("s3cret") == std::string::npos, got.error().text.c_str());
        QVERIFY(!std::filesystem::exists(place.path("cache")));
    }

    void refs_data()
    {
        QTest::addColumn<bool>("isGood");
        for (const char* ref : {"main", "v1.0", "feature/x-1", "release@2", "a+b"})
            QTest::newRow(ref) << true;
        for (const char* ref : {"-x", "--upload-pack=x", "a..b", "a b", "a:b", "a~1", "a^", "a?",
                                "a*", "a[", "a\\b", "/a", "a/", "a//b", "a.lock", "a@{1}", "a\nb"})
            QTest::newRow(ref) << false;
    }
    void refs()
    {
        QFETCH(bool, isGood);
        QCOMPARE(checkRef(QTest::currentDataTag()).has_value(), isGood);
    }

    void keptOnThisMachine()
    {
        const Workplace place;
        auto choice = place.choice();
        choice.mayReachNetwork = false;
        const auto got = place.obtain("https://example.org/a", choice);
        QVERIFY(!got);
        QCOMPARE(got.error().code, Code::Denied);
        QVERIFY(got.error().text.find("example.org") != std::string::npos);
        QVERIFY(!std::filesystem::exists(place.path("cache")));
    }

    void userinfoIsNeverShown()
    {
        QCOMPARE(withoutUserinfo("at https://me:pw@h/x and 'http://a@b@h' end"),
                 std::string("at https://h/x and 'http://h' end"));
        QCOMPARE(withoutUserinfo("mail a@b, https://h/x@y"),
                 std::string("mail a@b, https://h/x@y"));
    }
};

std::unique_ptr<QObject> makeAddressTest()
{
    return tf::test::make<AddressTest>();
}

#include "tst_address.moc"
