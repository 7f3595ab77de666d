#include "kernels/base/words.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/vision/clip/tests.h"
#include "vision/clip/frame_rule.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace tf;
using namespace tf::vision;

using Indices = std::vector<std::int64_t>;

class FrameRuleTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// The vendor writes the rule in indices and an average rate; for a constant rate both agree.
    void timesGiveTheVendorsIndices()
    {
        const double rates[] = {5,  10, 12, 15,  24000 / 1001.0, 24, 25, 30000 / 1001.0, 30,
                                48, 50, 60, 120, 60000 / 1001.0};
        const double asked[] = {0.2, 0.5, 1, 1.5, 2, 3, 5};
        const std::int64_t lengths[] = {1, 2, 3, 30, 31, 100, 299, 1501};
        int numEqual = 0;
        for (const double rate : rates) {
            for (const double fps : asked) {
                for (const std::int64_t length : lengths) {
                    std::vector<double> times;
                    for (std::int64_t idx = 0; idx < length; ++idx)
                        times.push_back(double(idx) / rate);
                    FrameRule rule;
                    rule.fps = fps;
                    numEqual += keptFrames(times, rule) == byIndex(rate, fps, length) ? 1 : 0;
                }
            }
        }
        QCOMPARE(numEqual, 784);
    }

    void keepsWhatTheRuleKeeps_data()
    {
        QTest::addColumn<QList<double>>("times");
        QTest::addColumn<double>("fps");
        QTest::addColumn<bool>("always");
        QTest::addColumn<QList<int>>("want");
        using Times = QList<double>;
        using Want = QList<int>;
        QTest::newRow("no frame") << Times() << 1.0 << true << Want();
        QTest::newRow("one frame") << Times{0} << 1.0 << true << Want{0};
        QTest::newRow("two near frames") << Times{0, 0.1} << 1.0 << true << Want{0, 1};
        QTest::newRow("without the last") << Times{0, 0.1} << 1.0 << false << Want{0};
        QTest::newRow("a last one at the same time")
            << Times{0, 1, 1.00005} << 1.0 << true << Want{0, 1};
        QTest::newRow("a hair too early") << Times{0, 0.99985, 3} << 1.0 << true << Want{0, 2};
        QTest::newRow("rounded times") << Times{0, 0.99995, 3} << 1.0 << true << Want{0, 1, 2};
        QTest::newRow("a long gap") << Times{0, 100, 100.1, 200} << 1.0 << true << Want{0, 1, 3};
        QTest::newRow("five a second")
            << Times{0, .19, .2, .21, .405, .65} << 5.0 << true << Want{0, 2, 4, 5};
        QTest::newRow("times that start late") << Times{7, 7.5, 8} << 1.0 << false << Want{0, 2};
    }
    void keepsWhatTheRuleKeeps()
    {
        QFETCH(QList<double>, times);
        QFETCH(double, fps);
        QFETCH(bool, always);
        QFETCH(QList<int>, want);
        FrameRule rule;
        rule.fps = fps;
        rule.last = always ? LastFrame::Always : LastFrame::AsItComes;
        QList<int> got;
        for (const auto idx : keptFrames(std::vector<double>(times.begin(), times.end()), rule))
            got.append(int(idx));
        QCOMPARE(got, want);
    }

    void thinsEvenlyAndKeepsTheLast_data()
    {
        QTest::addColumn<qint64>("most");
        QTest::addColumn<QList<int>>("want");
        QTest::newRow("one") << qint64(1) << QList<int>{9};
        QTest::newRow("two") << qint64(2) << QList<int>{0, 9};
        QTest::newRow("four") << qint64(4) << QList<int>{0, 3, 6, 9};
        QTest::newRow("nine") << qint64(9) << QList<int>{0, 1, 2, 3, 5, 6, 7, 8, 9};
        QTest::newRow("as many as there are")
            << qint64(10) << QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        QTest::newRow("none is one") << qint64(0) << QList<int>{9};
    }
    void thinsEvenlyAndKeepsTheLast()
    {
        QFETCH(qint64, most);
        QFETCH(QList<int>, want);
        std::vector<double> times;
        for (int idx = 0; idx < 10; ++idx)
            times.push_back(idx);
        FrameRule rule;
        rule.maxFrames = most;
        QList<int> got;
        for (const auto idx : keptFrames(times, rule))
            got.append(int(idx));
        QCOMPARE(got, want);
    }

    void stampsAreRoundedAsPrintfDoes_data()
    {
        QTest::addColumn<double>("time");
        QTest::addColumn<QByteArray>("want");
        QTest::newRow("nothing") << 0.0 << QByteArray("0.0");
        QTest::newRow("a half to even") << 1.25 << QByteArray("1.2");
        QTest::newRow("a half to even, upwards") << 0.75 << QByteArray("0.8");
        QTest::newRow("below a half") << 1.05 << QByteArray("1.1"); // it is 1.05000000000000004
        QTest::newRow("just below") << 4.35 << QByteArray("4.3"); // 4.3499999999999996
        QTest::newRow("carries") << 9.96 << QByteArray("10.0");
        QTest::newRow("an hour") << 3599.96 << QByteArray("3600.0");
        QTest::newRow("large") << 1e15 << QByteArray("1000000000000000.0");
    }
    void stampsAreRoundedAsPrintfDoes()
    {
        QFETCH(double, time);
        QFETCH(QByteArray, want);
        const auto stamps = pairStamps(std::span(&time, 1));
        QCOMPARE(stamps.size(), std::size_t(1));
        QCOMPARE(stamps[0], want.toStdString());
        char printed[40];
        std::snprintf(printed, sizeof printed, "%.1f", time);
        QCOMPARE(stamps[0], std::string(printed));
    }

    void stampsAreOfTheFirstOfEachPair()
    {
        const double times[] = {0, 1, 2, 3, 4};
        QCOMPARE(pairStamps(times), (std::vector<std::string>{"0.0", "2.0", "4.0"}));
        QCOMPARE(pairStamps(std::span(times).first(4)), (std::vector<std::string>{"0.0", "2.0"}));
        QVERIFY(pairStamps({}).empty());
        QCOMPARE(pairsOf(5), std::int64_t(3));
        QCOMPARE(pairsOf(4), std::int64_t(2));
        QCOMPARE(pairsOf(0), std::int64_t(0));
    }

    void anyTimesKeepTheLaw() { QCOMPARE(test::forAll(1000, checkLaw, 300), std::string()); }

