#include "app/media/drawn_mark.h"
#include "app/media/edited_picture.h"
#include "kernels/base/words.h"
#include "tests/app/media/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "vision/picture/resampler.h"
#include "vision/picture/size_wish.h"

#include <algorithm>

using namespace tf;
using namespace tf::app;
using test::Gen;
using vision::Picture;
using vision::Size;

namespace {

Picture grey(Size size, std::uint8_t shade = 200)
{
    return {size, std::vector<std::uint8_t>(static_cast<std::size_t>(size.area() * 3), shade)};
}

Picture randomPicture(Gen& gen, Size size)
{
    Picture picture = grey(size);
    for (std::uint8_t& byte : picture.rgb)
        byte = static_cast<std::uint8_t>(gen.bits());
    return picture;
}

Color pixelAt(const Picture& picture, std::int32_t x, std::int32_t y)
{
    const std::uint8_t* pixel = picture.view().row(y) + std::ptrdiff_t{x} * 3;
    return {pixel[0], pixel[1], pixel[2]};
}

/// Any place in and around a picture, sometimes very far away.
std::int32_t anyPlace(Gen& gen, std::int32_t side)
{
    if (gen.oneIn(12))
        return gen.pick(std::vector<std::int32_t>{INT32_MIN, INT32_MAX, -1, 0});
    return static_cast<std::int32_t>(gen.between(-side, 2 * std::int64_t{side}));
}

Region anyRegion(Gen& gen, Size size)
{
    const auto length = [&](std::int32_t side) {
        return gen.oneIn(12) ? INT32_MAX : static_cast<std::int32_t>(gen.between(1, side));
    };
    return {{anyPlace(gen, size.width), anyPlace(gen, size.height)},
            {length(size.width), length(size.height)}};
}

Mark anyMark(Gen& gen, Size size)
{
    const auto spot = [&] { return Spot{anyPlace(gen, size.width), anyPlace(gen, size.height)}; };
    constexpr MarkKind kKinds[] = {MarkKind::Box, MarkKind::Arrow, MarkKind::Number};
    return {gen.pick(kKinds), spot(), spot(), static_cast<std::int32_t>(gen.between(-2, 2000))};
}

PictureEdit anyEdit(Gen& gen, Size size)
{
    PictureEdit edit;
    if (gen.oneIn(2))
        edit.crop = anyRegion(gen, size);
    for (std::size_t count = gen.below(4); count > 0; --count)
        edit.covered.push_back(anyRegion(gen, size));
    for (std::size_t count = gen.below(4); count > 0; --count)
        edit.marks.push_back(anyMark(gen, size));
    return edit;
}

Size anySize(Gen& gen)
{
    return {static_cast<std::int32_t>(gen.between(1, 60)),
            static_cast<std::int32_t>(gen.between(1, 60))};
}

bool isIn(const Region& region, std::int32_t x, std::int32_t y)
{
    return x >= region.at.x && y >= region.at.y && x < std::int64_t{region.at.x} + region.size.width
        && y < std::int64_t{region.at.y} + region.size.height;
}

/// The same picture, but for what is covered: that is made of other pixels.
Picture otherUnderCovers(Gen& gen, const Picture& picture, const PictureEdit& edit)
{
    Picture other = picture;
    for (std::int32_t y = 0; y < picture.size.height; ++y) {
        for (std::int32_t x = 0; x < picture.size.width; ++x) {
            const bool isCovered =
                std::any_of(edit.covered.begin(), edit.covered.end(),
                            [&](const Region& region) { return isIn(region, x, y); });
            auto* pixel = other.rgb.data() + (std::int64_t{y} * picture.size.width + x) * 3;
            if (isCovered)
                pixel[gen.below(3)] ^= static_cast<std::uint8_t>(gen.between(1, 255));
        }
    }
    return other;
}

/// What a model gets of it.
std::string seenBytes(const Picture& picture, const PictureEdit& edit, vision::Tier tier)
{
    const auto edited = editedPicture(picture, edit);
    if (!edited)
        return edited.error().text;
    const auto wish = vision::tierWish(vision::MediaKind::Picture, tier);
    const auto size = fittedSize(edited->size, wish);
    if (!size)
        return size.error().text;
    const auto seen = MUST(vision::resampled(edited->view(), *size));
    return {seen.rgb.begin(), seen.rgb.end()};
}

/// Pixels that are more red than anything in a grey picture.
std::int64_t numRed(const Picture& picture)
{
    std::int64_t count = 0;
    for (std::size_t at = 0; at < picture.rgb.size(); at += 3)
        count += picture.rgb[at] > picture.rgb[at + 1] + 90 ? 1 : 0;
    return count;
}

} // namespace

class EditedPictureTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingDoneIsThePictureItself()
    {
        QCOMPARE(test::forAll(50,
                              [](Gen& gen) -> std::string {
                                  const Picture picture = randomPicture(gen, anySize(gen));
                                  const Picture edited = MUST(editedPicture(picture, {}));
                                  const bool isSame =
                                      edited.size == picture.size && edited.rgb == picture.rgb;
                                  return isSame ? "" : "other pixels";
                              }),
                 std::string());
    }

    /// Two pictures that differ under the covers alone cannot be told apart afterwards: not in
    /// their neighbours' pixels either, however they are cropped, marked and scaled.
    void nothingOfWhatIsCoveredSurvives()
    {
        QCOMPARE(test::forAll(400,
                              [](Gen& gen) -> std::string {
                                  const Picture picture = randomPicture(gen, anySize(gen));
                                  const PictureEdit edit = anyEdit(gen, picture.size);
                                  const Picture other = otherUnderCovers(gen, picture, edit);
                                  const auto tier =
                                      gen.oneIn(2) ? vision::Tier::Low : vision::Tier::Default;
                                  const bool isSame = seenBytes(picture, edit, tier)
                                      == seenBytes(other, edit, tier);
                                  return isSame ? "" : "what was covered can be told";
                              }),
                 std::string());
    }

    void aCropIsThatPartOfThePicture()
    {
        QCOMPARE(
            test::forAll(200,
                         [](Gen& gen) -> std::string {
                             const Picture picture = randomPicture(gen, anySize(gen));
                             PictureEdit edit;
                             edit.crop = anyRegion(gen, picture.size);
                             const auto edited = editedPicture(picture, edit);
                             const auto region = croppedRegion(picture.size, edit);
                             if (!edited || !region)
                                 return edited.has_value() == region.has_value() ? "" : "one fails";
                             for (std::int32_t y = 0; y < edited->size.height; ++y) {
                                 for (std::int32_t x = 0; x < edited->size.width; ++x) {
                                     if (!isIn(*edit.crop, region->at.x + x, region->at.y + y))
                                         return "more than was asked for";
                                     if (pixelAt(*edited, x, y)
                                         != pixelAt(picture, region->at.x + x, region->at.y + y))
                                         return words("another pixel at ", x, ", ", y);
                                 }
                             }
                             return edited->size == region->size ? "" : "another size";
                         }),
            std::string());
    }

    void aCropBesideThePictureIsRefused()
    {
        PictureEdit edit;
        edit.crop = Region{{100, 100}, {20, 20}};
        const auto edited = editedPicture(grey({60, 40}), edit);
        QVERIFY(!edited.has_value());
        QVERIFY(edited.error().code == Code::BadInput);
    }

    void marksLeaveTheRestAlone()
    {
        PictureEdit edit;
        edit.marks = {{MarkKind::Box, {300, 200}, {500, 300}, 0},
                      {MarkKind::Arrow, {700, 700}, {820, 600}, 0},
                      {MarkKind::Number, {1000, 400}, {}, 12}};
        const Picture edited = MUST(editedPicture(grey({1600, 900}), edit));
        QCOMPARE(pixelAt(edited, 300, 250), kMarkInk); // on the box
        QCOMPARE(pixelAt(edited, 400, 250), (Color{200, 200, 200})); // in it
        QCOMPARE(pixelAt(edited, 760, 650), kMarkInk); // on the arrow
        QCOMPARE(pixelAt(edited, 1000, 380), kMarkInk); // above the digits
        QCOMPARE(pixelAt(edited, 20, 20), (Color{200, 200, 200}));
        QVERIFY(numRed(edited) > 2000);
    }

    /// What is as red as the mark has a line of another colour around it.
    void marksStandOutOnAnything()
    {
        PictureEdit edit;
        edit.marks = {{MarkKind::Box, {300, 200}, {500, 300}, 0}};
        Picture red = grey({1600, 900});
        for (std::size_t at = 0; at < red.rgb.size(); at += 3) {
            red.rgb[at] = kMarkInk.red;
            red.rgb[at + 1] = kMarkInk.green;
            red.rgb[at + 2] = kMarkInk.blue;
        }
        const Picture edited = MUST(editedPicture(std::move(red), edit));
        const auto scale = markScale(1600);
        const auto beside = static_cast<std::int32_t>(scale.stroke / 2 + scale.outline / 2);
        QCOMPARE(pixelAt(edited, 300 - beside, 250), kMarkOutline);
        QCOMPARE(pixelAt(edited, 300, 250), kMarkInk);
    }

    void marksCanBeReadAtEveryTier_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("a phone") << 1170 << 2532;
        QTest::newRow("1080p") << 1920 << 1080;
        QTest::newRow("4K") << 3840 << 2160;
    }
    void marksCanBeReadAtEveryTier()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        PictureEdit edit;
        edit.marks = {{MarkKind::Box, {300, 200}, {900, 800}, 0}};
        const Picture edited = MUST(editedPicture(grey({width, height}), edit));
        for (const auto& wish : {vision::tierWish(vision::MediaKind::Picture, vision::Tier::Low),
                                 vision::areaWish(vision::MediaKind::Picture)}) {
            const Size size = MUST(fittedSize(edited.size, wish));
            const Picture seen = MUST(vision::resampled(edited.view(), size));
            const double by = static_cast<double>(size.width) / width;
            const auto perimeter = 2 * (600 + 600) * by;
            // Two pixels of it, at the least, are there all around.
            QVERIFY2(static_cast<double>(numRed(seen)) > 1.5 * perimeter,
                     qPrintable(QString::number(numRed(seen))));
        }
    }

    /// Each number looks unlike every other one.
    void numbersDiffer()
    {
        std::vector<std::vector<std::uint8_t>> seen;
        for (const std::int32_t number : {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 21, 100, 999}) {
            PictureEdit edit;
            edit.marks = {{MarkKind::Number, {40, 40}, {}, number}};
            seen.push_back(MUST(editedPicture(grey({80, 80}), edit)).rgb);
        }
        std::sort(seen.begin(), seen.end());
        QVERIFY(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
    }
};

std::unique_ptr<QObject> makeEditedPictureTest()
{
    return std::make_unique<EditedPictureTest>();
}

#include "tst_edited_picture.moc"
