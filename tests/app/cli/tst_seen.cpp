// m3 logits and m3 ask with pictures and clips from files, as a user would run them.

#include "app/media/png_file.h"
#include "engine/model/npy.h"
#include "engine/text/prompt/template.h"
#include "kernels/base/words.h"
#include "tests/app/cli/m3_process.h"
#include "tests/app/cli/media_files.h"
#include "tests/app/cli/seeing_model.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"
#include "vision/client/decoder.h"
#include "vision/picture/patches.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace tf;

namespace {

const QString kTextModel =
    QString::fromStdString(words(TRIFOLD_SOURCE_DIR, "/tests/golden/model/talk/"));

std::string repeated(std::string_view text, int times)
{
    std::string all;
    for (int time = 0; time < times; ++time)
        all += text;
    return all;
}

/// A picture, or one pair of a clip.
std::string shown(std::string_view placeholder, int tokens)
{
    return words("]<]start of image[>[", repeated(placeholder, tokens), "]<]end of image[>[");
}

vision::Picture readPicture(const QString& path)
{
    const auto decoder = MUST(vision::Decoder::start({}));
    const auto source = MUST(vision::Source::open(path.toStdString()));
    return MUST(decoder.picture(source, {{vision::SizeRule::Native, 0}}, {})).picture;
}

/// PNG files as a file of patches; each list of files is one pair, or both halves of one.
void writePairs(const QString& path, const std::vector<QStringList>& pairs)
{
    std::vector<float> rows;
    for (const QStringList& files : pairs) {
        std::vector<vision::Picture> pictures;
        std::vector<vision::PictureView> views;
        for (const QString& file : files)
            pictures.push_back(readPicture(file));
        for (const vision::Picture& picture : pictures)
            views.push_back(picture.view());
        const auto pair = scaledRows(MUST(vision::patchesOf(views)), vision::clipScale());
        rows.insert(rows.end(), pair.begin(), pair.end());
    }
    const std::array<std::int64_t, 2> shape = {std::ssize(rows) / vision::kPatchRow,
                                               vision::kPatchRow};
    MUST(engine::writeNpy(path.toStdString(), shape, rows));
}

} // namespace

class SeenTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(m_model));
        makeSeeingModel(m_model);
        writeFile(m_clip, tenSeconds());
        QVERIFY(app::writePng(m_first.toStdString(), noise({60, 120}, 7).view()).has_value());
        QVERIFY(app::writePng(m_second.toStdString(), noise({56, 56}, 9).view()).has_value());
    }

    void aPictureIsItsPatches_data()
    {
        QTest::addColumn<QStringList>("size");
        QTest::addColumn<QString>("grid");
        QTest::newRow("default") << QStringList() << u"1,16,8"_s;
        QTest::newRow("bounded") << QStringList{u"--long-side"_s, u"84"_s} << u"1,6,4"_s;
        QTest::newRow("area") << QStringList{u"--area"_s} << u"1,8,4"_s;
    }
    void aPictureIsItsPatches()
    {
        QFETCH(QStringList, size);
        QFETCH(QString, grid);
        const QString rows = path("rows.npy");
        const M3Run cut = runM3(QStringList{u"patches"_s, m_first, u"--out"_s, rows} + size);
        QVERIFY2(cut.exitCode == 0, cut.err.constData());
        const auto sides = grid.split(u',');
        const auto tokens =
            idsByHand("a" + shown("]<]image[>[", sides[1].toInt() * sides[2].toInt() / 4) + "b");
        const auto direct = logits(tokens, QStringList{u"--image"_s, m_first} + size);
        const auto patches = logits(tokens, {u"--image"_s, rows, u"--grid"_s, grid});
        QVERIFY(!direct.empty());
        QVERIFY(direct == patches);
    }

    void twoPicturesAreSeenInOrder()
    {
        const QString rows = path("first.npy");
        QCOMPARE(runM3({u"patches"_s, m_first, u"--out"_s, rows}).exitCode, 0);
        const auto tokens = idsByHand(shown("]<]image[>[", 32) + "and" + shown("]<]image[>[", 16)
                                      + "and" + shown("]<]image[>[", 32));
        const auto files = logits(tokens, {u"--image"_s, m_first, m_second, m_first});
        QVERIFY(!files.empty());
        QVERIFY(
            files
            == logits(tokens,
                      {u"--image"_s, rows, m_second, rows, u"--grid"_s, u"1,16,8"_s, u"1,16,8"_s}));
        // Another order does not fit the placeholders.
        QVERIFY(logits(tokens, {u"--image"_s, m_second, m_first, m_first}).empty());
    }

    void aClipIsThePairsOfItsFrames()
    {
        const QString out = path("rate");
        QCOMPARE(runM3({u"frames"_s, m_clip, u"--out"_s, out, u"--fps"_s, u"0.3"_s}).exitCode, 0);
        // At 0, 4 and 8 s, and the last one.
        const auto frames = picturesIn(out);
        QCOMPARE(frames.size(), 4);
        const QString rows = path("clip.npy");
        writePairs(rows, {frames.first(2), frames.last(2)});
        const auto tokens = idsByHand(clipText({"0.0", "8.0"}));
        const auto direct = logits(tokens, {u"--image"_s, m_clip, u"--fps"_s, u"0.3"_s});
        QVERIFY(!direct.empty());
        QVERIFY(direct == logits(tokens, {u"--image"_s, rows, u"--grid"_s, u"2,8,16"_s}));
    }

    void aMomentStandsInBothHalvesOfItsPair()
    {
        const QString clip = path("change.gif");
        writeFile(clip, oneChange());
        const QString out = path("events");
        QCOMPARE(runM3({u"frames"_s, clip, u"--out"_s, out, u"--events"_s}).exitCode, 0);
        const auto frames = picturesIn(out);
        QVERIFY2(frames.size() > 1, "a single one would be a picture to --grid");
        const QString rows = path("events.npy");
        const auto size = readPicture(frames.first()).size;
        std::vector<QStringList> pairs;
        for (const QString& frame : frames)
            pairs.push_back({frame});
        writePairs(rows, pairs);
        std::string text;
        for (const QString& frame : frames)
            text += frame.section(u'_', -1).toStdString()
                + shown("]<]video[>[", static_cast<int>(tokensOf(size)));
        const auto tokens = idsByHand(text);
        const auto direct = logits(tokens, {u"--image"_s, clip, u"--events"_s});
        QVERIFY(!direct.empty());
        const auto grid = words(frames.size(), ",", size.height / vision::kPatchSide, ",",
                                size.width / vision::kPatchSide);
        QVERIFY(direct
                == logits(tokens, {u"--image"_s, rows, u"--grid"_s, QString::fromStdString(grid)}));
    }

    /// Every letter of the answer is the likeliest after a prompt that was put together by hand.
    /// The question spells a placeholder, which stays text.
    void anAnswerSeesThePictureAndTheClip()
    {
        const std::string question = "Is ]<]image[>[ it?";
        const M3Run run = runM3({u"ask"_s,
                                 u"--model"_s,
                                 m_model,
                                 u"--image"_s,
                                 m_first,
                                 u"--video"_s,
                                 m_clip,
                                 u"--image"_s,
                                 m_second,
                                 u"--fps"_s,
                                 u"0.3"_s,
                                 u"--precision"_s,
                                 u"f32"_s,
                                 u"--temperature"_s,
                                 u"0"_s,
                                 u"--think"_s,
                                 u"disabled"_s,
                                 u"--max-tokens"_s,
                                 u"3"_s,
                                 u"--stats"_s,
                                 QString::fromStdString(question)});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        // The frames that were seen could be cited.
        QVERIFY2(run.err.contains("the answer cites no place"), run.err.constData());
        const std::string answer = run.out.chopped(1).toStdString();
        QCOMPARE(answer.size(), std::size_t(3));
        const auto tokens = promptByHand(question, answer);
        QVERIFY2(run.err.contains(
                     words("prompt ", tokens.size() - 3, " tokens (112 of media, 0 from the cache)")
                         .c_str()),
                 run.err.constData());
        QVERIFY2(run.err.contains("clip.gif: 224 x 112, pairs: 2, each 32 tokens"),
                 run.err.constData());
        const auto chances =
            logits(tokens, {u"--image"_s, m_first, m_second, m_clip, u"--fps"_s, u"0.3"_s});
        QCOMPARE(likeliest(chances, tokens.size() - 4, 3), answer);
    }

    /// In a process of its own the same file is the same medium, and another of its size is not.
    void aKeptContextIsOfThatPictureAlone()
    {
        const QString other = path("other.png");
        QVERIFY(app::writePng(other.toStdString(), noise({60, 120}, 8).view()).has_value());
        const qsizetype before = fromTheCache(m_first);
        const qsizetype again = fromTheCache(m_first);
        QCOMPARE(before, 0);
        QVERIFY2(again > 800, "the picture and what follows it were computed again");
        const qsizetype ofOther = fromTheCache(other);
        QVERIFY(ofOther > 0);
        QVERIFY2(ofOther <= again - 32, "another picture passed for the first one");
    }

    void whatCannotBeSeenIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* name, const QStringList& arguments, int exitCode,
                            const char* words) {
            QTest::newRow(name) << arguments << exitCode << QByteArray(words);
        };
        const QStringList ask = {u"ask"_s, u"what?"_s, u"--model"_s, m_model};
        row("a model of text",
            {u"ask"_s, u"what?"_s, u"--model"_s, kTextModel, u"--image"_s, m_first}, 1,
            "this checkpoint has no vision tower");
        row("a clip for it", {u"ask"_s, u"what?"_s, u"--model"_s, kTextModel, u"--video"_s, m_clip},
            1, "this checkpoint has no vision tower");
        row("logits of it",
            {u"logits"_s, u"--model"_s, kTextModel, u"--tokens"_s, u"t"_s, u"--out"_s, path("o"),
             u"--image"_s, m_first},
            1, "this checkpoint has no vision tower");
        row("a picture as a clip", ask + QStringList{u"--video"_s, m_first}, 1,
            "first.png is a picture: --image takes those");
        row("a clip as a picture", ask + QStringList{u"--image"_s, m_clip}, 1,
            "clip.gif is a clip: --video takes those");
        row("no medium", ask + QStringList{u"--image"_s, m_model + u"/config.json"_s}, 1,
            "config.json");
        row("no file", ask + QStringList{u"--image"_s, u"/nowhere/x.png"_s}, 1, "/nowhere/x.png");
        row("raw", ask + QStringList{u"--raw"_s, u"--image"_s, m_first}, 2, "--raw has no place");
        row("two ways", ask + QStringList{u"--fps"_s, u"1"_s, u"--events"_s}, 2,
            "--fps and --events exclude one another");
    }
    void whatCannotBeSeenIsRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, words);
        const M3Run run = runM3(arguments);
        QCOMPARE(run.exitCode, exitCode);
        QVERIFY2(run.err.contains(words), run.err.constData());
        QCOMPARE(run.out, QByteArray());
    }

    void patchesThatNoPixelGivesAreRefused()
    {
        const QString rows = path("wrong.npy");
        const std::array<std::int64_t, 2> shape = {4, vision::kPatchRow};
        MUST(engine::writeNpy(rows.toStdString(), shape,
                              std::vector<float>(4 * vision::kPatchRow, 0.5F)));
        const M3Run run = runLogits(idsByHand(shown("]<]image[>[", 1)),
                                    {u"--image"_s, rows, u"--grid"_s, u"1,2,2"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("which no pixel gives"), run.err.constData());
    }

private:
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    M3Run runLogits(const std::vector<std::int32_t>& tokens, const QStringList& media)
    {
        std::string list;
        for (const std::int32_t token : tokens)
            list += words(list.empty() ? "[" : ",", token);
        writeFile(path("tokens.json"), QByteArray::fromStdString(list + "]"));
        QFile::remove(path("logits.npy"));
        return runM3(QStringList{u"logits"_s, u"--model"_s, m_model, u"--tokens"_s,
                                 path("tokens.json"), u"--out"_s, path("logits.npy")}
                     + media);
    }

    /// Empty when there are none.
    std::vector<float> logits(const std::vector<std::int32_t>& tokens, const QStringList& media)
    {
        if (runLogits(tokens, media).exitCode != 0)
            return {};
        return std::get<std::vector<float>>(
            MUST(engine::readNpy(path("logits.npy").toStdString())).numbers);
    }

    /// Tokens of a question about the picture that a context file knew; -1: no answer.
    qsizetype fromTheCache(const QString& picture) const
    {
        const M3Run run =
            runM3({u"ask"_s, u"--model"_s, m_model, u"--image"_s, picture, u"--context"_s,
                   path("context"), u"--max-tokens"_s, u"1"_s, u"--stats"_s, u"What is it?"_s});
        static const QRegularExpression pattern(u"(\\d+) from the cache"_s);
        const auto match = pattern.match(QString::fromUtf8(run.err));
        return match.hasMatch() ? match.captured(1).toInt() : -1;
    }

    static QStringList picturesIn(const QString& folder)
    {
        QStringList paths;
        for (const QString& name : QDir(folder).entryList({u"*.png"_s}))
            paths += QDir(folder).filePath(name);
        return paths;
    }

    static std::string clipText(const std::vector<std::string>& stamps)
    {
        std::string text;
        for (const std::string& stamp : stamps)
            text += words("]<]", stamp, " seconds[>[", shown("]<]video[>[", 32));
        return text;
    }

    static std::vector<std::int32_t> promptByHand(const std::string& question,
                                                  const std::string& answer)
    {
        text::ChatRequest chat;
        chat.thinkingMode = text::ThinkingMode::Disabled;
        chat.messages.push_back({text::Role::User, {{text::PartKind::Text, "HERE"}}});
        const auto prompt = text::joined(MUST(text::render(chat)).segments);
        const auto at = prompt.find("HERE");
        auto tokens = idsByHand(prompt.substr(0, at) + shown("]<]image[>[", 32)
                                + shown("]<]image[>[", 16) + clipText({"0.0", "8.0"}));
        const auto add = [&tokens](const std::string& part) {
            const auto ids = idsByHand(part);
            tokens.insert(tokens.end(), ids.begin(), ids.end());
        };
        for (const char letter : question) // whatever it spells
            add(std::string(1, letter));
        add(prompt.substr(at + 4) + answer);
        return tokens;
    }

    static std::string likeliest(const std::vector<float>& logits, std::size_t first,
                                 std::size_t count)
    {
        constexpr std::ptrdiff_t kVocab = 128;
        std::string letters;
        for (std::size_t row = first; row < first + count; ++row) {
            const auto begin = logits.begin() + static_cast<std::ptrdiff_t>(row) * kVocab;
            letters += letterOf(
                static_cast<std::int32_t>(std::max_element(begin, begin + kVocab) - begin));
        }
        return letters;
    }

    QTemporaryDir m_folder;
    QString m_model = m_folder.filePath(u"model"_s);
    QString m_clip = m_folder.filePath(u"clip.gif"_s);
    QString m_first = m_folder.filePath(u"first.png"_s);
    QString m_second = m_folder.filePath(u"second.png"_s);
};

std::unique_ptr<QObject> makeSeenTest()
{
    return test::make<SeenTest>();
}

#include "tst_seen.moc"
