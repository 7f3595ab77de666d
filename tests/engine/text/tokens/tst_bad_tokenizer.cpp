#include "engine/text/tokens/tokenizer.h"
#include "tests/engine/text/tokens/sample_tokenizer.h"
#include "tests/engine/text/tokens/tests.h"
#include "tests/support/test_table.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <fstream>

using namespace tf;
using text::Tokenizer;

class BadTokenizerTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotFitIsNamed_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* name, QByteArray from, QByteArray to, Code code,
                            QByteArray words) {
            QTest::newRow(name) << from << to << static_cast<int>(code) << words;
        };
        const QByteArray vocab = "\"vocab\": {";
        const QByteArray merges = "\"merges\": [";
        row("merge of an unknown token", merges, merges + "\"\u0120 nosuch\",", Code::BadInput,
            "merge 0: \"nosuch\"");
        row("merge into an unknown token", merges, merges + "[\"\u0120\", \"\u0122\"],",
            Code::BadInput, "\u0120\u0122");
        row("merge of three", merges, merges + "\"a b c\",", Code::BadInput, "merge 0");
        row("merge without a space", merges, merges + "\"ab\",", Code::BadInput, "merge 0");
        row("merge of one", merges, merges + "[\"a\"],", Code::BadInput, "a list of 1");
        row("merge of numbers", merges, merges + "[1, 2],", Code::BadInput, "merge 0");
        row("merge that is null", merges, merges + "null,", Code::BadInput, "merge 0");
        row("id twice", vocab, vocab + "\"zq\": 7,", Code::BadInput, "id 7");
        row("token twice", vocab, vocab + "\"a\": 4000,", Code::BadInput, "is there twice");
        row("id out of range", vocab, vocab + "\"zq\": 16777216,", Code::BadInput, "16777216");
        row("negative id", vocab, vocab + "\"zq\": -1,", Code::BadInput, "zq");
        row("fraction as id", vocab, vocab + "\"zq\": 1.5,", Code::BadInput, "zq");
        row("text as id", vocab, vocab + "\"zq\": \"7\",", Code::BadInput, "zq");
        row("symbols that are no bytes", vocab, vocab + "\"a b\": 4000,", Code::BadInput,
            "not made of byte symbols");
        row("empty token", vocab, vocab + "\"\": 4000,", Code::BadInput, "4000");
        row("a byte without token", "\"\u0123\":", "\"\u0123\u0123\":", Code::BadInput, "byte 1");
        row("lone surrogate", vocab, vocab + "\"\\ud800\": 4000,", Code::BadInput, "byte");
        row("invalid UTF-8", vocab, vocab + "\"\xff\": 4000,", Code::BadInput, "UTF-8");
        row("vocab is a list", vocab, "\"vocab\": [], \"old\": {", Code::BadInput, "vocab");
        row("no vocab", vocab, "\"words\": {", Code::BadInput, "vocab");
        row("no model", "\"model\"", "\"models\"", Code::BadInput, "model");
        row("model of another type", "\"type\": \"BPE\"", "\"type\": \"Unigram\"",
            Code::Unsupported, "Unigram");
        row("dropout", "\"dropout\": null", "\"dropout\": 0.1", Code::Unsupported, "dropout");
        row("word suffix", "\"end_of_word_suffix\": null", "\"end_of_word_suffix\": \"</w>\"",
            Code::Unsupported, "end_of_word_suffix");
        row("another normalizer", "\"type\": \"NFC\"", "\"type\": \"NFKC\"", Code::Unsupported,
            "NFKC");
        row("another pre-tokenizer", "\"type\": \"Split\"", "\"type\": \"Digits\"",
            Code::Unsupported, "Sequence");
        row("another behavior", "\"Removed\"", "\"MergedWithNext\"", Code::Unsupported,
            "MergedWithNext");
        row("pattern is no Regex", "\"Regex\"", "\"String\"", Code::Unsupported, "Split");
        row("broken pattern", "\"Regex\": \"", "\"Regex\": \"((", Code::BadInput, "pattern");
        row("prefix space", "\"add_prefix_space\": false", "\"add_prefix_space\": true",
            Code::Unsupported, "add_prefix_space");
        row("post-processor", "\"post_processor\": null",
            "\"post_processor\": {\"type\": \"TemplateProcessing\"}", Code::Unsupported,
            "TemplateProcessing");
        row("stripping token", "\"lstrip\": false", "\"lstrip\": true", Code::Unsupported,
            "lstrip");
        row("single words", "\"single_word\": false", "\"single_word\": true", Code::Unsupported,
            "single_word");
        row("added token without text", "\"content\": \"[e~[\"", "\"content\": \"\"",
            Code::BadInput, "added_tokens");
        row("added token twice", "\"]~b]x\"", "\"]~b]\"", Code::BadInput, "twice");
        row("added id twice", "\"id\": 1201", "\"id\": 1200", Code::BadInput, "1200");
        row("added id of a token", "\"id\": 1201", "\"id\": 5", Code::BadInput, "id 5");
        row("added id out of range", "\"id\": 1201", "\"id\": 4294967295", Code::BadInput,
            "4294967295");
        row("added token that merges make", "\"content\": \"[e~[\"", "\"content\": \"th\"",
            Code::BadInput, "\"th\"");
        row("more after the end", "\n}\n", "\n}\n{", Code::BadInput, "end");
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
