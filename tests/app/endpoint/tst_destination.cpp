#include "app/endpoint/destination.h"

#include "app/endpoint/connection.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

using namespace tf::endpoint;

class DestinationTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void places_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("place");
        const auto row = [](const char* host, Place place) {
            QTest::newRow(host) << QString::fromLatin1(host) << static_cast<int>(place);
        };
        for (const char* host : {"localhost", "LOCALHOST", "localhost.", "a.localhost", "127.0.0.1",
                                 "127.9.9.9", "::1", "::ffff:127.0.0.1"})
            row(host, Place::ThisMachine);
        for (const char* host :
             {"10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.0.9", "169.254.1.1", "fd00::1",
              "fe80::1", "gpu.local", "x.lan", "a.home.arpa", "y.internal", "::ffff:10.0.0.1"})
            row(host, Place::LocalNetwork);
        for (const char* host :
             {"172.32.0.1", "11.0.0.1", "8.8.8.8", "2001:db8::1", "gpu", "localhost.example.org",
              "notlocalhost", "127.0.0.1.example.org", "mylan", "local", "0.0.0.0x", ""})
            row(host, QByteArray(host) == "local" ? Place::LocalNetwork : Place::Outside);
    }
    void places()
    {
        QFETCH(QString, host);
        QFETCH(int, place);
        QCOMPARE(static_cast<int>(placeOf(host)), place);
    }

    void operatorsAreKnownByTheirHosts()
    {
        const auto lawOf = [](const char* url) {
            return QByteArray::fromStdString(
                std::string(destinationOf(QUrl(QString::fromLatin1(url))).law));
        };
        QCOMPARE(lawOf("https://api.minimax.io/v1"), QByteArray("CN"));
        QCOMPARE(lawOf("https://api.minimaxi.com/v1"), QByteArray("CN"));
        QCOMPARE(lawOf("https://API.MINIMAX.CN/v1"), QByteArray("CN"));
        QCOMPARE(lawOf("https://openrouter.ai/api/v1"), QByteArray("US"));
        // Look-alikes are nobody's.
        QCOMPARE(lawOf("https://api.minimax.io.example.org/v1"), QByteArray());
        QCOMPARE(lawOf("https://my-openrouter.ai/v1"), QByteArray());
        QVERIFY(!destinationOf(QUrl(QStringLiteral("https://api.minimax.io"))).basis.empty());
    }
};

std::unique_ptr<QObject> makeDestinationTest()
{
    return std::make_unique<DestinationTest>();
}

#include "tst_destination.moc"
