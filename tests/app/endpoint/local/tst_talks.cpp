// Conversations with a tiny model on this machine.

#include "kernels/base/words.h"
#include "tests/app/cli/m3_process.h"
#include "tests/app/endpoint/local/local_talk.h"
#include "tests/app/endpoint/local/tests.h"
#include "tests/engine/face/engine_run.h"
#include "tests/support/test_table.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::test;

namespace {

constexpr std::int64_t kPage = 8;

std::int64_t cachedOf(const Gathered& gathered)
{
    const auto* done = gathered.done();
    return done != nullptr && done->usage ? done->usage->cachedTokens.value_or(-1) : -1;
}

std::int64_t promptOf(const Gathered& gathered)
{
    const auto* done = gathered.done();
    return done != nullptr && done->usage ? done->usage->promptTokens.value_or(-1) : -1;
}

} // namespace

class TalksTest : public TestCase {
    Q_OBJECT

    endpoint::LocalModel m_model = localModel(tinyModel("talk"));
    const QString m_folder = QString::fromStdString(tinyModel("talk").native());

    std::unique_ptr<endpoint::LocalEndpoint>
    endpointOf(text::Steering steering = text::Steering::Faithful) const
    {
        auto model = m_model;
        model.steering = steering;
        return std::make_unique<endpoint::LocalEndpoint>(std::move(model));
    }

    /// A model of its own: nothing is in the cache.
    static std::unique_ptr<endpoint::LocalEndpoint>
    freshEndpoint(text::Steering steering = text::Steering::Faithful)
    {
        auto model = localModel(tinyModel("talk"));
        model.steering = steering;
        return std::make_unique<endpoint::LocalEndpoint>(std::move(model));
    }

    M3Run runAsk(const QStringList& more) const
    {
        return runM3(QStringList{u"ask"_s, u"--no-session"_s, u"--model"_s, m_folder,
                                 u"--precision"_s, u"f32"_s, u"--max-tokens"_s, u"40"_s,
                                 u"--seed"_s, u"11"_s}
                     + more + QStringList{u"Who ]~b] are you?"_s});
    }

    static wire::ChatRequest sameAsRunAsk()
    {
        auto chat = question("Who ]~b] are you?", 40);
        chat.sampling.temperature.reset();
        chat.sampling.seed = 11;
        return chat;
    }

private Q_SLOTS:
    void aRequestIsToldFromItsPromptToItsEnd()
    {
        const auto endpoint = endpointOf();
        const auto said = ask(*endpoint, question("What is the matter?"));
        QCOMPARE(said.numEnds(), 1);
        QVERIFY2(said.done() != nullptr,
                 said.failed() ? said.failed()->error.text.c_str() : "no end");
        QVERIFY(said.done()->finish == wire::Finish::Length);
        QCOMPARE(said.done()->model, std::string("tiny"));
        QVERIFY(promptOf(said) > 100);
        QCOMPARE(*said.done()->usage->answerTokens, 8);
        const auto* progress = said.last<endpoint::Progress>();
        QVERIFY(progress != nullptr && progress->stage == endpoint::Stage::ReadingPrompt);
        QCOMPARE(progress->done, promptOf(said));
        const auto isAnswer = [](const endpoint::Event& event) {
            return std::holds_alternative<wire::ReplyEvent>(event.what);
        };
        const auto first = std::find_if(said.events.begin(), said.events.end(), isAnswer);
        QVERIFY(std::none_of(first, said.events.end(), [](const endpoint::Event& event) {
            return std::holds_alternative<endpoint::Progress>(event.what);
        }));
        QVERIFY(std::holds_alternative<endpoint::Done>(said.events.back().what));
        QVERIFY(!said.seen().empty());
    }

    /// m3 ask makes its prompt beforehand and prints; the endpoint makes it on its pool.
    void itAnswersAsAskDoes()
    {
        const M3Run run = runAsk({});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const auto endpoint = endpointOf();
        const auto answer = ask(*endpoint, sameAsRunAsk());
        QVERIFY(answer.done() != nullptr);
        std::string text = answer.seen();
        QVERIFY(!text.empty());
        if (!text.ends_with('\n'))
            text += '\n';
        QCOMPARE(run.out.toStdString(), text);
    }

