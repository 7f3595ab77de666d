#include "engine/text/tokens/encode_many.h"
#include "tests/engine/text/tokens/sample_tokenizer.h"
#include "tests/engine/text/tokens/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

#include <fstream>

using namespace tf;
using text::ControlTokens;

class EncodeManyTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsEncodedInItsPlace()
    {
        test::Gen gen(3, 40);
        std::vector<std::string> texts;
        for (int textIdx = 0; textIdx < 300; ++textIdx)
            texts.push_back(gen.text());
        const std::vector<std::string_view> views(texts.begin(), texts.end());
        const auto encoded = text::encodeMany(m_tokenizer, views, ControlTokens::Match, 3);
        QCOMPARE(encoded.size(), texts.size());
        for (std::size_t idx = 0; idx < texts.size(); ++idx)
            QCOMPARE(MUST(m_tokenizer.encode(texts[idx], ControlTokens::Match)), *encoded[idx]);
    }

    void filesAreCounted()
    {
        const QTemporaryDir folder;
        std::vector<std::filesystem::path> files;
        std::vector<std::size_t> wanted;
        for (int fileIdx = 0; fileIdx < 30; ++fileIdx) {
            const std::string content(static_cast<std::size_t>(fileIdx) * 7, "ab c"[fileIdx % 4]);
            files.emplace_back(folder.filePath(QString::number(fileIdx)).toStdString());
            std::ofstream(files.back()) << content << "]~b]";
            wanted.push_back(
                MUST(m_tokenizer.encode(content + "]~b]", ControlTokens::AsText)).size());
        }
        files.emplace_back(folder.filePath(QStringLiteral("none")).toStdString());
        files.emplace_back(folder.path().toStdString());
        const auto counts = text::countFiles(m_tokenizer, files, 2);
        for (std::size_t idx = 0; idx < wanted.size(); ++idx)
            QCOMPARE(*counts[idx], wanted[idx]);
        QCOMPARE(counts[wanted.size()].error().code, Code::NotFound);
        QCOMPARE(counts[wanted.size() + 1].error().code, Code::BadInput);
    }

    void aCancelledRunSaysSo()
    {
        CancelSource stopped;
        stopped.cancel();
        const std::vector<std::string_view> views(20, "text");
        const auto encoded =
            text::encodeMany(m_tokenizer, views, ControlTokens::Match, 2, stopped.token());
        for (const auto& ids : encoded)
            QCOMPARE(ids.error().code, Code::Cancelled);
    }

private:
    text::Tokenizer m_tokenizer = test::sampleTokenizer();
};

std::unique_ptr<QObject> makeEncodeManyTest()
{
    return test::make<EncodeManyTest>();
}

#include "tst_encode_many.moc"
