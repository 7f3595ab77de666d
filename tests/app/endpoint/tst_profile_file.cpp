#include "app/endpoint/profile/profile_file.h"
#include "app/endpoint/profile/profile_json.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tf::endpoint;
using tf::settings::NoticeKind;
using tf::settings::Saving;

namespace {

QJsonObject objectOf(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

/// Every member there is, and some of a later version.
const QByteArray kEverything =
    "{"
    " \"name\": \"work\", \"kind\": \"vllm\", \"baseUrl\": \"https://gpu.lan:8443/v1\", \"model\": "
    "\"m3\","
    " \"keyName\": \"work-key\", \"headers\": {\"X-Title\": \"Trifold\"}, \"proxy\": "
    "\"socks5://proxy.lan:1080\","
    " \"clientCertFile\": \"/etc/me.pem\", \"clientKeyFile\": \"/etc/me.key\", \"mostAtOnce\": 4,"
    " \"publicKeySha256\": \"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\","
    " \"caFile\": \"/etc/ca.pem\", \"plainHttp\": \"localNetwork\", \"futureMember\": [1],"
    " \"timeouts\": {\"connectSeconds\": 3, \"firstByteSeconds\": 600, \"gapSeconds\": 1.5, "
    "\"later\": true},"
    " \"limits\": {\"bodyBytes\": 1000, \"imageBytes\": 10, \"videoBytes\": 20, \"images\": 3, "
    "\"videos\": 0},"
    " \"capabilities\": {\"contextTokens\": 131072, \"images\": true, \"video\": false, "
    "\"reasoning\": true,"
    "                  \"probed\": \"2026-11-21\"},"
    " \"thinking\": {\"field\": \"effort\", \"off\": \"none\", \"on\": \"high\"},"
    " \"rates\": {\"date\": \"2026-11-01\", \"tiers\": ["
    "   {\"upToInputTokens\": 1000, \"input\": 1, \"cachedInput\": 0.5, \"output\": 2},"
    "   {\"input\": 2, \"cachedInput\": 1, \"output\": 4}]},"
    " \"label\": {\"operator\": \"the cluster\", \"law\": \"DE\", \"retention\": \"none, says the "
    "admin\"}"
    "}";

} // namespace

class ProfileFileTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyMemberIsRead()
    {
        const ReadProfile read = readProfile(objectOf(kEverything), u"e."_s);
        QVERIFY2(read.mistakes.empty(),
                 read.mistakes.empty() ? "" : qPrintable(read.mistakes.front().where));
        const StoredProfile& profile = read.profile;
        QCOMPARE(profile.name, std::string("work"));
        QCOMPARE(profile.kind, findServerKind("vllm"));
        QCOMPARE(profile.baseUrl, QUrl(u"https://gpu.lan:8443/v1"_s));
        QCOMPARE(profile.clientCertFile, u"/etc/me.pem"_s);
        QCOMPARE(profile.clientKeyFile, u"/etc/me.key"_s);
        QCOMPARE(profile.publicKeySha256.size(), qsizetype(32));
        QCOMPARE(profile.publicKeySha256.at(31), char(31));
        QCOMPARE(profile.mostAtOnce, 4);
        QCOMPARE(profile.keyName, std::string("work-key"));
        QVERIFY(profile.headers == std::vector<Header>({{"X-Title", "Trifold"}}));
        QVERIFY(profile.proxyUse == ProxyUse::Given);
        QCOMPARE(profile.proxy.port(), 1080);
        QVERIFY(profile.plainHttp == PlainHttp::LocalNetwork);
        QCOMPARE(profile.timeouts.gap.count(), 1500);
        QCOMPARE(profile.limits.images, std::int64_t(3));
        QCOMPARE(profile.limits.videos, std::int64_t(0));
        QVERIFY(profile.capabilities
                == Capabilities({std::int64_t(131072), true, false, true, "2026-11-21"}));
        QVERIFY(profile.thinking->field == tf::wire::ThinkingField::Effort);
        QCOMPARE(profile.thinking->words[2], std::string("high"));
        QCOMPARE(profile.thinking->words[1], std::string());
        QCOMPARE(profile.rates->tiers.size(), std::size_t(2));
        QCOMPARE(profile.rates->tiers[1].mostInputTokens, INT64_MAX);
        QCOMPARE(profile.label.retention, std::string("none, says the admin"));
    }

    void whatIsNotKnownIsCarriedAlong()
    {
        QJsonObject object = objectOf(kEverything);
        StoredProfile profile = readProfile(object, {}).profile;
        QCOMPARE(writeProfile(profile), object);
        profile.model = "other";
        object["model"_L1] = u"other"_s;
        QCOMPARE(writeProfile(profile), object);
    }

    void defaultsAreNotWritten()
    {
        const QJsonObject least =
            objectOf("{\"name\":\"a\",\"kind\":\"vllm\",\"baseUrl\":\"https://a.example/v1\"}");
        const ReadProfile read = readProfile(least, {});
        QVERIFY(read.mistakes.empty());
        QCOMPARE(writeProfile(read.profile), least);
        QCOMPARE(read.profile.limits.images, findServerKind("vllm")->limits.images);
    }

