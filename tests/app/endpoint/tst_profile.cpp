#include "app/endpoint/profile/capability_probe.h"
#include "app/endpoint/profile/data_label.h"
#include "app/endpoint/profile/opened_profile.h"
#include "tests/app/endpoint/conversation.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/app/endpoint/tests.h"
#include "tests/support/test_table.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace tf::test;
using namespace tf::endpoint;

namespace {

StoredProfile storedFor(const QUrl& url, std::string_view kind)
{
    StoredProfile stored = profileOfUrl(url);
    stored.kind = findServerKind(kind);
    stored.limits = stored.kind->limits;
    stored.model = "m";
    return stored;
}

QJsonObject bodyOf(const Incoming& incoming)
{
    return QJsonDocument::fromJson(incoming.body).object();
}

} // namespace

/// Profiles in use: what they say reaches the server, and what the server says reaches them.
class ProfileTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void labels_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("retention");
        QTest::addColumn<QByteArray>("label");
        QTest::newRow("a vendor") << u"https://api.minimax.io/v1"_s << QString()
                                  << QByteArray("outside (api.minimax.io), operator MiniMax "
                                                "(international), law of CN [vendor's API pages, "
                                                "2026-11-20], retention unknown");
        QTest::newRow("nobody knows")
            << u"https://llm.example/v1"_s << QString()
            << QByteArray("outside (llm.example), operator unknown — you decide, "
                          "retention unknown");
        QTest::newRow("looks like a vendor")
            << u"https://api.minimax.io.example/v1"_s << u"30 days"_s
            << QByteArray("outside (api.minimax.io.example), operator unknown — you decide, "
                          "retention 30 days");
        QTest::newRow("here") << u"http://127.0.0.1:8000/v1"_s << QString()
                              << QByteArray("this machine (127.0.0.1), operator you");
        QTest::newRow("the network")
            << u"https://gpu.lan/v1"_s << QString()
            << QByteArray(
                   "your network (gpu.lan), operator unknown — you decide, retention unknown");
    }
    void labels()
    {
        QFETCH(QString, url);
        QFETCH(QString, retention);
        QFETCH(QByteArray, label);
        StoredProfile stored = profileOfUrl(QUrl(url));
        stored.label.retention = retention.toStdString();
        QCOMPARE(QByteArray::fromStdString(shownLabel(labelOf(stored))), label);
    }

    void theUsersWordsGoOverTheTable()
    {
        StoredProfile stored = profileOfUrl(QUrl(u"https://api.minimax.io/v1"_s));
        stored.label.operatorName = "our reseller";
        const DataLabel label = labelOf(stored);
        QCOMPARE(label.operatorName, std::string("our reseller"));
        QCOMPARE(label.law, std::string());
        QCOMPARE(label.basis, std::string("as you wrote"));
    }

    void anAddressOfAVendorHasItsKind()
    {
        QCOMPARE(profileOfUrl(QUrl(u"https://openrouter.ai/api/v1"_s)).kind,
                 findServerKind("openrouter"));
        QCOMPARE(profileOfUrl(QUrl(u"https://openrouter.ai.example/v1"_s)).kind,
                 findServerKind("other"));
    }

    void whatAProfileSaysReachesTheServer()
    {
        ReplayServer server([](const Incoming&) { return goodAnswer(); });
        StoredProfile stored = storedFor(server.url(), "other");
        stored.headers = {{"X-Title", "Trifold"}};
        stored.thinking = ThinkingMapping{tf::wire::ThinkingField::Effort, {"none", "", "high"}};
        auto profile = openProfile(stored, "sk-1");
        QVERIFY(profile.has_value());
        Conversation conversation(std::move(profile).value());
        Request request = questionOf("?");
        request.chat.thinking = tf::wire::Thinking::On;
        QCOMPARE(conversation.ask(request).seen(), std::string("One"));
        const Incoming& got = server.requests.at(0);
        QCOMPARE(got.headers.value("x-title"), QByteArray("Trifold"));
        QCOMPARE(got.headers.value("authorization"), QByteArray("Bearer sk-1"));
        QCOMPARE(bodyOf(got).value("reasoning_effort"_L1).toString(), u"high"_s);
        // A mode without a word is refused, and nothing goes out.
        request.chat.thinking = tf::wire::Thinking::Adaptive;
        const Gathered refused = conversation.ask(request);
        QVERIFY(refused.failed() != nullptr);
        QVERIFY(refused.failed()->error.code == tf::Code::Unsupported);
        QCOMPARE(server.requests.size(), 1);
    }

    void limitsAndRatesAreTheProfiles()
    {
        StoredProfile stored = storedFor(QUrl(u"https://a.example/v1"_s), "minimax");
        stored.limits.bodyBytes = 7;
        stored.rates = Rates{{{INT64_MAX, 1, 1, 2}}, "2026-11-01"};
        const auto profile = openProfile(stored, {});
        QVERIFY(profile.has_value());
        QCOMPARE(profile.value().kind->limits.bodyBytes, std::int64_t(7));
        QCOMPARE(costOf(profile.value().kind->rates, {1'000'000, 0, 1'000'000}),
                 std::optional(3.0));
        QCOMPARE(findServerKind("minimax")->limits.bodyBytes, std::int64_t(64) << 20);
    }

    void aMissingAuthorityIsTold()
    {
        StoredProfile stored = storedFor(QUrl(u"https://a.example/v1"_s), "other");
        stored.caFile = u"/nowhere/ca.pem"_s;
        const auto profile = openProfile(stored, {});
        QVERIFY(!profile.has_value());
        QVERIFY(profile.error().code == tf::Code::NotFound);
    }

    void aClientsFilesAreLookedAtBeforeAnythingIsSent()
    {
        StoredProfile stored = storedFor(QUrl(u"https://a.example/v1"_s), "other");
        stored.clientCertFile = u"/nowhere/me.pem"_s;
        QVERIFY(openProfile(stored, {}).error().code == tf::Code::BadInput); // without its key
        stored.clientKeyFile = u"/nowhere/me.key"_s;
        QVERIFY(openProfile(stored, {}).error().code == tf::Code::NotFound);
        stored.clientCertFile = u"/dev/null"_s;
        stored.clientKeyFile = u"/dev/null"_s;
        QVERIFY(openProfile(stored, {}).error().code == tf::Code::BadInput); // and not without one
        stored.baseUrl = QUrl(u"http://127.0.0.1:1/v1"_s);
        QVERIFY(openProfile(stored, {}).error().code == tf::Code::BadInput);
    }

    void aPinHasSixtyFourDigits()
    {
        const QString digits = QString(64, u'f');
        QCOMPARE(readPin(digits), QByteArray(32, '\xff'));
        QCOMPARE(readPin(QString(63, u'f')), QByteArray());
        QCOMPARE(readPin(QString(66, u'f')), QByteArray());
        QCOMPARE(readPin(QString(63, u'f') + u'g'), QByteArray());
        QCOMPARE(readPin(u"FF:"_s.repeated(31) + u"FF"_s), QByteArray(32, '\xff'));
    }

    void theListOfModelsSaysWhatItCanDo()
    {
        const std::vector<tf::wire::ListedModel> models{{"a", 100, true, std::nullopt},
                                                        {"b", 200, false, false}};
        QCOMPARE(modelIn(models, "b"), &models[1]);
        QVERIFY(modelIn(models, "c") == nullptr);
        QVERIFY(modelIn(models, "") == nullptr); // which of the two?
        Capabilities known;
        known.video = true;
        const Capabilities found = foundInList(known, models[0], "2026-11-21");
        QCOMPARE(found.contextTokens, std::optional<std::int64_t>(100));
        QCOMPARE(found.images, std::optional(true));
        QCOMPARE(found.video, std::optional(true)); // nothing said: as it was
        QCOMPARE(found.probed, std::string("2026-11-21"));
    }

    void aShortAnswerShowsReasoning()
    {
        ReplayServer server([](const Incoming&) {
            return streamOf({"{\"choices\":[{\"delta\":{\"reasoning\":\"hm\"}}]}",
                             contentChunk("yes"), stopChunk(), "[DONE]"});
        });
        auto profile = openProfile(storedFor(server.url(), "vllm"), {});
        QVERIFY(profile.has_value());
        const Gathered got = Conversation(std::move(profile).value()).ask(probeRequest());
        QVERIFY(got.done() != nullptr);
        QCOMPARE(foundInAnswer({}, got.events, "2026-11-21").reasoning, std::optional(true));
        QVERIFY(bodyOf(server.requests.at(0)).value("max_tokens"_L1).toInt() > 0);
    }
};

std::unique_ptr<QObject> makeProfileTest()
{
    return std::make_unique<ProfileTest>();
}

#include "tst_profile.moc"
