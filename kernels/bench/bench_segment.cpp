// Attention within a segment and the other operations of the vision tower, one line a case.
//
// The released shape: 16 heads of 80, widths 1280 and 5120; a chunk of 1024 rows looks at segments
// of several lengths. FLOPs are those of the two products alone; the roof that they are held
// against is of bf16 dot products or of fp32 multiply-adds, as the case computes. Arguments: the
// level (0 plain … 3 AVX-512 BF16), the number of threads.

#include "kernels/bench/probe.h"
#include "kernels/cpu/cpu_device.h"

#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

namespace {

constexpr std::int32_t kHeads = 16;
constexpr std::int32_t kDim = 80;
constexpr std::int64_t kWidth = std::int64_t(kHeads) * kDim;
constexpr std::int64_t kInner = 5120;
constexpr std::int64_t kRows = 1024;
constexpr int kRuns = 3;

/// Rows of random numbers of one type.
struct RandomRows {
    RandomRows(tf::DType type, std::int64_t rows, std::int64_t cols)
        : bytes(static_cast<std::size_t>(rows * cols) * tf::bytesOf(type))
        , tensor{bytes.data(), type, rows, cols, cols}
    {
        std::mt19937 random(7);
        std::uniform_real_distribution<float> numbers(-1, 1);
        for (std::int64_t idx = 0; idx < rows * cols; ++idx) {
            if (type == tf::DType::F32)
                reinterpret_cast<float*>(bytes.data())[idx] = numbers(random);
            else
                reinterpret_cast<tf::BFloat16*>(bytes.data())[idx] =
                    tf::toBFloat16(numbers(random));
        }
    }

    std::vector<std::byte> bytes;
    tf::Tensor tensor;
};

void attend(tf::Device& device, tf::DType type, std::int64_t keys, double roof)
{
    const RandomRows query(type, std::min(keys, kRows), kWidth);
    const RandomRows key(type, keys, kWidth);
    const RandomRows value(type, keys, kWidth);
    const RandomRows out(type, query.tensor.rows, kWidth);
    const tf::AttendSegmentArgs args{query.tensor, key.tensor, value.tensor, kHeads,
                                     kDim,         0.11F,      out.tensor};
    const double seconds = tf::bench::secondsOf(kRuns, [&] { device.attendSegment(args); }).best;
    const double flops = 4.0 * double(query.tensor.rows) * double(keys) * double(kWidth);
    std::printf("attend %-4s %6ld keys %8.1f ms %7.1f GFLOP/s, %3.0f %% of the roof\n",
                std::string(tf::nameOf(type)).c_str(), static_cast<long>(keys), seconds * 1e3,
                flops / seconds / 1e9, 100 * flops / seconds / roof);
}

void others(tf::Device& device)
{
    const RandomRows hidden(tf::DType::F32, kRows, kWidth);
    const RandomRows inner(tf::DType::F32, kRows, kInner);
    const RandomRows shorter(tf::DType::BF16, kRows, kInner);
    const std::vector<float> numbers(static_cast<std::size_t>(kWidth), 0.5F);
    std::vector<std::int32_t> places(static_cast<std::size_t>(kRows) * 3, 9);
    const std::vector<double> frequencies(13, 0.1);
    const auto tell = [](const char* name, double seconds) {
        std::printf("%-11s %6ld rows %8.2f ms\n", name, static_cast<long>(kRows), seconds * 1e3);
    };
    tell("gelu", tf::bench::secondsOf(kRuns, [&] {
                     device.gelu({inner.tensor, shorter.tensor});
                 }).best);
    tell("layer norm",
         tf::bench::secondsOf(kRuns, [&] {
             device.layerNorm(
                 {hidden.tensor, {}, numbers.data(), numbers.data(), 1e-5F, hidden.tensor});
         }).best);
    tell("axis rope", tf::bench::secondsOf(kRuns, [&] {
                          device.axisRope({hidden.tensor, hidden.tensor, places.data(), kHeads,
                                           kDim, 26, frequencies.data()});
                      }).best);
}

} // namespace

int main(int argc, char** argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const auto level =
        argc > 1 ? static_cast<tf::cpu::Level>(std::atoi(argv[1])) : tf::cpu::machineLevel();
    const int threads = argc > 2 ? std::atoi(argv[2]) : tf::cpu::usableCpus();
    const auto device = tf::makeCpuDevice({threads, level});
    tf::cpu::Pool pool(threads);
    const tf::bench::Probe roof = tf::bench::probe(pool);
    std::printf("%s; roof %.1f GFLOP/s by %s\n", device->name().c_str(), roof.flops / 1e9,
                roof.instruction);
    for (const std::int64_t keys : {576, 2304, 10764}) {
        // A bf16 dot product does twice the work of a multiply-add of the same width.
        attend(*device, tf::DType::F32, keys, roof.flops / 2);
        attend(*device, tf::DType::BF16, keys, roof.flops);
    }
    others(*device);
    return 0;
}
