#include "kernels/base/words.h"
#include "tests/engine/run/golden_model.h"
#include "tests/engine/run/tests.h"
#include "tests/engine/run/trace.h"
#include "tests/support/test_table.h"

#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>

using namespace tf;
using namespace tf::engine;
using test::GoldenModel;

namespace {

/// Calls `act` when that rank has finished that layer.
template <class Act>
Probe after(int wantedRank, int wantedLayer, const Act& act)
{
    Probe probe;
    probe.wants = [=](int rank, int layer, Probed what) {
        return rank == wantedRank && layer == wantedLayer && what == Probed::Hidden;
    };
    probe.take = [act](const ProbeReading&) -> Result<> { return act(); };
    return probe;
}

bool has(const Error& error, const std::string& wanted)
{
    return error.text.find(wanted) != std::string::npos;
}

} // namespace

class FailuresTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aRankThatThrowsEndsTheStepAndNothingElse_data()
    {
        QTest::addColumn<int>("ranks");
        QTest::addColumn<int>("rank");
        QTest::addColumn<int>("layer");
        for (const int ranks : {1, 8}) {
            for (const int rank : {0, ranks - 1}) {
                for (const int layer : {-1, 1})
                    QTest::addRow("rank %d of %d, layer %d", rank, ranks, layer)
                        << ranks << rank << layer;
            }
        }
    }
    void aRankThatThrowsEndsTheStepAndNothingElse()
    {
        QFETCH(int, ranks);
        QFETCH(int, rank);
        QFETCH(int, layer);
        Group& group = groupOf(ranks);
        const auto before = logitsOf(ranks);
        group.setProbe(after(
            rank, layer, []() -> Result<> { throw std::runtime_error("a stone in the shoe"); }));
        const auto failed = test::runLogits(group, m_tokens);
        group.setProbe({});
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, Code::Internal);
        QVERIFY2(has(failed.error(), words("rank ", rank, ": ")), failed.error().text.c_str());
        QVERIFY(has(failed.error(), "a stone in the shoe"));
        QVERIFY(MUST(test::runLogits(group, m_tokens)) == before);
    }

    void anErrorOfARankKeepsItsCode()
    {
        Group& group = groupOf(4);
        group.setProbe(
            after(1, 0, []() -> Result<> { return Error(Code::Device, "the fan stands still"); }));
        const auto failed = test::runLogits(group, m_tokens);
        group.setProbe({});
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, Code::Device);
        QCOMPARE(failed.error().text, std::string("rank 1: the fan stands still"));
    }

    void aStepIsCancelledAtEveryLayer_data()
    {
        QTest::addColumn<int>("ranks");
        QTest::addColumn<int>("layer");
        for (const int ranks : {1, 4, 8}) {
            for (const int layer : {-1, 0, 1, 2})
                QTest::addRow("%d ranks, layer %d", ranks, layer) << ranks << layer;
        }
    }
    void aStepIsCancelledAtEveryLayer()
    {
        QFETCH(int, ranks);
        QFETCH(int, layer);
        Group& group = groupOf(ranks);
        const auto before = logitsOf(ranks);
        CancelSource source;
        int lastLayer = -2;
        group.setProbe({[&](int rank, int at, Probed) {
                            if (rank != 0)
                                return false;
                            lastLayer = at;
                            if (at == layer)
                                source.cancel();
                            return false;
                        },
                        {},
                        {}});
        const auto stopped =
            group.run(test::stepOf(group.config(), m_tokens, 0, m_tokens.size()), source.token());
        group.setProbe({});
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, Code::Cancelled);
        QVERIFY(lastLayer <= layer + 1); // one layer more at most, for the others
        QVERIFY(MUST(test::runLogits(group, m_tokens)) == before);
    }

    void aRankThatCancelsAloneKeepsNobodyWaiting()
    {
        Group& group = groupOf(8);
        group.setProbe(
            after(5, 1, []() -> Result<> { return Error(Code::Cancelled, "had enough"); }));
        const auto stopped = test::runLogits(group, m_tokens);
        group.setProbe({});
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, Code::Cancelled);
        QVERIFY(MUST(test::runLogits(group, m_tokens)) == logitsOf(8));
    }

    void aCancelledStepDoesNotBegin()
    {
        CancelSource source;
        source.cancel();
        Group& group = groupOf(4);
        const auto stopped =
            group.run(test::stepOf(group.config(), m_tokens, 0, m_tokens.size()), source.token());
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, Code::Cancelled);
    }

    void loadingIsCancelled()
    {
        CancelSource source;
        int numReports = 0;
        const auto group = Group::load(
            m_model.checkpoint, test::exactOptions(m_model.config(), 1),
            [&](const Progress& progress) {
                ++numReports;
                if (progress.done * 2 > progress.total)
                    source.cancel();
            },
            source.token());
        QVERIFY(!group);
        QCOMPARE(group.error().code, Code::Cancelled);
        QVERIFY(numReports > 1);
    }

    void loadingTellsHowFarItIs()
    {
        std::vector<Progress> reports;
        MUST(Group::load(m_model.checkpoint, test::exactOptions(m_model.config(), 1),
                         [&](const Progress& progress) { reports.push_back(progress); }));
        QVERIFY(!reports.empty());
        for (std::size_t idx = 1; idx < reports.size(); ++idx)
            QVERIFY(reports[idx].done >= reports[idx - 1].done);
        QCOMPARE(reports.back().done, reports.back().total);
    }

    void aModelThatDoesNotFitIsRefusedWithTheNumbers()
    {
        auto options = test::exactOptions(m_model.config(), 1);
        options.limits.pages = std::int64_t(1) << 40;
        const auto group = Group::load(m_model.checkpoint, options);
        QVERIFY(!group);
        QCOMPARE(group.error().code, Code::OutOfMemory);
        QVERIFY2(has(group.error(), "cache ") && has(group.error(), " are free"),
                 group.error().text.c_str());
    }

    void anAnswerThatIsNoNumberIsAnError_data()
    {
        QTest::addColumn<float>("poison");
        QTest::newRow("nan") << std::numeric_limits<float>::quiet_NaN();
        QTest::newRow("inf") << std::numeric_limits<float>::infinity();
    }
    void anAnswerThatIsNoNumberIsAnError()
    {
        QFETCH(float, poison);
        Group& group = groupOf(4);
        const auto before = logitsOf(4);
        Probe probe;
        const auto numHidden = m_tokens.size() * static_cast<std::size_t>(group.config().hidden);
        probe.instead = [=](int, int layer) {
            std::vector<float> hidden(layer == 1 ? numHidden : 0, 0.5F);
            if (!hidden.empty())
                hidden[numHidden / 2 + 3] = poison; // in the row of position 10
            return hidden;
        };
        group.setProbe(std::move(probe));
        const auto failed = test::runLogits(group, m_tokens);
        group.setProbe({});
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, Code::Corrupt);
        QVERIFY2(has(failed.error(), "position 10 of sequence 1")
                     && has(failed.error(), "not a number"),
                 failed.error().text.c_str());
        QVERIFY(MUST(test::runLogits(group, m_tokens)) == before);
    }

private:
    /// Loaded once: a failed step must leave it as it was.
    Group& groupOf(int ranks)
    {
        auto& group = m_groups[ranks];
        if (group == nullptr)
            group =
                test::loadGroup(m_model.checkpoint, test::exactOptions(m_model.config(), ranks));
        return *group;
    }

    /// What that group gives when nothing fails, computed once.
    const std::vector<float>& logitsOf(int ranks)
    {
        auto& logits = m_logits[ranks];
        if (logits.empty())
            logits = MUST(test::runLogits(groupOf(ranks), m_tokens));
        return logits;
    }

    const GoldenModel m_model = test::goldenModel("a");
    const std::vector<std::int32_t> m_tokens{m_model.tokens.begin(), m_model.tokens.begin() + 20};
    std::map<int, std::unique_ptr<Group>> m_groups;
    std::map<int, std::vector<float>> m_logits;
};

std::unique_ptr<QObject> makeFailuresTest()
{
    return test::make<FailuresTest>();
}

#include "tst_failures.moc"
