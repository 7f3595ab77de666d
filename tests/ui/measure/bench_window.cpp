// bench_window: what the window costs while it streams, rests, opens and shows hostile text.
//
// One case a run, named by the first argument; prints one line. The answers come from
// replay_endpoint, a process of its own, so that this process is the window alone.

#include "tests/ui/measure/loop_watch.h"
#include "tests/ui/measure/paint_delay.h"
#include "tests/ui/measure/prepared_workspace.h"
#include "ui/shell/caret_rest.h"
#include "ui/shell/desktop.h"
#include "ui/shell/main_window.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/transcript/view/transcript_view.h"

#include <QApplication>
#include <QProcess>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

constexpr int kOpenMillis = 20'000;
constexpr int kSettleMillis = 2'000;
constexpr int kCaretMillis = 11'000; // then it has stopped blinking

/// The whole window over a prepared folder.
class BenchWindow {
public:
    explicit BenchWindow(const PreparedWorkspace& prepared)
        : m_theme(ui::Shade::Light)
    {
        MUST(ui::loadFonts());
        QApplication::setStyle(new ui::Style(m_theme));
        workspace::Places places;
        places.store = {.folder = prepared.storeFolder()};
        places.profiles = prepared.profilesPath();
        m_workspace = MUST(workspace::Workspace::open(places));
        m_desktop = std::make_unique<ui::Desktop>(m_theme, *m_workspace, prepared.settingsPath(),
                                                  settings::load(prepared.settingsPath()));
        m_window = &m_desktop->openWindow();
        m_window->resize(1280, 800);
    }

    [[nodiscard]] ui::MainWindow& window() { return *m_window; }
    [[nodiscard]] ui::TranscriptView& view() { return m_window->page().pane().view(); }
    [[nodiscard]] workspace::Conversation* talk() { return m_window->page().conversation(); }

    bool waitForSession()
    {
        return QTest::qWaitFor(
            [this] { return talk() != nullptr && view().verticalScrollBar() != nullptr; },
            kOpenMillis);
    }

    void ask(const std::string& text)
    {
        workspace::Ask ask;
        ask.text = text;
        ask.settings = talk()->session().settings.request;
        talk()->ask(std::move(ask));
    }

private:
    ui::Theme m_theme;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<ui::Desktop> m_desktop;
    ui::CaretRest m_caret;
    ui::MainWindow* m_window = nullptr;
};

/// One wait without a timer of its own between: QTest::qWait() looks every 10 ms.
void waitFor(int millis)
{
    QEventLoop wait;
    QTimer::singleShot(millis, &wait, &QEventLoop::quit);
    wait.exec();
}

/// replay_endpoint while this lives.
class Replay {
public:
    Replay()
    {
        m_process.start(QStringLiteral(TRIFOLD_REPLAY), {});
        CHECK(m_process.waitForReadyRead(), "replay_endpoint starts");
        const QByteArray line = m_process.readLine();
        CHECK(line.startsWith("port "), "replay_endpoint tells its port");
        m_url = QUrl(u"http://127.0.0.1:%1/v1"_s.arg(line.mid(5).trimmed().toInt()));
    }
    ~Replay()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(2000);
    }
    [[nodiscard]] const QUrl& url() const { return m_url; }

private:
    QProcess m_process;
    QUrl m_url;
};

std::vector<std::pair<std::string, std::string>> oneTurn(std::string answer)
{
    return {{"What stands above?", std::move(answer)}};
}

/// stream KIND RATE LINES SECONDS
int benchStream(const QStringList& words)
{
    const int rate = words.value(2).toInt();
    const int numLines = words.value(3).toInt();
    const int seconds = words.value(4).toInt();
    const Replay replay;
    PreparedWorkspace prepared;
    prepared.setEndpoint(replay.url());
    prepared.addSession(oneTurn(linesOfAnswer(numLines)));
    BenchWindow bench(prepared);
    if (!bench.waitForSession())
        return 1;
    waitFor(kSettleMillis);
    bench.ask("replay: kind=" + words.value(1).toStdString() + " rate=" + std::to_string(rate)
              + " tokens=" + std::to_string(rate * (2 * seconds + 4)));
    if (!QTest::qWaitFor(
            [&bench] { return bench.talk()->running() && bench.talk()->running()->firstWord; },
            kOpenMillis))
        return 1;
    waitFor(1000);
    QElapsedTimer clock;
    clock.start();
    const double before = processorSeconds();
    waitFor(seconds * 1000);
    const double share =
        (processorSeconds() - before) * 1e9 / static_cast<double>(clock.nsecsElapsed());
    const LoopWatch loop;
    const PaintDelay delay(*bench.talk(), *bench.view().viewport());
    waitFor(seconds * 1000);
    const LoopFigures figures = loop.figures();
    std::printf("stream kind=%s rate=%d above=%d cpu=%.1f%% gap_max=%.1fms gap_p99=%.1fms "
                "painted_p95=%.1fms tokens=%d rss=%.0fMiB\n",
                qPrintable(words.value(1)), rate, numLines, 100 * share, figures.longestMillis,
                figures.p99Millis, delay.p95Millis(), delay.numPieces(), residentMiB());
    bench.talk()->stop();
    return 0;
}

/// rest SECONDS: a view in which nothing moves.
int benchRest(const QStringList& words)
{
    const int seconds = words.value(1).toInt();
    PreparedWorkspace prepared;
    prepared.addSession(oneTurn(linesOfAnswer(2000)));
    BenchWindow bench(prepared);
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
    BenchWindow bench(prepared);
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
    BenchWindow bench(prepared);
    LoopWatch loop;
    if (!bench.waitForSession())
        return 1;
    waitFor(kSettleMillis);
    const double opening = loop.figures().longestMillis;
    loop.restart();
    auto* bar = bench.view().verticalScrollBar();
    for (int step = 0; step <= 60; ++step) {
        bar->setValue(static_cast<int>(qint64(bar->maximum()) * step / 60));
        waitFor(10);
    }
    std::printf("hostile file=%s bytes=%lld open_gap=%.1fms scroll_gap=%.1fms rss=%.0fMiB\n",
                qPrintable(QFileInfo(file).fileName()), static_cast<long long>(file.size()),
                opening, loop.figures().longestMillis, residentMiB());
    return 0;
}

int run(const QStringList& words)
{
    if (words.value(0) == u"stream")
        return benchStream(words);
    if (words.value(0) == u"rest")
        return benchRest(words);
    if (words.value(0) == u"memory")
        return benchMemory(words);
    if (words.value(0) == u"hostile")
        return benchHostile(words);
    std::fputs("usage: bench_window stream KIND RATE LINES SECONDS | rest SECONDS | memory MIB | "
               "hostile FILE\n",
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
