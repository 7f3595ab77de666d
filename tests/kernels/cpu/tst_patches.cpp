#include "kernels/base/words.h"
#include "kernels/cpu/cpu_device.h"
#include "tests/kernels/cpu/row_numbers.h"
#include "tests/kernels/cpu/tests.h"
#include "tests/support/compare.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/support/tolerance.h"

#include <array>
#include <cmath>

using tf::BFloat16;
using tf::DType;
using tf::words;
using tf::cpu::Level;
using namespace tf::test;

namespace {

std::vector<BFloat16> rounded(const std::vector<float>& numbers)
{
    std::vector<BFloat16> shorts;
    for (const float number : numbers)
        shorts.push_back(tf::toBFloat16(number));
    return shorts;
}

std::vector<float> widened(const std::vector<BFloat16>& shorts)
{
    std::vector<float> numbers;
    for (const BFloat16 number : shorts)
        numbers.push_back(tf::toFloat(number));
    return numbers;
}

/// A segment and rows that look at it.
struct SegmentCase {
    std::int32_t heads = 1;
    std::int32_t dim = 80;
    std::int64_t rows = 1;
    std::int64_t keys = 1;
    float scale = 0.1F;
    std::vector<float> query;
    std::vector<float> key;
    std::vector<float> value;
};

SegmentCase makeSegment(Gen& gen)
{
    static constexpr std::int32_t kDims[] = {8, 33, 64, 80, 128};
    static constexpr std::int64_t kCounts[] = {1, 3, 63, 64, 65, 127, 128, 129, 300};
    SegmentCase segment;
    segment.heads = static_cast<std::int32_t>(gen.between(1, 3));
    segment.dim = gen.pick(kDims);
    segment.rows = gen.pick(kCounts);
    segment.keys = gen.pick(kCounts);
    segment.scale = 1 / std::sqrt(static_cast<float>(segment.dim));
    const std::int64_t width = std::int64_t(segment.heads) * segment.dim;
    segment.query = normals(gen, segment.rows * width, 2);
    segment.key = normals(gen, segment.keys * width, 2);
    segment.value = normals(gen, segment.keys * width);
    return segment;
}

std::vector<float> attended(tf::Device& device, SegmentCase segment)
{
    std::vector<float> out(segment.query.size());
    device.attendSegment({floatRows(segment.query, segment.rows),
                          floatRows(segment.key, segment.keys),
                          floatRows(segment.value, segment.keys), segment.heads, segment.dim,
                          segment.scale, floatRows(out, segment.rows)});
    return out;
}

std::vector<float> attendedInShorts(tf::Device& device, const SegmentCase& segment)
{
    auto query = rounded(segment.query);
    auto key = rounded(segment.key);
    auto value = rounded(segment.value);
    std::vector<float> out(segment.query.size());
    device.attendSegment({shortRows(query, segment.rows), shortRows(key, segment.keys),
                          shortRows(value, segment.keys), segment.heads, segment.dim, segment.scale,
                          floatRows(out, segment.rows)});
    return out;
}

/// One head of one row, in double, and the largest |score| and |value| there was.
struct Attention {
    std::vector<double> out;
    double score = 0;
    double value = 0;
};

Attention truthOf(const SegmentCase& segment, std::int64_t row, std::int64_t head)
{
    const std::int64_t width = std::int64_t(segment.heads) * segment.dim;
    const float* query = segment.query.data() + row * width + head * segment.dim;
    std::vector<double> scores;
    Attention truth;
    for (std::int64_t key = 0; key < segment.keys; ++key) {
        const float* numbers = segment.key.data() + key * width + head * segment.dim;
        double score = 0;
        double size = 0;
        for (std::int32_t idx = 0; idx < segment.dim; ++idx) {
            score += double(query[idx]) * numbers[idx];
            size += std::fabs(double(query[idx]) * numbers[idx]);
        }
        scores.push_back(score * segment.scale);
        truth.score = std::max(truth.score, size * segment.scale);
    }
    const double largest = *std::max_element(scores.begin(), scores.end());
    truth.out.resize(static_cast<std::size_t>(segment.dim));
    double sum = 0;
    for (std::int64_t key = 0; key < segment.keys; ++key) {
        const double weight = std::exp(scores[static_cast<std::size_t>(key)] - largest);
        sum += weight;
        const float* numbers = segment.value.data() + key * width + head * segment.dim;
        for (std::size_t idx = 0; idx < truth.out.size(); ++idx) {
            truth.out[idx] += weight * numbers[idx];
            truth.value = std::max(truth.value, std::fabs(double(numbers[idx])));
        }
    }
    for (double& number : truth.out)
        number /= sum;
    return truth;
}

std::string judgeSegment(const SegmentCase& segment, const std::vector<float>& got, DType query)
{
    const std::int64_t width = std::int64_t(segment.heads) * segment.dim;
    for (std::int64_t place = 0; place < segment.rows * segment.heads; ++place) {
        const std::int64_t row = place / segment.heads;
        const std::int64_t head = place % segment.heads;
        const Attention truth = truthOf(segment, row, head);
        const auto begin = got.begin() + row * width + head * segment.dim;
        const std::vector<double> numbers(begin, begin + segment.dim);
        const double bound =
            truth.value * attentionBound({segment.dim, segment.keys, truth.score, query});
        const auto comparison = compare(std::span(numbers), std::span(truth.out), {bound, 0});
        if (!comparison.ok)
            return words("row ", row, " of ", segment.rows, ", head ", head, ", ", segment.keys,
                         " keys of ", segment.dim, ": ", comparison.report);
    }
    return {};
}

void addPatchLevels()
{
    QTest::addColumn<int>("level");
    for (int level = 0; level <= static_cast<int>(tf::cpu::machineLevel()); ++level)
        QTest::newRow(tf::cpu::nameOf(static_cast<Level>(level))) << level;
}

std::unique_ptr<tf::Device> deviceOf(int level)
{
    return tf::makeCpuDevice({2, static_cast<Level>(level)});
}

} // namespace

class PatchesTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void bytesMeetTheTableOfTheirChannel()
    {
        const auto device = deviceOf(0);
        std::vector<float> table(3 * 256);
        for (std::size_t idx = 0; idx < table.size(); ++idx)
            table[idx] = static_cast<float>(idx) / 7;
        const std::vector<std::uint8_t> bytes = {0, 255, 1, 2, 3, 4, 9, 8, 7, 6, 5, 250};
        std::vector<float> out(bytes.size());
        device->patchRows({bytes.data(), table.data(), 3, floatRows(out, 2)});
        for (std::size_t idx = 0; idx < bytes.size(); ++idx)
            QCOMPARE(out[idx], table[idx % 6 / 2 * 256 + bytes[idx]]);
    }

    void layerNormTakesTheMeanOff()
    {
        Gen gen(3, 10);
        const auto device = deviceOf(0);
        for (const std::int64_t width : {5, 160, 1280, 1300}) {
            auto hidden = normals(gen, 3 * width, 2);
            for (float& number : hidden)
                number += 3; // a mean that matters
            auto delta = normals(gen, 3 * width);
            const auto weight = normals(gen, width);
            const auto bias = normals(gen, width);
            std::vector<double> want;
            for (std::int64_t row = 0; row < 3; ++row)
                appendNormed(hidden.data() + row * width, delta.data() + row * width, weight, bias,
                             want);
            std::vector<float> out(hidden.size());
            device->layerNorm({floatRows(hidden, 3), floatRows(delta, 3), weight.data(),
                               bias.data(), 1e-3F, floatRows(out, 3)});
            const std::vector<double> got(out.begin(), out.end());
            const auto comparison =
                compare(std::span(got), std::span(want), {1e-5, normBound(width, DType::F32)});
            QVERIFY2(comparison.ok, comparison.report.c_str());
        }
    }

    void geluIsTheExactOne_data() { addPatchLevels(); }
    void geluIsTheExactOne()
    {
        QFETCH(int, level);
        const auto device = deviceOf(level);
        std::vector<float> in;
        for (int idx = -1203; idx <= 1200; ++idx)
            in.push_back(static_cast<float>(idx) / 100);
        std::vector<float> out(in.size());
        device->gelu({floatRows(in, 1), floatRows(out, 1)});
        double worst = 0;
        double worstOfTanh = 0;
        for (std::size_t idx = 0; idx < in.size(); ++idx) {
            const double x = in[idx];
            const double exact = x / 2 * (1 + std::erf(x / std::sqrt(2.0)));
            const double byTanh =
                x / 2 * (1 + std::tanh(std::sqrt(2 / M_PI) * (x + 0.044715 * x * x * x)));
            worst = std::max(worst, std::fabs(out[idx] - exact) / std::max(1.0, std::fabs(x)));
            worstOfTanh = std::max(worstOfTanh, std::fabs(byTanh - exact));
        }
        QVERIFY2(worst < 4e-7, words(worst).c_str());
        QVERIFY(worstOfTanh > 1e-4); // so this would be seen
        std::vector<BFloat16> shorts(in.size());
        device->gelu({floatRows(in, 1), shortRows(shorts, 1)});
        QCOMPARE(shorts[1500].bits, tf::toBFloat16(out[1500]).bits);
    }

    void pairsAreHalfOfAllThatTurnsApart()
    {
        Gen gen(5, 10);
        const auto device = deviceOf(0);
        constexpr std::int32_t kDim = 80;
        constexpr std::int32_t kAxis = 26;
        auto in = normals(gen, 2 * 2 * kDim);
        const std::vector<std::int32_t> places = {0, 0, 0, 3, 17, 41};
        std::vector<double> frequencies;
        for (int idx = 0; idx < kAxis / 2; ++idx)
            frequencies.push_back(std::pow(1e4, -2.0 * idx / kAxis));
        std::vector<float> out(in.size());
        device->axisRope({floatRows(in, 2), floatRows(out, 2), places.data(), 2, kDim, kAxis,
                          frequencies.data()});
        for (std::size_t idx = 0; idx < 2 * kDim; ++idx)
            QCOMPARE(out[idx], in[idx]); // at the origin nothing turns
        for (std::size_t head = 2; head < 4; ++head) {
            const float* from = in.data() + head * kDim;
            const float* to = out.data() + head * kDim;
            for (std::size_t idx = 0; idx < 39; ++idx) {
                const double angle = places[3 + idx / 13] * frequencies[idx % 13];
                const double low = from[idx] * std::cos(angle) - from[idx + 39] * std::sin(angle);
                const double high = from[idx + 39] * std::cos(angle) + from[idx] * std::sin(angle);
                QVERIFY(std::fabs(to[idx] - low) < ropeBound(41, 4));
                QVERIFY(std::fabs(to[idx + 39] - high) < ropeBound(41, 4));
            }
            QCOMPARE(to[78], from[78]);
            QCOMPARE(to[79], from[79]);
        }
    }

    void everyRowSeesItsWholeSegment_data() { addPatchLevels(); }
    void everyRowSeesItsWholeSegment()
    {
        QFETCH(int, level);
        const auto device = deviceOf(level);
        Gen gen(11, 10);
        for (int round = 0; round < 12; ++round) {
            SegmentCase segment = makeSegment(gen);
            const auto report = judgeSegment(segment, attended(*device, segment), DType::F32);
            QVERIFY2(report.empty(), report.c_str());
            segment.query = widened(rounded(segment.query));
            segment.key = widened(rounded(segment.key));
            segment.value = widened(rounded(segment.value));
            const auto shorter =
                judgeSegment(segment, attendedInShorts(*device, segment), DType::BF16);
            QVERIFY2(shorter.empty(), shorter.c_str());
        }
    }

    void aRowAloneIsTheRowAmongOthers_data() { addPatchLevels(); }
    void aRowAloneIsTheRowAmongOthers()
    {
        QFETCH(int, level);
        const auto device = deviceOf(level);
        Gen gen(13, 10);
        for (int round = 0; round < 6; ++round) {
            const SegmentCase segment = makeSegment(gen);
            const auto width = static_cast<std::ptrdiff_t>(segment.query.size())
                / static_cast<std::ptrdiff_t>(segment.rows);
            const auto all = attended(*device, segment);
            const auto allShort = attendedInShorts(*device, segment);
            const auto row = static_cast<std::ptrdiff_t>(gen.between(0, segment.rows - 1));
            SegmentCase one = segment;
            one.rows = 1;
            one.query.assign(segment.query.begin() + row * width,
                             segment.query.begin() + (row + 1) * width);
            const auto alone = attended(*device, one);
            const auto aloneShort = attendedInShorts(*device, one);
            QVERIFY(std::equal(alone.begin(), alone.end(), all.begin() + row * width));
            QVERIFY(
                std::equal(aloneShort.begin(), aloneShort.end(), allShort.begin() + row * width));
        }
    }

    void aProductAddsItsBias()
    {
        Gen gen(17, 10);
        const auto device = deviceOf(static_cast<int>(tf::cpu::machineLevel()));
        auto numbers = normals(gen, std::int64_t(70) * 12);
        tf::StoredMatrix matrix;
        matrix.rows = 70;
        matrix.cols = 12;
        matrix.values = reinterpret_cast<const std::byte*>(numbers.data());
        const auto weight = MUST(device->keep({{{matrix, 0, 70, 0, 12}}, tf::WeightForm::F32, 0}));
        auto x = normals(gen, 9 * 12);
        const auto bias = normals(gen, 70);
        std::vector<float> without(std::size_t(9) * 70);
        std::vector<float> with(without.size());
        tf::GemmArgs args;
        args.x = floatRows(x, 9);
        args.jobs[0] = {weight, floatRows(without, 9), nullptr};
        args.jobs[1] = {weight, floatRows(with, 9), bias.data()};
        args.numJobs = 2;
        device->gemm(args);
        for (std::size_t idx = 0; idx < with.size(); ++idx)
            QCOMPARE(with[idx], without[idx] + bias[idx % 70]);
    }

private:
    static void appendNormed(const float* hidden, const float* delta,
                             const std::vector<float>& weight, const std::vector<float>& bias,
                             std::vector<double>& want)
    {
        double mean = 0;
        double variance = 0;
        const auto count = static_cast<double>(weight.size());
        for (std::size_t idx = 0; idx < weight.size(); ++idx)
            mean += (double(hidden[idx]) + delta[idx]) / count;
        for (std::size_t idx = 0; idx < weight.size(); ++idx)
            variance += std::pow(double(hidden[idx]) + delta[idx] - mean, 2) / count;
        for (std::size_t idx = 0; idx < weight.size(); ++idx)
            want.push_back((double(hidden[idx]) + delta[idx] - mean) / std::sqrt(variance + 1e-3)
                               * weight[idx]
                           + bias[idx]);
    }
};

std::unique_ptr<QObject> makePatchesTest()
{
    return tf::test::make<PatchesTest>();
}

#include "tst_patches.moc"