private:
    /// The vendor's own form: the next index that the average rate reaches.
    static Indices byIndex(double rate, double fps, std::int64_t length)
    {
        Indices kept{0};
        const double interval = 1.0 / fps;
        for (;;) {
            const double due = (double(kept.back()) / rate + interval - 1e-4) * rate;
            const auto next = std::max(std::int64_t(std::ceil(due)), kept.back() + 1);
            if (next >= length)
                break;
            kept.push_back(next);
        }
        if (double(length - 1 - kept.back()) / rate > 1e-4)
            kept.push_back(length - 1);
        return kept;
    }

    static std::string checkLaw(test::Gen& gen)
    {
        std::vector<double> times{0};
        for (std::size_t idx = 0; idx < gen.size(); ++idx)
            times.push_back(times.back() + (gen.oneIn(9) ? 0.0 : gen.unit() * 2));
        FrameRule rule;
        rule.fps = 0.2 + gen.unit() * 4.8;
        if (gen.oneIn(2))
            rule.maxFrames = gen.between(1, 40);
        const Indices kept = keptFrames(times, rule);
        if (!std::is_sorted(kept.begin(), kept.end())
            || std::adjacent_find(kept.begin(), kept.end()) != kept.end())
            return "indices do not ascend";
        if (rule.maxFrames && std::int64_t(kept.size()) > *rule.maxFrames)
            return words(kept.size(), " frames are more than ", *rule.maxFrames);
        if (times.back() - times[std::size_t(kept.back())] > 1e-4)
            return "the last is not kept";
        for (std::size_t idx = 1; idx + 1 < kept.size(); ++idx) {
            const double gap = times[std::size_t(kept[idx])] - times[std::size_t(kept[idx - 1])];
            if (gap < 1 / rule.fps - 1.001e-4)
                return words("two kept frames lie ", gap, " s apart");
        }
        return {};
    }
};

std::unique_ptr<QObject> makeFrameRuleTest()
{
    return std::make_unique<FrameRuleTest>();
}

#include "tst_frame_rule.moc"
