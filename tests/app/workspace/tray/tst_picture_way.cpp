#include "app/workspace/tray/picture_way.h"
#include "kernels/base/words.h"
#include "tests/app/workspace/tray/laid_tray.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::workspace;
using test::Gen;
using vision::Size;
using vision::Tier;

class PictureWayTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void pricesOfAScreen()
    {
        const auto offers = offersOf({1920, 1080}, intakeOf(serverChoice("minimax"), 0));
        QCOMPARE(offers.size(), 4U);
        QCOMPARE(offers[1].seen.width, 1932);
        QCOMPARE(offers[1].seen.height, 1092);
        QCOMPARE(offers[1].tokens, 2693); // 2,691 and the two marks
        QVERIFY(offers[2].whyNot.empty());
        QVERIFY(!offers[3].whyNot.empty()); // no need of tiles
        const auto small = offersOf({1920, 1080}, intakeOf(serverChoice("vllm"), 0));
        QCOMPARE(small[1].tokens, 31 * 18 + 2); // of 1932 x 1092, as it is sent
        QVERIFY(!small[2].whyNot.empty());
        QVERIFY(small[3].whyNot.empty());
        QCOMPARE(small[3].numTiles, 6);
        QCOMPARE(small[3].tokens, 2634);
        const auto gateway = offersOf({3840, 2160}, intakeOf(serverChoice("openrouter"), 0));
        QVERIFY(!gateway[2].whyNot.empty());
        QVERIFY(gateway[0].tokens < gateway[1].tokens);
    }

    /// Side by side they are the picture, without a gap and without a pixel twice.
    void tilesMakeUpThePicture()
    {
        const auto report = test::forAll(500, [](Gen& gen) -> std::string {
            const Size size{static_cast<std::int32_t>(gen.between(40, 4000)),
                            static_cast<std::int32_t>(gen.between(40, 4000))};
            const auto tiles = tilesOf(size);
            std::int64_t area = 0;
            for (const app::Region& tile : tiles) {
                area += tile.size.area();
                const bool isIn = tile.at.x >= 0 && tile.at.y >= 0
                    && tile.at.x + tile.size.width <= size.width
                    && tile.at.y + tile.size.height <= size.height;
                const auto wish = vision::areaWish(vision::MediaKind::Picture);
                const auto seen = fittedSize(tile.size, wish);
                if (!isIn || !seen)
                    return "a tile lies beside it";
                if (seen->width + 28 <= tile.size.width || seen->height + 28 <= tile.size.height)
                    return words("a tile of ", tile.size.width, " x ", tile.size.height,
                                 " is shrunk");
            }
            return tiles.empty() || area == size.area() ? "" : words("covers ", area);
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void aHugePictureIsNotCut()
    {
        QVERIFY(tilesOf({9000, 7000}).empty());
        const auto offers = offersOf({9000, 7000}, intakeOf(serverChoice("vllm"), 0));
        QVERIFY(!offers[3].whyNot.empty());
    }

    /// What is counted is what the engine makes of what it is sent, however strange its shape.
    void aStripIsCountedAsItIsSeen()
    {
        const Intake intake = intakeOf(serverChoice("minimax"), 0);
        const PictureWay way = wayOf({}, intake);
        const Size sent = MUST(sentSize({12000, 66}, way));
        const Size seen = seenSize(sent, way, intake);
        QCOMPARE(seen.height, 112); // the vendor's rule makes a strip of 28 higher
        QCOMPARE(offersOf({12000, 66}, intake)[1].tokens, tokensOfSeen(seen));
    }

    void whatIsTooLongForItsWidthIsRefused()
    {
        const auto offers = offersOf({30000, 10}, intakeOf(localChoice(), 0));
        for (const PictureOffer& offer : offers)
            QVERIFY(!offer.whyNot.empty());
    }
};

std::unique_ptr<QObject> makePictureWayTest()
{
    return std::make_unique<PictureWayTest>();
}

#include "tst_picture_way.moc"
