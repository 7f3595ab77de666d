#include "engine/text/tokens/encoder.h"
#include "engine/text/tokens/utf8.h"
#include "tests/engine/text/tokens/sample_tokenizer.h"
#include "tests/engine/text/tokens/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QElapsedTimer>

using namespace tf;
using text::ControlTokens;
using text::TokenId;
using text::Tokenizer;

namespace {

const std::string kGolden = TRIFOLD_SOURCE_DIR "/tests/golden/tokenizer/";

/// The pre-tokenizer of the sample replaced by ByteLevel alone, as bytelevel.jsonl was made.
std::string byteLevelJson()
{
    auto json = test::replaced(test::sampleTokenizerJson(),
                               "\"normalizer\": {\n\"type\": \"NFC\"\n}", "\"normalizer\": null");
    const auto begin = json.find("\"pre_tokenizer\"");
    const auto end = json.find("\"post_processor\"");
    return json.replace(
        begin, end - begin,
        "\"pre_tokenizer\": {\"type\": \"ByteLevel\", \"add_prefix_space\": false},\n");
}

std::string textWithControls(test::Gen& gen)
{
    constexpr const char* kControls[] = {"[e~[",         "]~b]",     "]~b]x",
                                         "<think>",      "</think>", "<caf\u00e9>",
                                         "<cafe\u0301>", "]~b",      "[e~"};
    std::string text;
    for (auto count = gen.below(gen.size()); count > 0; --count)
        text += gen.oneIn(3) ? gen.pick(kControls) : gen.oneIn(4) ? gen.bytes() : gen.text();
    return text;
}

} // namespace

class TokenizerTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theReferenceGivesTheSameIds()
    {
        const auto wrong = test::failedCase(m_tokenizer, kGolden + "cases.jsonl");
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void theReferenceGivesTheSameIdsThroughAnotherPattern()
    {
        const auto tokenizer = MUST(Tokenizer::parse(byteLevelJson()));
        const auto wrong = test::failedCase(tokenizer, kGolden + "bytelevel.jsonl");
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void decodingGivesTheNormalizedTextBack()
    {
        const auto wrong = test::forAll(250, [this](test::Gen& gen) -> std::string {
            const auto text = gen.text();
            const auto want = MUST(m_normalizer.normalize(text));
            for (const auto controls : {ControlTokens::Match, ControlTokens::AsText}) {
                if (MUST(m_tokenizer.decode(MUST(m_tokenizer.encode(text, controls)))) != want)
                    return text;
            }
            return "";
        });
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void brokenBytesComeBackAsTheyWere()
    {
        const auto tokenizer = MUST(Tokenizer::parse(byteLevelJson()));
        const auto wrong = test::forAll(250, [&](test::Gen& gen) -> std::string {
            const auto bytes = textWithControls(gen);
            const auto ids = MUST(tokenizer.encode(bytes, ControlTokens::Match));
            return MUST(tokenizer.decode(ids)) == bytes ? "" : bytes;
        });
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void asTextNoControlTokenEverComesOut()
    {
        const auto wrong = test::forAll(400, [this](test::Gen& gen) -> std::string {
            const auto text = textWithControls(gen);
            for (const auto id : MUST(m_tokenizer.encode(text, ControlTokens::AsText))) {
                if (m_tokenizer.isControlToken(id))
                    return text;
            }
            return "";
        });
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void notEvenWhereWholeWordsAreLookedUpAndControlsAreInTheVocabulary()
    {
        auto json = test::replaced(test::sampleTokenizerJson(), "\"ignore_merges\": false",
                                   "\"ignore_merges\": true");
        json = test::replaced(json, "\"vocab\": {", "\"vocab\": {\"[e~[\": 1200, \"]~b]\": 1201,");
        const auto tokenizer = MUST(Tokenizer::parse(json));
        for (const auto* text : {"[e~[", "]~b]", " [e~[ x"}) {
            for (const auto id : MUST(tokenizer.encode(text, ControlTokens::AsText)))
                QVERIFY2(!tokenizer.isControlToken(id), text);
        }
        QCOMPARE(MUST(tokenizer.encode("[e~[", ControlTokens::Match)), std::vector<TokenId>{1200});
    }

    void ignoredMergesKeepWholeWords()
    {
        auto json = test::replaced(test::sampleTokenizerJson(), "\"ignore_merges\": false",
                                   "\"ignore_merges\": true");
        json = test::replaced(json, "\"vocab\": {", "\"vocab\": {\"zqxj\": 5000,");
        const auto tokenizer = MUST(Tokenizer::parse(json));
        QCOMPARE(MUST(tokenizer.encode("zqxj", ControlTokens::Match)), std::vector<TokenId>{5000});
        QCOMPARE(MUST(m_tokenizer.encode("zqxj", ControlTokens::Match)).size(), std::size_t(4));
    }

    void anEncoderThatHasSeenMuchGivesTheSame()
    {
        text::Encoder encoder(m_tokenizer);
        const auto wrong = test::forAll(400, [&](test::Gen& gen) -> std::string {
            const auto text = textWithControls(gen) + std::string(gen.below(400), 'a');
            const auto fresh = MUST(m_tokenizer.encode(text, ControlTokens::Match));
            const auto ids = MUST(encoder.encode(text, ControlTokens::Match));
            return std::equal(ids.begin(), ids.end(), fresh.begin(), fresh.end()) ? "" : text;
        });
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void controlTokensAreFoundByText()
    {
        QCOMPARE(m_tokenizer.controlToken("[e~["), std::optional<TokenId>(1200));
        QCOMPARE(m_tokenizer.controlToken("<caf\u00e9>"), std::optional<TokenId>(1205));
        QVERIFY(!m_tokenizer.controlToken("the"));
        QVERIFY(m_tokenizer.isControlToken(1203));
        QVERIFY(!m_tokenizer.isControlToken(3));
        QCOMPARE(m_tokenizer.numIds(), 1206U);
    }

    void unknownIdsAreErrorsWithTheirPlace()
    {
        const std::vector<TokenId> ids = {1, 2, 1206};
        const auto text = m_tokenizer.decode(ids);
        QVERIFY(!text);
        QCOMPARE(text.error().code, Code::BadInput);
        QVERIFY2(text.error().text.find("1206") != std::string::npos, text.error().text.c_str());
    }

    void aWordWithoutEndIsAnErrorWithItsPlace()
    {
        const auto ids = m_tokenizer.encode("so " + std::string(text::kMaxPieceBytes + 1, 'x'),
                                            ControlTokens::Match);
        QVERIFY(!ids);
        QCOMPARE(ids.error().code, Code::BadInput);
        QVERIFY2(ids.error().text.find("at byte 2;") != std::string::npos,
                 ids.error().text.c_str());
    }

    void aLongWordIsMergedInTime()
    {
        QElapsedTimer timer;
        timer.start();
        const std::string word(200'000, 'e');
        const auto ids = MUST(m_tokenizer.encode(word, ControlTokens::Match));
        QVERIFY2(timer.elapsed() < 2000, std::to_string(timer.elapsed()).c_str());
        QCOMPARE(MUST(m_tokenizer.decode(ids)), word);
    }

private:
    Tokenizer m_tokenizer = test::sampleTokenizer();
    text::CharTable m_table;
    text::Normalizer m_normalizer = MUST(text::Normalizer::make(m_table));
};

std::unique_ptr<QObject> makeTokenizerTest()
{
    return test::make<TokenizerTest>();
}

#include "tst_tokenizer.moc"
