#include "engine/text/tokens/detokenizer.h"
#include "engine/text/tokens/utf8.h"
#include "tests/engine/text/tokens/sample_tokenizer.h"
#include "tests/engine/text/tokens/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf;
using text::ControlTokens;
using text::Detokenizer;

class DetokenizerTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aCharacterIsNeverCut()
    {
        const auto wrong = test::forAll(500, [this](test::Gen& gen) -> std::string {
            const auto ids = MUST(m_tokenizer.encode(gen.text(), ControlTokens::Match));
            Detokenizer stream(m_tokenizer);
            std::string joined;
            for (const auto id : ids) {
                const auto part = MUST(stream.push(id));
                if (text::validPrefix(part) != part.size())
                    return "cut: " + part;
                joined += part;
            }
            if (!stream.flush().empty())
                return "held back at the end of " + joined;
            return joined == MUST(m_tokenizer.decode(ids)) ? "" : joined;
        });
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void brokenBytesPassThrough()
    {
        const auto wrong = test::forAll(1000, [this](test::Gen& gen) -> std::string {
            std::vector<text::TokenId> ids;
            for (auto count = gen.below(gen.size() + 1); count > 0; --count) {
                const auto id = static_cast<text::TokenId>(gen.below(gen.oneIn(2) ? 256 : 1206));
                ids.push_back(id);
            }
            Detokenizer stream(m_tokenizer);
            std::string joined;
            for (const auto id : ids)
                joined += MUST(stream.push(id));
            joined += stream.flush();
            return joined == MUST(m_tokenizer.decode(ids)) ? "" : "not the same as the whole";
        });
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void bytesOfACharacterWaitForEachOther()
    {
        Detokenizer stream(m_tokenizer);
        const auto ids = MUST(m_tokenizer.encode("\U0001f469", ControlTokens::Match));
        QVERIFY(ids.size() > 1);
        for (std::size_t idx = 0; idx + 1 < ids.size(); ++idx)
            QCOMPARE(MUST(stream.push(ids[idx])), std::string());
        QCOMPARE(MUST(stream.push(ids.back())), std::string("\U0001f469"));
    }

    void whatIsHeldBackComesAtTheEnd()
    {
        Detokenizer stream(m_tokenizer);
        const auto ids = MUST(m_tokenizer.encode("\xf0\x9f\x91", ControlTokens::Match));
        std::string joined;
        for (const auto id : ids)
            joined += MUST(stream.push(id));
        QCOMPARE(joined, std::string());
        QCOMPARE(stream.flush(), std::string("\xf0\x9f\x91"));
        QCOMPARE(stream.flush(), std::string());
    }

    void anUnknownIdIsAnError()
    {
        Detokenizer stream(m_tokenizer);
        QVERIFY(!stream.push(999'999));
    }

private:
    text::Tokenizer m_tokenizer = test::sampleTokenizer();
};

std::unique_ptr<QObject> makeDetokenizerTest()
{
    return test::make<DetokenizerTest>();
}

#include "tst_detokenizer.moc"
