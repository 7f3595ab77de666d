// What a large repository costs in a tray: how soon it can be looked at, and again after a rule.
//
// usage: bench_tray FOLDER RULED_FOLDER [ROUNDS] [TOKENIZER]: prints "NAME VALUE" lines, medians of
// so many rounds (5): milliseconds from the drop to a look with estimates, from a rule that leaves
// out RULED_FOLDER (of FOLDER) to the look with it, from each to all being read; the longest that
// the event loop stood still; megabytes of this process with all of it read.

#include "app/workspace/tray.h"
#include "app/workspace/tray/fit.h"
#include "app/workspace/tray/path_rule.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace {

using namespace tf;
using namespace tf::workspace;
using Clock = std::chrono::steady_clock;

struct Times {
    double look = 0; ///< milliseconds
    double read = 0;
};

double sinceMs(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double residentMegabytes()
{
    long long size = 0;
    long long resident = 0;
    std::FILE* file = std::fopen("/proc/self/statm", "r");
    if (file == nullptr || std::fscanf(file, "%lld %lld", &size, &resident) != 2)
        return 0;
    std::fclose(file);
    return static_cast<double>(resident * sysconf(_SC_PAGESIZE)) / 1e6;
}

/// How long the event loop was away, at most.
class Gaps {
public:
    Gaps()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, sinceMs(m_last));
            m_last = Clock::now();
        });
        m_timer.start(1);
    }
    [[nodiscard]] double longest() const { return m_longest; }
    /// What was done here in between is no gap.
    void skip() { m_last = Clock::now(); }

private:
    QTimer m_timer;
    Clock::time_point m_last = Clock::now();
    double m_longest = 0;
};

/// Until it is read, from what `begin` does.
Times timed(Tray& tray, const std::function<void()>& begin)
{
    const auto before = tray.items().empty() ? nullptr : tray.items().front().repository;
    Times times;
    const auto start = Clock::now();
    const auto watch = QObject::connect(&tray, &Tray::changed, &tray, [&] {
        const TrayItem& item = tray.items().front();
        if (times.look == 0 && item.repository != before)
            times.look = sinceMs(start);
        if (item.state == TrayState::Reading)
            return;
        times.read = sinceMs(start);
        QCoreApplication::quit();
    });
    begin();
    QCoreApplication::exec();
    QObject::disconnect(watch);
    return times;
}

EngineChoice millionTokens()
{
    EngineChoice engine;
    engine.kind = EngineKind::LocalModel;
    engine.capabilities.contextTokens = 1'000'000;
    return engine;
}

void bench(const std::string& folder, const std::string& ruled, int rounds,
           std::shared_ptr<const text::Tokenizer> tokenizer)
{
    std::vector<double> looks;
    std::vector<double> reads;
    std::vector<double> ruledLooks;
    std::vector<double> ruledReads;
    std::vector<double> fits;
    double memory = 0;
    Gaps gaps;
    for (int round = 0; round < rounds; ++round) {
        Tray tray;
        gaps.skip();
        tray.setEngine(millionTokens(), 0);
        tray.setTokenizer(tokenizer);
        TrayId id = 0;
        const auto dropped = timed(tray, [&] { id = tray.add(folder); });
        RepositoryChoice choice;
        choice.rules = withPath({}, ruled, ingest::EntryKind::Folder, Wanted::No);
        const auto rule = timed(tray, [&] { tray.choose(id, choice); });
        looks.push_back(dropped.look);
        reads.push_back(dropped.read);
        ruledLooks.push_back(rule.look);
        ruledReads.push_back(rule.read);
        memory = std::max(memory, residentMegabytes());
        const auto begin = Clock::now();
        const auto fit = fitTo(*tray.items().front().repository, 256 * 1024);
        fits.push_back(sinceMs(begin));
        gaps.skip();
        std::printf("# %s; to 256K: %zu cuts, %lld tokens left\n",
                    tray.items().front().detail.c_str(), fit.cuts.size(),
                    static_cast<long long>(fit.after));
    }
    std::printf("look_ms %.0f\nread_ms %.0f\nrule_look_ms %.0f\nrule_read_ms %.0f\nfit_ms %.0f\n"
                "gap_ms %.0f\nmemory_mb %.0f\n",
                medianOf(looks), medianOf(reads), medianOf(ruledLooks), medianOf(ruledReads),
                medianOf(fits), gaps.longest(), memory);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (argc < 3) {
        std::fprintf(stderr, "usage: bench_tray FOLDER RULED_FOLDER [ROUNDS] [TOKENIZER]\n");
        return 2;
    }
    std::shared_ptr<const text::Tokenizer> tokenizer;
    if (argc > 4) {
        auto loaded = text::Tokenizer::load(argv[4]);
        if (!loaded) {
            std::fprintf(stderr, "%s\n", loaded.error().text.c_str());
            return 1;
        }
        tokenizer = std::make_shared<const text::Tokenizer>(std::move(loaded).value());
    }
    bench(argv[1], argv[2], argc > 3 ? std::max(std::atoi(argv[3]), 1) : 5, std::move(tokenizer));
    return 0;
}
