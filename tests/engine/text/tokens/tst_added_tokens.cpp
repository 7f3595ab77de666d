#include "engine/text/tokens/added_tokens.h"
#include "tests/engine/text/tokens/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf;
using text::AddedTokens;

namespace {

std::string foundIn(const AddedTokens& tokens, const std::string& text)
{
    std::string found;
    std::size_t at = 0;
    while (const auto match = tokens.find(text, at)) {
        found += std::to_string(match->id) + "@" + std::to_string(match->begin) + "-"
            + std::to_string(match->end) + " ";
        at = match->end;
    }
    return found;
}

/// The same by trying every token at every place.
std::string foundSlowly(const std::vector<AddedTokens::Entry>& entries, const std::string& text)
{
    std::string found;
    for (std::size_t at = 0; at < text.size();) {
        const AddedTokens::Entry* longest = nullptr;
        for (const auto& entry : entries) {
            if (text.compare(at, entry.text.size(), entry.text) == 0
                && (longest == nullptr || entry.text.size() > longest->text.size()))
                longest = &entry;
        }
        if (longest == nullptr) {
            ++at;
            continue;
        }
        found += std::to_string(longest->id) + "@" + std::to_string(at) + "-"
            + std::to_string(at + longest->text.size()) + " ";
        at += longest->text.size();
    }
    return found;
}

} // namespace

class AddedTokensTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void leftmostThenLongest()
    {
        const AddedTokens tokens({{"<a>", 1}, {"<a><b>", 2}, {"b><", 3}, {"x", 4}});
        QCOMPARE(foundIn(tokens, "<a><b><a>x<a"), std::string("2@0-6 1@6-9 4@9-10 "));
        QCOMPARE(foundIn(tokens, "b><a>"), std::string("3@0-3 "));
    }

    void anyTokensInAnyTextAreFoundAsBySearchingEverywhere()
    {
        const auto wrong = test::forAll(2000, [](test::Gen& gen) -> std::string {
            const auto word = [&gen](std::size_t longest) {
                std::string out;
                for (auto count = gen.below(longest) + 1; count > 0; --count)
                    out += "ab\xff"[gen.below(3)];
                return out;
            };
            std::vector<AddedTokens::Entry> entries;
            for (text::TokenId id = 0; id < 6; ++id) {
                const auto text = word(4);
                const bool isNew = std::none_of(entries.begin(), entries.end(),
                                                [&](const auto& e) { return e.text == text; });
                if (isNew)
                    entries.push_back({text, id});
            }
            const auto text = word(gen.size() + 1);
            const auto got = foundIn(AddedTokens(entries), text);
            const auto want = foundSlowly(entries, text);
            return got == want ? "" : text + ": got " + got + " want " + want;
        });
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void idsAreFoundByText()
    {
        const AddedTokens tokens({{"<a>", 1}, {"<a><b>", 2}});
        QCOMPARE(tokens.idOf("<a><b>"), std::optional<text::TokenId>(2));
        QVERIFY(!tokens.idOf("<a"));
        QVERIFY(!tokens.idOf(""));
    }
};

std::unique_ptr<QObject> makeAddedTokensTest()
{
    return test::make<AddedTokensTest>();
}

#include "tst_added_tokens.moc"
