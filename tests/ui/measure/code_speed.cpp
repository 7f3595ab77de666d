// What the viewer costs: a file of a million lines opened at a line, and scrolled.
//
// Prints one line a figure, each with what must be, and ends with 1 when a limit is missed. Run
// where nothing else runs:
//   QT_QPA_PLATFORM=offscreen build/ci/bin/code_speed

#include "app/workspace/cited/line_text.h"
#include "kernels/base/words.h"
#include "ui/theme/style.h"
#include "ui/viewer/code_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>

using namespace tf;
using namespace tf::ui;

namespace {

constexpr int kNumLines = 1'000'000;
constexpr int kAtLine = 900'000;
constexpr int kFrames = 600;
constexpr int kRounds = 5;
constexpr double kMostOpening = 150; // ms
constexpr double kLeastFrames = 58; // a second

std::string millionLines()
{
    std::string text;
    for (int line = 1; line <= kNumLines; ++line)
        text += words("    static const int value", line, " = compute(", line % 97,
                      ", \"a string of some words\"); // and why\n");
    return text;
}

double milliseconds(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Lines found, shown and painted: what somebody waits for who presses a place.
double opening(CodeView& view, std::string text)
{
    QElapsedTimer timer;
    timer.start();
    const auto lines = std::make_shared<workspace::LineText>(std::move(text));
    view.setText(lines, QStringLiteral("src/million.cpp"));
    view.showLines({kAtLine - 1, kAtLine - 1});
    view.repaint();
    return milliseconds(timer);
}

/// Of each frame, as the wheel moves it: three lines, or a page.
std::vector<double> scrolling(CodeView& view, int step)
{
    std::vector<double> frames;
    for (int frame = 0; frame < kFrames; ++frame) {
        QElapsedTimer timer;
        timer.start();
        view.verticalScrollBar()->setValue(kNumLines / 4 + frame * step);
        QApplication::processEvents();
        frames.push_back(milliseconds(timer));
    }
    std::sort(frames.begin(), frames.end());
    return frames;
}

double worstShare(const std::vector<double>& sorted)
{
    return sorted[sorted.size() * 95 / 100];
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    MUST(loadFonts());
    Theme theme(Shade::Light);
    QApplication::setStyle(new Style(theme));
    theme.set(settings::ThemeChoice::Light, 100);
    CodeView view(theme);
    view.resize(900, 1000);
    view.show();
    QApplication::processEvents();
    const std::string text = millionLines();
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round)
        times.push_back(opening(view, text));
    std::sort(times.begin(), times.end());
    bool isMissed = times[times.size() / 2] > kMostOpening;
    std::printf("opened at line %d of %d: %.1f ms (must be <= %.0f)\n", kAtLine, kNumLines,
                times[times.size() / 2], kMostOpening);
    QElapsedTimer colours;
    colours.start();
    while (view.isBehind())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::printf("in colours there after: %.0f ms\n", milliseconds(colours));
    for (const int step : {3, 50}) {
        const auto frames = scrolling(view, step);
        isMissed = isMissed || 1000 / worstShare(frames) < kLeastFrames;
        std::printf(
            "scrolled by %d lines a frame: p95 %.2f ms, %.0f frames per second (must be >= %.0f)\n",
            step, worstShare(frames), 1000 / worstShare(frames), kLeastFrames);
    }
    return isMissed ? 1 : 0;
}
