#include "engine/sample/draft/speculation.h"
#include "tests/engine/sample/tests.h"
#include "tests/support/test_table.h"

#include <QTest>

using namespace tf::engine;
using Tokens = std::vector<std::int32_t>;

namespace {

const std::vector<double> kCosts = {1, 1.1, 1.2, 1.3, 1.4};

/// Guesses 1, 1, 1, … as long as it is asked for.
class Ones final : public Drafter {
public:
    void extend(std::span<const std::int32_t>) override { }
    [[nodiscard]] Draft draft(std::int32_t most) const override
    {
        return {Tokens(static_cast<std::size_t>(most), 1), 2};
    }
};

Speculation makeOnes()
{
    return {std::make_unique<Ones>(), kCosts};
}

} // namespace

class SpeculationTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void draftsFurtherWhileItIsRight()
    {
        auto speculation = makeOnes();
        QCOMPARE(speculation.propose().size(), std::size_t(2)); // an even chance at first
        for (int round = 0; round < 10; ++round) {
            speculation.observe(Tokens{1, 1, 1});
            static_cast<void>(speculation.propose());
        }
        speculation.observe(Tokens{1, 1, 1, 1, 1});
        QCOMPARE(speculation.propose().size(), std::size_t(4));
    }

    void givesUpAndComesBack()
    {
        auto speculation = makeOnes();
        for (int round = 0; round < 40; ++round) {
            static_cast<void>(speculation.propose());
            speculation.observe(Tokens{7});
        }
        QVERIFY(speculation.propose().empty());
        // Nothing is drafted, but a guess would have been right: that is enough.
        for (int round = 0; round < 40; ++round) {
            speculation.observe(Tokens{1});
            static_cast<void>(speculation.propose());
        }
        QVERIFY(!speculation.propose().empty());
    }

    void stopsWhenStepsBecomeDear()
    {
        auto speculation = makeOnes();
        QVERIFY(!speculation.propose().empty());
        speculation.setStepCosts({1, 2, 3, 4, 5});
        QVERIFY(speculation.propose().empty());
    }
};

std::unique_ptr<QObject> makeSpeculationTest()
{
    return std::make_unique<SpeculationTest>();
}

#include "tst_speculation.moc"
