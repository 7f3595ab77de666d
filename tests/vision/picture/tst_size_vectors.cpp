#include "kernels/base/words.h"
#include "tests/support/test_table.h"
#include "tests/vision/picture/tests.h"
#include "tests/vision/vectors/vector_file.h"
#include "vision/picture/size_wish.h"

#include <charconv>

using namespace tf;
using namespace tf::vision;

/// sizes.jsonl: every rule on every source.
class SizeVectorsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (test::vectorFolder().empty())
            QSKIP("SKIPPED ENTIRELY: TRIFOLD_VECTORS names no folder");
    }

    void allSizesAreTheReferences()
    {
        int numSizes = 0;
        for (const json::Value& one : test::readVectors("sizes.jsonl")) {
            const Size source{std::int32_t(test::integerOf(one, "w")),
                              std::int32_t(test::integerOf(one, "h"))};
            for (const auto& [rule, want] : one.members) {
                if (rule == "w" || rule == "h")
                    continue;
                QCOMPARE(words(source.width, "x", source.height, " ", rule, ": ",
                               spelled(fittedSize(source, wishOf(rule)))),
                         words(source.width, "x", source.height, " ", rule, ": ", spelled(want)));
                ++numSizes;
            }
        }
        qInfo("%d sizes equal", numSizes);
    }

private:
    static SizeWish wishOf(const std::string& rule)
    {
        if (rule == "a_image")
            return areaWish(MediaKind::Picture);
        if (rule == "a_video")
            return areaWish(MediaKind::Clip);
        SizeWish wish;
        const char* end = rule.data() + rule.size();
        const auto read = std::from_chars(rule.data() + 1, end, wish.cap);
        CHECK(rule[0] == 'b' && read.ptr == end, words("no rule is called ", rule));
        return wish;
    }

    static std::string spelled(const Result<Size>& got)
    {
        if (!got.has_value()) {
            const Error& error = got.error();
            return error.code == Code::BadInput ? error.text.substr(0, error.text.find(':'))
                                                : error.describe();
        }
        return words(got.value().width, "x", got.value().height, " ", tokensOf(got.value()));
    }

    static std::string spelled(const json::Value& want)
    {
        if (want.find("error") != nullptr)
            return test::textOf(want, "error");
        return words(test::integerOf(want, "w"), "x", test::integerOf(want, "h"), " ",
                     test::integerOf(want, "tokens"));
    }
};

std::unique_ptr<QObject> makeSizeVectorsTest()
{
    return std::make_unique<SizeVectorsTest>();
}

#include "tst_size_vectors.moc"
