#include "kernels/base/words.h"
#include "tests/engine/run/golden_model.h"
#include "tests/engine/run/tests.h"
#include "tests/engine/run/trace.h"
#include "tests/support/test_table.h"

#include <algorithm>

using namespace tf;
using namespace tf::engine;
using test::Feeding;
using test::GoldenModel;

namespace {

constexpr std::size_t kHalf = 61; // ends in the middle of a block

/// The end of a prompt, with the beginning on those pages already.
std::vector<float> secondHalf(Group& group, const GoldenModel& model, const Feeding& feeding)
{
    return MUST(group.run(test::stepOf(group.config(), model.tokens, kHalf, model.tokens.size(),
                                       feeding)))
        .values;
}

void runFirstHalf(Group& group, const GoldenModel& model, const Feeding& feeding)
{
    MUST(group.run(test::stepOf(group.config(), model.tokens, 0, kHalf, feeding)));
}

} // namespace

class PagesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void movedPagesAreTheSame_data()
    {
        QTest::addColumn<int>("ranks");
        for (const int ranks : {1, 4, 8})
            QTest::addRow("%d ranks", ranks) << ranks;
    }
    void movedPagesAreTheSame()
    {
        QFETCH(int, ranks);
        const auto group =
            test::loadGroup(m_model.checkpoint, test::exactOptions(m_model.config(), ranks));
        const Feeding before{0, 0, 1};
        const Feeding after{0, 101, 3}; // other numbers, other ranks
        runFirstHalf(*group, m_model, before);
        const auto images = MUST(group->readPages(test::pagesFor(group->config(), kHalf, before)));
        const auto stayed = secondHalf(*group, m_model, before);
        MUST(group->writePages(test::pagesFor(group->config(), kHalf, after), images));
        QVERIFY(secondHalf(*group, m_model, after) == stayed);
    }

    void savedPagesGoIntoAnotherGroup()
    {
        const auto four =
            test::loadGroup(m_model.checkpoint, test::exactOptions(m_model.config(), 4));
        const auto eight =
            test::loadGroup(m_model.checkpoint, test::exactOptions(m_model.config(), 8));
        QCOMPARE(eight->pageFingerprint(), four->pageFingerprint());
        QCOMPARE(eight->pageBytes(), four->pageBytes());
        const auto pages = test::pagesFor(four->config(), kHalf);
        runFirstHalf(*eight, m_model, {});
        MUST(four->writePages(pages, MUST(eight->readPages(pages))));
        const auto wanted = secondHalf(*eight, m_model, {});
        QVERIFY(test::relativeError(secondHalf(*four, m_model, {}), wanted) <= 1e-5);
    }

    void otherLayoutsHaveAnotherFingerprint()
    {
        const auto one =
            test::loadGroup(m_model.checkpoint, test::exactOptions(m_model.config(), 1));
        const auto two =
            test::loadGroup(m_model.checkpoint, test::exactOptions(m_model.config(), 2));
        auto options = test::exactOptions(m_model.config(), 1);
        options.precision.kv = DType::F8;
        const auto small = test::loadGroup(m_model.checkpoint, options);
        QVERIFY(one->pageFingerprint() != two->pageFingerprint());
        QVERIFY(one->pageFingerprint() != small->pageFingerprint());
        QVERIFY(small->pageBytes() < one->pageBytes());
    }

    void aCopiedPageBranches_data() { movedPagesAreTheSame_data(); }
    void aCopiedPageBranches()
    {
        QFETCH(int, ranks);
        const auto group =
            test::loadGroup(m_model.checkpoint, test::exactOptions(m_model.config(), ranks));
        runFirstHalf(*group, m_model, {});
        const auto wanted = secondHalf(*group, m_model, {});

        // A second sequence shares all pages but the unfinished one, which it copies.
        runFirstHalf(*group, m_model, {});
        auto step = test::stepOf(group->config(), m_model.tokens, kHalf, m_model.tokens.size());
        auto& pages = step->sequences[0].pages;
        const auto unfinished = kHalf / static_cast<std::size_t>(group->config().block());
        for (std::size_t idx = unfinished; idx < pages.size(); ++idx)
            pages[idx] += 64; // on the same rank, whatever the split
        step->copies = {{static_cast<std::int32_t>(unfinished), pages[unfinished]}};
        QVERIFY(MUST(group->run(step)).values == wanted);
        QVERIFY(secondHalf(*group, m_model, {}) == wanted); // the first one is unharmed
    }

    void aCopyAcrossRanksIsRefused()
    {
        const auto group =
            test::loadGroup(m_model.checkpoint, test::exactOptions(m_model.config(), 8));
        auto step = test::stepOf(group->config(), m_model.tokens, 0, 5);
        step->copies = {{0, 65}};
        const auto logits = group->run(step);
        QVERIFY(!logits);
        QVERIFY(logits.error().text.find("different ranks") != std::string::npos);
    }

    void pagesThatAreNotThereAreRefused()
    {
        const auto group =
            test::loadGroup(m_model.checkpoint, test::exactOptions(m_model.config(), 1));
        const auto limit = static_cast<std::int32_t>(group->options().limits.pages);
        QVERIFY(!group->readPages(std::vector<std::int32_t>{limit}));
        QVERIFY(!group->readPages(std::vector<std::int32_t>{-1}));
        const std::vector<std::byte> cut(group->pageBytes() - 1);
        QVERIFY(!group->writePages(std::vector<std::int32_t>{0}, cut));
    }

    void anFp8CacheStaysClose()
    {
        const GoldenModel model = test::goldenModel("d");
        auto options = test::exactOptions(model.config());
        options.precision.kv = DType::F8;
        const auto group = test::loadGroup(model.checkpoint, options);
        const auto logits = MUST(test::runLogits(*group, model.tokens));
        const double cosine = test::cosine(logits.data(), model.logits.data(), logits.size());
        qInfo("cosine %.6f", cosine);
        QVERIFY(cosine >= 0.99);
        QVERIFY(cosine < 0.9999999); // it is narrower indeed
    }

private:
    const GoldenModel m_model = test::goldenModel("a");
};

std::unique_ptr<QObject> makePagesTest()
{
    return test::make<PagesTest>();
}

#include "tst_pages.moc"
