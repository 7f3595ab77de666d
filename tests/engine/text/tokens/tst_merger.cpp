#include "engine/text/tokens/byte_symbols.h"
#include "engine/text/tokens/image_builder.h"
#include "engine/text/tokens/merger.h"
#include "tests/engine/text/tokens/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <map>

using namespace tf;
using text::Merger;
using text::TokenId;
using text::TokenizerImage;

namespace {

struct Vocabulary {
    json::TokenizerFile file;
    std::map<std::pair<std::string, std::string>, std::size_t> rankByPair;
    std::map<std::string, TokenId> idByBytes;
};

json::TokenizerFile::Text keep(json::TokenizerFile& file, const std::string& bytes)
{
    const auto spelled = text::symbolsOfBytes(bytes);
    const json::TokenizerFile::Text kept{static_cast<std::uint32_t>(file.arena.size()),
                                         static_cast<std::uint32_t>(spelled.size())};
    file.arena += spelled;
    return kept;
}

void addToken(Vocabulary& vocabulary, const std::string& bytes)
{
    const auto id = static_cast<TokenId>(vocabulary.idByBytes.size());
    if (vocabulary.idByBytes.try_emplace(bytes, id).second)
        vocabulary.file.vocab.push_back({keep(vocabulary.file, bytes), id});
}

/// Merges in no sensible order over three letters: what no trainer makes but a file may hold.
Vocabulary randomVocabulary(test::Gen& gen)
{
    Vocabulary vocabulary;
    for (int byte = 0; byte < 256; ++byte)
        addToken(vocabulary, std::string(1, static_cast<char>(byte)));
    std::vector<std::string> known = {"a", "b", "c"};
    std::vector<std::pair<std::string, std::string>> pairs;
    for (auto count = gen.below(20); count > 0; --count) {
        const auto left = gen.pick(known);
        const auto right = gen.pick(known);
        addToken(vocabulary, left + right);
        known.push_back(left + right);
        pairs.emplace_back(left, right);
    }
    while (!pairs.empty()) {
        const auto idx = gen.below(pairs.size());
        const auto pair = pairs[idx];
        pairs.erase(pairs.begin() + static_cast<std::ptrdiff_t>(idx));
        vocabulary.rankByPair[pair] = vocabulary.file.merges.size();
        const auto left = keep(vocabulary.file, pair.first);
        vocabulary.file.merges.push_back({left, keep(vocabulary.file, pair.second)});
    }
    return vocabulary;
}

/// The definition: join the strongest pair, the leftmost of equals, until there is none.
std::vector<TokenId> mergedByDefinition(const Vocabulary& vocabulary, const std::string& piece)
{
    std::vector<std::string> parts;
    for (const char byte : piece)
        parts.emplace_back(1, byte);
    for (;;) {
        std::size_t strongest = parts.size();
        std::size_t strongestRank = vocabulary.file.merges.size();
        for (std::size_t idx = 0; idx + 1 < parts.size(); ++idx) {
            const auto found = vocabulary.rankByPair.find({parts[idx], parts[idx + 1]});
            if (found != vocabulary.rankByPair.end() && found->second < strongestRank) {
                strongest = idx;
                strongestRank = found->second;
            }
        }
        if (strongest == parts.size())
            break;
        parts[strongest] += parts[strongest + 1];
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(strongest) + 1);
    }
    std::vector<TokenId> ids;
    for (const auto& part : parts)
        ids.push_back(vocabulary.idByBytes.at(part));
    return ids;
}

std::vector<TokenId> listed(std::span<const TokenId> ids)
{
    return {ids.begin(), ids.end()};
}

} // namespace

class MergerTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void bothWaysMergeAsDefined()
    {
        const auto wrong = test::forAll(
            150,
            [](test::Gen& gen) -> std::string {
                const auto vocabulary = randomVocabulary(gen);
                const auto image = MUST(text::buildImage(vocabulary.file, {}));
                Merger merger;
                std::string piece;
                for (auto count = gen.below(gen.size()) + 1; count > 0; --count)
                    piece += "abcd"[gen.below(4)];
                const auto want = mergedByDefinition(vocabulary, piece);
                if (listed(merger.merge(image, piece)) != want)
                    return piece + " merged in place";
                return listed(merger.mergeByHeap(image, piece)) == want ? "" : piece + " by heap";
            },
            120);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void aPairThatIsThereTwiceHasItsLastRank()
    {
        Vocabulary vocabulary;
        for (int byte = 0; byte < 256; ++byte)
            addToken(vocabulary, std::string(1, static_cast<char>(byte)));
        for (const char* token : {"ab", "bc"})
            addToken(vocabulary, token);
        for (const auto& [left, right] :
             {std::pair("a", "b"), std::pair("b", "c"), std::pair("a", "b")}) {
            const auto leftText = keep(vocabulary.file, left);
            vocabulary.file.merges.push_back({leftText, keep(vocabulary.file, right)});
        }
        const auto image = MUST(text::buildImage(vocabulary.file, {}));
        Merger merger;
        QCOMPARE(listed(merger.merge(image, "abc")), (std::vector<TokenId>{'a', 257}));
    }
};

std::unique_ptr<QObject> makeMergerTest()
{
    return test::make<MergerTest>();
}

#include "tst_merger.moc"
