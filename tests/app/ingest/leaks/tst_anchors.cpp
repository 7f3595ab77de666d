// Words found in one pass, held against looking for each word alone.

#include "app/ingest/leaks/anchors.h"
#include "kernels/base/words.h"
#include "tests/app/ingest/leaks/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <algorithm>

using namespace tf;
using namespace tf::ingest;

namespace {

std::string byPass(const std::vector<std::string_view>& wanted, std::string_view text)
{
    std::vector<std::string> found;
    Anchors(wanted).scan(text, [&](std::uint16_t idx, std::size_t end) {
        found.push_back(words(end - wanted[idx].size(), ":", wanted[idx], " "));
    });
    std::sort(found.begin(), found.end());
    std::string all;
    for (const auto& one : found)
        all += one;
    return all;
}

std::string oneByOne(const std::vector<std::string_view>& wanted, std::string text)
{
    for (char& letter : text)
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    std::vector<std::string> found;
    for (const auto word : wanted)
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
            found.push_back(words(at, ":", word, " "));
    std::sort(found.begin(), found.end());
    std::string all;
    for (const auto& one : found)
        all += one;
    return all;
}

} // namespace

class LeakAnchorsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void wordsWithinWordsAreFound()
    {
        QCOMPARE(byPass({"he", "she", "hers", "his"}, "uSHErs"), std::string("1:she 2:he 2:hers "));
        QCOMPARE(byPass({"a"}, ""), std::string());
    }

    void onePassFindsWhatEachWordAloneFinds()
    {
        const auto report = test::forAll(500, [](test::Gen& gen) -> std::string {
            std::vector<std::string> spelled;
            for (std::size_t count = 1 + gen.below(8); count > 0; --count) {
                std::string word;
                for (std::size_t length = 1 + gen.below(5); length > 0; --length)
                    word += gen.pick(std::string_view("abc_"));
                if (std::find(spelled.begin(), spelled.end(), word) == spelled.end())
                    spelled.push_back(word);
            }
            const std::vector<std::string_view> wanted(spelled.begin(), spelled.end());
            std::string text;
            for (std::size_t length = gen.below(200); length > 0; --length)
                text += gen.pick(std::string_view("abcABC_x\xff"));
            const auto got = byPass(wanted, text);
            const auto want = oneByOne(wanted, text);
            return got == want ? "" : words(text, ": ", got, " and not ", want);
        });
        QVERIFY2(report.empty(), report.c_str());
    }
};

std::unique_ptr<QObject> makeLeakAnchorsTest()
{
    return std::make_unique<LeakAnchorsTest>();
}

#include "tst_anchors.moc"
