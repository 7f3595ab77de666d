#include "app/media/seen_media.h"
#include "app/workspace/clip_view.h"
#include "app/workspace/tray/clip_reading.h"
#include "app/workspace/tray/tray_desk.h"
#include "tests/app/workspace/tray/laid_tray.h"
#include "tests/app/workspace/tray/made_clip.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::workspace;
using app::ClipChoice;
using app::ClipSampling;

namespace {

wire::VideoPart partOf(const Tray& tray)
{
    const auto enclosed = tray.enclosure(draft::LeakPolicy::Block);
    return std::get<wire::VideoPart>(enclosed->draft.media.front());
}

bool says(const TrayItem& item, std::string_view words)
{
    return std::any_of(item.notices.begin(), item.notices.end(), [&](const std::string& notice) {
        return notice.find(words) != std::string::npos;
    });
}

/// The pixels of a picture that was sent.
vision::Picture decoded(const vision::Decoder& decoder, const wire::Media& media)
{
    const auto source =
        MUST(vision::Source::fromBytes(std::as_bytes(std::span<const char>(*media.bytes))));
    return MUST(decoder.picture(source, {{vision::SizeRule::Native, 0}}, {})).picture;
}

} // namespace

class ClipChoicesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!canMakeClips())
            QSKIP("there is no ffmpeg here to make clips with");
        QCOMPARE(makeScreenClip(m_folder.filePath(u"screen.mp4"_s)), QString());
    }

    void aScreenRecordingShowsItsMomentsWhereFramesGo()
    {
        Tray tray;
        tray.setEngine(serverChoice("openrouter"), 0);
        const auto id = tray.add(path());
        QVERIFY(isRead(tray));
        QVERIFY2(itemOf(tray, id).state == TrayState::Ready, itemOf(tray, id).detail.c_str());
        const auto part = partOf(tray);
        QVERIFY(std::any_of(part.frames.begin(), part.frames.end(), [](const wire::Frame& frame) {
            return frame.seconds > 3.05 && frame.seconds < 3.3; // the flash
        }));
        QVERIFY(part.frames.size() < 8); // it stands still: no frame a second
        QVERIFY(part.frames.back().seconds > 4.9);
    }

    void theFramesOfAPlanAreSentAndNoOthers_data()
    {
        QTest::addColumn<int>("sampling");
        QTest::addColumn<QByteArray>("server");
        for (const char* server : {"openrouter", "minimax", ""}) {
            QTest::addRow("rate %s", server) << 0 << QByteArray(server);
            QTest::addRow("moments %s", server) << 1 << QByteArray(server);
            QTest::addRow("both %s", server) << 2 << QByteArray(server);
            QTest::addRow("picked %s", server) << 3 << QByteArray(server);
        }
    }
    void theFramesOfAPlanAreSentAndNoOthers()
    {
        QFETCH(int, sampling);
        QFETCH(QByteArray, server);
        ClipChoice choice;
        choice.sampling = static_cast<ClipSampling>(sampling);
        choice.from = 1;
        choice.to = 7;
        choice.picked = {6.2};
        choice.dropped = {2};
        Tray tray;
        tray.setEngine(server.isEmpty() ? localChoice() : serverChoice(server.constData()), 0);
        const auto id = tray.add(path(), choice);
        QVERIFY(isRead(tray));
        QVERIFY2(itemOf(tray, id).state == TrayState::Ready, itemOf(tray, id).detail.c_str());
        ClipView view;
        view.open(tray, id);
        QTRY_VERIFY_WITH_TIMEOUT(view.changes().isWhole && view.state() == ClipState::Ready,
                                 20'000);
        const auto plan = view.plan(choice);
        QVERIFY2(plan.problem.empty(), plan.problem.c_str());
        QVERIFY(!plan.awaitsMoments);
        std::vector<double> sent;
        for (const wire::Frame& frame : partOf(tray).frames) {
            if (sent.empty() || sent.back() != frame.seconds) // twice: both halves of a pair
                sent.push_back(frame.seconds);
        }
        std::vector<double> planned;
        for (const SentFrame& frame : plan.frames)
            planned.push_back(frame.seconds);
        QVERIFY(!sent.empty());
        QCOMPARE(sent, planned);
        QCOMPARE(itemOf(tray, id).tokens, plan.tokens);
        const bool isOurs = server.isEmpty();
        QVERIFY((plan.form == ClipSending::Form::Pairs) == isOurs);
        if (isOurs)
            seesThatMuch(partOf(tray), plan);
    }

    void whatIsCoveredNeverLeaves_data()
    {
        QTest::addColumn<QByteArray>("server");
        QTest::newRow("frames") << QByteArray("openrouter");
        QTest::newRow("file") << QByteArray("minimax");
        QTest::newRow("here") << QByteArray();
    }
    void whatIsCoveredNeverLeaves()
    {
        QFETCH(QByteArray, server);
        ClipChoice choice;
        choice.form = app::ClipForm::File; // even so
        choice.covered = {{4, 7.5, {{0, 0}, {640, 200}}}};
        Tray tray;
        tray.setEngine(server.isEmpty() ? localChoice() : serverChoice(server.constData()), 0);
        const auto id = tray.add(path(), choice);
        QVERIFY(isRead(tray));
        QVERIFY2(itemOf(tray, id).state == TrayState::Ready, itemOf(tray, id).detail.c_str());
        QVERIFY(says(itemOf(tray, id), "never the file"));
        const auto enclosed = tray.enclosure(draft::LeakPolicy::Block);
        for (const auto& file : enclosed->files)
            QCOMPARE(file.type, std::string("image/png"));
        const auto part = partOf(tray);
        QVERIFY(!part.media.bytes && part.media.url.empty());
        const auto shared = lazyDecoder().get();
        const vision::Decoder& decoder = **shared;
        int numCovered = 0;
        for (const wire::Frame& frame : part.frames) {
            const auto picture = decoded(decoder, frame.picture);
            const bool isCovered = frame.seconds > 3.97 && frame.seconds <= 7.5;
            const auto rows = picture.size.height * 200 / 360;
            const auto* begin = picture.rgb.data();
            const auto* end = begin + std::ptrdiff_t{picture.size.width} * rows * 3;
            const bool isGrey = std::all_of(begin, end, [](auto level) { return level == 0x60; });
            QVERIFY2(isGrey == isCovered, qPrintable(QString::number(frame.seconds)));
            numCovered += isCovered ? 1 : 0;
        }
        QVERIFY(numCovered >= 3);
    }

    void aFrameThatIsStillThereWhenTheCoverBeginsIsCovered()
    {
        vision::Picture frame{{10, 10}, std::vector<std::uint8_t>(300, 9)};
        const app::CoveredStretch cover{5, 6, {{0, 0}, {100, 100}}};
        coverFrame(frame, {100, 100}, 2, 4.9, std::span(&cover, 1));
        QCOMPARE(int(frame.rgb[0]), 9);
        coverFrame(frame, {100, 100}, 2, 5.5, std::span(&cover, 1));
        QVERIFY(std::all_of(frame.rgb.begin(), frame.rgb.end(),
                            [](auto level) { return level == 0x60; }));
    }

    void aPlainRateGoesAsTheFileThatTakesIt()
    {
        ClipChoice choice;
        choice.fps = 2;
        choice.tier = vision::Tier::Low;
        Tray tray;
        tray.setEngine(serverChoice("minimax"), 0);
        tray.add(path(), choice);
        QVERIFY(isRead(tray));
        const auto part = partOf(tray);
        QCOMPARE(part.media.type, std::string("video/mp4"));
        QCOMPARE(part.fps.value_or(0), 2.0);
        QCOMPARE(part.maxLongSide.value_or(0), std::int64_t(504));
        // What may be cited of it.
        const auto enclosed = tray.enclosure(draft::LeakPolicy::Block);
        QVERIFY(std::abs(enclosed->draft.watched.length - 8) < 0.1);
    }

private:
    /// What the engine in this program makes of it: as many pairs, as many tokens, its real times.
    static void seesThatMuch(const wire::VideoPart& part, const ClipSending& plan)
    {
        QCOMPARE(std::ssize(part.frames), plan.pairs * 2);
        std::vector<app::StampedPicture> frames;
        for (const wire::Frame& frame : part.frames)
            frames.push_back({frame.seconds, frame.picture.bytes.get()});
        const auto shared = lazyDecoder().get();
        const auto seen = MUST(app::seeFrames(**shared, frames, {}));
        QCOMPARE(std::ssize(seen.stamps), plan.pairs);
        QCOMPARE(std::int64_t(seen.media->grid.frames), plan.pairs);
        QCOMPARE(seen.size.width, plan.width);
        QCOMPARE(plan.pairs * (seen.tokens + 10), plan.tokens);
        for (std::int64_t pair = 0; pair < plan.pairs; ++pair) {
            const auto& frame = part.frames[std::size_t(pair) * 2];
            QCOMPARE(QByteArray::number(frame.seconds, 'f', 1).toStdString(),
                     seen.stamps[std::size_t(pair)]);
        }
    }
    [[nodiscard]] std::string path() const
    {
        return m_folder.filePath(u"screen.mp4"_s).toStdString();
    }

    QTemporaryDir m_folder;
};

std::unique_ptr<QObject> makeClipChoicesTest()
{
    return test::make<ClipChoicesTest>();
}

#include "tst_clip_choices.moc"
