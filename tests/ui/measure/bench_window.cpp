// bench_window: what the window costs while it streams, rests, opens and shows hostile text.
//
// One case a run, named by the first argument; prints one line. The answers come from
// replay_endpoint, a process of its own, so that this process is the window alone.

#include "tests/app/endpoint/generated_answer.h"
#include "tests/ui/measure/bench_desk.h"
#include "tests/ui/measure/key_delay.h"
#include "tests/ui/measure/loop_watch.h"
#include "tests/ui/measure/paint_delay.h"
#include "ui/composer/composer.h"

#include <QApplication>
#include <QFileInfo>
#include <QScrollBar>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

constexpr int kSettleMillis = 2'000;
constexpr int kCaretMillis = 11'000; // then it has stopped blinking

std::vector<std::pair<std::string, std::string>> oneTurn(std::string answer)
{
    return {{"What stands above?", std::move(answer)}};
}

/// A window with so many lines, whose endpoint speaks as that form of streamForms(); -1: vLLM.
struct Streamed {
    Streamed(int numLines, int form)
    {
        const auto idx = static_cast<std::size_t>(form);
        const bool isForm = form >= 0 && idx < streamForms().size();
        const auto kind = isForm ? streamForms()[idx].kind : std::string_view("vllm");
        prepared.setEndpoint(replay.url(), QString::fromStdString(std::string(kind)));
        prepared.addSession(oneTurn(linesOfAnswer(numLines)));
        desk.emplace(prepared);
    }

    Replay replay;
    PreparedWorkspace prepared;
    std::optional<BenchDesk> desk;
};

/// stream KIND RATE LINES SECONDS [FORM]
int benchStream(const QStringList& words)
{
    const int rate = words.value(2).toInt();
    const int numLines = words.value(3).toInt();
    const int seconds = words.value(4).toInt();
    const int form = words.value(5, u"-1"_s).toInt();
    Streamed stage(numLines, form);
    BenchDesk& bench = *stage.desk;
    if (!bench.waitForSession())
        return 1;
    waitFor(kSettleMillis);
    if (!bench.ask(u"replay: kind=%1 rate=%2 tokens=%3 form=%4"_s.arg(words.value(1))
                       .arg(rate)
                       .arg(rate * (2 * seconds + 4))
                       .arg(form)))
        return 1;
    waitFor(1000);
    QElapsedTimer clock;
    clock.start();
    const long switches = numSwitches();
    const double before = processorSeconds();
    waitFor(seconds * 1000);
    const double elapsed = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    const double share = (processorSeconds() - before) / elapsed;
    const double wakes = static_cast<double>(numSwitches() - switches) / elapsed;
    const LoopWatch loop;
    const PaintDelay delay(*bench.talk(), *bench.view().viewport());
    waitFor(seconds * 1000);
    const LoopFigures figures = loop.figures();
    std::printf("stream kind=%s rate=%d above=%d form=%d cpu=%.1f%% wakes=%.0f gap_max=%.1fms "
                "gap_busy=%.1fms gap_p99=%.1fms painted_p95=%.1fms words=%d pictures=%.1f "
                "rss=%.0fMiB\n",
                qPrintable(words.value(1)), rate, numLines, form, 100 * share, wakes,
                figures.longestMillis, figures.longestBusyMillis, figures.p99Millis,
                delay.p95Millis(), delay.numWords(), delay.numPictures() / seconds, residentMiB());
    bench.talk()->stop();
    return 0;
}

/// pour FILE RATE BYTES: its text as an answer that streams, in tokens of so many bytes.
int benchPour(const QStringList& words)
{
    const QFileInfo file(words.value(1));
    const int rate = words.value(2).toInt();
    const int bytes = words.value(3).toInt();
    Streamed stage(10, -1);
    BenchDesk& bench = *stage.desk;
    if (!bench.waitForSession())
        return 1;
    waitFor(kSettleMillis);
    const LoopWatch loop;
    if (!bench.ask(u"replay: kind=file rate=%1 bytes=%2 file=%3"_s.arg(rate).arg(bytes).arg(
            file.absoluteFilePath())))
        return 1;
    const double before = processorSeconds();
    QElapsedTimer clock;
    clock.start();
    const auto mostMillis = 2'000 + 2'000 * file.size() / (qint64(rate) * bytes);
    while (bench.talk()->running() && clock.elapsed() < mostMillis)
        waitFor(100);
    const double share =
        (processorSeconds() - before) * 1e9 / static_cast<double>(clock.nsecsElapsed());
    std::printf("pour file=%s cpu=%.1f%% ended=%d seconds=%.1f gap_max=%.1fms "
                "gap_busy=%.1fms\n",
                qPrintable(file.fileName()), 100 * share, bench.talk()->running() ? 0 : 1,
                static_cast<double>(clock.elapsed()) / 1000, loop.figures().longestMillis,
                loop.figures().longestBusyMillis);
    return 0;
}

/// rest SECONDS: a view in which nothing moves.
int benchRest(const QStringList& words)
{
    const int seconds = words.value(1).toInt();
    PreparedWorkspace prepared;
    prepared.addSession(oneTurn(linesOfAnswer(2000)));
    BenchDesk bench(prepared);
    if (!bench.waitForSession())
        return 1;
    waitFor(kCaretMillis);
    const long switches = numSwitches();
    const double before = processorSeconds();
    waitFor(seconds * 1000);
    std::printf("rest seconds=%d switches=%ld cpu=%.2f%% rss=%.0fMiB\n", seconds,
                numSwitches() - switches, 100 * (processorSeconds() - before) / seconds,
                residentMiB());
    return 0;
}

