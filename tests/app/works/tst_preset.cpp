// Every preset can be kept, named and told to a model.

#include "app/works/preset.h"
#include "tests/app/works/tests.h"
#include "tests/support/test_table.h"

#include <set>

using namespace tf::works;

class PresetTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void eachComesBackFromItsId()
    {
        std::set<std::string> names;
        for (const Preset& preset : presets()) {
            QVERIFY(presetOf(idOf(preset)) == preset);
            QVERIFY(names.insert(nameOf(preset)).second);
            QVERIFY(!needsOf(preset).empty());
        }
        QVERIFY(!presetOf("").has_value());
        QVERIFY(!presetOf("diagram").has_value());
    }

    void instructionsAskForWhatIsReadLater()
    {
        const Preset diagram{Work::Diagram, Target::Terraform, Provider::Aws};
        for (const char* words :
             {"```json", "\"nodes\"", "\"edges\"", "\"questions\"", "node: ID", "AWS", "Terraform"})
            QVERIFY2(instructionsOf(diagram).find(words) != std::string::npos, words);
        const std::string review = instructionsOf({Work::BugReview});
        for (const char* words :
             {"# Title", "## Steps to reproduce", "## Suspect files", "[mm:ss]"})
            QVERIFY2(review.find(words) != std::string::npos, words);
        QVERIFY(instructionsOf({Work::Repository}).find("`path:line`") != std::string::npos);
    }

    void whatTakesThoughtIsThoughtAbout()
    {
        using tf::session::Thinking;
        QVERIFY(thinkingOf({Work::BugReview}) == Thinking::Enabled);
        QVERIFY(thinkingOf({Work::Diagram}) == Thinking::Enabled);
        QVERIFY(thinkingOf({Work::Repository}) == Thinking::Adaptive);
        QVERIFY(wantsOf({Work::BugReview}).clip && wantsOf({Work::BugReview}).repository);
        QVERIFY(wantsOf({Work::Diagram}).picture);
    }
};

std::unique_ptr<QObject> makePresetTest()
{
    return std::make_unique<PresetTest>();
}

#include "tst_preset.moc"
