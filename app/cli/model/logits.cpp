#include "app/cli/model/logits.h"

#include "app/cli/command_line.h"
#include "app/cli/interrupt.h"
#include "app/cli/media/seen_files.h"
#include "app/cli/model/dump.h"
#include "app/cli/model/group_flags.h"
#include "app/cli/model/patch_files.h"
#include "app/cli/progress_line.h"
#include "engine/json/value.h"
#include "engine/model/npy.h"
#include "engine/run/group.h"
#include "engine/viewing.h"
#include "kernels/base/mapped_file.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <charconv>

namespace tf::cli {

namespace {

constexpr std::string_view kLogitsUsage =
    "usage: m3 logits --model DIR --tokens FILE --out FILE [options]\n"
    "\n"
    "Runs the model over a list of tokens and writes the logits of every position as a .npy file,\n"
    "float32 [tokens][vocabulary].\n"
    "\n"
    "  --model DIR         a folder with config.json and safetensors\n"
    "  --tokens FILE       a JSON array of token ids\n"
    "  --out FILE          where the logits go\n"
    "  --chunk C           tokens of a step (512); 1 is token by token\n"
    "  --image FILE …      pictures and clips that the tokens hold placeholders of, in order; a "
    ".npy\n"
    "                      file holds rows of patches, bytes [patches][3 x 2 x 14 x 14] in the "
    "order\n"
    "                      in which four become one token, or the floats of m3 patches\n"
    "  --grid T,H,W …      patches of each .npy file; T above 1 is a clip\n"
    "  --dump L:what[=FILE] …\n"
    "                      also write what layer L made, one row a token. The file is FILE, or\n"
    "                      stands beside OUT as OUT-stem.L.what.npy. L is a number, or embed for\n"
    "                      the embedding; what is one of\n"
    "                        hidden          float32 [tokens][hidden], after the layer\n"
    "                        blocks          int32 [tokens][index heads][top k], ascending, -1\n"
    "                                        where there are fewer\n"
    "                        experts         int32 [tokens][experts per token], ascending\n"
    "                        expert_weights  float32, of those experts; they sum to 1\n"
    "\n"
    "Ctrl-C stops before the next layer; no file is written then.\n"
    "\n";

struct LogitsOrder {
    std::filesystem::path model;
    std::filesystem::path tokens;
    std::filesystem::path out;
    std::int64_t chunk = 512; ///< tokens of a step
    engine::GroupOptions group; ///< without limits: those depend on the tokens
    std::vector<Dump> dumps;
    std::vector<std::string> images; ///< files of pictures, clips and patches
    std::vector<std::string> grids; ///< of those of patches
    SeeingFlags seeing; ///< of the others
};

LogitsOrder readLogitsOrder(Options& options)
{
    constexpr std::int64_t kMostRows = 1 << 20;
    LogitsOrder order;
    order.model = options.required("--model", "DIR");
    order.tokens = options.required("--tokens", "FILE");
    order.out = options.required("--out", "FILE");
    order.chunk = options.number("--chunk", 512, 1, kMostRows);
    order.images = options.lists("--image");
    order.grids = options.lists("--grid");
    order.seeing = readSeeingFlags(options);
    order.group = readGroupFlags(options, DefaultPrecision::Exact);
    for (const std::string& argument : options.lists("--dump")) {
        auto dump = readDump(argument);
        if (dump)
            order.dumps.push_back(std::move(*dump));
        else
            options.blame(dump.error().text);
    }
    for (const std::string& word : options.rest())
        options.blame(words("what is \"", word, "\"?"));
    return order;
}

Result<std::string> contentOf(const std::filesystem::path& path)
{
    const MappedFile file = TRY(MappedFile::open(path));
    const auto bytes = TRY(file.bytes(0, file.size()));
    std::string content(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    TRY(file.intact());
    return content;
}

/// The ids of a JSON array, each one of the model's.
Result<std::vector<std::int32_t>> tokensOf(const json::Value& value,
                                           const engine::ModelConfig& config)
{
    if (value.kind != json::Kind::Array || value.items.empty())
        return Error(Code::BadInput, "a JSON array of token ids must be there");
    std::vector<std::int32_t> tokens;
    tokens.reserve(value.items.size());
    for (const json::Value& item : value.items) {
        std::int32_t token = -1;
        const char* end = item.text.data() + item.text.size();
        const auto [at, code] = std::from_chars(item.text.data(), end, token);
        if (!item.isInteger() || code != std::errc() || at != end || token < 0
            || token >= config.vocab)
            return Error(Code::BadInput,
                         words("entry ", tokens.size(), " is ", json::write(item),
                               ": the model's ids are whole numbers from 0 to ", config.vocab - 1));
        tokens.push_back(token);
    }
    if (static_cast<std::int64_t>(tokens.size()) > config.maxPositions)
        return Error(
            Code::BadInput,
            words(tokens.size(), " tokens, and the model has ", config.maxPositions, " positions"));
    return tokens;
}

/// Room for these tokens and no more.
engine::Limits limitsFor(const engine::ModelConfig& config, std::int64_t numTokens,
                         std::int64_t chunk)
{
    engine::Limits limits;
    limits.rows = std::min(numTokens, chunk);
    limits.logitRows = std::min<std::int64_t>(limits.rows, 64);
    limits.sequences = 1;
    limits.positions = numTokens;
    limits.pages = (numTokens + config.block() - 1) / config.block();
    return limits;
}

Result<engine::MediaList> mediaOf(const LogitsOrder& order, const CancelToken& cancel)
{
    const auto numPatchFiles = std::count_if(order.images.begin(), order.images.end(), isPatchFile);
    if (std::cmp_not_equal(numPatchFiles, order.grids.size()))
        return Error(Code::BadInput,
                     words(numPatchFiles, " files of patches after --image and ",
                           order.grids.size(), " grids after --grid: each file has one"));
    engine::MediaList media;
    auto grid = order.grids.begin();
    for (const std::string& file : order.images) {
        if (isPatchFile(file))
            media.push_back(TRY(readPatchFile(file, *grid++)));
        else
            media.push_back(TRY(seeFile(file, FileKind::Either, order.seeing, cancel)).media);
    }
    return media;
}

/// What the model sees, for the placeholders among the tokens.
Result<std::vector<engine::StepFeatures>> lookAtAll(engine::Group& group, engine::Viewing viewing,
                                                    const std::vector<std::int32_t>& tokens,
                                                    const CancelToken& cancel)
{
    ProgressLine progress(Counted::Tokens);
    engine::StepSequence whole;
    whole.tokens = tokens;
    TRY(viewing.fill(
        whole, group,
        [&](std::size_t medium, std::int64_t done, std::int64_t total) -> Result<> {
            progress.show(words("picture ", medium + 1, ", patch"),
                          static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(total));
            return {};
        },
        cancel));
    return std::move(whole.features);
}

Result<std::vector<float>> runAll(engine::Group& group, const std::vector<std::int32_t>& tokens,
                                  const std::vector<engine::StepFeatures>& features,
                                  const CancelToken& cancel)
{
    ProgressLine progress(Counted::Tokens);
    const auto numRows = static_cast<std::size_t>(group.options().limits.rows);
    std::vector<std::int32_t> pages(static_cast<std::size_t>(group.options().limits.pages));
    for (std::size_t idx = 0; idx < pages.size(); ++idx)
        pages[idx] = static_cast<std::int32_t>(idx);
    std::vector<float> logits;
    logits.reserve(tokens.size() * static_cast<std::size_t>(group.config().vocab));
    for (std::size_t begin = 0; begin < tokens.size(); begin += numRows) {
        const auto end = std::min(tokens.size(), begin + numRows);
        engine::StepSequence sequence;
        sequence.tokens.assign(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                               tokens.begin() + static_cast<std::ptrdiff_t>(end));
        sequence.firstPosition = static_cast<std::int64_t>(begin);
        sequence.pages = pages;
        sequence.logits = engine::LogitsWanted::All;
        sequence.features = features;
        auto step = std::make_shared<engine::Step>();
        step->sequences.push_back(std::move(sequence));
        const auto part = TRY(group.run(std::move(step), cancel));
        logits.insert(logits.end(), part.values.begin(), part.values.end());
        progress.show("token", end, tokens.size());
    }
    return logits;
}

Result<> canWrite(const std::filesystem::path& file)
{
    const auto folder = file.has_parent_path() ? file.parent_path() : ".";
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        return Error(Code::NotFound, words(folder.native(), " is no folder to write into"));
    return {};
}

Result<engine::Checkpoint> openModel(const LogitsOrder& order, const CancelToken& cancel)
{
    auto model = TRY(engine::Checkpoint::open(order.model, {}, cancel));
    if (!order.images.empty())
        TRY(checkSees(model.config(), order.model));
    TRY(canWrite(order.out));
    for (const Dump& dump : order.dumps) {
        TRY(hasDump(model.config(), dump));
        TRY(canWrite(fileOf(dump, order.out)));
    }
    return model;
}

Result<> computeLogits(const LogitsOrder& order, const CancelToken& cancel)
{
    const auto model = std::make_shared<const engine::Checkpoint>(TRY(openModel(order, cancel)));
    const auto value = TRY(json::parse(TRY(contentOf(order.tokens)))
                               .because(words("reading ", order.tokens.native())));
    const auto tokens =
        TRY(tokensOf(value, model->config()).because(words("reading ", order.tokens.native())));
    auto viewing = TRY(engine::Viewing::make(TRY(mediaOf(order, cancel)), tokens, model->config()));
    const auto numTokens = static_cast<std::int64_t>(tokens.size());
    engine::GroupOptions options = order.group;
    options.limits = limitsFor(model->config(), numTokens, order.chunk);

    ProgressLine progress(Counted::Bytes);
    const auto group = TRY(engine::Group::load(
        model, options,
        [&](const engine::Progress& at) { progress.show(at.doing, at.done, at.total); }, cancel));
    DumpCollector dumps(model->config(), order.dumps);
    group->setProbe(dumps.probe());
    const auto features = TRY(lookAtAll(*group, std::move(viewing), tokens, cancel));
    const auto logits = TRY(runAll(*group, tokens, features, cancel));
    const std::int64_t shape[] = {numTokens, model->config().vocab};
    TRY(engine::writeNpy(order.out, shape, logits));
    return dumps.write(order.out);
}

int runLogits(std::span<const std::string> arguments)
{
    Options options(arguments);
    const LogitsOrder order = readLogitsOrder(options);
    if (options.problem())
        return misused("logits", *options.problem());
    const Interrupt interrupt;
    const auto done = computeLogits(order, interrupt.token());
    return done ? kDone : failed(done.error().text);
}

} // namespace

Verb logitsVerb()
{
    static const std::string usage =
        std::string(kLogitsUsage) + std::string(seeingFlagsHelp()) + std::string(groupFlagsHelp());
    return {"logits", "what a model computes for a list of tokens", usage, runLogits};
}

} // namespace tf::cli