/// memory MIB: resident with so much text in the session; 0: an empty one.
int benchMemory(const QStringList& words)
{
    const double mib = words.value(1).toDouble();
    PreparedWorkspace prepared;
    if (mib > 0) {
        const std::string answer = linesOfAnswer(2500);
        std::vector<std::pair<std::string, std::string>> turns;
        for (double size = 0; size < mib * 1024 * 1024; size += static_cast<double>(answer.size()))
            turns.emplace_back("And then?", answer);
        prepared.addSession(turns);
    }
    BenchDesk bench(prepared);
    if (mib > 0 && !bench.waitForSession())
        return 1;
    waitFor(kSettleMillis);
    const double atOnce = residentMiB();
    if (mib > 0) {
        auto* bar = bench.view().verticalScrollBar();
        for (int step = 0; step <= 40; ++step) {
            bar->setValue(static_cast<int>(qint64(bar->maximum()) * step / 40));
            waitFor(20);
        }
    }
    std::printf("memory text=%.1fMiB rss=%.0fMiB scrolled_rss=%.0fMiB\n", mib, atOnce,
                residentMiB());
    return 0;
}

/// hostile FILE: its text as an answer, opened and scrolled through.
int benchHostile(const QStringList& words)
{
    QFile file(words.value(1));
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    PreparedWorkspace prepared;
    prepared.addSession(oneTurn(file.readAll().toStdString()));
    BenchDesk bench(prepared);
    LoopWatch loop;
    if (!bench.waitForSession())
        return 1;
    waitFor(kSettleMillis);
    const LoopFigures opening = loop.figures();
    loop.restart();
    auto* bar = bench.view().verticalScrollBar();
    for (int step = 0; step <= 60; ++step) {
        bar->setValue(static_cast<int>(qint64(bar->maximum()) * step / 60));
        waitFor(10);
    }
    const LoopFigures scrolling = loop.figures();
    std::printf("hostile file=%s bytes=%lld open_gap=%.1fms open_busy=%.1fms scroll_gap=%.1fms "
                "scroll_busy=%.1fms rss=%.0fMiB\n",
                qPrintable(QFileInfo(file).fileName()), static_cast<long long>(file.size()),
                opening.longestMillis, opening.longestBusyMillis, scrolling.longestMillis,
                scrolling.longestBusyMillis, residentMiB());
    return 0;
}

/// typing RATE SECONDS: keys in the composer while an answer streams.
int benchTyping(const QStringList& words)
{
    const int rate = words.value(1).toInt();
    const int seconds = words.value(2).toInt();
    Streamed stage(10, -1);
    BenchDesk& bench = *stage.desk;
    if (!bench.waitForSession())
        return 1;
    waitFor(kSettleMillis);
    if (!bench.ask(u"replay: kind=mixed rate=%1 tokens=%2"_s.arg(rate).arg(rate * (seconds + 4))))
        return 1;
    bench.window().page().composer().focusEdit();
    auto* edit = bench.window().page().composer().findChild<ui::ComposerEdit*>();
    if (edit == nullptr)
        return 1;
    const KeyDelay delay(*edit);
    waitFor(seconds * 1000);
    std::printf("typing rate=%d keys=%d p99=%.1fms\n", rate, delay.numKeys(), delay.p99Millis());
    bench.talk()->stop();
    return 0;
}

/// scroll LINES: a long answer line by line and page by page, each step until it is painted.
int benchScroll(const QStringList& words)
{
    PreparedWorkspace prepared;
    prepared.addSession(oneTurn(linesOfAnswer(words.value(1).toInt())));
    BenchDesk bench(prepared);
    if (!bench.waitForSession())
        return 1;
    waitFor(kSettleMillis);
    auto* bar = bench.view().verticalScrollBar();
    std::vector<double> frames;
    for (int step = 1; step <= 600; ++step) {
        const int by = step % 2 == 0 ? bar->pageStep() : 3 * bar->singleStep();
        QElapsedTimer clock;
        clock.start();
        bar->setValue(step < 300 ? bar->value() - by : bar->value() + by);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        frames.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    std::printf("scroll lines=%s frame_p95=%.1fms frame_max=%.1fms\n", qPrintable(words.value(1)),
                percentile(frames, 95), *std::max_element(frames.begin(), frames.end()));
    return 0;
}

/// prepare LINES: a session of so many lines where trifold looks for the user's sessions.
int prepare(const QStringList& words)
{
    PreparedWorkspace prepared(PreparedWorkspace::Where::OfTheUser);
    prepared.addSession(oneTurn(linesOfAnswer(words.value(1).toInt())));
    std::printf("prepared lines=%s\n", qPrintable(words.value(1)));
    return 0;
}

struct Case {
    const char* name;
    int (*run)(const QStringList& words);
};

constexpr Case kCases[] = {
    {"stream", benchStream}, {"pour", benchPour},       {"rest", benchRest},
    {"memory", benchMemory}, {"hostile", benchHostile}, {"typing", benchTyping},
    {"scroll", benchScroll}, {"prepare", prepare},
};

int run(const QStringList& words)
{
    for (const Case& one : kCases) {
        if (words.value(0) == QLatin1StringView(one.name))
            return one.run(words);
    }
    std::fputs("usage: bench_window stream KIND RATE LINES SECONDS [FORM] | pour FILE RATE BYTES | "
               "rest SECONDS | memory MIB | hostile FILE | typing RATE SECONDS | scroll LINES | "
               "prepare LINES\n",
               stderr);
    return 2;
}

} // namespace

} // namespace tf::test

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return tf::test::run(QCoreApplication::arguments().mid(1));
}
