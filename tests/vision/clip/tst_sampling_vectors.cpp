#include "kernels/base/words.h"
#include "tests/support/test_table.h"
#include "tests/vision/clip/tests.h"
#include "tests/vision/vectors/vector_file.h"
#include "vision/clip/frame_rule.h"

using namespace tf;
using namespace tf::vision;

/// sampling.jsonl: time stamps in, kept frames and stamps of pairs out.
class SamplingVectorsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (test::vectorFolder().empty())
            QSKIP("SKIPPED ENTIRELY: TRIFOLD_VECTORS names no folder");
    }

    void allFramesAreTheReferences()
    {
        int numClips = 0;
        for (const json::Value& one : test::readVectors("sampling.jsonl")) {
            const auto times = timesOf(one);
            const auto kept = keptFrames(times, ruleOf(one));
            std::vector<double> keptTimes;
            std::string keptText;
            for (const auto idx : kept) {
                keptTimes.push_back(times[std::size_t(idx)]);
                keptText += words(idx, " ");
            }
            std::string stampText;
            for (const auto& stamp : pairStamps(keptTimes))
                stampText += stamp + " ";
            const std::string name = test::textOf(one, "name") + ": ";
            QCOMPARE(name + keptText, name + spelled(*one.find("kept")));
            QCOMPARE(name + stampText, name + spelled(*one.find("stamps")));
            QCOMPARE(pairsOf(std::int64_t(kept.size())), test::integerOf(one, "grid_t"));
            ++numClips;
        }
        qInfo("%d clips equal", numClips);
    }

private:
    static FrameRule ruleOf(const json::Value& one)
    {
        FrameRule rule;
        rule.fps = test::realOf(*one.find("fps"));
        rule.last = one.find("append_last")->flag ? LastFrame::Always : LastFrame::AsItComes;
        if (!one.find("max_frames")->isNull())
            rule.maxFrames = test::integerOf(one, "max_frames");
        return rule;
    }

    static std::vector<double> timesOf(const json::Value& one)
    {
        const auto& base = one.find("time_base")->items;
        const auto start = test::integerOf(one, "start");
        std::vector<double> times;
        const auto add = [&](double pts) {
            times.push_back((pts - double(start)) * test::realOf(base[0]) / test::realOf(base[1]));
        };
        const json::Value& pts = *one.find("pts");
        for (const json::Value& item : pts.items)
            add(test::realOf(item));
        if (pts.kind == json::Kind::Object) {
            for (std::int64_t idx = 0; idx < test::integerOf(pts, "count"); ++idx)
                add(double(test::integerOf(pts, "first") + idx * test::integerOf(pts, "step")));
        }
        return times;
    }

    static std::string spelled(const json::Value& list)
    {
        std::string text;
        for (const json::Value& item : list.items)
            text += item.text + " ";
        return text;
    }
};

std::unique_ptr<QObject> makeSamplingVectorsTest()
{
    return std::make_unique<SamplingVectorsTest>();
}

#include "tst_sampling_vectors.moc"
