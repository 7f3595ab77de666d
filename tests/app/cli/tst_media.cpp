#include "app/media/png_file.h"
#include "engine/model/npy.h"
#include "tests/app/cli/m3_process.h"
#include "tests/app/cli/media_files.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"
#include "vision/client/decoder.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace tf;

class MediaTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        writeFile(m_clip, tenSeconds());
        QVERIFY(app::writePng(m_picture.toStdString(), noise({60, 120}).view()).has_value());
    }

    void aPngHoldsThePixelsThatWereWritten_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("a pixel") << 1 << 1;
        QTest::newRow("a column") << 1 << 37;
        QTest::newRow("a picture") << 71 << 33;
    }
    void aPngHoldsThePixelsThatWereWritten()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        const auto written = noise({width, height});
        const auto bytes = MUST(app::pngBytes(written.view()));
        const auto source = MUST(vision::Source::fromBytes(std::as_bytes(std::span(bytes))));
        const auto decoder = MUST(vision::Decoder::start({}));
        const auto read =
            MUST(decoder.picture(source, {{vision::SizeRule::Native, 0}}, {})).picture;
        QVERIFY(read.size == written.size);
        QVERIFY(read.rgb == written.rgb);
    }

    void framesAreWrittenWithTheirTimesAndTokens()
    {
        const auto out = folder("rate");
        const auto run = runM3({QStringLiteral("frames"), m_clip, QStringLiteral("--out"), out,
                                QStringLiteral("--fps"), QStringLiteral("0.5")});
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.exitCode, 0);
        const auto report = reportIn(out);
        const auto frames = report[u"frames"].toArray();
        // Every two seconds, and the last one.
        QStringList names;
        double tokens = 0;
        for (const auto& frame : frames) {
            names += frame.toObject()[u"file"].toString();
            tokens += frame.toObject()[u"tokens"].toDouble();
        }
        QCOMPARE(names,
                 QStringList(
                     {QStringLiteral("0001_0000.000s.png"), QStringLiteral("0002_0002.000s.png"),
                      QStringLiteral("0003_0004.000s.png"), QStringLiteral("0004_0006.000s.png"),
                      QStringLiteral("0005_0008.000s.png"), QStringLiteral("0006_0009.000s.png")}));
        QCOMPARE(QDir(out).entryList({QStringLiteral("*.png")}), names);
        QCOMPARE(report[u"tokens"].toDouble(), tokens);
        QCOMPARE(frames.last().toObject()[u"why"].toString(), QStringLiteral("the last frame"));
        QVERIFY(report[u"tokens_of_stamps"].toString().startsWith(QStringLiteral("estimated")));
    }

    void aBudgetSaysWhatItDropped()
    {
        const auto out = folder("budget");
        const auto run = runM3({QStringLiteral("frames"), m_clip, QStringLiteral("--out"), out,
                                QStringLiteral("--budget"), QStringLiteral("100")});
        QCOMPARE(run.exitCode, 0);
        const auto report = reportIn(out);
        QVERIFY(report[u"tokens"].toDouble() <= 100);
        QVERIFY(report[u"frames"].toArray().size() < 10);
        QVERIFY(!report[u"dropped"].toArray().isEmpty());
    }

    void momentsAreWrittenWithTheirReasons()
    {
        const auto out = folder("events");
        const auto run = runM3({QStringLiteral("frames"), m_clip, QStringLiteral("--out"), out,
                                QStringLiteral("--events")});
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.exitCode, 0);
        const auto report = reportIn(out);
        QCOMPARE(report[u"chosen_by"].toString(), QStringLiteral("events"));
        const auto first = report[u"frames"].toArray().first().toObject();
        QCOMPARE(first[u"why"].toString(), QStringLiteral("how it begins"));
        QVERIFY(QFile::exists(QDir(out).filePath(first[u"file"].toString())));
    }

    void aFolderWithFilesIsLeftAlone()
    {
        const auto run =
            runM3({QStringLiteral("frames"), m_clip, QStringLiteral("--out"), m_folder.path()});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("not an empty folder"), run.err.constData());
    }

    void patchesAreRowsOfTheModel()
    {
        const auto out = m_folder.filePath(QStringLiteral("rows.npy"));
        const auto run =
            runM3({QStringLiteral("patches"), m_picture, QStringLiteral("--out"), out});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out,
                 QByteArray("grid 1 x 16 x 8, 128 patches, 32 tokens, 112 x 224 pixels\n"));
        const auto rows = MUST(engine::readNpy(out.toStdString()));
        QVERIFY((rows.shape == std::vector<std::int64_t>{128, 1176}));
        const auto& numbers = std::get<std::vector<float>>(rows.numbers);
        const auto [least, most] = std::minmax_element(numbers.begin(), numbers.end());
        QVERIFY(*least < -0.5F && *least > -2.5F && *most > 0.5F && *most < 3.0F);
    }

    void aMediumIsInspected()
    {
        const auto picture = runM3({QStringLiteral("inspect"), m_picture});
        QCOMPARE(picture.exitCode, 0);
        for (const char* part : {"PNG", "60 x 120", "default: 32 at 112 x 224"})
            QVERIFY2(picture.out.contains(part), picture.out.constData());
        const auto clip = runM3({QStringLiteral("inspect"), m_clip, QStringLiteral("--json")});
        QCOMPARE(clip.exitCode, 0);
        const auto out = QJsonDocument::fromJson(clip.out).object();
        QCOMPARE(out[u"kind"].toString(), QStringLiteral("clip"));
        QCOMPARE(out[u"times"].toArray().size(), 10);
        QCOMPARE(out[u"seconds"].toDouble(), 10.0);
        QCOMPARE(out[u"tokens"].toArray().size(), 4);
    }

    void ofALongClipAsManyFramesAreCountedAsAreKept()
    {
        const auto file = m_folder.filePath(QStringLiteral("nine minutes.gif"));
        const auto gif = tenSeconds();
        const qsizetype header = 19;
        const auto frames = gif.mid(header, gif.size() - header - 1);
        writeFile(file, gif.left(header) + frames.repeated(54) + ';');
        const auto run = runM3({QStringLiteral("inspect"), file, QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        const auto out = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(out[u"times"].toArray().size(), 540);
        QCOMPARE(out[u"tokens"].toArray()[0].toObject()[u"frames"].toInt(), 512);
    }

    void aGifThatIsTooLongNamesTheLimit()
    {
        const auto file = m_folder.filePath(QStringLiteral("long.gif"));
        // 655 seconds a frame.
        writeFile(file,
                  tenSeconds().replace(QByteArray("\x04\x00\x64\x00", 4),
                                       QByteArray("\x04\x00\xFF\xFF", 4)));
        const auto frames =
            runM3({QStringLiteral("frames"), file, QStringLiteral("--out"), folder("long")});
        QCOMPARE(frames.exitCode, 1);
        QVERIFY2(frames.err.contains("the limit is 600 s"), frames.err.constData());
        const auto inspected = runM3({QStringLiteral("inspect"), file});
        QCOMPARE(inspected.exitCode, 0);
        QVERIFY2(inspected.out.contains("the limit is 600 s"), inspected.out.constData());
    }

    void whatIsNoMediumIsAnErrorInOneLine()
    {
        const auto broken = m_folder.filePath(QStringLiteral("broken.mp4"));
        writeFile(broken, QByteArray(5000, 'x'));
        for (const auto& arguments :
             {QStringList{QStringLiteral("inspect"), broken},
              QStringList{QStringLiteral("patches"), broken, QStringLiteral("--out"),
                          m_folder.filePath(QStringLiteral("x.npy"))},
              QStringList{QStringLiteral("frames"), broken, QStringLiteral("--out"),
                          m_folder.filePath(QStringLiteral("x"))}}) {
            const auto run = runM3(arguments);
            QCOMPARE(run.exitCode, 1);
            QVERIFY2(run.err.contains("broken.mp4"), run.err.constData());
            QCOMPARE(run.err.count('\n'), 1);
        }
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("x"))));
    }

    void aCommandLineThatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [this](const char* name, const char* more) {
            QTest::newRow(name) << QStringList{QStringLiteral("frames"), m_clip}
                    + QString::fromUtf8(more).split(u' ');
        };
        row("no folder", "--fps 1");
        row("two ways to choose", "--out x --fps 1 --events");
        row("two sizes", "--out x --tier low --area");
        row("no such tier", "--out x --tier huge");
        row("too many a second", "--out x --fps 6");
        row("two clips", "another.mp4 --out x");
        QTest::newRow("model and medium")
            << QStringList{QStringLiteral("inspect"), m_clip, QStringLiteral("--model"), m_clip};
        QTest::newRow("no picture")
            << QStringList{QStringLiteral("patches"), QStringLiteral("--out"), QStringLiteral("x")};
    }
    void aCommandLineThatMakesNoSenseIsRefused()
    {
        QFETCH(QStringList, arguments);
        QCOMPARE(runM3(arguments).exitCode, 2);
    }

private:
    QString folder(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    static QJsonObject reportIn(const QString& folder)
    {
        QFile file(QDir(folder).filePath(QStringLiteral("frames.json")));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

    QTemporaryDir m_folder;
    QString m_clip = m_folder.filePath(QStringLiteral("clip.gif"));
    QString m_picture = m_folder.filePath(QStringLiteral("picture.png"));
};

std::unique_ptr<QObject> makeMediaTest()
{
    return test::make<MediaTest>();
}

#include "tst_media.moc"
