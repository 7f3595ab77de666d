// Products with weights against this machine's roofs: GB/s of the panels read by one row, GFLOP/s
// of 512 rows, one line a case.
//
// The roofs are probed before each case, because the machine's speed changes with its neighbours:
// reading memory far larger than the caches, and dot products that stay in registers. Weights of a
// case are several, so that they come from memory each time. Shapes are those of a layer of M3.

#include "kernels/base/words.h"
#include "kernels/bench/probe.h"
#include "kernels/cpu/weights/experts.h"
#include "kernels/cpu/weights/gemm.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

using namespace tf;

namespace {

constexpr std::int64_t kWidth = 6144;
constexpr std::int64_t kQkv = 9856;
constexpr std::int64_t kExpert = 3072;
constexpr int kRuns = 5;

struct Form {
    const char* name;
    WeightForm form;
    std::int64_t group;
};
constexpr Form kForms[] = {{"BF16", WeightForm::BF16, 0},
                           {"MXFP8", WeightForm::MxFp8, 32},
                           {"int4 g32", WeightForm::Int4, 32},
                           {"int4 g128", WeightForm::Int4, 128}};

/// Numbers that every weight of the bench is made from.
struct Source {
    Source()
        : numbers(static_cast<std::size_t>(kQkv * kWidth))
    {
        std::uint32_t state = 1;
        for (auto& number : numbers) {
            state = state * 1664525U + 1013904223U;
            number = toBFloat16(static_cast<float>(static_cast<std::int32_t>(state)) * 0x1p-36F);
        }
    }
    [[nodiscard]] WeightPlan plan(std::int64_t outs, std::int64_t ins, const Form& form) const
    {
        StoredMatrix matrix;
        matrix.name = "bench";
        matrix.format = WeightFormat::BF16;
        matrix.rows = outs;
        matrix.cols = ins;
        matrix.values = reinterpret_cast<const std::byte*>(numbers.data());
        return {{{matrix, 0, outs, 0, ins}}, form.form, form.group};
    }
    std::vector<BFloat16> numbers;
};

/// Owned activations.
struct Rows {
    Rows(DType type, std::int64_t rows, std::int64_t cols)
        : bytes(static_cast<std::size_t>(rows * (cols + 64)) * bytesOf(type))
        , tensor{bytes.data(), type, rows, cols, cols + 64}
    {
        for (std::size_t idx = 0; type == DType::BF16 && idx < bytes.size(); idx += 2) {
            const auto number = toBFloat16(static_cast<float>(idx % 251) * 0.01F - 1.0F);
            std::memcpy(bytes.data() + idx, &number, 2);
        }
    }
    std::vector<std::byte> bytes;
    Tensor tensor;
};

class Bench {
public:
    Bench(int threads, cpu::Level level)
        : m_level(level)
        , m_pool(threads)
    {
    }

    void gemm(const Form& form, std::int64_t outs, std::int64_t ins);
    void experts(const Form& form, std::int64_t rows);

private:
    cpu::Workbench bench() { return {m_shelf, m_pool, m_scratch, m_level}; }
    void report(const std::string& name, bench::Seconds seconds, double bytes, double flops);

