#include "kernels/base/words.h"
#include "tests/support/test_table.h"
#include "tests/vision/events/screen_film.h"
#include "tests/vision/events/tests.h"

#include <algorithm>

using tf::test::Area;
using tf::test::Gen;
using tf::test::SampleScreen;
using tf::test::ScreenFilm;

namespace {

constexpr std::size_t kScenes = 24;
constexpr tf::vision::Size kScreen = {160, 96}; // small: many films in little time

Area anywhere(Gen& gen)
{
    const auto width = static_cast<std::int32_t>(gen.between(2, 120));
    const auto height = static_cast<std::int32_t>(gen.between(2, 80));
    return {static_cast<std::int32_t>(gen.between(0, kScreen.width - width)),
            static_cast<std::int32_t>(gen.between(0, kScreen.height - height)), width, height};
}

/// Boxes come, are noisy for a while, and go; times are as uneven as they please.
void play(Gen& gen, ScreenFilm& film)
{
    SampleScreen screen(kScreen);
    const SampleScreen first = screen;
    for (std::size_t scene = 0; scene < gen.size(); ++scene) {
        if (gen.oneIn(5))
            screen = first;
        const auto numFrames = gen.between(1, 12);
        for (std::int64_t frame = 0; frame < numFrames; ++frame) {
            if (frame == 0 || gen.oneIn(3))
                screen.box(anywhere(gen),
                           {static_cast<std::uint8_t>(gen.between(16, 235)), 128,
                            static_cast<std::uint8_t>(gen.between(60, 200))});
            film.show(screen, "", gen.pick(std::vector<double>{0.001, 0.033, 0.1, 0.4, 3}));
        }
    }
}

} // namespace

class MomentLawsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// The rules of ScreenFilm, for anything that can be on a screen and any budget.
    void holdForAnyFilm()
    {
        const std::string wrong = tf::test::forAll(
            60,
            [](Gen& gen) -> std::string {
                ScreenFilm film(gen.between(1, 12));
                play(gen, film);
                film.finish();
                return film.broken();
            },
            kScenes);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void theEndIsKnown()
    {
        const std::string wrong = tf::test::forAll(
            30,
            [](Gen& gen) -> std::string {
                ScreenFilm film(8);
                std::int64_t numFrames = 0;
                SampleScreen screen(kScreen);
                for (std::size_t scene = 0; scene < gen.size(); ++scene, ++numFrames) {
                    screen.box(anywhere(gen),
                               {static_cast<std::uint8_t>(gen.between(16, 235)), 128, 128});
                    film.show(screen, "", gen.oneIn(3) ? 1 : 0.033);
                }
                film.finish();
                const bool isKept =
                    !film.kept().empty() && film.kept().back().index == numFrames - 1;
                const bool isAgain =
                    !film.again().empty() && film.again().back().index == numFrames - 1;
                return numFrames == 0 || isKept || isAgain
                    ? ""
                    : "the last frame is neither kept nor told";
            },
            kScenes);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void aLargerBudgetNeverKeepsLess()
    {
        const std::string wrong = tf::test::forAll(
            10,
            [](Gen& gen) -> std::string {
                const std::uint64_t seed = gen.bits();
                std::size_t before = 0;
                for (const std::int64_t room : {1, 3, 9, 1000}) {
                    ScreenFilm film(room);
                    Gen same(seed, gen.size());
                    play(same, film);
                    film.finish();
                    if (film.kept().size() < before)
                        return tf::words(room, " keeps ", film.kept().size(), " after ", before);
                    before = film.kept().size();
                }
                return "";
            },
            kScenes);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }
};

std::unique_ptr<QObject> makeMomentLawsTest()
{
    return std::make_unique<MomentLawsTest>();
}

#include "tst_moment_laws.moc"
