#include "engine/placeholders.h"

#include "tests/engine/sight/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::engine;

namespace {

constexpr std::int32_t kImage = 90;
constexpr std::int32_t kVideo = 91;

VisionConfig placeholderConfig()
{
    VisionConfig config;
    config.merge = 2;
    config.imageToken = kImage;
    config.videoToken = kVideo;
    return config;
}

std::shared_ptr<const Media> mediaOf(MediaKind kind, MediaGrid grid)
{
    auto media = std::make_shared<Media>();
    media->kind = kind;
    media->grid = grid;
    return media;
}

/// "i" and "v" are placeholders, everything else is text.
std::vector<std::int32_t> tokensOf(std::string_view text)
{
    std::vector<std::int32_t> tokens;
    for (const char letter : text)
        tokens.push_back(letter == 'i' ? kImage : letter == 'v' ? kVideo : 1);
    return tokens;
}

/// Two tokens, one token, a clip of three temporal patches of two tokens each.
MediaList threeMedia()
{
    return {mediaOf(MediaKind::Image, {1, 2, 4}), mediaOf(MediaKind::Image, {1, 2, 2}),
            mediaOf(MediaKind::Video, {3, 4, 2})};
}

} // namespace

class PlaceholdersTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void eachRunGoesToTheMediumWhoseTurnItIs()
    {
        const auto media = threeMedia();
        const auto placed =
            MUST(placeMedia(tokensOf("..ii.i..vv.vvvv."), media, placeholderConfig()));
        std::vector<std::vector<std::int64_t>> got;
        for (const Placement& one : placed)
            got.push_back({static_cast<std::int64_t>(one.mediaIdx), one.firstPosition,
                           one.numPositions, one.firstFeature});
        const std::vector<std::vector<std::int64_t>> want = {
            {0, 2, 2, 0}, {1, 5, 1, 0}, {2, 8, 2, 0}, {2, 11, 2, 2}, {2, 13, 2, 4}};
        QVERIFY(got == want);
    }

    void whatDoesNotMatchIsRefusedWithNumbers_data()
    {
        QTest::addColumn<QString>("said");
        QTest::newRow("..ii.i..vv.vv..")
            << "4 video placeholders (token 91), and its 1 clips take 6";
        QTest::newRow("..ii....vv.vv.vv") << "2 image placeholders (token 90), and its 2 pictures "
                                             "take 3";
        QTest::newRow("iii.i..vv.vv.vv") << "4 image placeholders";
        QTest::newRow("..i.i.i.vv.vv.vv") << "medium 1 of 3 takes 2 placeholders (token 90) from "
                                             "position 2 on, and the prompt holds 1 there";
        QTest::newRow("vv.ii.i.vv.vv") << "medium 1 of 3 takes 2 placeholders (token 90) from "
                                          "position 0 on, and the prompt holds 0 there";
        QTest::newRow("ii.i.vvv.vvv") << "medium 3 of 3 takes 2 placeholders (token 91) from "
                                         "position 7 on, and the prompt holds 1 there";
        QTest::newRow("....") << "0 image placeholders";
    }
    void whatDoesNotMatchIsRefusedWithNumbers()
    {
        QFETCH(QString, said);
        const auto placed =
            placeMedia(tokensOf(QTest::currentDataTag()), threeMedia(), placeholderConfig());
        QVERIFY(!placed);
        QVERIFY(placed.error().code == Code::BadInput);
        QVERIFY2(QString::fromStdString(placed.error().text).contains(said),
                 placed.error().text.c_str());
    }

    void placeholdersWithoutMediaAreRefused()
    {
        QVERIFY(!placeMedia(tokensOf("..i."), {}, placeholderConfig()));
        QVERIFY(MUST(placeMedia(tokensOf("...."), {}, placeholderConfig())).empty());
    }

    void spansTellMediaApart()
    {
        auto one = std::make_shared<Media>(*mediaOf(MediaKind::Image, {1, 2, 8}));
        auto other = std::make_shared<Media>(*one);
        const auto spanOf = [](const std::shared_ptr<const Media>& media) {
            const MediaList list = {media};
            return spansOf(MUST(placeMedia(tokensOf(".iiii."), list, placeholderConfig())), list);
        };
        QVERIFY(spanOf(one) == spanOf(other));
        QCOMPARE(spanOf(one).front().firstPosition, 1);
        QCOMPARE(spanOf(one).front().numPositions, 4);
        other->hash = 1;
        QVERIFY(spanOf(one) != spanOf(other));
        other->hash = one->hash;
        other->grid = {1, 4, 4}; // the same bytes in another shape
        QVERIFY(spanOf(one) != spanOf(other));
    }
};

std::unique_ptr<QObject> makePlaceholdersTest()
{
    return test::make<PlaceholdersTest>();
}

#include "tst_placeholders.moc"
