// What streaming and opening cost, as a table; figures count on a quiet machine alone.

#include "tests/ui/transcript/scene.h"

#include <QApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <ctime>

namespace {

struct Streamed {
    double cpuSeconds = 0;
    double longestMs = 0;
};

/// `numFrames` pieces of an answer beneath so many lines, painted one by one.
Streamed stream(int numLines, int numFrames)
{
    tf::test::Scene scene(tf::test::longSession(numLines), {1000, 800});
    scene.ask("More?");
    const std::string answer = tf::test::longAnswer(2000);
    const std::size_t piece = 130; // 33 tokens: 2,000 a second at 60 frames
    Streamed streamed;
    const std::clock_t began = std::clock();
    for (int frame = 0; frame < numFrames; ++frame) {
        QElapsedTimer spent;
        spent.start();
        scene.stream(answer.substr(static_cast<std::size_t>(frame) * piece, piece));
        streamed.longestMs =
            std::max(streamed.longestMs, static_cast<double>(spent.nsecsElapsed()) / 1e6);
    }
    streamed.cpuSeconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    return streamed;
}

double openMs(int numLines)
{
    tf::session::Session session = tf::test::longSession(numLines);
    QElapsedTimer spent;
    spent.start();
    tf::test::Scene scene(std::move(session), {1000, 800});
    return static_cast<double>(spent.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    constexpr int kFrames = 600;
    const Streamed few = stream(10, kFrames);
    const Streamed many = stream(100'000, kFrames);
    std::printf("%-34s %10s %10s\n", "600 frames of 33 tokens beneath", "10 lines", "100,000");
    std::printf("%-34s %10.2f %10.2f\n", "CPU seconds", few.cpuSeconds, many.cpuSeconds);
    std::printf("%-34s %10.1f %10.1f\n", "longest frame, ms", few.longestMs, many.longestMs);
    std::printf("%-34s %10s %10.2f\n", "ratio of CPU", "", many.cpuSeconds / few.cpuSeconds);
    std::printf("%-34s %10.0f %10.0f\n", "opening, ms", openMs(10), openMs(100'000));
    return 0;
}
