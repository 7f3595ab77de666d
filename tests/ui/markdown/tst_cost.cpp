#include "kernels/base/words.h"
#include "tests/support/test_table.h"
#include "tests/ui/markdown/markdown_samples.h"
#include "tests/ui/markdown/tests.h"
#include "tests/ui/markdown/thread_clock.h"
#include "ui/markdown/growing_document.h"

#include <algorithm>
#include <cstdio>

using namespace tf;
using namespace tf::ui;

namespace {

constexpr std::size_t kPiece = 4; // about a token
constexpr double kMostReadings = 64; // of each byte, by md4c

} // namespace

/// TRIFOLD_MARKDOWN_BYTES is how long the texts are; with it, what each costs is printed.
class MarkdownCostTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void eachByteIsReadAFewTimes_data()
    {
        QTest::addColumn<std::string>("text");
        for (const auto& sample : test::longMarkdown())
            QTest::newRow(sample.name) << sample.make(size());
    }
    void eachByteIsReadAFewTimes()
    {
        QFETCH(std::string, text);
        GrowingDocument document;
        double longest = 0;
        double begin = test::millisecondsSpent();
        for (std::size_t at = 0; at < text.size(); at += kPiece) {
            const double before = test::millisecondsSpent();
            document.append(std::string_view(text).substr(at, kPiece));
            longest = std::max(longest, test::millisecondsSpent() - before);
        }
        document.finish();
        const double grown = test::millisecondsSpent() - begin;
        const double readings =
            static_cast<double>(document.bytesRead()) / static_cast<double>(text.size());
        QVERIFY2(readings <= kMostReadings, words("each byte ", readings, " times").c_str());

        begin = test::millisecondsSpent();
        GrowingDocument whole;
        whole.append(text);
        const double atOnce = test::millisecondsSpent() - begin;
        if (isFull())
            std::printf("%-16s %6.0f us/KB in pieces, longest append %6.2f ms, read %5.1f x, "
                        "whole %6.1f ms = %6.1f MB/s, %zu blocks\n",
                        QTest::currentDataTag(),
                        grown * 1e3 / (static_cast<double>(text.size()) / 1e3), longest, readings,
                        atOnce, static_cast<double>(text.size()) / atOnce / 1e3,
                        document.blocks().size());
    }

private:
    static bool isFull() { return qEnvironmentVariableIsSet("TRIFOLD_MARKDOWN_BYTES"); }
    static std::size_t size()
    {
        const int asked = qEnvironmentVariableIntValue("TRIFOLD_MARKDOWN_BYTES");
        return asked > 0 ? static_cast<std::size_t>(asked) : 20'000;
    }
};

std::unique_ptr<QObject> makeMarkdownCostTest()
{
    return std::make_unique<MarkdownCostTest>();
}

#include "tst_cost.moc"
