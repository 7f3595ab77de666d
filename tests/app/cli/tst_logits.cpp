// m3 logits, run as a user would: its files against the goldens, and what it says to bad orders.

#include "app/cli/interrupt.h"
#include "app/cli/model/dump.h"
#include "engine/model/npy.h"
#include "kernels/base/words.h"
#include "tests/app/cli/m3_process.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

#include <QFile>
#include <QTemporaryDir>

#include <cmath>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tf;

namespace {

const QString kModel = QString::fromStdString(words(TRIFOLD_SOURCE_DIR, "/tests/golden/model/a/"));

engine::NpyArray npy(const QString& path)
{
    return MUST(engine::readNpy(path.toStdString()));
}

template <class T>
std::vector<T> numbers(const QString& path)
{
    return std::get<std::vector<T>>(npy(path).numbers);
}

/// Entry `idx` of an array whose first dimension counts layers.
template <class T>
std::vector<T> entryOf(const QString& path, std::size_t idx)
{
    const auto array = npy(path);
    const auto& all = std::get<std::vector<T>>(array.numbers);
    const std::size_t size = all.size() / static_cast<std::size_t>(array.shape[0]);
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(idx * size);
    return {begin, begin + static_cast<std::ptrdiff_t>(size)};
}

bool areClose(const std::vector<float>& got, const std::vector<float>& want)
{
    if (got.size() != want.size())
        return false;
    double difference = 0;
    double norm = 0;
    for (std::size_t idx = 0; idx < want.size(); ++idx) {
        difference += std::pow(static_cast<double>(got[idx]) - want[idx], 2);
        norm += std::pow(static_cast<double>(want[idx]), 2);
    }
    return std::sqrt(difference) <= 1e-5 * std::sqrt(norm);
}

} // namespace

class LogitsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void writesWhatTheDefinitionGives()
    {
        const QString out = m_folder.filePath(u"x.npy"_s);
        const QString weights = m_folder.filePath(u"w.npy"_s);
        const M3Run run =
            runM3({u"logits"_s, u"--model"_s, kModel, u"--tokens"_s, kModel + u"tokens.json"_s,
                   u"--out"_s, out, u"--chunk"_s, u"37"_s, u"--ranks"_s, u"2"_s, u"--dump"_s,
                   u"embed:hidden"_s, u"2:hidden"_s, u"2:blocks"_s, u"--dump"_s, u"1:experts"_s,
                   u"1:expert_weights="_s + weights});
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.exitCode, 0);
        QVERIFY(areClose(numbers<float>(out), numbers<float>(kModel + u"logits.npy"_s)));
        QVERIFY(npy(out).shape == npy(kModel + u"logits.npy"_s).shape);
        QVERIFY(numbers<float>(m_folder.filePath(u"x.embed.hidden.npy"_s))
                == entryOf<float>(kModel + u"hidden.npy"_s, 0));
        QVERIFY(areClose(numbers<float>(m_folder.filePath(u"x.2.hidden.npy"_s)),
                         entryOf<float>(kModel + u"hidden.npy"_s, 3)));
        QVERIFY(numbers<std::int32_t>(m_folder.filePath(u"x.2.blocks.npy"_s))
                == entryOf<std::int32_t>(kModel + u"blocks.npy"_s, 1));
        QVERIFY(numbers<std::int32_t>(m_folder.filePath(u"x.1.experts.npy"_s))
                == entryOf<std::int32_t>(kModel + u"experts.npy"_s, 0));
        QVERIFY(
            areClose(numbers<float>(weights), entryOf<float>(kModel + u"expert_weights.npy"_s, 0)));
        QCOMPARE(npy(m_folder.filePath(u"x.2.blocks.npy"_s)).shape,
                 (std::vector<std::int64_t>{96, 4, 2}));
    }

    void picturesAndClipsAreSeen()
    {
        const QString model =
            QString::fromStdString(words(TRIFOLD_SOURCE_DIR, "/tests/golden/sight/tiny/"));
        const QString out = m_folder.filePath(u"seen.npy"_s);
        QStringList order = {u"logits"_s,
                             u"--model"_s,
                             model,
                             u"--tokens"_s,
                             model + u"tokens.json"_s,
                             u"--out"_s,
                             out,
                             u"--chunk"_s,
                             u"14"_s,
                             u"--image"_s,
                             model + u"picture.rows.npy"_s,
                             model + u"second.rows.npy"_s,
                             model + u"clip.rows.npy"_s,
                             u"--grid"_s,
                             u"1,4,6"_s,
                             u"1,4,4"_s,
                             u"6,2,4"_s};
        const M3Run run = runM3(order);
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY(areClose(numbers<float>(out), numbers<float>(model + u"logits.npy"_s)));
        order.last() = u"6,2"_s;
        QVERIFY(runM3(order).err.contains("--grid 6,2: three numbers"));
        order.removeLast();
        QVERIFY(runM3(order).err.contains("3 files of patches after --image and 2 grids"));
        order.remove(12);
        QVERIFY(runM3(order).err.contains("12 video placeholders"));
    }

    void anOrderThatMakesNoSenseIsMisuse_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* name, const QString& arguments, const char* words) {
            QTest::newRow(name) << arguments << QByteArray(words);
        };
        row("nothing", u""_s, "--model DIR is missing");
        row("no tokens", u"--model m"_s, "--tokens FILE is missing");
        row("no out", u"--model m --tokens t"_s, "--out FILE is missing");
        row("no value", u"--model"_s, "--model wants a value");
        row("unknown", u"--model m --tokens t --out o --colour red"_s, "what is \"--colour\"?");
        row("precision", u"--model m --tokens t --out o --precision f16"_s,
            "--precision f16: choose one of f32, bf16");
        row("weights", u"--model m --tokens t --out o --weights q4"_s,
            "choose one of as-stored, f32, bf16, mxfp8, int4");
        row("cache", u"--model m --tokens t --out o --cache no"_s,
            "choose one of f32, bf16, fp8, fp8-all");
        row("experts", u"--model m --tokens t --out o --experts all"_s,
            "choose one of tensor, expert");
        row("device", u"--model m --tokens t --out o --device tpu"_s, "choose one of cpu");
        row("chunk", u"--model m --tokens t --out o --chunk 0"_s,
            "--chunk 0: a whole number from 1");
        row("ranks", u"--model m --tokens t --out o --ranks two"_s, "--ranks two: a whole number");
        row("dump", u"--model m --tokens t --out o --dump 3"_s, "it must be L:what[=FILE]");
        row("dump what", u"--model m --tokens t --out o --dump 3:colour"_s,
            "it may be hidden, blocks");
        row("dump layer", u"--model m --tokens t --out o --dump x:hidden"_s,
            "a layer is a number from 0 on, or embed");
        row("dump embedding", u"--model m --tokens t --out o --dump embed:blocks"_s,
            "hidden states alone");
    }
    void anOrderThatMakesNoSenseIsMisuse()
    {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, words);
        const M3Run run =
            runM3(QStringList{u"logits"_s} + arguments.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(words), run.err.constData());
    }

    void badTokensAreNamed_data()
    {
        QTest::addColumn<QByteArray>("tokens");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* tokens, const char* words) {
            QTest::newRow(tokens) << QByteArray(tokens) << QByteArray(words);
        };
        row("[1,2,128]", "entry 2 is 128: the model's ids are whole numbers from 0 to 127");
        row("[-1]", "entry 0 is -1");
        row("[1.0]", "entry 0 is 1.0");
        row("[99999999999999999999]", "entry 0 is 99999999999999999999");
        row("[\"1\"]", "entry 0 is \"1\"");
        row("[]", "a JSON array of token ids must be there");
        row("{}", "a JSON array of token ids must be there");
        row("[1,", "tokens.json");
    }
    void badTokensAreNamed()
    {
        QFETCH(QByteArray, tokens);
        QFETCH(QByteArray, words);
        QFile file(m_folder.filePath(u"tokens.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(tokens);
        file.close();
        const QString out = m_folder.filePath(u"none.npy"_s);
        const M3Run run = runM3(
            {u"logits"_s, u"--model"_s, kModel, u"--tokens"_s, file.fileName(), u"--out"_s, out});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains(words), run.err.constData());
        QVERIFY(!QFile::exists(out));
    }

    void whatTheModelLacksIsSaidBeforeItIsLoaded_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("blocks of a dense layer")
            << QStringList{u"--dump"_s, u"0:blocks"_s}
            << QByteArray("layer 0 of the model has no blocks");
        QTest::newRow("a layer too many")
            << QStringList{u"--dump"_s, u"3:hidden"_s} << QByteArray("the model has layers 0 to 2");
        QTest::newRow("3 ranks") << QStringList{u"--ranks"_s, u"3"_s}
                                 << QByteArray("3 ranks do not fit 4 KV heads");
        QTest::newRow("a folder that is not there")
            << QStringList{u"--dump"_s, u"1:hidden=/nowhere/x.npy"_s}
            << QByteArray("/nowhere is no folder to write into");
    }
    void whatTheModelLacksIsSaidBeforeItIsLoaded()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, words);
        const M3Run run = runM3(QStringList{u"logits"_s, u"--model"_s, kModel, u"--tokens"_s,
                                            kModel + u"tokens.json"_s, u"--out"_s,
                                            m_folder.filePath(u"none.npy"_s)}
                                + options);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains(words), run.err.constData());
    }

    void aDumpStandsBesideTheLogits()
    {
        const auto dump = MUST(cli::readDump("3:expert_weights"));
        QCOMPARE(cli::fileOf(dump, "/d/logits.npy").string(),
                 std::string("/d/logits.3.expert_weights.npy"));
        QCOMPARE(cli::fileOf(MUST(cli::readDump("embed:hidden=e=1.npy")), "/d/x.npy").string(),
                 std::string("e=1.npy"));
    }

    void theFirstInterruptIsARequest()
    {
        const cli::Interrupt interrupt;
        const CancelToken token = interrupt.token();
        QVERIFY(!token.cancelled());
        QCOMPARE(std::raise(SIGINT), 0);
        QVERIFY(token.cancelled());
    }

private:
    QTemporaryDir m_folder;
};

std::unique_ptr<QObject> makeLogitsTest()
{
    return test::make<LogitsTest>();
}

#include "tst_logits.moc"
