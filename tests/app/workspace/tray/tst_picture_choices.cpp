#include "app/media/edited_picture.h"
#include "app/media/png_file.h"
#include "tests/app/cli/media_files.h"
#include "tests/app/workspace/tray/laid_tray.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/test_table.h"
#include "vision/picture/resampler.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::workspace;
using draft::LeakPolicy;
using vision::Picture;
using vision::Size;
using vision::Tier;

namespace {

/// A screen full of print: strokes of one pixel, three apart.
Picture printed(Size size)
{
    Picture page{size, std::vector<std::uint8_t>(static_cast<std::size_t>(size.area() * 3), 255)};
    for (std::int32_t y = 0; y < size.height; ++y) {
        for (std::int32_t x = y % 24 < 8 ? 0 : size.width; x < size.width; x += 4) {
            auto* pixel = page.rgb.data() + (std::int64_t{y} * size.width + x) * 3;
            std::fill_n(pixel, 3, std::uint8_t{20});
        }
    }
    return page;
}

std::vector<wire::ImagePart> imagesIn(const Enclosure& enclosed)
{
    std::vector<wire::ImagePart> images;
    for (const wire::Part& part : enclosed.draft.media) {
        if (const auto* image = std::get_if<wire::ImagePart>(&part))
            images.push_back(*image);
    }
    return images;
}

/// What a model gets of it, had it been made by hand.
std::string expected(Picture original, const app::PictureEdit& edit, Tier tier)
{
    const Picture edited = MUST(app::editedPicture(std::move(original), edit));
    const auto wish = vision::tierWish(vision::MediaKind::Picture, tier);
    const Size size = MUST(fittedSize(edited.size, wish));
    return MUST(app::pngBytes(MUST(vision::resampled(edited.view(), size)).view()));
}

bool anyContains(const std::vector<std::string>& sentences, std::string_view part)
{
    return std::any_of(sentences.begin(), sentences.end(), [part](const std::string& sentence) {
        return sentence.find(part) != std::string::npos;
    });
}

} // namespace

class PictureChoicesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void untouchedItGoesAsEver()
    {
        const Picture picture = noise({1000, 700});
        const auto laid = lay(picture, {}, serverChoice("minimax"));
        const auto images = imagesIn(*laid->enclosure(LeakPolicy::Block));
        QCOMPARE(images.size(), 1U);
        QVERIFY(*images[0].media.bytes == expected(picture, {}, Tier::Default));
        QVERIFY(images[0].detail == wire::Detail::Unnamed);
        QVERIFY(!images[0].maxLongSide);
    }

    void aTierIsAskedForAndCounted_data()
    {
        QTest::addColumn<int>("tier");
        QTest::addColumn<int>("detail");
        QTest::addColumn<qint64>("tokens");
        const auto row = [](const char* name, Tier tier, wire::Detail detail, qint64 tokens) {
            QTest::newRow(name) << int(tier) << int(detail) << tokens;
        };
        row("low", Tier::Low, wire::Detail::Low, 24 * 14 + 2); // 672 x 392
        row("default", Tier::Default, wire::Detail::Unnamed, 72 * 40 + 2); // 2016 x 1120
        row("high", Tier::High, wire::Detail::High, 91 * 51 + 2); // 2548 x 1428
    }
    void aTierIsAskedForAndCounted()
    {
        QFETCH(int, tier);
        QFETCH(int, detail);
        QFETCH(qint64, tokens);
        const Picture picture = printed({2560, 1440});
        const PictureChoice choice{static_cast<Tier>(tier), false, {}};
        const auto laid = lay(picture, choice, serverChoice("minimax"));
        QCOMPARE(laid->tokens(), tokens);
        const auto images = imagesIn(*laid->enclosure(LeakPolicy::Block));
        QVERIFY(images[0].detail == static_cast<wire::Detail>(detail));
        QVERIFY(*images[0].media.bytes == expected(picture, {}, static_cast<Tier>(tier)));
        const PictureLook& look = *laid->items().front().picture;
        QCOMPARE(look.offers.at(static_cast<std::size_t>(tier)).tokens, tokens);
    }

    void whereThereIsNoTierTheDefaultGoes()
    {
        const auto laid =
            lay(printed({2560, 1440}), PictureChoice{Tier::High, false, {}}, serverChoice("vllm"));
        const TrayItem& item = laid->items().front();
        QVERIFY(anyContains(item.notices, "sent at the default size"));
        QVERIFY(!item.picture->offers.at(2).whyNot.empty());
        QVERIFY(item.picture->offers.at(0).whyNot.empty());
        const auto images = imagesIn(*laid->enclosure(LeakPolicy::Block));
        QVERIFY(images[0].detail == wire::Detail::Unnamed);
        laid->setEngine(serverChoice("minimax"), 0); // which has that tier: it is read anew
        QVERIFY(isRead(*laid));
        QVERIFY(imagesIn(*laid->enclosure(LeakPolicy::Block))[0].detail == wire::Detail::High);
        QCOMPARE(laid->tokens(), 91LL * 51 + 2);
    }

    void whatIsDoneToItIsInWhatIsSent()
    {
        const Picture picture = noise({900, 600});
        app::PictureEdit edit;
        edit.crop = app::Region{{100, 50}, {500, 400}};
        edit.covered = {{{120, 60}, {80, 40}}, {{-20, 590}, {5000, 5000}}};
        edit.marks = {{app::MarkKind::Number, {300, 200}, {}, 3}};
        const auto laid = lay(picture, PictureChoice{Tier::Default, false, edit}, localChoice());
        const TrayItem& item = laid->items().front();
        QVERIFY2(item.state == TrayState::Ready, item.detail.c_str());
        QCOMPARE(item.detail, std::string("500×400 of 900×600"));
        QCOMPARE(item.tokens, 18LL * 14 + 2);
        const auto images = imagesIn(*laid->enclosure(LeakPolicy::Block));
        QVERIFY(*images[0].media.bytes == expected(picture, edit, Tier::Default));
    }

    void aPartBesideThePictureIsSaid()
    {
        app::PictureEdit edit;
        edit.crop = app::Region{{1000, 1000}, {50, 50}};
        const auto laid =
            lay(noise({60, 40}), PictureChoice{Tier::Default, false, edit}, localChoice());
        QVERIFY(laid->items().front().state == TrayState::Failed);
        QVERIFY(!laid->verdict().isReady);
        laid->choose(laid->items().front().id, PictureChoice());
        QVERIFY(isRead(*laid));
        QVERIFY(laid->verdict().isReady);
    }

    /// 1080p as 3 x 2, none of which a server with the small bound shrinks.
    void aScreenGoesAsLegibleTiles()
    {
        const auto laid = lay(printed({1920, 1080}), PictureChoice{Tier::Default, true, {}},
                              serverChoice("vllm"));
        const TrayItem& item = laid->items().front();
        QVERIFY2(item.state == TrayState::Ready, item.detail.c_str());
        QCOMPARE(item.detail, std::string("1920×1080, 6 tiles"));
        const auto enclosed = laid->enclosure(LeakPolicy::Block);
        QCOMPARE(imagesIn(*enclosed).size(), 6U);
        const auto& words = std::get<wire::TextPart>(enclosed->draft.media.front()).text;
        QVERIFY2(words.find("3 columns and 2 rows") != std::string::npos, words.c_str());
        QVERIFY2(item.tokens > 2600 && item.tokens < 2700, std::to_string(item.tokens).c_str());
        QCOMPARE(item.picture->legible, 1.0);
        laid->setEngine(serverChoice("minimax"), 0); // which sees it large enough in one
        QVERIFY(isRead(*laid));
        QCOMPARE(imagesIn(*laid->enclosure(LeakPolicy::Block)).size(), 1U);
    }

    /// Strokes that run together at 868 x 504 are said, with what helps and what it costs.
    void lostPrintIsSaidWithItsPrice()
    {
        const auto laid = lay(printed({1920, 1080}), {}, serverChoice("minimax"));
        QVERIFY(laid->verdict().cautions.empty());
        QVERIFY(laid->items().front().notices.empty());
        laid->setEngine(serverChoice("vllm"), 0);
        const TrayItem& item = laid->items().front();
        QVERIFY(item.state == TrayState::Ready); // counted anew, not read anew
        QVERIFY(item.picture->legible < 0.75);
        QVERIFY2(anyContains(item.notices, "small text may be lost, as it is seen at 868×504"),
                 std::to_string(item.picture->legible).c_str());
        QVERIFY(anyContains(item.notices, "choose legible tiles for 2,6"));
        QCOMPARE(laid->verdict().cautions.size(), 1U);
        QVERIFY(laid->verdict().isReady);
    }

    void tooManyBytesAreShrunkAtOnce()
    {
        const auto laid = lay(noise({2016, 2016}), {}, serverChoice("minimax"));
        const auto most = endpoint::findServerKind("minimax")->limits.imageBytes;
        QVERIFY2(laid->verdict().isReady,
                 laid->verdict().problems.empty() ? "" : laid->verdict().problems.front().c_str());
        const auto bytesSent = [&] {
            return std::ssize(*imagesIn(*laid->enclosure(LeakPolicy::Block))[0].media.bytes);
        };
        QVERIFY(bytesSent() <= most);
        QVERIFY(bytesSent() > most / 2); // no smaller than it must be
        const auto& said = laid->items().front().notices;
        QVERIFY2(anyContains(said, "larger, it has more than the"),
                 said.empty() ? "nothing is said" : said.front().c_str());
        laid->setEngine(localChoice(), 0);
        QVERIFY(isRead(*laid));
        QVERIFY(bytesSent() > most);
        QVERIFY(laid->items().front().notices.empty());
    }

    /// What was read is what is sent, whatever becomes of the file.
    void aFileThatIsReplacedIsSentAsItWas()
    {
        const Picture first = noise({300, 200}, 1);
        QVERIFY(app::writePng(path(u"shot.png"_s), first.view()).has_value());
        Tray tray;
        const auto id = tray.add(path(u"shot.png"_s));
        QVERIFY(isRead(tray));
        const Picture second = noise({80, 60}, 2);
        QVERIFY(app::writePng(path(u"shot.png"_s), second.view()).has_value());
        const auto sent = [&] {
            return *imagesIn(*tray.enclosure(LeakPolicy::Block))[0].media.bytes;
        };
        QVERIFY(sent() == expected(first, {}, Tier::Default));
        tray.choose(id, PictureChoice{Tier::Low, false, {}});
        QVERIFY(isRead(tray));
        QVERIFY(sent() == expected(second, {}, Tier::Low));
        QFile::remove(m_folder.filePath(u"shot.png"_s));
        tray.choose(id, PictureChoice{});
        QVERIFY(isRead(tray));
        QVERIFY(itemOf(tray, id).state == TrayState::Failed);
        QVERIFY(!tray.verdict().isReady);
    }

private:
    static std::unique_ptr<Tray> lay(const Picture& picture, TrayChoice choice,
                                     const EngineChoice& engine)
    {
        auto tray = std::make_unique<Tray>();
        tray->setEngine(engine, 0);
        tray->addBytes("a picture", "image/png", MUST(app::pngBytes(picture.view())),
                       std::move(choice));
        CHECK(isRead(*tray), "it is read within half a minute");
        return tray;
    }

    std::string path(const QString& name) const { return m_folder.filePath(name).toStdString(); }

    QTemporaryDir m_folder;
};

std::unique_ptr<QObject> makePictureChoicesTest()
{
    return std::make_unique<PictureChoicesTest>();
}

#include "tst_picture_choices.moc"
