#include "engine/text/prompt/shown_media.h"
#include "engine/text/prompt/template.h"
#include "tests/engine/text/prompt/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using text::SegmentKind;
using text::ShownMedium;

namespace {

/// Of a user who shows these media and asks.
std::vector<text::Segment> asked(std::vector<text::Part> parts)
{
    text::ChatRequest chat;
    parts.push_back({text::PartKind::Text, "is ]<]image[>[ it?"});
    chat.messages.push_back({text::Role::User, std::move(parts)});
    return MUST(text::render(chat)).segments;
}

std::size_t count(const std::string& text, std::string_view part)
{
    std::size_t number = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++number;
    return number;
}

} // namespace

class ShownMediaTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aPictureOfTwoByTwoTokens()
    {
        QCOMPARE(textOf(ShownMedium{SegmentKind::Image, 4}),
                 std::string("]<]start of image[>[]<]image[>[]<]image[>[]<]image[>[]<]image[>["
                             "]<]end of image[>["));
    }

    void aClipOfTwoPairs()
    {
        QCOMPARE(textOf(ShownMedium{SegmentKind::Video, 2, {"0.0", "2.0"}}),
                 std::string("]<]0.0 seconds[>[]<]start of image[>[]<]video[>[]<]video[>["
                             "]<]end of image[>[]<]2.0 seconds[>[]<]start of image[>["
                             "]<]video[>[]<]video[>[]<]end of image[>["));
    }

    /// Ten seconds at one frame a second of 1008 x 560: six pairs of 720 tokens.
    void aClipOfSixPairs()
    {
        const auto shown = textOf(
            ShownMedium{SegmentKind::Video, 720, {"0.0", "2.0", "4.0", "6.0", "8.0", "10.0"}});
        QCOMPARE(count(shown, "]<]video[>["), std::size_t(6 * 720));
        QCOMPARE(count(shown, "]<]start of image[>["), std::size_t(6));
        QCOMPARE(count(shown, "]<]end of image[>["), std::size_t(6));
        QVERIFY(shown.find("]<]end of image[>[]<]10.0 seconds[>[]<]start of image[>[")
                != std::string::npos);
    }

    void placeholdersAreWidenedInOrder()
    {
        const auto bare = asked({{text::PartKind::Video, "c"}, {text::PartKind::Image, "p"}});
        const std::vector<ShownMedium> media = {{SegmentKind::Video, 1, {"0.5"}},
                                                {SegmentKind::Image, 2}};
        const auto shown = text::joined(MUST(text::withMedia(bare, media)));
        const std::string wanted =
            "]~b]user\n]<]0.5 seconds[>[]<]start of image[>[]<]video[>[]<]end of image[>["
            "]<]start of image[>[]<]image[>[]<]image[>[]<]end of image[>[is ]<]image[>[ it?[e~[";
        QVERIFY2(shown.find(wanted) != std::string::npos, shown.c_str());
    }

    void mediaThatDoNotMatchAreRefused_data()
    {
        QTest::addColumn<int>("numImages");
        QTest::addColumn<int>("numVideos");
        QTest::addColumn<std::string>("words");
        QTest::newRow("none") << 0 << 0 << std::string("shows 1 pictures and clips, and 0 came");
        QTest::newRow("two") << 2 << 0 << std::string("shows 1 pictures and clips, and 2 came");
        QTest::newRow("a clip") << 0 << 1 << std::string("medium 1 is of the kind video");
    }
    void mediaThatDoNotMatchAreRefused()
    {
        QFETCH(int, numImages);
        QFETCH(int, numVideos);
        QFETCH(std::string, words);
        std::vector<ShownMedium> media(static_cast<std::size_t>(numImages),
                                       {SegmentKind::Image, 1});
        media.insert(media.end(), static_cast<std::size_t>(numVideos),
                     {SegmentKind::Video, 1, {"0.0"}});
        const auto shown = text::withMedia(asked({{text::PartKind::Image, "p"}}), media);
        QVERIFY(!shown.has_value());
        QVERIFY(shown.error().code == Code::BadInput);
        QVERIFY2(shown.error().text.find(words) != std::string::npos, shown.error().text.c_str());
    }
};

std::unique_ptr<QObject> makeShownMediaTest()
{
    return test::make<ShownMediaTest>();
}

#include "tst_shown_media.moc"
