#include "app/cli/model/bench.h"

#include "app/cli/command_line.h"
#include "app/cli/interrupt.h"
#include "app/cli/model/group_flags.h"
#include "app/cli/model/second_question.h"
#include "app/cli/progress_line.h"
#include "engine/run/group.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace tf::cli {

namespace {

constexpr std::string_view kBenchUsage =
    "usage: m3 bench --model DIR [--prompt N] [--gen N] [--depth D] [--reps R] [--json] ...\n"
    "       m3 bench --model DIR --again [--prompt N] [--json] ...\n"
    "\n"
    "Reads a prompt of random tokens and writes an answer of as many as asked for, token by\n"
    "token, each several times; one more round beforehand does not count.\n"
    "\n"
    "  --model DIR      config.json and safetensors\n"
    "  --prompt N       tokens of the prompt, read in steps of 512 (default 512; 0: none)\n"
    "  --gen N          tokens of the answer (default 64; 0: none)\n"
    "  --depth D        tokens that are in the cache before either (default 0)\n"
    "  --reps R         rounds (default 5)\n"
    "  --again          ask twice about the same text of --prompt tokens: how much sooner the\n"
    "                   second answer begins\n"
    "  --json           one JSON object with every round's tokens per second\n";

struct BenchOptions {
    std::string model;
    std::int64_t prompt = 0;
    std::int64_t gen = 0;
    std::int64_t depth = 0;
    std::int64_t reps = 0;
    bool again = false;
    bool json = false;
    engine::GroupOptions group;
};

constexpr std::int64_t kStepRows = 512;

constexpr std::int64_t kMost = 1 << 20;

BenchOptions readBenchOptions(Options& options)
{
    BenchOptions bench;
    bench.model = options.required("--model", "DIR");
    bench.prompt = options.number("--prompt", 512, 0, kMost);
    bench.gen = options.number("--gen", 64, 0, kMost);
    bench.depth = options.number("--depth", 0, 0, kMost);
    bench.reps = options.number("--reps", 5, 1, 1000);
    bench.again = options.flag("--again");
    bench.json = options.flag("--json");
    bench.group = readGroupFlags(options, DefaultPrecision::Fast);
    if (const auto rest = options.rest(); !rest.empty())
        options.blame(words("what is \"", rest.front(), "\"?"));
    return bench;
}

struct Speeds {
    std::vector<double> prompt; ///< tokens per second, a round each
    std::vector<double> gen;
};

/// One sequence that is always the same length again: later rounds write over earlier ones.
class Bench {
public:
    Bench(const BenchOptions& options, engine::Group& group, CancelToken cancel)
        : m_options(options)
        , m_group(group)
        , m_cancel(std::move(cancel))
        , m_block(group.config().block())
    {
    }

    Result<Speeds> run()
    {
        TRY(warmUp());
        if (m_options.depth > 0)
            TRY(read(0, m_options.depth, kStepRows));
        Speeds speeds;
        for (std::int64_t round = -1; round < m_options.reps; ++round) {
            const auto prompt = TRY(time(m_options.prompt, kStepRows));
            const auto gen = TRY(time(m_options.gen, 1));
            if (round < 0)
                continue;
            if (prompt > 0)
                speeds.prompt.push_back(prompt);
            if (gen > 0)
                speeds.gen.push_back(gen);
        }
        return speeds;
    }

private:
    /// Experts are laid out when they are first chosen, which belongs to loading: enough tokens
    /// that few are left for the rounds that count.
    Result<> warmUp() { return read(0, kStepRows, kStepRows); }

    /// Tokens per second; 0 for none.
    Result<double> time(std::int64_t count, std::int64_t perStep)
    {
        const auto begin = std::chrono::steady_clock::now();
        TRY(read(m_options.depth, count, perStep));
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
        return count == 0 ? 0.0 : double(count) / spent.count();
    }

    Result<> read(std::int64_t first, std::int64_t count, std::int64_t perStep)
    {
        for (std::int64_t done = 0; done < count;) {
            const auto now = std::min(perStep, count - done);
            TRY(m_group.run(step(first + done, now), m_cancel));
            done += now;
        }
        return {};
    }

    std::shared_ptr<const engine::Step> step(std::int64_t first, std::int64_t count)
    {
        engine::StepSequence sequence;
        sequence.firstPosition = first;
        for (std::int64_t idx = 0; idx < count; ++idx)
            sequence.tokens.push_back(nextToken());
        for (std::int32_t page = 0; page * m_block < first + count; ++page)
            sequence.pages.push_back(page);
        engine::Step step;
        step.sequences.push_back(std::move(sequence));
        return std::make_shared<const engine::Step>(std::move(step));
    }

