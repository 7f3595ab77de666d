#include "app/cli/model/group_flags.h"

#include <array>

namespace tf::cli {

namespace {

using engine::ExpertSplit;
using engine::LoadForm;

constexpr std::array<std::pair<std::string_view, ExpertSplit>, 2> kSplits{
    {{"tensor", ExpertSplit::Tensor}, {"expert", ExpertSplit::Expert}}};

constexpr std::array<std::pair<std::string_view, LoadForm>, 5> kForms{
    {{"as-stored", LoadForm::AsStored},
     {"f32", LoadForm::F32},
     {"bf16", LoadForm::BF16},
     {"mxfp8", LoadForm::MxFp8},
     {"int4", LoadForm::Int4}}};

constexpr std::array<std::pair<std::string_view, DType>, 2> kFastFirst{
    {{"bf16", DType::BF16}, {"f32", DType::F32}}};
constexpr std::array<std::pair<std::string_view, DType>, 2> kExactFirst{
    {{"f32", DType::F32}, {"bf16", DType::BF16}}};

/// The cache is as precise as the activations unless something else is asked for.
struct CacheTypes {
    DType kv;
    DType index;
};
constexpr CacheTypes kCacheF32{DType::F32, DType::F32};
constexpr CacheTypes kCacheBF16{DType::BF16, DType::BF16};
constexpr std::pair<std::string_view, CacheTypes> kFp8{"fp8", {DType::F8, DType::BF16}};
constexpr std::pair<std::string_view, CacheTypes> kFp8All{"fp8-all", {DType::F8, DType::F8}};
constexpr std::array<std::pair<std::string_view, CacheTypes>, 4> kFastCaches{
    {{"bf16", kCacheBF16}, kFp8, kFp8All, {"f32", kCacheF32}}};
constexpr std::array<std::pair<std::string_view, CacheTypes>, 4> kExactCaches{
    {{"f32", kCacheF32}, {"bf16", kCacheBF16}, kFp8, kFp8All}};

constexpr std::array<std::pair<std::string_view, engine::DeviceKind>, 1> kDevices{
    {{"cpu", engine::DeviceKind::Cpu}}};

} // namespace

engine::GroupOptions readGroupFlags(Options& options, DefaultPrecision precision)
{
    engine::GroupOptions group;
    group.split.ranks = static_cast<int>(options.number("--ranks", 1, 1, 64));
    group.split.experts = options.choice<ExpertSplit>("--experts", kSplits);
    group.threads = static_cast<int>(options.number("--threads", 0, 0, 1024));
    group.load.form = options.choice<LoadForm>("--weights", kForms);
    const bool fastFirst = precision == DefaultPrecision::Fast;
    group.precision.activations =
        options.choice<DType>("--precision", fastFirst ? kFastFirst : kExactFirst);
    const bool fast = group.precision.activations == DType::BF16;
    const auto cache = options.choice<CacheTypes>("--cache", fast ? kFastCaches : kExactCaches);
    group.precision.kv = cache.kv;
    group.precision.index = cache.index;
    group.device = options.choice<engine::DeviceKind>("--device", kDevices);
    return group;
}

std::string_view groupFlagsHelp()
{
    return "  --device cpu        what computes\n"
           "  --ranks N           split over N ranks of this process (default 1)\n"
           "  --experts HOW       tensor (default): every rank has a slice of each expert; "
           "expert:\n"
           "                      some experts whole\n"
           "  --threads N         of all ranks together (default: every CPU)\n"
           "  --precision P       of activations: f32 is exact, bf16 is fast\n"
           "  --weights FORM      how weights are kept: as-stored (default), f32, bf16, or made "
           "at\n"
           "                      load: mxfp8, int4\n"
           "  --cache TYPE        of keys, values and index keys: f32, bf16, fp8 (index keys in\n"
           "                      bf16), fp8-all; default: as --precision\n";
}

} // namespace tf::cli
