// Every row of the tables: a secret that fits is found, one that nearly does is not.

#include "app/ingest/leaks/shape.h"
#include "kernels/base/words.h"
#include "tests/app/ingest/leaks/made_secret.h"
#include "tests/app/ingest/leaks/tests.h"
#include "tests/support/test_table.h"

#include <algorithm>
#include <set>

using namespace tf;
using namespace tf::ingest;

namespace {

std::vector<Rule> allRules()
{
    std::vector<Rule> all(tokenRules().begin(), tokenRules().end());
    all.insert(all.end(), namedRules().begin(), namedRules().end());
    return all;
}

bool holds(const std::vector<Leak>& leaks, std::string_view id)
{
    return std::any_of(leaks.begin(), leaks.end(),
                       [&](const Leak& leak) { return leak.rule == id; });
}

/// A blank where a run has only begun; or, where a run stands before the anchor, at its end.
std::size_t placeToBreak(const Shape& shape, std::string_view secret)
{
    if (shape.pieces()[0].literal.empty() && !shape.anchor().empty())
        return secret.find(shape.anchor()) - 1;
    std::size_t at = 0;
    for (const auto& piece : shape.pieces()) {
        if (piece.least >= 2)
            return at + 1;
        at += piece.literal.size() + piece.least;
    }
    return 3;
}

std::string broken(const Rule& rule, std::string secret)
{
    secret[placeToBreak(Shape(rule.shape), secret)] = ' ';
    return secret;
}

} // namespace

class LeakRulesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreDistinct()
    {
        std::set<std::string> ids;
        std::set<std::string> looks;
        for (const Rule& rule : allRules()) {
            QVERIFY2(ids.insert(std::string(rule.id)).second, rule.id.data());
            QVERIFY2(looks.insert(words(rule.names, " ", rule.shape)).second, rule.id.data());
            QVERIFY2(!rule.title.empty(), rule.id.data());
        }
        QVERIFY(ids.size() >= 200);
    }

    /// Short anchors would have every text looked at all the time.
    void tokensHaveAnAnchor()
    {
        for (const Rule& rule : tokenRules())
            QVERIFY2(!Shape(rule.shape).anchor().empty(), rule.id.data());
    }

    void whatFitsIsFound()
    {
        const auto report = test::forAll(10, [](test::Gen& gen) -> std::string {
            for (const Rule& rule : allRules()) {
                const std::string line = test::lineWith(rule, test::secretOf(gen, rule));
                const auto leaks = findLeaks("a.txt", line);
                if (leaks.size() != 1)
                    return words(rule.id, ": ", leaks.size(), " findings in ", line);
                if (leaks[0].line != 1 || leaks[0].title.empty() || leaks[0].beginning.size() > 4)
                    return words(rule.id, " is told wrongly");
            }
            return {};
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    /// Rows share looks; but each is the first for some secret.
    void everyRowGivesItsName()
    {
        std::string unused;
        test::Gen gen(7, 64);
        for (const Rule& rule : allRules()) {
            bool isNamed = false;
            for (int attempt = 0; attempt < 20 && !isNamed; ++attempt)
                isNamed =
                    holds(findLeaks("a", test::lineWith(rule, test::secretOf(gen, rule))), rule.id);
            if (!isNamed)
                unused += words(rule.id, " ");
        }
        QCOMPARE(unused, std::string());
    }

    void whatNearlyFitsIsNot()
    {
        test::Gen gen(11, 64);
        std::string wrong;
        for (const Rule& rule : allRules()) {
            const auto line = test::lineWith(rule, broken(rule, test::secretOf(gen, rule)));
            if (holds(findLeaks("a", line), rule.id))
                wrong += words(rule.id, ": ", line);
        }
        QCOMPARE(wrong, std::string());
    }

    void aValueWithoutItsNameIsNoSecret()
    {
        test::Gen gen(13, 64);
        std::string wrong;
        for (const Rule& rule : namedRules()) {
            const std::string line = words("colour = \"", test::secretOf(gen, rule), "\"\n");
            if (holds(findLeaks("a", line), rule.id))
                wrong += words(rule.id, ": ", line);
        }
        QCOMPARE(wrong, std::string());
    }

    void aDullValueIsNoSecret()
    {
        std::string wrong;
        for (const Rule& rule : allRules()) {
            const Shape shape(rule.shape);
            std::string dull;
            for (const auto& piece : shape.pieces())
                dull += piece.literal.empty() ? std::string(piece.least, 'a')
                                              : std::string(piece.literal);
            if (rule.entropy > 0 && holds(findLeaks("a", test::lineWith(rule, dull)), rule.id))
                wrong += words(rule.id, ": ", dull, "\n");
        }
        QCOMPARE(wrong, std::string());
    }
};

std::unique_ptr<QObject> makeLeakRulesTest()
{
    return std::make_unique<LeakRulesTest>();
}

#include "tst_rules.moc"
