// What a user chose of a source, kept and read again.

#include "app/draft/source_choice.h"
#include "tests/app/draft/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::test;
using draft::SourceChoice;

class SourceChoiceTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aChoiceComesBack()
    {
        const auto report = forAll(300, [](Gen& gen) -> std::string {
            SourceChoice choice;
            for (auto left = gen.below(4); left > 0; --left)
                choice.rules.rules.push_back({gen.oneIn(2) ? "src/**" : "*.csv", gen.oneIn(2)});
            choice.rules.takesIgnored = gen.oneIn(2);
            choice.rules.takesGenerated = gen.oneIn(2);
            choice.rules.takesVendored = gen.oneIn(2);
            choice.rules.takesLockFiles = gen.oneIn(2);
            if (gen.oneIn(2))
                choice.rules.mostBytes = gen.between(0, 1 << 30);
            choice.ref = gen.oneIn(2) ? "" : "v1.0";
            return draft::choiceFrom(draft::keptChoice(choice)) == choice ? "" : "another choice";
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void whatIsUsualIsNotKept()
    {
        QVERIFY(draft::keptChoice({}).empty());
        QCOMPARE(draft::keptChoice({{.rules = {{"*.csv", false}}}, "v1"}),
                 (std::vector<std::string>{"rule -*.csv", "ref v1"}));
    }

    void whatIsNotKnownIsPassedOver()
    {
        QVERIFY(draft::choiceFrom({"depth 3", "take everything", "max-size many", "rule x", ""})
                == SourceChoice());
    }
};

std::unique_ptr<QObject> makeSourceChoiceTest()
{
    return std::make_unique<SourceChoiceTest>();
}

#include "tst_source_choice.moc"
