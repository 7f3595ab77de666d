#include "kernels/base/words.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/ui/markdown/block_law.h"
#include "tests/ui/markdown/markdown_samples.h"
#include "tests/ui/markdown/tests.h"
#include "tests/ui/markdown/thread_clock.h"
#include "ui/markdown/growing_document.h"

#include <algorithm>

using namespace tf;
using namespace tf::ui;

namespace {

constexpr double kMostMilliseconds = 50; // of one append

std::string law(test::Gen& gen)
{
    const std::string text = test::hostileMarkdown(gen);
    const auto pieces = gen.oneIn(3) ? std::vector<std::string>{text} : gen.pieces(text);
    const std::string broken = test::brokenByPieces(pieces);
    if (broken.empty())
        return {};
    std::string shown;
    for (const std::string& piece : pieces)
        shown += words("{", QByteArray::fromStdString(piece).toPercentEncoding(" \n").toStdString(),
                       "}");
    return words(broken, " in ", shown);
}

std::string quickLaw(test::Gen& gen)
{
    const std::string text = test::hostileMarkdown(gen);
    GrowingDocument document;
    double longest = 0;
    for (const std::string& piece : gen.pieces(text)) {
        const double before = test::millisecondsSpent();
        document.append(piece);
        longest = std::max(longest, test::millisecondsSpent() - before);
    }
    document.finish();
    return longest < kMostMilliseconds ? "" : words("an append took ", longest, " ms");
}

} // namespace

class MarkdownLawsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anyPiecesGiveWhatTheWholeGives()
    {
        const auto report = test::forAll(numDocuments() / 3, law, 48);
        QVERIFY2(report.empty(), report.c_str());
    }

    void aByteAtATimeToo()
    {
        const auto byBytes = [](test::Gen& gen) {
            std::vector<std::string> bytes;
            for (const char byte : test::hostileMarkdown(gen))
                bytes.emplace_back(1, byte);
            return test::brokenByPieces(bytes);
        };
        const auto report = test::forAll(numDocuments() / 10, byBytes, 16);
        QVERIFY2(report.empty(), report.c_str());
    }

    void noHostileDocumentHoldsUpAnAppend()
    {
        const auto report = test::forAll(numDocuments(), quickLaw, 128);
        QVERIFY2(report.empty(), report.c_str());
    }

private:
    /// TRIFOLD_HOSTILE=5000 is the figure; every run takes a part of it.
    static int numDocuments()
    {
        const int asked = qEnvironmentVariableIntValue("TRIFOLD_HOSTILE");
        return asked > 0 ? asked : 300;
    }
};

std::unique_ptr<QObject> makeMarkdownLawsTest()
{
    return std::make_unique<MarkdownLawsTest>();
}

#include "tst_laws.moc"
