#include "engine/sched/page_pool.h"
#include "kernels/base/words.h"
#include "tests/engine/sched/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <map>

using tf::engine::kNoPage;
using tf::engine::PagePool;
using tf::test::Gen;

namespace {

/// Empty, or what is wrong with the pool as the model sees it.
std::string compare(const PagePool& pool, const std::map<std::int32_t, std::int32_t>& users)
{
    if (pool.numFree() != pool.numPages() - std::ssize(users))
        return tf::words(pool.numFree(), " free, ", users.size(), " used");
    for (std::int32_t page = 0; page < pool.numPages(); ++page) {
        const auto found = users.find(page);
        const auto expected = found == users.end() ? 0 : found->second;
        if (pool.numUsers(page) != expected)
            return tf::words("page ", page, " has ", pool.numUsers(page), " users, not ", expected);
    }
    return {};
}

/// Random takes, shares and drops against a map of users.
std::string poolLaw(Gen& gen)
{
    PagePool pool(static_cast<std::int32_t>(gen.between(1, 20)),
                  static_cast<std::int32_t>(gen.between(1, 5)));
    std::map<std::int32_t, std::int32_t> users;
    for (std::size_t left = gen.size() * 4; left > 0; --left) {
        const auto known = users.empty()
            ? users.end()
            : std::next(users.begin(), static_cast<std::ptrdiff_t>(gen.below(users.size())));
        if (known == users.end() || gen.oneIn(2)) {
            const auto page = pool.takeAfter(known == users.end() ? kNoPage : known->first);
            if (page.has_value() != (std::ssize(users) < pool.numPages()))
                return "a free page is there and not had, or had and not there";
            if (page && !users.emplace(*page, 1).second)
                return tf::words("page ", *page, " was handed out twice");
        } else if (gen.oneIn(3)) {
            pool.share(known->first);
            ++known->second;
        } else if (pool.drop(known->first) != --known->second) {
            return "how many are left";
        } else if (known->second == 0) {
            users.erase(known);
        }
        if (auto wrong = compare(pool, users); !wrong.empty())
            return wrong;
    }
    return {};
}

} // namespace

class PagePoolTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void isASetOfUserCounts() { QCOMPARE(tf::test::forAll(400, poolLaw), std::string()); }

    void goesFromRankToRank()
    {
        PagePool pool(12, 4);
        std::int32_t last = kNoPage;
        for (int idx = 0; idx < 12; ++idx) {
            const auto page = pool.takeAfter(last);
            QVERIFY(page.has_value());
            if (last != kNoPage)
                QCOMPARE(*page % 4, (last + 1) % 4);
            last = *page;
        }
        QVERIFY(!pool.takeAfter(last).has_value());
    }

    void beginsWhereMostAreFree()
    {
        PagePool pool(8, 2);
        const auto first = pool.takeAfter(kNoPage);
        const auto second = pool.takeAfter(kNoPage);
        QVERIFY(*first % 2 != *second % 2);
    }

    void takesAnyRankBeforeNone()
    {
        PagePool pool(4, 2);
        QCOMPARE(*pool.takeAfter(1), 0);
        QCOMPARE(*pool.takeAfter(1), 2);
        QVERIFY(!pool.takeBeside(0).has_value()); // a copy must stay on its rank
        QCOMPARE(*pool.takeAfter(1), 1);
    }
};

std::unique_ptr<QObject> makePagePoolTest()
{
    return std::make_unique<PagePoolTest>();
}

#include "tst_page_pool.moc"
