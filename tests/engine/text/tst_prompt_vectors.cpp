#include "engine/text/prompt/chat_json.h"
#include "engine/text/prompt/template.h"
#include "engine/text/prompt_ids.h"
#include "tests/engine/text/tests.h"
#include "tests/support/test_table.h"

#include <algorithm>
#include <fstream>

using namespace tf;
using text::ControlTokens;
using text::SegmentKind;

/// The prompts of template.jsonl as ids of o200k-m3, from the folder that TRIFOLD_VECTORS names.
class PromptVectorsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (m_folder.empty())
            QSKIP("SKIPPED ENTIRELY: TRIFOLD_VECTORS names no folder");
    }

    void harmlessPromptsHaveTheReferencesIds()
    {
        const auto tokenizer = MUST(
            text::Tokenizer::load(m_folder + "/o200k-m3/tokenizer.json", text::CacheFile::None));
        text::Encoder encoder(tokenizer);
        int numHarmless = 0;
        int numHostile = 0;
        std::ifstream lines(m_folder + "/template.jsonl");
        for (std::string line; std::getline(lines, line);) {
            const auto request =
                text::readChatRequest(MUST(json::parse(line)), text::Shape::Template);
            const auto rendered =
                request ? text::render(*request) : Result<text::Rendered>(Error(request.error()));
            if (!rendered)
                continue; // a case that must fail; the template's own test sees to it
            const auto ids = MUST(text::promptIds(encoder, tokenizer, rendered->segments));
            const std::string joined = text::joined(rendered->segments);
            if (spellsControls(tokenizer, rendered->segments)) {
                ++numHostile;
                continue;
            }
            ++numHarmless;
            QVERIFY2(ids == MUST(tokenizer.encode(joined, ControlTokens::Match)), line.c_str());
        }
        QVERIFY2(numHarmless > 50, qPrintable(QString::number(numHarmless)));
        qInfo("%d prompts equal, %d with control tokens in their content", numHarmless, numHostile);
    }

private:
    /// Does text that is not the template's spell a control token, alone or with its neighbours?
    static bool spellsControls(const text::Tokenizer& tokenizer,
                               const std::vector<text::Segment>& segments)
    {
        const auto count = [&tokenizer](const std::string& text) {
            int number = 0;
            std::size_t at = 0;
            while (const auto match = tokenizer.findControlToken(text, at)) {
                ++number;
                at = match->end;
            }
            return number;
        };
        int numTrusted = 0;
        for (const text::Segment& segment : segments)
            numTrusted += segment.kind == SegmentKind::Content ? 0 : count(segment.text);
        return count(text::joined(segments)) != numTrusted;
    }

    std::string m_folder = qEnvironmentVariable("TRIFOLD_VECTORS").toStdString();
};

std::unique_ptr<QObject> makePromptVectorsTest()
{
    return std::make_unique<PromptVectorsTest>();
}

#include "tst_prompt_vectors.moc"
