#include "engine/text/tokens/tokenizer.h"
#include "tests/engine/text/tokens/sample_tokenizer.h"
#include "tests/engine/text/tokens/tests.h"
#include "tests/support/test_table.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <fstream>

using namespace tf;
using text::Tokenizer;

namespace {

/// What is changed in a good file, and what must be said about it.
void mistake(const char* name, const QByteArray& from, const QByteArray& to, Code code,
             const QByteArray& words)
{
    QTest::newRow(name) << from << to << static_cast<int>(code) << words;
}

void addVocabularies()
{
    const QByteArray vocab = "\"vocab\": {";
    const QByteArray merges = "\"merges\": [";
    mistake("merge of an unknown token", merges, merges + "\"\u0120 nosuch\",", Code::BadInput,
            "merge 0: \"nosuch\"");
    mistake("merge into an unknown token", merges, merges + "[\"\u0120\", \"\u0122\"],",
            Code::BadInput, "\u0120\u0122");
    mistake("merge of three", merges, merges + "\"a b c\",", Code::BadInput, "merge 0");
    mistake("merge without a space", merges, merges + "\"ab\",", Code::BadInput, "merge 0");
    mistake("merge of one", merges, merges + "[\"a\"],", Code::BadInput, "a list of 1");
    mistake("merge of numbers", merges, merges + "[1, 2],", Code::BadInput, "merge 0");
    mistake("merge that is null", merges, merges + "null,", Code::BadInput, "merge 0");
    mistake("id twice", vocab, vocab + "\"zq\": 7,", Code::BadInput, "id 7");
    mistake("token twice", vocab, vocab + "\"a\": 4000,", Code::BadInput, "is there twice");
    mistake("id out of range", vocab, vocab + "\"zq\": 16777216,", Code::BadInput, "16777216");
    mistake("negative id", vocab, vocab + "\"zq\": -1,", Code::BadInput, "zq");
    mistake("fraction as id", vocab, vocab + "\"zq\": 1.5,", Code::BadInput, "zq");
    mistake("text as id", vocab, vocab + "\"zq\": \"7\",", Code::BadInput, "zq");
    mistake("symbols that are no bytes", vocab, vocab + "\"a b\": 4000,", Code::BadInput,
            "not made of byte symbols");
    mistake("empty token", vocab, vocab + "\"\": 4000,", Code::BadInput, "4000");
    mistake("a byte without token", "\"\u0123\":", "\"\u0123\u0123\":", Code::BadInput, "byte 1");
    mistake("lone surrogate", vocab, vocab + "\"\\ud800\": 4000,", Code::BadInput, "byte");
    mistake("invalid UTF-8", vocab, vocab + "\"\xff\": 4000,", Code::BadInput, "UTF-8");
    mistake("vocab is a list", vocab, "\"vocab\": [], \"old\": {", Code::BadInput, "vocab");
    mistake("no vocab", vocab, "\"words\": {", Code::BadInput, "vocab");
}

void addModels()
{
    mistake("no model", "\"model\"", "\"models\"", Code::BadInput, "model");
    mistake("model of another type", "\"type\": \"BPE\"", "\"type\": \"Unigram\"",
            Code::Unsupported, "Unigram");
    mistake("dropout", "\"dropout\": null", "\"dropout\": 0.1", Code::Unsupported, "dropout");
    mistake("word suffix", "\"end_of_word_suffix\": null", "\"end_of_word_suffix\": \"</w>\"",
            Code::Unsupported, "end_of_word_suffix");
    mistake("another normalizer", "\"type\": \"NFC\"", "\"type\": \"NFKC\"", Code::Unsupported,
            "NFKC");
    mistake("another pre-tokenizer", "\"type\": \"Split\"", "\"type\": \"Digits\"",
            Code::Unsupported, "Sequence");
    mistake("another behavior", "\"Removed\"", "\"MergedWithNext\"", Code::Unsupported,
            "MergedWithNext");
    mistake("pattern is no Regex", "\"Regex\"", "\"String\"", Code::Unsupported, "Split");
    mistake("broken pattern", "\"Regex\": \"", "\"Regex\": \"((", Code::BadInput, "pattern");
    mistake("prefix space", "\"add_prefix_space\": false", "\"add_prefix_space\": true",
            Code::Unsupported, "add_prefix_space");
    mistake("post-processor", "\"post_processor\": null",
            "\"post_processor\": {\"type\": \"TemplateProcessing\"}", Code::Unsupported,
            "TemplateProcessing");
}

void addAddedTokens()
{
    mistake("stripping token", "\"lstrip\": false", "\"lstrip\": true", Code::Unsupported,
            "lstrip");
    mistake("single words", "\"single_word\": false", "\"single_word\": true", Code::Unsupported,
            "single_word");
    mistake("added token without text", "\"content\": \"[e~[\"", "\"content\": \"\"",
            Code::BadInput, "added_tokens");
    mistake("added token twice", "\"]~b]x\"", "\"]~b]\"", Code::BadInput, "twice");
    mistake("added id twice", "\"id\": 1201", "\"id\": 1200", Code::BadInput, "1200");
    mistake("added id of a token", "\"id\": 1201", "\"id\": 5", Code::BadInput, "id 5");
    mistake("added id out of range", "\"id\": 1201", "\"id\": 4294967295", Code::BadInput,
            "4294967295");
    mistake("added token that merges make", "\"content\": \"[e~[\"", "\"content\": \"th\"",
            Code::BadInput, "\"th\"");
}

} // namespace

class BadTokenizerTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotFitIsNamed_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("words");
        addVocabularies();
        addModels();
        addAddedTokens();
        mistake("more after the end", "\n}\n", "\n}\n{", Code::BadInput, "end");
    }

    void whatDoesNotFitIsNamed()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, words);
        auto json = test::sampleTokenizerJson();
        const auto place = QTest::currentDataTag() == QByteArray("more after the end")
            ? json.rfind(from.toStdString())
            : json.find(from.toStdString());
        QVERIFY(place != std::string::npos);
        json.replace(place, static_cast<std::size_t>(from.size()), to.toStdString());
        const auto tokenizer = Tokenizer::parse(json);
        QVERIFY(!tokenizer);
        QTEST(static_cast<int>(tokenizer.error().code), "code");
        QVERIFY2(tokenizer.error().text.find(words.toStdString()) != std::string::npos,
                 tokenizer.error().text.c_str());
    }

    void aFileCutOffAnywhereIsAnError()
    {
        const auto json = test::sampleTokenizerJson();
        for (std::size_t numBytes = 0; numBytes + 2 < json.size(); numBytes += 397)
            QVERIFY2(!Tokenizer::parse(json.substr(0, numBytes)), std::to_string(numBytes).c_str());
    }

    void twoGigabytesAreRefusedUnread()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path =
            folder.filePath(QStringLiteral("tokenizer.json")).toStdString();
        std::ofstream(path).put(' ');
        std::filesystem::resize_file(path, std::uintmax_t(2) << 30);
        QElapsedTimer timer;
        timer.start();
        const auto tokenizer = Tokenizer::load(path);
        QVERIFY(!tokenizer);
        QVERIFY2(tokenizer.error().text.find("67108864") != std::string::npos,
                 tokenizer.error().text.c_str());
        QVERIFY(timer.elapsed() < 500);
    }

    void aFileThatIsNotThereIsNamed()
    {
        const auto tokenizer = Tokenizer::load("/nowhere/tokenizer.json");
        QVERIFY(!tokenizer);
        QCOMPARE(tokenizer.error().code, Code::NotFound);
        QVERIFY(tokenizer.error().text.find("/nowhere/tokenizer.json") != std::string::npos);
    }
};

std::unique_ptr<QObject> makeBadTokenizerTest()
{
    return test::make<BadTokenizerTest>();
}

#include "tst_bad_tokenizer.moc"
