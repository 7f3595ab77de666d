#include "kernels/base/words.h"
#include "tests/engine/run/golden_model.h"
#include "tests/engine/run/tests.h"
#include "tests/engine/run/trace.h"
#include "tests/support/test_table.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace tf;
using namespace tf::engine;
using test::GoldenModel;

namespace {

/// A folder with the weights of shape a and a config in which one value is another.
Result<Checkpoint> openWithConfig(const QString& folder, const QByteArray& from,
                                  const QByteArray& to)
{
    const QDir golden(QString::fromStdString(words(TRIFOLD_SOURCE_DIR, "/tests/golden/model/a")));
    for (const QString& name : golden.entryList(QDir::Files))
        CHECK(QFile::copy(golden.filePath(name), folder + u'/' + name), "the golden file is there");
    QFile file(folder + QStringLiteral("/config.json"));
    CHECK(file.open(QIODevice::ReadWrite), "the config opens");
    QByteArray config = file.readAll();
    CHECK(config.contains(from), "the value is in the config");
    config.replace(from, to);
    file.resize(0);
    file.seek(0);
    file.write(config);
    file.close();
    return Checkpoint::open(folder.toStdString());
}

} // namespace

class WrongTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// What the goldens can tell apart: each value of the config is used, and none is assumed.
    void anotherConfigGivesAnotherAnswer_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char* name, const char* from, const char* to) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to);
        };
        row("17 blocks instead of 16", "\"sparse_topk_blocks\": 2", "\"sparse_topk_blocks\": 3");
        row("a block less", "\"sparse_topk_blocks\": 2", "\"sparse_topk_blocks\": 1");
        row("every block: dense attention", "\"sparse_topk_blocks\": 2",
            "\"sparse_topk_blocks\": 12");
        row("larger blocks", "\"sparse_block_size\": 8", "\"sparse_block_size\": 16");
        row("a sink block", "\"sparse_init_block\": 0", "\"sparse_init_block\": 1");
        row("experts per token", "\"num_experts_per_tok\": 4", "\"num_experts_per_tok\": 3");
        row("no routed scale", "\"routed_scaling_factor\": 2.0", "\"routed_scaling_factor\": 1.0");
        row("plain SiLU", "\"swiglu_alpha\": 1.702", "\"swiglu_alpha\": 1.0");
        row("no clamp", "\"swiglu_limit\": 7.0", "\"swiglu_limit\": 1000.0");
        row("theta", "\"rope_theta\": 5000000", "\"rope_theta\": 10000");
        row("epsilon", "\"rms_norm_eps\": 1e-06", "\"rms_norm_eps\": 1e-02");
    }
    void anotherConfigGivesAnotherAnswer()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const QTemporaryDir folder;
        const auto checkpoint =
            std::make_shared<const Checkpoint>(MUST(openWithConfig(folder.path(), from, to)));
        const auto group = test::loadGroup(checkpoint, test::exactOptions(checkpoint->config()));
        const auto logits = MUST(test::runLogits(*group, m_model.tokens));
        const double error = test::relativeError(logits, m_model.logits);
        QVERIFY2(error > 1e-3, words(error).c_str());
    }

    void sparseLayersNeverBecomeDense()
    {
        const QTemporaryDir folder;
        const auto checkpoint = openWithConfig(folder.path(), "\"use_sparse_attention\": true",
                                               "\"use_sparse_attention\": false");
        QVERIFY(!checkpoint);
    }

    void groupsChooseForThemselves()
    {
        const auto group =
            test::loadGroup(m_model.checkpoint, test::exactOptions(m_model.config()));
        const auto trace = MUST(test::runTrace(*group, m_model.tokens));
        const SparseAttention& sparse = m_model.config().sparse;
        const auto topK = sparse.topK;
        const auto perRow = static_cast<std::size_t>(sparse.indexHeads * topK);
        std::size_t differ = 0;
        for (std::size_t begin = 0; begin < trace.blocks.size(); begin += perRow) {
            const auto* row = trace.blocks.data() + begin;
            differ += std::equal(row, row + topK, row + topK) ? 0U : 1U;
        }
        QVERIFY(differ * perRow * 4 > trace.blocks.size()); // a quarter of the rows at least
    }

private:
    const GoldenModel m_model = test::goldenModel("a");
};

std::unique_ptr<QObject> makeWrongTest()
{
    return test::make<WrongTest>();
}

#include "tst_wrong.moc"
