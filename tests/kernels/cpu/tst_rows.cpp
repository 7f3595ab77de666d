#include "kernels/base/words.h"
#include "kernels/cpu/cpu_device.h"
#include "tests/kernels/cpu/row_numbers.h"
#include "tests/kernels/cpu/tests.h"
#include "tests/support/compare.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/support/tolerance.h"

#include <cmath>

using tf::DType;
using tf::Tensor;
using tf::words;
using namespace tf::test;

namespace {

/// The truth of Gemma's norm; `shift` is 1, or 0 where the +1 is forgotten.
std::vector<double> normed(const std::vector<double>& numbers, const float* weight, double epsilon,
                           double shift = 1)
{
    double squares = 0;
    for (const double number : numbers)
        squares += number * number;
    const double factor = 1 / std::sqrt(squares / double(numbers.size()) + epsilon);
    std::vector<double> out;
    for (std::size_t idx = 0; idx < numbers.size(); ++idx)
        out.push_back(numbers[idx] * factor * (shift + double(weight[idx])));
    return out;
}

enum class Pairing : std::uint8_t { Halves, Neighbours };

std::vector<double> rotated(std::vector<double> head, std::int32_t dims, double position,
                            const std::vector<double>& frequencies, Pairing pairing)
{
    for (std::int32_t idx = 0; idx < dims / 2; ++idx) {
        const double angle = position * frequencies[static_cast<std::size_t>(idx)];
        double& low = head[static_cast<std::size_t>(pairing == Pairing::Halves ? idx : 2 * idx)];
        double& high = head[static_cast<std::size_t>(pairing == Pairing::Halves ? idx + dims / 2
                                                                                : 2 * idx + 1)];
        const double turned = low * std::cos(angle) - high * std::sin(angle);
        high = high * std::cos(angle) + low * std::sin(angle);
        low = turned;
    }
    return head;
}

/// Heads of a few rows, and everything that norm and rotation need.
struct HeadsCase {
    std::int32_t dim = 128;
    std::int32_t heads = 2;
    std::int32_t ropeDims = 64;
    std::int64_t firstPosition = 0;
    std::int32_t rows = 3;
    std::vector<float> in;
    std::vector<float> weight;
    std::vector<double> frequencies;
};

HeadsCase makeHeads(Gen& gen)
{
    static constexpr std::int32_t kDims[] = {8, 32, 64, 128, 130};
    HeadsCase heads;
    heads.dim = gen.pick(kDims);
    heads.heads = static_cast<std::int32_t>(gen.between(1, 5));
    heads.ropeDims = gen.oneIn(3) ? heads.dim / 2 * 2 : heads.dim / 4 * 2;
    heads.firstPosition = gen.oneIn(4) ? gen.between(0, 1 << 20) : gen.between(0, 300);
    heads.rows = static_cast<std::int32_t>(gen.between(1, 9));
    heads.in = normals(gen, std::int64_t(heads.rows) * heads.heads * heads.dim, 3);
    heads.weight = normals(gen, heads.dim, 0.3);
    for (std::int32_t idx = 0; idx < heads.ropeDims / 2; ++idx)
        heads.frequencies.push_back(std::pow(5e6, -2.0 * idx / heads.ropeDims));
    return heads;
}

enum class Norm : std::uint8_t { Wanted, None };

std::vector<float> play(tf::Device& device, HeadsCase heads, Norm norm)
{
    const tf::BatchSequence sequence{0, heads.rows, heads.firstPosition, nullptr, 0};
    const Tensor tensor = floatRows(heads.in, heads.rows);
    device.headNormRope({{&sequence, 1, heads.rows},
                         tensor,
                         tensor,
                         norm == Norm::Wanted ? heads.weight.data() : nullptr,
                         heads.heads,
                         heads.dim,
                         1e-6F,
                         {heads.ropeDims, heads.frequencies.data()}});
    return heads.in;
}

std::string judgeHeads(const HeadsCase& heads, const std::vector<float>& got, Norm norm,
                       Pairing pairing)
{
    for (std::int64_t headIdx = 0; headIdx < std::int64_t(heads.rows) * heads.heads; ++headIdx) {
        const auto begin = headIdx * heads.dim;
        std::vector<double> want(heads.in.begin() + begin, heads.in.begin() + begin + heads.dim);
        if (norm == Norm::Wanted)
            want = normed(want, heads.weight.data(), 1e-6);
        double largest = 0;
        for (const double number : want)
            largest = std::max(largest, std::fabs(number));
        const std::int64_t position = heads.firstPosition + headIdx / heads.heads;
        want = rotated(want, heads.ropeDims, double(position), heads.frequencies, pairing);
        const std::vector<double> numbers(got.begin() + begin, got.begin() + begin + heads.dim);
        const Comparison comparison =
            compare(std::span(numbers), std::span(want),
                    {ropeBound(position, largest), normBound(heads.dim, DType::F32)});
        if (!comparison.ok)
            return words("head ", headIdx, " at ", position, ": ", comparison.report);
    }
    return {};
}

} // namespace

class RowsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_device = tf::makeCpuDevice({2, {}}); }

    void addNormIsGemmas()
    {
        const std::string report = forAll(80, [&](Gen& gen) -> std::string {
            const std::int64_t width = gen.between(1, 700);
            const std::int64_t rows = gen.between(1, 5);
            const auto before = normals(gen, rows * width);
            auto delta = normals(gen, rows * width);
            const auto weight = normals(gen, width, 0.3);
            auto hidden = before;
            std::vector<float> out(hidden.size());
            const bool withDelta = !gen.oneIn(3);
            m_device->addNorm({floatRows(hidden, rows),
                               withDelta ? floatRows(delta, rows) : Tensor{}, weight.data(), 1e-6F,
                               floatRows(out, rows)});
            for (std::int64_t row = 0; row < rows; ++row) {
                std::vector<double> sum;
                for (std::int64_t idx = row * width; idx < (row + 1) * width; ++idx) {
                    const float want = withDelta ? before[idx] + delta[idx] : before[idx];
                    if (hidden[idx] != want)
                        return words("the sum at ", idx);
                    sum.push_back(want);
                }
                const auto want = normed(sum, weight.data(), 1e-6);
                const std::vector<double> got(out.begin() + row * width,
                                              out.begin() + (row + 1) * width);
                const auto comparison =
                    compare(std::span(got), std::span(want), {0, normBound(width, DType::F32)});
                if (!comparison.ok)
                    return comparison.report;
            }
            return {};
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void aWeightOfZeroNormsAndOneDoubles()
    {
        std::vector<float> hidden{3, 4, 0, 0};
        std::vector<float> out(4);
        const std::vector<float> zero(4, 0.0F);
        const std::vector<float> one(4, 1.0F);
        m_device->addNorm({floatRows(hidden, 1), {}, zero.data(), 0, floatRows(out, 1)});
        QCOMPARE(out, (std::vector<float>{1.2F, 1.6F, 0, 0}));
        m_device->addNorm({floatRows(hidden, 1), {}, one.data(), 0, floatRows(out, 1)});
        QCOMPARE(out, (std::vector<float>{2.4F, 3.2F, 0, 0}));
    }

    void withoutOutputOnlyTheSumIsMade()
    {
        std::vector<float> hidden{1, 2};
        std::vector<float> delta{10, 20};
        m_device->addNorm({floatRows(hidden, 1), floatRows(delta, 1), nullptr, 0, {}});
        QCOMPARE(hidden, (std::vector<float>{11, 22}));
    }

    void theNormIsRoundedToBf16Once()
    {
        Gen gen(4, 0);
        auto hidden = normals(gen, 4 * 1111);
        const auto weight = normals(gen, 1111);
        std::vector<float> exact(hidden.size());
        std::vector<tf::BFloat16> rounded(hidden.size());
        m_device->addNorm({floatRows(hidden, 4), {}, weight.data(), 1e-6F, floatRows(exact, 4)});
        m_device->addNorm({floatRows(hidden, 4), {}, weight.data(), 1e-6F, shortRows(rounded, 4)});
        for (std::size_t idx = 0; idx < exact.size(); ++idx)
            QCOMPARE(rounded[idx].bits, tf::toBFloat16(exact[idx]).bits);
    }

    void headsAreNormedAndTurned()
    {
        const std::string report = forAll(120, [&](Gen& gen) {
            const HeadsCase heads = makeHeads(gen);
            const Norm norm = gen.oneIn(4) ? Norm::None : Norm::Wanted;
            return judgeHeads(heads, play(*m_device, heads, norm), norm, Pairing::Halves);
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void otherPairsWouldBeSeen()
    {
        Gen gen(12, 64);
        HeadsCase heads = makeHeads(gen);
        heads.firstPosition = 5;
        const auto got = play(*m_device, heads, Norm::Wanted);
        QCOMPARE(judgeHeads(heads, got, Norm::Wanted, Pairing::Halves), std::string());
        QVERIFY(!judgeHeads(heads, got, Norm::Wanted, Pairing::Neighbours).empty());
    }

    void aForgottenOneWouldBeSeen()
    {
        std::vector<float> hidden{1, -2, 3};
        std::vector<float> out(3);
        const std::vector<float> weight{0.5F, 0.25F, -0.5F};
        m_device->addNorm({floatRows(hidden, 1), {}, weight.data(), 1e-6F, floatRows(out, 1)});
        const std::vector<double> got(out.begin(), out.end());
        const auto judge = [&](double shift) {
            const auto want = normed({1, -2, 3}, weight.data(), 1e-6, shift);
            return compare(std::span(got), std::span(want), {0, normBound(3, DType::F32)}).ok;
        };
        QVERIFY(judge(1));
        QVERIFY(!judge(0));
    }

    void atPositionZeroNothingTurns()
    {
        Gen gen(2, 64);
        HeadsCase heads = makeHeads(gen);
        heads.firstPosition = 0;
        heads.rows = 1;
        heads.in.resize(static_cast<std::size_t>(heads.heads) * heads.dim);
        QVERIFY(play(*m_device, heads, Norm::None) == heads.in);
    }

    void rowsAreGathered()
    {
        Gen gen(3, 0);
        auto in = normals(gen, 5 * 7);
        std::vector<float> out(4 * 7);
        const std::int32_t ids[] = {4, 0, 4, 2};
        m_device->gatherRows({floatRows(in, 5), ids, floatRows(out, 4)});
        for (std::size_t row = 0; row < 4; ++row)
            QVERIFY(std::equal(out.begin() + row * 7, out.begin() + row * 7 + 7,
                               in.begin() + ids[row] * 7));
    }

    void embeddingsAreRowsAsTheyAreStored()
    {
        const std::vector<std::uint16_t> table{0x3f80, 0x4000, 0xbf80, 0x4049, 0x0000, 0x3f00};
        tf::StoredMatrix matrix;
        matrix.format = tf::WeightFormat::BF16;
        matrix.rows = 3;
        matrix.cols = 2;
        matrix.values = reinterpret_cast<const std::byte*>(table.data());
        const tf::Weight kept = MUST(m_device->keepRows(matrix));
        const std::int32_t ids[] = {2, 0, 1};
        std::vector<float> out(6);
        m_device->embed({kept, ids, floatRows(out, 3)});
        QCOMPARE(out, (std::vector<float>{0, 0.5F, 1, 2, -1, 3.140625F}));
    }

private:
    std::unique_ptr<tf::Device> m_device;
};

std::unique_ptr<QObject> makeRowsTest()
{
    return std::make_unique<RowsTest>();
}

#include "tst_rows.moc"