    void oneMistakeMakesItUnused_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("where");
        const auto row = [](const char* member, const char* json, const char* where) {
            QTest::addRow("%s %s", member, json)
                << QByteArray(member) << QByteArray(json) << QString::fromLatin1(where);
        };
        row("name", "\"\"", "e");
        row("name", "\"../x\"", "e");
        row("name", "\"a b\"", "e");
        row("kind", "\"vlm\"", "e.kind");
        row("baseUrl", "\"ftp://a.example\"", "e");
        row("baseUrl", "\"http://a.example/v1\"", "e"); // outside without TLS
        row("baseUrl", "\"https://u:p@a.example/v1\"", "e");
        row("baseUrl", "\"https://a.example/v1?k=1\"", "e");
        row("baseUrl", "3", "e.baseUrl");
        row("model", "\"a\\nb\"", "e.model");
        row("headers", "[]", "e.headers");
        row("headers", "{\"Authorization\":\"Bearer x\"}", "e");
        row("headers", "{\"X-Api-Key\":\"x\"}", "e");
        row("headers", "{\"Host\":\"x\"}", "e");
        row("headers", "{\"X\":\"a\\r\\nY: b\"}", "e.headers.X");
        row("headers", "{\"X\":3}", "e.headers.X");
        row("proxy", "\"direct\"", "e.proxy");
        row("proxy", "\"ftp://p.lan:1\"", "e");
        row("proxy", "\"http://u:p@p.lan:1\"", "e");
        row("timeouts", "{\"gapSeconds\":0}", "e.timeouts.gapSeconds");
        row("timeouts", "{\"gapSeconds\":1e300}", "e.timeouts.gapSeconds");
        row("limits", "{\"images\":-1}", "e.limits.images");
        row("capabilities", "{\"images\":1}", "e.capabilities.images");
        row("thinking", "{\"field\":\"magic\"}", "e.thinking.field");
        row("rates", "{\"tiers\":[{\"input\":-1}]}", "e.rates.tiers.input");
        row("rates", "{\"tiers\":[{\"input\":1},{\"input\":2}]}", "e.rates.tiers.upToInputTokens");
        row("label", "{\"law\":[]}", "e.label.law");
    }
    void oneMistakeMakesItUnused()
    {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, json);
        QFETCH(QString, where);
        QJsonObject object = objectOf("{\"name\":\"a\",\"baseUrl\":\"https://a.example/v1\"}");
        object[QString::fromLatin1(member)] = objectOf("{\"v\":" + json + "}").value("v"_L1);
        const ReadProfile read = readProfile(object, u"e."_s);
        QCOMPARE(read.mistakes.size(), std::size_t(1));
        QCOMPARE(read.mistakes.front().where, where);
    }

    void aFileIsReadAndWritten()
    {
        QVERIFY(loadProfiles(path()).profiles.empty());
        QVERIFY(!QFile::exists(path()));
        put("{\"later\":1,\"endpoints\":[" + kEverything
            + ",{\"name\":\"broken\"},"
              "{\"name\":\"work\",\"baseUrl\":\"https://b.example/v1\"},7]}");
        ProfileList list = loadProfiles(path());
        QCOMPARE(list.profiles.size(), std::size_t(1)); // the second of a name is not used
        QCOMPARE(list.unused.size(), qsizetype(3));
        QVERIFY(list.find("work") != nullptr);
        QVERIFY(list.find("broken") == nullptr);
        QVERIFY(list.notices.size() >= 3);
        list.profiles.clear();
        QVERIFY(saveProfiles(path(), list).has_value());
        const QJsonObject now = objectOf(content());
        QCOMPARE(now.value("later"_L1).toInt(), 1);
        QCOMPARE(now.value("endpoints"_L1).toArray().size(), qsizetype(3));
        QCOMPARE(now.value("endpoints"_L1).toArray().at(2).toInt(), 7);
    }

    void aBrokenFileIsSetAside()
    {
        put("{\"endpoints\": [");
        const ProfileList list = loadProfiles(path());
        QVERIFY(list.notices.at(0).kind == NoticeKind::SetAside);
        QVERIFY(QFile::exists(list.notices[0].where));
        QVERIFY(saveProfiles(path(), list).has_value());
    }

    void whatIsNoListIsNotWrittenOver()
    {
        put("{\"endpoints\": {\"a\": 1}}");
        const ProfileList list = loadProfiles(path());
        QVERIFY(list.saving == Saving::Withheld);
        QVERIFY(!saveProfiles(path(), list).has_value());
        QCOMPARE(content(), QByteArray("{\"endpoints\": {\"a\": 1}}"));
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }

private:
    QString path() const { return m_folder->filePath(u"endpoints.json"_s); }

    void put(const QByteArray& text) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot open");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

std::unique_ptr<QObject> makeProfileFileTest()
{
    return std::make_unique<ProfileFileTest>();
}

#include "tst_profile_file.moc"
