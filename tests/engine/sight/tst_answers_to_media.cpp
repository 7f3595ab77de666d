// Requests with media answered by the engine: prefix cache, neighbours, refusals, cancelling.

#include "tests/engine/face/engine_run.h"
#include "tests/engine/sight/seen_model.h"
#include "tests/engine/sight/tests.h"
#include "tests/support/test_table.h"

#include <algorithm>
#include <limits>

using namespace tf;
using namespace tf::engine;

class AnswersToMediaTest : public test::TestCase {
    Q_OBJECT

    Request question(std::int64_t maxTokens = 6) const
    {
        Request request = test::greedy(m_model.tokens, maxTokens);
        request.media = m_model.media;
        return request;
    }

    /// The same picture with other bytes, and another hash.
    static std::shared_ptr<const Media> repainted(const Media& media)
    {
        auto other = std::make_shared<Media>(media);
        for (auto& byte : other->rows)
            byte = static_cast<std::uint8_t>(255 - byte);
        ++other->hash;
        return other;
    }

    static std::unique_ptr<Engine> makeEngine()
    {
        auto options = test::tinyOptions(test::sightFolder());
        return MUST(Engine::load(options));
    }

private Q_SLOTS:
    /// The likeliest token after the prompt is the one that the definition's logits name.
    void theFirstTokenIsTheDefinitions()
    {
        const auto engine = makeEngine();
        const auto said = test::ask(*engine, question(1));
        QVERIFY2(said.done.has_value(), said.failed ? said.failed->text.c_str() : "no end");
        const auto vocab = static_cast<std::ptrdiff_t>(m_model.config().vocab);
        const auto last = m_model.logits.end() - vocab;
        const auto best = std::max_element(last, m_model.logits.end()) - last;
        QCOMPARE(said.tokens, std::vector<std::int32_t>{static_cast<std::int32_t>(best)});
    }

    void theSameMediaAreInThePrefixCache()
    {
        const auto engine = makeEngine();
        const auto first = test::ask(*engine, question());
        const auto again = test::ask(*engine, question());
        QCOMPARE(first.done->usage.cachedTokens, 0);
        QCOMPARE(first.done->usage.mediaTokens, 6 + 4 + 6 * 2);
        QCOMPARE(first.mediaShown.front().media, std::size_t(3));
        QCOMPARE(first.mediaShown.back().medium, std::size_t(2));
        QVERIFY(again.mediaShown.empty()); // nothing was looked at
        QCOMPARE(again.done->usage.cachedTokens, std::ssize(m_model.tokens) - 1);
        QCOMPARE(again.tokens, first.tokens);
        QVERIFY(again.chances == first.chances);
    }

    /// The same tokens: only the first 11 positions, before the picture, are the same text.
    void anotherPictureSharesNoPages()
    {
        const auto engine = makeEngine();
        const auto first = test::ask(*engine, question());
        Request other = question();
        other.media[0] = repainted(*m_model.media[0]);
        const auto said = test::ask(*engine, std::move(other));
        QVERIFY(said.done->usage.cachedTokens <= 11);
        QVERIFY(said.chances != first.chances);
        Request fresh = question();
        fresh.media[0] = repainted(*m_model.media[0]);
        const auto alone = test::ask(*makeEngine(), std::move(fresh));
        QVERIFY(alone.chances == said.chances);
    }

    void neighboursChangeNothing()
    {
        const auto alone = test::ask(*makeEngine(), question());
        const auto engine = makeEngine();
        Request other = question();
        other.media[1] = repainted(*m_model.media[1]);
        test::Asked one(*engine, question());
        test::Asked two(*engine, std::move(other));
        test::Asked three(*engine, test::greedy(test::someTokens(60, 100, 4), 6));
        QVERIFY(one.all().chances == alone.chances);
        QVERIFY(two.all().done.has_value());
        QVERIFY(three.all().done.has_value());
    }

    void placeholdersThatDoNotMatchFailTheRequest()
    {
        const auto engine = makeEngine();
        Request request = question();
        request.media.pop_back();
        const auto said = test::ask(*engine, std::move(request));
        QVERIFY(said.failed.has_value());
        QVERIFY2(said.failed->text.find("12 video placeholders") != std::string::npos,
                 said.failed->text.c_str());
        QVERIFY(test::ask(*engine, question()).done.has_value());
    }

    void aModelOfTextAloneRefusesMedia()
    {
        const auto engine = test::tinyEngine(test::tinyModel("a"));
        Request request = test::greedy(test::someTokens(20, 100, 1), 2);
        request.media.push_back(m_model.media[0]);
        const auto said = test::ask(*engine, std::move(request));
        QVERIFY(said.failed.has_value());
        QVERIFY(said.failed->code == Code::Unsupported);
    }

    /// Bytes that mean no number: the look fails, in the step in which a neighbour is computed.
    void aLookThatFailsEndsItsRequestAlone()
    {
        const auto alone = test::ask(*makeEngine(), question());
        const auto engine = makeEngine();
        auto blind = std::make_shared<Media>(*m_model.media[0]);
        blind->table.fill(std::numeric_limits<float>::quiet_NaN());
        ++blind->hash;
        Request request = question();
        request.media[0] = std::move(blind);
        test::Asked one(*engine, std::move(request));
        test::Asked two(*engine, question());
        const auto failed = one.all().failed;
        QVERIFY(failed.has_value());
        QVERIFY2(failed->text.find("not a number") != std::string::npos, failed->text.c_str());
        QVERIFY(two.all().chances == alone.chances);
        QVERIFY(test::ask(*engine, question()).chances == alone.chances);
    }

    void aCancelledLookEndsItsRequestAlone()
    {
        const auto engine = makeEngine();
        auto large = std::make_shared<Media>(test::largePicture());
        Request request;
        request.prompt.tokens = test::someTokens(4, 100, 9);
        request.prompt.tokens.insert(request.prompt.tokens.end(), 272, m_model.vision().imageToken);
        request.prompt.tokens.push_back(3);
        request.maxTokens = 4;
        request.media.push_back(std::move(large));
        test::Asked asked(*engine, std::move(request));
        test::Asked neighbour(*engine, question());
        asked.ticket().cancel.cancel();
        const auto said = asked.all();
        QVERIFY(said.done.has_value());
        QVERIFY(said.done->reason == FinishReason::Cancelled);
        QVERIFY(neighbour.all().done->reason == FinishReason::Length);
    }

private:
    const test::SeenModel m_model = test::seenModel();
};

std::unique_ptr<QObject> makeAnswersToMediaTest()
{
    return test::make<AnswersToMediaTest>();
}

#include "tst_answers_to_media.moc"