    std::int32_t nextToken()
    {
        m_random = m_random * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::int32_t>((m_random >> 33) % std::uint64_t(m_group.config().vocab));
    }

    const BenchOptions& m_options;
    engine::Group& m_group;
    CancelToken m_cancel;
    std::int64_t m_block;
    std::uint64_t m_random = 1;
};

/// Room for `positions` of one sequence.
void makeRoom(engine::Limits& limits, const engine::ModelConfig& config, std::int64_t positions)
{
    limits.rows = kStepRows;
    limits.positions = positions;
    limits.pages = (positions + config.block() - 1) / config.block();
}

Result<Speeds> measure(BenchOptions& options)
{
    const Interrupt interrupt;
    auto checkpoint = std::make_shared<const engine::Checkpoint>(
        TRY(engine::Checkpoint::open(options.model, {}, interrupt.token())));
    engine::Limits& limits = options.group.limits;
    makeRoom(limits, checkpoint->config(),
             options.depth + std::max({options.prompt, options.gen, kStepRows}));
    limits.logitRows = 1;
    limits.sequences = 1;
    ProgressLine line(Counted::Bytes);
    const auto show = [&line](const engine::Progress& now) {
        line.show(now.doing, now.done, now.total);
    };
    const auto group =
        TRY(engine::Group::load(std::move(checkpoint), options.group, show, interrupt.token()));
    return Bench(options, *group, interrupt.token()).run();
}

std::string listOf(std::span<const double> numbers)
{
    std::string out = "[";
    for (const double number : numbers)
        out += words(out.size() > 1 ? "," : "", number);
    return out + "]";
}

double median(std::vector<double> numbers)
{
    std::sort(numbers.begin(), numbers.end());
    const auto middle = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

void print(std::string_view what, std::int64_t count, const std::vector<double>& speeds)
{
    if (speeds.empty())
        return;
    const auto [least, most] = std::minmax_element(speeds.begin(), speeds.end());
    std::printf("%-7.*s %6lld tokens   %9.2f tokens/s   (%.2f to %.2f in %zu rounds)\n",
                int(what.size()), what.data(), static_cast<long long>(count), median(speeds),
                *least, *most, speeds.size());
}

void print(const BenchOptions& bench, const Speeds& speeds)
{
    if (!bench.json) {
        print("prompt", bench.prompt, speeds.prompt);
        print("answer", bench.gen, speeds.gen);
        return;
    }
    const std::string line =
        words("{\"prompt_tokens\":", bench.prompt, ",\"gen_tokens\":", bench.gen,
              ",\"depth\":", bench.depth, ",\"prompt_tokens_per_s\":", listOf(speeds.prompt),
              ",\"gen_tokens_per_s\":", listOf(speeds.gen), "}\n");
    std::fwrite(line.data(), 1, line.size(), stdout);
}

Result<> benchAgain(BenchOptions& bench)
{
    const auto checkpoint = TRY(engine::Checkpoint::open(bench.model));
    engine::EngineOptions options;
    options.model = bench.model;
    options.group = bench.group;
    // Half again as much: the two prompts share all pages but their last.
    makeRoom(options.group.limits, checkpoint.config(),
             bench.prompt + bench.prompt / 2 + kStepRows);
    const FirstTokens times = TRY(askTwice(options, bench.prompt));
    const double ratio = times.secondSeconds / times.firstSeconds;
    if (bench.json)
        std::printf("{\"text_tokens\":%lld,\"cached_tokens\":%lld,\"first_s\":%g,"
                    "\"second_s\":%g,\"ratio\":%g}\n",
                    static_cast<long long>(bench.prompt),
                    static_cast<long long>(times.cachedTokens), times.firstSeconds,
                    times.secondSeconds, ratio);
    else
        std::printf("first token after %.3f s, of a second question after %.3f s: %.2f %%\n",
                    times.firstSeconds, times.secondSeconds, 100 * ratio);
    return {};
}

Result<> runAsked(BenchOptions& bench)
{
    if (bench.again)
        return benchAgain(bench);
    const auto speeds = TRY(measure(bench));
    print(bench, speeds);
    return {};
}

int runBench(std::span<const std::string> arguments)
{
    Options options(arguments);
    BenchOptions bench = readBenchOptions(options);
    if (options.problem())
        return misused("bench", *options.problem());
    const auto done = runAsked(bench);
    return done ? int(kDone) : failed(done.error().text);
}

} // namespace

Verb benchVerb()
{
    static const std::string usage = std::string(kBenchUsage) + std::string(groupFlagsHelp());
    return {"bench", "how fast a model runs on this machine", usage, runBench};
}

} // namespace tf::cli
