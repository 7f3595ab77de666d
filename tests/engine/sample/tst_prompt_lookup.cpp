#include "engine/sample/draft/prompt_lookup.h"
#include "kernels/base/words.h"
#include "tests/engine/sample/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <algorithm>

using namespace tf::engine;
using tf::test::Gen;
using Tokens = std::vector<std::int32_t>;

namespace {

Draft draftAfter(const Tokens& tokens, std::int32_t most)
{
    PromptLookup lookup;
    lookup.extend(tokens);
    return lookup.draft(most);
}

/// The longestMatchDraft: of all earlier places the one that agrees longest, of equals the newest.
Tokens longestMatchDraft(const Tokens& tokens, std::size_t most)
{
    std::size_t best = 0;
    std::size_t bestLength = PromptLookup::kShortest - 1;
    for (std::size_t end = 0; end + 1 < tokens.size(); ++end) {
        std::size_t length = 0;
        while (length <= end && length < PromptLookup::kLongest
               && tokens[end - length] == tokens[tokens.size() - 1 - length])
            ++length;
        if (length >= std::max(bestLength, PromptLookup::kShortest)) {
            best = end;
            bestLength = length;
        }
    }
    Tokens longer = tokens;
    for (std::size_t idx = 0; bestLength >= PromptLookup::kShortest && idx < most; ++idx)
        longer.push_back(longer[best + 1 + idx]);
    return {longer.begin() + std::ssize(tokens), longer.end()};
}

std::string longestMatchLaw(Gen& gen)
{
    PromptLookup lookup;
    Tokens tokens;
    // Short enough for every place of a chain to be looked at.
    for (auto left = gen.below(std::min<std::size_t>(gen.size(), 60) + 1); left > 0; --left) {
        tokens.push_back(static_cast<std::int32_t>(gen.below(4)));
        lookup.extend({&tokens.back(), 1});
        if (lookup.draft(5).tokens != longestMatchDraft(tokens, 5))
            return tf::words("a wrong draft after ", tokens.size(), " tokens");
    }
    return {};
}

} // namespace

class PromptLookupTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void continuesTheLongestMatch()
    {
        QCOMPARE(tf::test::forAll(500, longestMatchLaw), std::string());
    }

    void copiesWhatFollowed()
    {
        const auto draft = draftAfter({1, 2, 3, 4, 5, 6, 9, 1, 2, 3}, 2);
        QCOMPARE(draft.tokens, (Tokens{4, 5}));
        QCOMPARE(draft.kind, 0);
    }

    void aPatternRepeats()
    {
        QCOMPARE(draftAfter({7, 8, 7, 8, 7, 8}, 5).tokens, (Tokens{7, 8, 7, 8, 7}));
    }

    void longerMatchesAreOfAnotherKind()
    {
        Tokens tokens;
        for (std::int32_t token = 0; token < 40; ++token)
            tokens.push_back(token);
        for (const auto& [numAgain, kind] : {std::pair(3, 0), {4, 1}, {8, 2}, {16, 3}, {30, 3}}) {
            auto again = tokens;
            again.insert(again.end(), tokens.begin(), tokens.begin() + numAgain);
            QCOMPARE(draftAfter(again, 1).kind, kind);
            QCOMPARE(draftAfter(again, 1).tokens, Tokens{numAgain});
        }
    }

    void hasNothingToSayAboutWhatIsNew()
    {
        QVERIFY(draftAfter({}, 4).tokens.empty());
        QVERIFY(draftAfter({1, 2}, 4).tokens.empty());
        QVERIFY(draftAfter({1, 2, 3, 4, 2, 3}, 4).tokens.empty()); // two tokens are too few
    }

    void findsPlacesFarBack()
    {
        PromptLookup lookup;
        Gen gen(1, 1);
        Tokens tokens;
        for (int idx = 0; idx < 50000; ++idx)
            tokens.push_back(static_cast<std::int32_t>(gen.below(200000)));
        lookup.extend(tokens);
        lookup.extend({tokens.data() + 17, 5});
        QCOMPARE(lookup.draft(3).tokens, (Tokens{tokens[22], tokens[23], tokens[24]}));
    }
};

std::unique_ptr<QObject> makePromptLookupTest()
{
    return std::make_unique<PromptLookupTest>();
}

#include "tst_prompt_lookup.moc"
