#include "tests/engine/text/tokens/sample_tokenizer.h"
#include "tests/engine/text/tokens/tests.h"
#include "tests/support/test_table.h"

using namespace tf;

/// tokenizer.jsonl of the folder that TRIFOLD_VECTORS names, with its o200k-m3/tokenizer.json.
class TokenizerVectorsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (m_folder.empty())
            QSKIP("SKIPPED ENTIRELY: TRIFOLD_VECTORS names no folder");
    }

    void everyCaseIsEqual()
    {
        const auto tokenizer = MUST(
            text::Tokenizer::load(m_folder + "/o200k-m3/tokenizer.json", text::CacheFile::None));
        const auto wrong = test::failedCase(tokenizer, m_folder + "/tokenizer.jsonl");
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

private:
    std::string m_folder = qEnvironmentVariable("TRIFOLD_VECTORS").toStdString();
};

std::unique_ptr<QObject> makeTokenizerVectorsTest()
{
    return test::make<TokenizerVectorsTest>();
}

#include "tst_tokenizer_vectors.moc"
