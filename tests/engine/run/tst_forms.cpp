#include "engine/model/weights.h"
#include "kernels/base/words.h"
#include "kernels/cpu/cpu_device.h"
#include "tests/engine/run/golden_model.h"
#include "tests/engine/run/tests.h"
#include "tests/engine/run/trace.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::engine;
using test::GoldenModel;

namespace {

/// A device that only writes down what it is asked to keep.
class NotingDevice final : public Device {
public:
    struct Note {
        std::string name;
        WeightForm form;
        std::int64_t group;
    };

    [[nodiscard]] const Note& noteOf(const std::string& name) const
    {
        for (const Note& note : m_notes) {
            if (note.name.ends_with(name))
                return note;
        }
        UNREACHABLE();
    }

    [[nodiscard]] std::string name() const override { return "notes"; }
    [[nodiscard]] DeviceMemory memory() const override { return {}; }
    Result<Buffer> alloc(std::uint64_t) override { return Buffer(); }
    Result<> reserve(const Workload&) override { return {}; }
    Result<> upload(void*, const void*, std::uint64_t) override { return {}; }
    Result<> readback(void*, const void*, std::uint64_t) override { return {}; }
    Result<> sync() override { return {}; }
    Result<Weight> keep(WeightPlan plan) override
    {
        m_notes.push_back({plan.parts[0].matrix.name, plan.form, plan.group});
        return Weight{};
    }
    void prepare(const Weight&) override { }
    Result<Weight> keepRows(StoredMatrix) override { return Weight{}; }
    Result<const float*> keepFloats(const StoredMatrix&) override { return nullptr; }
    [[nodiscard]] std::uint64_t bytesToKeep(const WeightPlan&) const override { return 1; }
    [[nodiscard]] std::int64_t cacheBytes(const PageStore&) const override { return 0; }
    void embed(const EmbedArgs&) override { }
    void addNorm(const AddNormArgs&) override { }
    void headNormRope(const HeadNormRopeArgs&) override { }
    void gemm(const GemmArgs&) override { }
    void writeCache(const CacheWriteArgs&) override { }
    void index(const IndexArgs&) override { }
    void merge(const MergeArgs&) override { }
    void attend(const AttendArgs&) override { }
    void joinShares(const JoinSharesArgs&) override { }
    void router(const RouterArgs&) override { }
    void experts(const ExpertsArgs&) override { }
    void gatherRows(const GatherRowsArgs&) override { }
    void patchRows(const PatchRowsArgs&) override { }
    void layerNorm(const LayerNormArgs&) override { }
    void gelu(const GeluArgs&) override { }
    void convert(const ConvertArgs&) override { }
    void axisRope(const AxisRopeArgs&) override { }
    void attendSegment(const AttendSegmentArgs&) override { }

private:
    std::vector<Note> m_notes;
};

/// What the loader asks a device to keep of that model.
NotingDevice keptOf(const GoldenModel& model, const LoadOptions& options)
{
    NotingDevice device;
    const Shard shard = MUST(shardOf(model.config(), {}, 0));
    const MatrixSource source = [&](const std::string& name) {
        return model.checkpoint->matrix(name);
    };
    MUST(loadWeights({model.config(), shard, source, options}, device, {}, {}));
    return device;
}

constexpr const char* kExpert = "layers.1.block_sparse_moe.experts.3.w2.weight";
constexpr const char* kQuery = "layers.0.self_attn.q_proj.weight";
constexpr const char* kIndex = "layers.1.self_attn.index_q_proj.weight";
constexpr const char* kHead = "lm_head.weight";

} // namespace

class FormsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void quantisingSparesWhatMustStayExact_data()
    {
        QTest::addColumn<int>("load");
        QTest::addColumn<int>("main");
        QTest::addColumn<int>("exact");
        QTest::addColumn<int>("group");
        const auto row = [](const char* name, LoadForm load, WeightForm main, WeightForm exact,
                            int group) {
            QTest::newRow(name) << static_cast<int>(load) << static_cast<int>(main)
                                << static_cast<int>(exact) << group;
        };
        row("as stored", LoadForm::AsStored, WeightForm::BF16, WeightForm::BF16, 0);
        row("f32", LoadForm::F32, WeightForm::F32, WeightForm::F32, 0);
        row("bf16", LoadForm::BF16, WeightForm::BF16, WeightForm::BF16, 0);
        row("mxfp8", LoadForm::MxFp8, WeightForm::MxFp8, WeightForm::BF16, 32);
        row("int4", LoadForm::Int4, WeightForm::Int4, WeightForm::BF16, 64);
    }
    void quantisingSparesWhatMustStayExact()
    {
        QFETCH(int, load);
        QFETCH(int, main);
        QFETCH(int, exact);
        QFETCH(int, group);
        const auto kept =
            keptOf(test::goldenModel("a"), {static_cast<LoadForm>(load), std::int64_t(64)});
        QCOMPARE(static_cast<int>(kept.noteOf(kExpert).form), main);
        QCOMPARE(static_cast<int>(kept.noteOf(kQuery).form), main);
        QCOMPARE(kept.noteOf(kQuery).group, std::int64_t(group));
        QCOMPARE(static_cast<int>(kept.noteOf(kIndex).form), exact);
        QCOMPARE(static_cast<int>(kept.noteOf(kHead).form), exact);
    }

    void whatIsQuantisedStaysAsItIs()
    {
        const GoldenModel model = test::goldenModel("gptq");
        for (const LoadForm load : {LoadForm::AsStored, LoadForm::MxFp8, LoadForm::Int4}) {
            const auto kept = keptOf(model, {load, 32});
            QCOMPARE(kept.noteOf(kExpert).form, WeightForm::Int4);
            QCOMPARE(kept.noteOf(kExpert).group, std::int64_t(128));
        }
    }

    void aModelQuantisedOnLoadStaysClose_data()
    {
        QTest::addColumn<int>("load");
        QTest::addColumn<double>("least");
        // A code of E4M3 errs by 2^-4 of itself at most, one of int4 by a fifteenth of its group's
        // largest; over a sum the errors fall either way.
        QTest::newRow("mxfp8") << static_cast<int>(LoadForm::MxFp8) << 0.97;
        QTest::newRow("int4") << static_cast<int>(LoadForm::Int4) << 0.8;
    }
    void aModelQuantisedOnLoadStaysClose()
    {
        QFETCH(int, load);
        QFETCH(double, least);
        const GoldenModel model = test::goldenModel("d");
        auto options = test::exactOptions(model.config());
        options.load = {static_cast<LoadForm>(load), 32};
        const auto group = test::loadGroup(model.checkpoint, options);
        const auto logits = MUST(test::runLogits(*group, model.tokens));
        const double cosine = test::cosine(logits.data(), model.logits.data(), logits.size());
        qInfo("cosine %.5f", cosine);
        QVERIFY(cosine >= least);
        QVERIFY(test::relativeError(logits, model.logits) > 1e-3); // it is narrower indeed
    }
};

std::unique_ptr<QObject> makeFormsTest()
{
    return test::make<FormsTest>();
}

#include "tst_forms.moc"