    void askTellsTheSameAsJson()
    {
        const M3Run run = runAsk({u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QString text;
        QJsonObject last;
        for (const QByteArray& line : run.out.trimmed().split('\n')) {
            last = QJsonDocument::fromJson(line).object();
            QVERIFY2(last.contains(u"event"), line.constData());
            if (last[u"event"] == u"text"_s)
                text += last[u"text"].toString();
        }
        QCOMPARE(last[u"event"].toString(), u"done"_s);
        QCOMPARE(last[u"model"].toString(), u"talk"_s);
        const auto answer = ask(*endpointOf(), sameAsRunAsk());
        QCOMPARE(last[u"prompt_tokens"].toInteger(), promptOf(answer));
        QVERIFY(!text.isEmpty());
    }

    void theSecondTurnReadsOnlyWhatIsNew()
    {
        const auto endpoint = freshEndpoint();
        auto chat = question("What is the matter?", 4);
        const auto first = ask(*endpoint, chat);
        QCOMPARE(cachedOf(first), 0);
        auto reply = said(wire::Role::Assistant, "Nothing.");
        reply.reasoning = "Is anything?";
        chat.messages.push_back(reply);
        chat.messages.push_back(said(wire::Role::User, "Good."));
        const auto second = ask(*endpoint, chat);
        QVERIFY(promptOf(second) > promptOf(first));
        // Whole pages are known again.
        QVERIFY2(cachedOf(second) >= promptOf(first) / kPage * kPage,
                 words(cachedOf(second), " of ", promptOf(second)).c_str());
        QVERIFY(cachedOf(second) < promptOf(second));
    }

    /// Named in the first block a switch of thinking makes everything new; steered it costs
    /// nothing.
    void steeredSwitchesOfThinkingKeepTheCache()
    {
        const auto afterASwitch = [](text::Steering steering) {
            const auto endpoint = freshEndpoint(steering);
            auto chat = question(std::string(400, 'x'), 1);
            chat.thinking = wire::Thinking::Adaptive;
            const auto first = ask(*endpoint, chat);
            chat.thinking = wire::Thinking::Off;
            return std::pair(promptOf(first), cachedOf(ask(*endpoint, chat)));
        };
        const auto [prompt, steered] = afterASwitch(text::Steering::Steered);
        QVERIFY(steered >= prompt / kPage * kPage - kPage);
        const auto [other, faithful] = afterASwitch(text::Steering::Faithful);
        QVERIFY(faithful < other - 400);
    }

    void manyAtOnceAreEachAlone()
    {
        const auto chatOf = [](int which) {
            return question(words("Question ", which, std::string(std::size_t(which) * 30, 'y')),
                            12);
        };
        std::vector<std::string> alone;
        for (int which = 0; which < 5; ++which)
            alone.push_back(ask(*endpointOf(), chatOf(which)).seen());
        const auto endpoint = freshEndpoint();
        std::vector<std::unique_ptr<LocalAsked>> together;
        for (int which = 0; which < 5; ++which)
            together.push_back(std::make_unique<LocalAsked>(*endpoint, chatOf(which)));
        for (std::size_t which = 0; which < together.size(); ++which) {
            const auto said = together[which]->all();
            QCOMPARE(said.seen(), alone[which]);
            QCOMPARE(said.numEnds(), 1);
            for (const auto& event : said.events)
                QCOMPARE(event.request, together[which]->ticket().id);
        }
    }

    void aStopEndsItAndWhatCameStays()
    {
        const auto endpoint = endpointOf();
        LocalAsked asked(*endpoint, question("Go on.", 3000));
        QVERIFY(asked.waitFor([](const Gathered& so) { return !so.seen().empty(); }));
        asked.ticket().cancel();
        asked.ticket().cancel();
        const auto said = asked.all();
        QCOMPARE(said.numEnds(), 1);
        QVERIFY(said.failed() != nullptr && said.failed()->error.code == Code::Cancelled);
        QVERIFY(said.failed()->pieces > 0);
        QVERIFY(std::holds_alternative<endpoint::Failed>(said.events.back().what));
        asked.ticket().cancel(); // ended long ago
        // The engine is free for the next.
        QVERIFY(ask(*endpoint, question("And now?")).done() != nullptr);
        QVERIFY(asked.gathered().events.empty());
    }

    void aStopBeforeAnythingCameEndsItAtOnce()
    {
        const auto endpoint = endpointOf();
        LocalAsked asked(*endpoint, question(std::string(2000, 'x'), 100));
        asked.ticket().cancel();
        QCOMPARE(asked.gathered().numEnds(), 1);
        QVERIFY(asked.gathered().failed()->error.code == Code::Cancelled);
        QVERIFY(ask(*endpoint, question("And now?")).done() != nullptr);
        QCOMPARE(asked.gathered().numEnds(), 1);
    }

    void theEndOfTheEndpointEndsEach()
    {
        auto endpoint = endpointOf();
        std::vector<std::unique_ptr<LocalAsked>> asked;
        for (int which = 0; which < 4; ++which)
            asked.push_back(
                std::make_unique<LocalAsked>(*endpoint, question(words("To ", which), 3000)));
        QVERIFY(asked[0]->waitFor([](const Gathered& so) { return !so.seen().empty(); }));
        asked.push_back(std::make_unique<LocalAsked>(*endpoint, question("One more", 3000)));
        endpoint.reset();
        for (const auto& one : asked) {
            QCOMPARE(one->gathered().numEnds(), 1);
            QVERIFY(one->gathered().failed()->error.code == Code::Cancelled);
            one->ticket().cancel(); // there is nobody any more
        }
        // What was asked of the engine is over, too: its pages are free for a long prompt.
        QVERIFY(ask(*endpointOf(), question(std::string(2500, 'z'))).done() != nullptr);
    }

    void theEndOfTheEngineEndsEach()
    {
        auto model = localModel(tinyModel("talk"));
        std::weak_ptr<engine::Engine> engine = model.engine;
        auto endpoint = std::make_unique<endpoint::LocalEndpoint>(std::move(model));
        LocalAsked asked(*endpoint, question("Go on.", 3000));
        QVERIFY(asked.waitFor([](const Gathered& so) { return !so.seen().empty(); }));
        endpoint.reset();
        QVERIFY(engine.expired());
        QCOMPARE(asked.gathered().numEnds(), 1);
    }

    void whatTheEngineRefusesIsTheRequestsFailure_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what :
             {"nothing asked", "too long", "a temperature", "top p", "an address"})
            QTest::newRow(what) << QString::fromUtf8(what);
    }
    void whatTheEngineRefusesIsTheRequestsFailure()
    {
        QFETCH(QString, what);
        auto chat = question("?");
        if (what == u"nothing asked"_s)
            chat.messages.clear();
        if (what == u"too long"_s)
            chat = question(std::string(5000, 'x'));
        if (what == u"a temperature"_s)
            chat.sampling.temperature = -1;
        if (what == u"top p"_s)
            chat.sampling.topP = 1.5;
        if (what == u"an address"_s)
            chat.messages[0].parts.emplace_back(
                wire::ImagePart{{{}, nullptr, "https://example.org/a.png"}, {}, {}});
        const auto said = ask(*endpointOf(), chat);
        QCOMPARE(said.numEnds(), 1);
        QVERIFY(said.failed() != nullptr);
        QVERIFY2(said.failed()->error.code == Code::BadInput
                     || said.failed()->error.code == Code::Unsupported,
                 said.failed()->error.text.c_str());
        QCOMPARE(said.seen(), std::string());
    }

    void notesComeBeforeTheAnswer()
    {
        auto chat = question("?");
        chat.model = "MiniMax-M3";
        chat.messages.push_back(said(wire::Role::System, "Be brief."));
        chat.messages.push_back(said(wire::Role::User, "!"));
        const auto answer = ask(*endpointOf(), chat);
        QVERIFY(answer.done() != nullptr);
        QVERIFY(std::holds_alternative<endpoint::Note>(answer.events.front().what));
        QVERIFY(answer.notes().starts_with("messages[1] is not read"));
        QVERIFY(answer.notes().ends_with("tiny answers: MiniMax-M3 is not what is open here\n"));
    }
};

std::unique_ptr<QObject> makeTalksTest()
{
    return make<TalksTest>();
}

#include "tst_talks.moc"
