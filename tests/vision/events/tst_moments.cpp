#include "tests/support/test_table.h"
#include "tests/vision/events/screen_film.h"
#include "tests/vision/events/tests.h"

#include <functional>

using tf::test::Area;
using tf::test::SampleScreen;
using tf::test::ScreenFilm;

namespace {

constexpr Area kDialog = {200, 100, 120, 80};
constexpr Area kPage = {40, 40, 560, 288};

SampleScreen desk()
{
    SampleScreen screen;
    screen.text(kPage, 1);
    return screen;
}

SampleScreen withBox(Area area, std::uint8_t luma = 120)
{
    SampleScreen screen = desk();
    screen.box(area, {luma, 128, 128});
    return screen;
}

SampleScreen page(std::uint64_t seed)
{
    SampleScreen screen;
    screen.text(kPage, seed);
    return screen;
}

void still(ScreenFilm& film)
{
    film.hold(desk(), "desk", 2);
}

void dialogComes(ScreenFilm& film)
{
    film.hold(desk(), "desk", 1);
    film.hold(withBox(kDialog), "dialog", 1);
}

void dialogComesAndGoes(ScreenFilm& film)
{
    dialogComes(film);
    film.hold(desk(), "desk", 1);
}

void fade(ScreenFilm& film)
{
    film.hold(desk(), "desk", 1);
    for (int step = 0; step < 20; ++step)
        film.show(withBox({0, 0, 640, 360}, static_cast<std::uint8_t>(230 - 8 * step)), "moving");
    film.hold(withBox({0, 0, 640, 360}, 70), "night", 1);
}

void scroll(ScreenFilm& film)
{
    film.hold(desk(), "desk", 1);
    for (std::int32_t step = 1; step < 30; ++step) {
        SampleScreen screen;
        screen.text({40, 40 - step, 560, 320}, 7);
        film.show(screen, "moving");
    }
    film.hold(page(7), "page", 1);
}

void toast(ScreenFilm& film)
{
    film.hold(desk(), "desk", 1);
    film.hold(withBox({480, 300, 140, 40}), "toast", 0.7);
    film.hold(desk(), "desk", 1);
}

void flash(ScreenFilm& film)
{
    film.hold(desk(), "desk", 1);
    film.hold(withBox({480, 300, 140, 40}), "flash", 0.2);
    film.hold(desk(), "desk", 1);
}

void typing(ScreenFilm& film)
{
    SampleScreen screen;
    film.hold(screen, "empty", 1);
    for (std::int32_t letter = 0; letter < 30; ++letter) {
        screen.text({40 + 6 * letter, 100, 6, 12}, 3 + static_cast<std::uint64_t>(letter));
        film.hold(screen, "typed", 0.1);
    }
    // Nine tenths of a percent of the screen in all: an event in its own right.
    film.hold(screen, "typed", 1);
    film.hold(page(2), "page", 1);
}

void smallStepsBeforeAChange(ScreenFilm& film)
{
    film.hold(desk(), "desk", 1);
    SampleScreen screen = withBox({40, 104, 32, 32}); // 0.44 %: no event, and not the desk
    film.hold(screen, "field", 1);
    film.hold(page(2), "page", 1);
}

void pointer(ScreenFilm& film)
{
    for (std::int32_t step = 0; step < 60; ++step)
        film.show(withBox({100 + 5 * step, 60 + 3 * step, 8, 12}, 16), "desk");
    film.hold(desk(), "desk", 0.5);
}

void caretAndClock(ScreenFilm& film)
{
    for (std::int32_t second = 0; second < 6; ++second) {
        SampleScreen screen = withBox({100, 100, second % 2, 12}, 16);
        screen.text({580, 4, 12, 12}, static_cast<std::uint64_t>(second));
        film.hold(screen, "desk", 0.5);
    }
}

void noise(ScreenFilm& film)
{
    for (std::uint64_t frame = 0; frame < 40; ++frame) {
        SampleScreen screen = desk();
        tf::test::Gen gen(frame, 1);
        screen.noise(gen, 4);
        film.show(screen, "desk");
    }
}

void paleAndColoured(ScreenFilm& film)
{
    SampleScreen screen({640, 360});
    film.hold(screen, "paper", 1);
    screen.box(kDialog, {230, 128, 128});
    film.hold(screen, "pale", 1);
    screen.box(kDialog, {230, 150, 110});
    film.hold(screen, "blue", 1);
}

void spinnerInADialog(ScreenFilm& film)
{
    film.hold(desk(), "desk", 1);
    for (std::int32_t frame = 0; frame < 90; ++frame) {
        SampleScreen screen = withBox(kDialog);
        screen.box({220 + 12 * (frame / 3 % 2), 120, 12, 24}, {235, 128, 128});
        film.show(screen, "dialog");
    }
    film.hold(withBox(kDialog), "dialog", 0.5);
}

/// A film of noise that fills a corner; what is asked for is the dialog beside it.
void filmBesideADialog(ScreenFilm& film)
{
    for (std::int32_t frame = 0; frame < 165; ++frame) {
        SampleScreen screen = frame < 90 || frame >= 135 ? desk() : withBox({60, 60, 120, 80});
        screen.text({400, 200, 240, 156}, 100 + static_cast<std::uint64_t>(frame));
        film.show(screen, frame < 90 || frame >= 135 ? "film" : "dialog");
    }
}

void sizeChanges(ScreenFilm& film)
{
    film.hold(desk(), "desk", 1);
    film.hold(SampleScreen({320, 240}), "small", 1);
}

void endsInMotion(ScreenFilm& film)
{
    film.hold(desk(), "desk", 1);
    for (std::uint64_t frame = 0; frame < 5; ++frame)
        film.show(page(10 + frame), frame == 4 ? "end" : "moving");
}

void framesFarApart(ScreenFilm& film)
{
    film.show(desk(), "desk", 2);
    film.show(withBox(kDialog), "flash", 0.217);
    film.show(page(5), "page", 5.7);
    film.show(page(6), "other", 1);
}

using Play = void (*)(ScreenFilm&);

void changesOfManySizes(ScreenFilm& film)
{
    film.hold(desk(), "desk", 1);
    film.hold(withBox({0, 0, 200, 100}), "nine", 1);
    film.hold(withBox({0, 0, 640, 300}), "eighty", 1);
    film.hold(withBox({300, 0, 300, 150}), "most", 1);
    film.hold(page(4), "half", 1);
}

} // namespace

class MomentsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatHappensIsKeptOnce_data()
    {
        QTest::addColumn<Play>("play");
        QTest::addColumn<std::string>("told");
        const auto row = [](const char* name, Play play, const char* told) {
            QTest::newRow(name) << play << std::string(told);
        };
        row(
            "no frames", [](ScreenFilm&) {}, "");
        row("nothing", still, "first desk, again desk");
        row("a dialog", dialogComes, "first desk, after dialog, again dialog");
        row("a dialog that is closed", dialogComesAndGoes,
            "first desk, after dialog, again desk, again desk");
        row("a fade", fade, "first desk, after night, again night");
        row("a scroll", scroll, "first desk, after page, again page");
        row("a toast", toast, "first desk, after toast, again desk, again desk");
        row("a flash", flash, "first desk, after flash, again desk, again desk");
        row("typing", typing, "first empty, after typed, after page, again page");
        row("small steps", smallStepsBeforeAChange,
            "first desk, before field, after page, again page");
        row("a pointer", pointer, "first desk, again desk");
        row("a caret and a clock", caretAndClock, "first desk, again desk");
        row("noise", noise, "first desk, again desk");
        row("pale and coloured", paleAndColoured,
            "first paper, after pale, after blue, again blue");
        row("a spinner in a dialog", spinnerInADialog, "first desk, after dialog, again dialog");
        row("another size", sizeChanges, "first desk, after small, again small");
        row("an end in motion", endsInMotion, "first desk, last end");
        row("frames far apart", framesFarApart, "first desk, after flash, after page, last other");
    }
    void whatHappensIsKeptOnce()
    {
        QFETCH(Play, play);
        ScreenFilm film;
        play(film);
        QTEST(film.finish(), "told");
        QCOMPARE(film.broken(), std::string());
    }

    void aDialogIsSeenBesideAFilm()
    {
        ScreenFilm film;
        filmBesideADialog(film);
        const std::string told = film.finish();
        QCOMPARE(film.broken(), std::string());
        QVERIFY2(told.find("after dialog") != std::string::npos, told.c_str());
        // The film itself: every two seconds, not more.
        QVERIFY2(film.kept().size() <= 6, told.c_str());
    }

    void theBudgetKeepsTheLargest_data()
    {
        QTest::addColumn<int>("room");
        QTest::addColumn<std::string>("told");
        QTest::newRow("one") << 1 << std::string("first desk");
        QTest::newRow("two") << 2 << std::string("first desk, last half");
        QTest::newRow("four")
            << 4 << std::string("first desk, after eighty, after most, after half, again half");
    }
    void theBudgetKeepsTheLargest()
    {
        QFETCH(int, room);
        ScreenFilm film(room);
        changesOfManySizes(film);
        QTEST(film.finish(), "told");
        QCOMPARE(film.broken(), std::string());
    }

    void aMomentHasTheTimeOfItsFrame()
    {
        ScreenFilm film;
        framesFarApart(film);
        film.finish();
        QCOMPARE(film.kept().size(), std::size_t{4});
        QCOMPARE(film.kept()[1].time, 2.0);
        QCOMPARE(film.kept()[2].time, 2.217);
        QCOMPARE(film.kept()[3].time, 7.917);
    }

    /// A sharp look: some frames after the change, when a codec has had time, but soon.
    void theStillFrameComesSoon()
    {
        ScreenFilm film;
        dialogComes(film);
        film.finish();
        QCOMPARE(film.kept().size(), std::size_t{2});
        QVERIFY(film.kept()[1].time > 1.1 && film.kept()[1].time < 1.5);
        QVERIFY(film.kept()[1].change > 0.03F && film.kept()[1].change < 0.06F);
    }
};

std::unique_ptr<QObject> makeMomentsTest()
{
    return std::make_unique<MomentsTest>();
}

#include "tst_moments.moc"
