// A path that the user lets in or leaves out becomes the rule that does just that.

#include "app/workspace/tray/path_rule.h"
#include "kernels/base/words.h"
#include "tests/app/workspace/tray/sent_by_rules.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::workspace;
using ingest::EntryKind;
using ingest::RuleChoice;

namespace {

RuleChoice with(std::vector<ingest::UserRule> rules)
{
    RuleChoice choice;
    choice.rules = std::move(rules);
    return choice;
}

std::string drawnName(test::Gen& gen)
{
    constexpr std::string_view kBytes = "ab*?[]\\!#-\n";
    std::string name(1, 'n');
    for (std::size_t left = gen.below(6); left > 0; --left)
        name += kBytes[gen.below(12)];
    return name;
}

std::string namesAreThemselves(test::Gen& gen)
{
    const auto folder = drawnName(gen);
    const auto path = words(folder, "/", drawnName(gen));
    const auto other = words(folder, "/other");
    auto choice = withPath({}, path, EntryKind::File, Wanted::No);
    if (isSentBy(choice, path) || !isSentBy(choice, other))
        return words("not left out alone: ", path);
    choice = withPath(choice, folder, EntryKind::Folder, Wanted::No);
    if (isSentBy(choice, path) || isSentBy(choice, other) || choice.rules.size() != 1)
        return words("not left out with its folder: ", path);
    choice = withPath(choice, path, EntryKind::File, Wanted::Yes);
    if (!isSentBy(choice, path) || isSentBy(choice, other))
        return words("not let in alone: ", path);
    choice = withPath(choice, folder, EntryKind::Folder, Wanted::Yes);
    return isSentBy(choice, path) && choice.rules.empty() ? "" : words("not as before: ", path);
}

} // namespace

class PathRuleTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aRuleNamesItsPathAlone()
    {
        QCOMPARE(ruleFor("README.md", EntryKind::File, Wanted::No).glob, std::string("/README.md"));
        QCOMPARE(ruleFor("src", EntryKind::Folder, Wanted::Yes).glob, std::string("/src/"));
        QCOMPARE(ruleFor("a[1]*?\\b", EntryKind::File, Wanted::Yes).glob,
                 std::string("/a\\[1]\\*\\?\\\\b"));
        const auto choice = with({ruleFor("README.md", EntryKind::File, Wanted::No)});
        QVERIFY(!isSentBy(choice, "README.md"));
        QVERIFY(isSentBy(choice, "docs/README.md"));
    }

    void anyNameCanBeLeftOutAndLetIn()
    {
        QCOMPARE(test::forAll(400, namesAreThemselves), std::string());
    }

    void whatARuleOfTheUsersLeavesOutComesBackByName()
    {
        auto choice = with({{"*.md", false}});
        choice = withPath(choice, "docs/a.md", EntryKind::File, Wanted::Yes);
        QVERIFY(isSentBy(choice, "docs/a.md"));
        QVERIFY(!isSentBy(choice, "docs/b.md"));
        choice = withPath(choice, "docs/a.md", EntryKind::File, Wanted::No);
        QVERIFY(choice == with({{"*.md", false}}));
        const auto twice = with({{"/docs/a.md", false}, {"*.md", false}});
        QVERIFY(isSentBy(withPath(twice, "docs/a.md", EntryKind::File, Wanted::Yes), "docs/a.md"));
    }

    void whatIsLeftOutByItsKindComesBackByName()
    {
        for (const char* folder : {"node_modules", "a/vendor", ".venv"}) {
            const auto path = std::string(folder) + "/deep/x.js";
            QVERIFY2(!isSentBy({}, path), folder);
            const auto choice = withPath({}, folder, EntryKind::Folder, Wanted::Yes);
            QVERIFY2(isSentBy(choice, path), folder);
            QVERIFY(!isSentBy(withPath(choice, folder, EntryKind::Folder, Wanted::No), path));
        }
        QVERIFY(isSentBy(withPath({}, "package-lock.json", EntryKind::File, Wanted::Yes),
                         "package-lock.json"));
    }

    void nothingIsSaidTwice()
    {
        auto choice = withPath({}, "src", EntryKind::Folder, Wanted::No);
        choice = withPath(choice, "src/a.cpp", EntryKind::File, Wanted::No);
        choice = withPath(choice, "src", EntryKind::Folder, Wanted::No);
        QCOMPARE(choice.rules.size(), 1U);
    }
};

std::unique_ptr<QObject> makePathRuleTest()
{
    return std::make_unique<PathRuleTest>();
}

#include "tst_path_rule.moc"
