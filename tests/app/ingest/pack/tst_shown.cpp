// A file behind its header and its numbers, and that its tokens add up.

#include "app/ingest/shown/shown_file.h"
#include "engine/text/tokens/tokenizer.h"
#include "engine/text/tokens/utf8.h"
#include "kernels/base/words.h"
#include "tests/app/ingest/pack/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::ingest;

class ShownFileTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void linesStandBehindTheirNumbers_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("text");
        QTest::newRow("nothing") << std::string() << std::string();
        QTest::newRow("one line") << std::string("a\n") << std::string("1\ta\n");
        QTest::newRow("no end") << std::string("a\nb") << std::string("1\ta\n2\tb\n");
        QTest::newRow("empty lines") << std::string("\n\na") << std::string("1\t\n2\t\n3\ta\n");
        QTest::newRow("CRLF") << std::string("a\r\nb\r\n") << std::string("1\ta\n2\tb\n");
        QTest::newRow("a mark") << std::string("\xef\xbb\xbfx") << std::string("1\tx\n");
        QTest::newRow("a false header")
            << std::string("=== b ===\n") << std::string("1\t=== b ===\n");
        QTest::newRow("broken") << std::string("a\xff\xfe"
                                               "b\n")
                                << std::string("1\ta\xef\xbf\xbd"
                                               "b\n");
    }
    void linesStandBehindTheirNumbers()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, text);
        const ShownLines shown = shownLines(bytes);
        QCOMPARE(shown.text, text);
        QCOMPARE(shown.isRepaired, std::string(QTest::currentDataTag()) == "broken");
    }

    void whatIsShownIsTextAndNeverAHeader()
    {
        const auto report = test::forAll(500, [](test::Gen& gen) -> std::string {
            const std::string bytes = gen.oneIn(2) ? gen.bytes() : gen.text();
            const ShownLines shown = shownLines(bytes);
            if (text::validPrefix(shown.text) != shown.text.size())
                return "no UTF-8";
            std::int64_t numLines = 0;
            for (std::size_t at = 0; at < shown.text.size(); at = shown.text.find('\n', at) + 1) {
                if (!shown.text.substr(at).starts_with(words(++numLines, '\t')))
                    return words("line ", numLines, " lacks its number");
            }
            return numLines == shown.numLines ? "" : "lines are counted wrongly";
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    /// So that a file is counted once, wherever it lies and whatever stands around it.
    void tokensOfPiecesAddUp()
    {
        const std::string folder = qEnvironmentVariable("TRIFOLD_VECTORS").toStdString();
        if (folder.empty())
            QSKIP("TRIFOLD_VECTORS names no folder");
        const auto tokenizer =
            MUST(text::Tokenizer::load(folder + "/o200k-m3/tokenizer.json", text::CacheFile::None));
        const auto count = [&](const std::string& text) {
            return MUST(tokenizer.encode(text, text::ControlTokens::AsText)).size();
        };
        const auto report = test::forAll(300, [&](test::Gen& gen) -> std::string {
            std::string whole;
            std::size_t sum = 0;
            for (int file = 0; file < 4; ++file) {
                const std::string header = shownHeader(gen.pick(kPaths));
                const std::string lines = shownLines(gen.text()).text;
                whole += header + lines;
                sum += count(header) + count(lines);
            }
            return count(whole) == sum ? "" : words(count(whole), " and not ", sum, ": ", whole);
        });
        QVERIFY2(report.empty(), report.c_str());
    }

private:
    static constexpr const char* kPaths[] = {"a", "src/b.cpp", "LICENSE-(MIT)", "文/字.md", "x/y+"};
};

std::unique_ptr<QObject> makeShownFileTest()
{
    return std::make_unique<ShownFileTest>();
}

#include "tst_shown.moc"