    cpu::Level m_level;
    Source m_source;
    cpu::WeightShelf m_shelf;
    cpu::Pool m_pool;
    cpu::Scratch m_scratch;
};

/// Bytes where they are the limit, operations where those are.
void Bench::report(const std::string& name, bench::Seconds seconds, double bytes, double flops)
{
    const bench::Probe roof = bench::probe(m_pool);
    if (flops < bytes * 16)
        std::printf("%-34s %8.0f us %7.1f GB/s best, %5.1f median; read roof %5.1f: %3.0f %%\n",
                    name.c_str(), seconds.best * 1e6, bytes / seconds.best / 1e9,
                    bytes / seconds.median / 1e9, roof.readBytes / 1e9,
                    100 * bytes / seconds.best / roof.readBytes);
    else
        std::printf("%-34s %8.0f us %7.1f GFLOP/s best, %5.1f median; dot roof %5.1f: %3.0f %%\n",
                    name.c_str(), seconds.best * 1e6, flops / seconds.best / 1e9,
                    flops / seconds.median / 1e9, roof.flops / 1e9,
                    100 * flops / seconds.best / roof.flops);
}

void Bench::gemm(const Form& form, std::int64_t outs, std::int64_t ins)
{
    const auto plan = m_source.plan(outs, ins, form);
    const auto bytes = static_cast<double>(m_shelf.bytesToKeep(plan));
    std::vector<Weight> weights;
    const double packing =
        bench::secondsOf(1, [&] {
            while (weights.size() < 2 || static_cast<double>(weights.size()) * bytes < 2e8) {
                weights.push_back(MUST(m_shelf.keep(plan)));
                m_shelf.prepare(weights.back(), m_pool);
            }
        }).best;
    std::printf("%-34s %8.1f GB/s of BF16 read\n", words("pack ", form.name).c_str(),
                static_cast<double>(outs * ins * 2) * static_cast<double>(weights.size()) / packing
                    / 1e9);
    for (const std::int64_t rows : {1, 4, 6, 16, 64, 512}) {
        Rows x(DType::BF16, rows, ins);
        Rows out(DType::F32, rows, outs);
        const auto numWeights = rows < 64 ? weights.size() : 1;
        const bench::Seconds seconds = bench::secondsOf(kRuns, [&] {
            for (std::size_t idx = 0; idx < numWeights; ++idx) {
                GemmArgs args;
                args.x = x.tensor;
                args.jobs[0] = {weights[idx], out.tensor};
                args.numJobs = 1;
                cpu::gemm(args, bench());
            }
        });
        const auto times = static_cast<double>(numWeights);
        report(words("gemm ", form.name, " ", ins, " x ", outs, " rows ", rows), seconds,
               times * bytes, times * 2.0 * static_cast<double>(rows * outs * ins));
    }
}

void Bench::experts(const Form& form, std::int64_t rows)
{
    constexpr std::int32_t kExperts = 16;
    constexpr std::int32_t kTopK = 4;
    std::vector<ExpertWeights> weights;
    for (std::int32_t expert = 0; expert <= kExperts; ++expert) {
        const auto in = m_source.plan(kExpert, kWidth, form);
        const auto out = m_source.plan(kWidth, kExpert, form);
        weights.push_back(
            {MUST(m_shelf.keep(in)), MUST(m_shelf.keep(in)), MUST(m_shelf.keep(out))});
    }
    const auto expertBytes =
        static_cast<double>(3 * m_shelf.bytesToKeep(m_source.plan(kExpert, kWidth, form)));
    Rows x(DType::BF16, rows, kWidth);
    Rows act(DType::BF16, rows * (kTopK + 1), kExpert);
    Rows out(DType::F32, rows, kWidth);
    std::vector<std::int32_t> ids;
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::int32_t idx = 0; idx < kTopK; ++idx)
            ids.push_back(static_cast<std::int32_t>((row + idx * 4) % kExperts));
        std::sort(ids.end() - kTopK, ids.end());
    }
    const std::vector<float> shares(ids.size(), 0.25F);
    const ExpertsArgs args{x.tensor,  ids.data(), shares.data(),   kTopK, weights.data(),
                           0,         kExperts,   &weights.back(), {},    act.tensor,
                           out.tensor};
    const bench::Seconds seconds = bench::secondsOf(kRuns, [&] { cpu::experts(args, bench()); });
    const auto used = static_cast<double>(std::min<std::int64_t>(kExperts, rows * kTopK) + 1);
    report(words("experts ", form.name, " rows ", rows), seconds, used * expertBytes,
           2.0 * static_cast<double>(rows * (kTopK + 1) * 3 * kExpert * kWidth));
}

} // namespace

/// bench_gemm [threads [form [level]]]: a part of a form's name, 1 for AVX2 … 3 for AVX-512 BF16.
int main(int argc, char** argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const int threads = argc > 1 ? std::atoi(argv[1]) : cpu::usableCpus();
    const auto level = argc > 3 ? static_cast<cpu::Level>(std::atoi(argv[3])) : cpu::machineLevel();
    Bench bench(threads, level);
    for (const Form& form : kForms) {
        if (argc > 2 && std::string(form.name).find(argv[2]) == std::string::npos)
            continue;
        bench.gemm(form, kQkv, kWidth);
        bench.experts(form, 1);
        bench.experts(form, 64); // 16 rows an expert
        bench.experts(form, 512);
    }
    return 0;
}
