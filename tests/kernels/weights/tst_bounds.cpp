#include "kernels/base/words.h"
#include "kernels/cpu/weights/panel_product.h"
#include "tests/kernels/weights/gemm_oracle.h"
#include "tests/kernels/weights/tests.h"
#include "tests/support/test_table.h"

#include <cstring>

#include <sys/mman.h>
#include <unistd.h>

using namespace tf;
using namespace tf::test;

namespace {

/// Bytes right before a page that may not be touched: whoever reads or writes on kills the test.
class EdgeBytes {
public:
    explicit EdgeBytes(std::int64_t numBytes)
    {
        const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
        const std::size_t used = (static_cast<std::size_t>(numBytes) + page - 1) / page * page;
        m_bytes = used + page;
        void* begin =
            mmap(nullptr, m_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        CHECK(begin != MAP_FAILED, "there is memory for a test");
        m_begin = static_cast<std::byte*>(begin);
        CHECK(mprotect(m_begin + used, page, PROT_NONE) == 0, "the page after it can be closed");
        m_data = m_begin + used - numBytes;
    }
    EdgeBytes(const EdgeBytes&) = delete;
    EdgeBytes& operator=(const EdgeBytes&) = delete;
    ~EdgeBytes() { munmap(m_begin, m_bytes); }

    [[nodiscard]] std::byte* data() const { return m_data; }
    [[nodiscard]] float* floats() const { return reinterpret_cast<float*>(m_data); }

private:
    std::byte* m_begin = nullptr;
    std::byte* m_data = nullptr;
    std::size_t m_bytes = 0;
};

/// x without anything between or after its rows.
Tensor closeRows(const Rows& x, const EdgeBytes& memory)
{
    Tensor close = x.tensor;
    close.data = memory.data();
    close.stride = close.cols;
    for (std::int64_t row = 0; row < close.rows; ++row)
        std::memcpy(close.row(row), x.tensor.row(row),
                    static_cast<std::size_t>(close.cols) * bytesOf(close.type));
    return close;
}

/// The first panel times all rows, everything at an edge; empty when the bits are those of `want`.
std::string multiplyAtEdges(const Weight& weight, const Rows& x, cpu::Level level, const Rows& want)
{
    const std::int64_t numRows = x.tensor.rows;
    cpu::KeptWeight kept = cpu::keptOf(weight);
    const EdgeBytes panel(kept.shape.panelBytes());
    std::memcpy(panel.data(), kept.panels, static_cast<std::size_t>(kept.shape.panelBytes()));
    kept.panels = panel.data();
    const EdgeBytes close(numRows * x.tensor.cols
                          * static_cast<std::int64_t>(bytesOf(x.tensor.type)));
    const EdgeBytes tile(cpu::kTileBytes);
    const EdgeBytes sums(numRows * cpu::kPanelOuts * std::int64_t(sizeof(float)));
    cpu::multiplyPanel(kept, 0, {closeRows(x, close), nullptr, 0, numRows}, level, tile.data(),
                       sums.floats());
    for (std::int64_t row = 0; row < numRows; ++row) {
        if (std::memcmp(sums.floats() + row * cpu::kPanelOuts, want.floats(row),
                        cpu::kPanelOuts * sizeof(float))
            != 0)
            return words(cpu::nameOf(level), ", row ", row, " of ", numRows, " differs");
    }
    return {};
}

} // namespace

/// Weights stand side by side in memory that sanitizers know nothing of, so a kernel that runs over
/// the end of a panel would be seen nowhere else.
class BoundsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsTouchedBeyondAPanelAndItsRows_data()
    {
        QTest::addColumn<SampleShape>("shape");
        QTest::addColumn<WeightForm>("form");
        QTest::addColumn<qint64>("ins");
        const auto row = [](const char* name, const SampleShape& shape, WeightForm form,
                            qint64 ins) { QTest::newRow(name) << shape << form << ins; };
        row("F32", {WeightFormat::F32, 64, 301, 0, false}, WeightForm::F32, 301);
        row("BF16", {WeightFormat::BF16, 64, 602, 0, false}, WeightForm::BF16, 602);
        row("BF16 odd", {WeightFormat::BF16, 64, 301, 0, false}, WeightForm::BF16, 301);
        row("MXFP8", {WeightFormat::MxFp8, 64, 608, 32, false}, WeightForm::MxFp8, 608);
        row("MXFP8 cut", {WeightFormat::MxFp8, 64, 608, 32, false}, WeightForm::MxFp8, 590);
        row("block FP8", {WeightFormat::BlockFp8, 64, 640, 128, false}, WeightForm::BlockFp8, 640);
        row("block FP8 cut", {WeightFormat::BlockFp8, 64, 640, 128, false}, WeightForm::BlockFp8,
            602);
        row("int4", {WeightFormat::Gptq, 64, 640, 128, false}, WeightForm::Int4, 640);
        row("int4 cut", {WeightFormat::Gptq, 64, 640, 64, false}, WeightForm::Int4, 522);
        row("int4 odd", {WeightFormat::Gptq, 64, 640, 32, false}, WeightForm::Int4, 323);
        row("int4 zeros", {WeightFormat::Awq, 64, 672, 32, true}, WeightForm::Int4, 672);
        row("int4 zeros cut", {WeightFormat::Awq, 64, 640, 128, true}, WeightForm::Int4, 514);
        row("int4 of BF16", {WeightFormat::BF16, 64, 300, 0, false}, WeightForm::Int4, 300);
        row("int4 of one pair", {WeightFormat::BF16, 64, 2, 0, false}, WeightForm::Int4, 2);
    }

    void nothingIsTouchedBeyondAPanelAndItsRows()
    {
        QFETCH(const SampleShape, shape);
        QFETCH(const WeightForm, form);
        QFETCH(const qint64, ins);
        Gen gen(8, 64);
        const Sample sample = makeSample(gen, shape);
        WeightPlan plan = wholeOf(sample, form);
        plan.parts.front().colEnd = ins;
        for (const DType type : {DType::F32, DType::BF16}) {
            for (const std::int64_t numRows : {1, 2, 3, 4, 5, 6, 7, 13}) {
                const Rows x = randomRows(gen, type, numRows, ins);
                for (const cpu::Level level : levels()) {
                    GemmRig rig(level, 1);
                    const Weight weight = MUST(rig.shelf().keep(plan));
                    const Rows want = rig.times(x, weight);
                    MUST(rig.shelf().firstError());
                    QCOMPARE(multiplyAtEdges(weight, x, level, want), std::string());
                }
            }
        }
    }
};

std::unique_ptr<QObject> makeBoundsTest()
{
    return std::make_unique<BoundsTest>();
}

#include "tst_bounds.moc"
