#include "app/ingest/rules/rules.h"

#include "tests/app/ingest/rules/tests.h"
#include "tests/support/test_table.h"

#include <map>

using namespace tf;
using namespace tf::ingest;

namespace {

using Files = std::map<std::string, std::string>;

/// What becomes of one file, going down to it as a reader does.
Verdict verdictOf(const RuleChoice& choice, const Files& files, const std::string& path,
                  Rules::Tracked tracked = Rules::Tracked::No)
{
    Rules rules(choice);
    const auto enter = [&](const std::string& folder) {
        const auto find = [&](const char* name) -> std::optional<std::string_view> {
            const auto found = files.find(folder.empty() ? name : folder + "/" + name);
            if (found == files.end())
                return std::nullopt;
            return found->second;
        };
        rules.enter(folder, find(".gitignore"), find(".trifoldignore"));
    };
    enter("");
    for (auto slash = path.find('/'); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
        const auto folder = path.substr(0, slash);
        auto verdict = rules.folder(folder, tracked);
        if (verdict.why != Why::Included)
            return verdict;
        enter(folder);
    }
    return rules.file(path, 10, tracked);
}

RuleChoice ruled(std::initializer_list<const char*> texts)
{
    RuleChoice choice;
    for (const char* text : texts)
        choice.rules.push_back(MUST(parseUserRule(text)));
    return choice;
}

} // namespace

class RulesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theReasonNamesFileAndLine()
    {
        const Files files = {{"src/.gitignore", "# objects\n\n*.t  \n"}};
        QCOMPARE(verdictOf({}, files, "src/a/x.t"),
                 (Verdict{Why::IgnoredByGit, "src/.gitignore line 3: *.t"}));
        QCOMPARE(verdictOf({}, files, "x.t"), Verdict());
    }

    void whatIsTrackedIsNotIgnoredByGit()
    {
        const Files files = {{".gitignore", "gen/\nbuild/\n"}, {".trifoldignore", "old/\n"}};
        QCOMPARE(verdictOf({}, files, "gen/a.t").why, Why::IgnoredByGit);
        QCOMPARE(verdictOf({}, files, "gen/a.t", Rules::Tracked::Yes), Verdict());
        QCOMPARE(verdictOf({}, {}, "build/a.t").why, Why::Generated);
        QCOMPARE(verdictOf({}, {}, "build/a.t", Rules::Tracked::Yes), Verdict());
        QCOMPARE(verdictOf({}, files, "old/a.t", Rules::Tracked::Yes),
                 (Verdict{Why::IgnoredByUs, ".trifoldignore line 1: old/"}));
    }

    void ourIgnoreFileWinsOverGits()
    {
        const Files files = {{".gitignore", "notes/\n.env\n"},
                             {".trifoldignore", "!notes/\n!vendor\n!.env\n!yarn.lock\n"}};
        QCOMPARE(verdictOf({}, files, "notes/a.t"), Verdict());
        QCOMPARE(verdictOf({}, files, "vendor/a.t"), Verdict());
        QCOMPARE(verdictOf({}, files, "yarn.lock"), Verdict());
        // A repository does not decide that secrets are sent.
        QCOMPARE(verdictOf({}, files, ".env").why, Why::Secret);
    }

    void kindsAreTakenByChoice()
    {
        RuleChoice choice;
        choice.takesVendored = choice.takesGenerated = choice.takesLockFiles = true;
        choice.takesIgnored = true;
        const Files files = {{".gitignore", "*\n"}};
        for (const char* path :
             {"node_modules/a.t", "a.min.js", "go.sum", "__pycache__/a.t", "x"}) {
            QVERIFY2(verdictOf({}, files, path).why != Why::Included, path);
            QCOMPARE(verdictOf(choice, files, path), Verdict());
        }
        for (const char* path : {".git/config", ".env", "a.zip"})
            QVERIFY2(verdictOf(choice, files, path).why != Why::Included, path);
    }

    void largeFilesAreLeftOut()
    {
        RuleChoice choice = ruled({"+big.sql", "+data/**"});
        choice.mostBytes = 2 << 20;
        Rules rules(choice);
        rules.enter("", std::nullopt, std::nullopt);
        const auto size = (2 << 20) + 1;
        QCOMPARE(rules.file("a.t", size - 1, Rules::Tracked::No), Verdict());
        QCOMPARE(rules.file("a.t", size, Rules::Tracked::No), (Verdict{Why::TooBig, "over 2 MB"}));
        QCOMPARE(rules.file("big.sql", size, Rules::Tracked::No), Verdict());
        rules.enter("data", std::nullopt, std::nullopt);
        QCOMPARE(rules.file("data/a.t", size, Rules::Tracked::No).why, Why::TooBig);
        rules.leave();
    }

    void theLastRuleWins()
    {
        const auto choice = ruled({"-**/testdata/**", "-docs", "+docs/api", "-*.log"});
        QCOMPARE(verdictOf(choice, {}, "a/testdata/x.t"),
                 (Verdict{Why::Rule, "rule -**/testdata/**"}));
        QCOMPARE(verdictOf(choice, {}, "docs/x.t").why, Why::Rule);
        QCOMPARE(verdictOf(choice, {}, "docs/api/x.t"), Verdict());
        QCOMPARE(verdictOf(choice, {}, "docs/api/x.log").why, Why::Rule);
        QCOMPARE(verdictOf(ruled({"-**", "+*.md"}), {}, "a/b/c.md"), Verdict());
        QCOMPARE(verdictOf(ruled({"-**", "+*.md"}), {}, "a/b/c.txt").why, Why::Rule);
        QCOMPARE(verdictOf(ruled({"+src/**", "-**"}), {}, "src/a.t").why, Why::Rule);
    }

    void aRuleIncludesBelowAnExcludedFolder()
    {
        const Files files = {{".gitignore", "out/\n"}};
        const auto choice = ruled({"+out/report/**", "+node_modules/mine/**"});
        QCOMPARE(verdictOf(choice, files, "out/report/a.t"), Verdict());
        QCOMPARE(verdictOf(choice, files, "out/a.t").why, Why::IgnoredByGit);
        QCOMPARE(verdictOf(choice, files, "node_modules/mine/a.t"), Verdict());
        QCOMPARE(verdictOf(choice, files, "node_modules/mine/node_modules/a.t").why, Why::Vendored);
        QCOMPARE(verdictOf(choice, files, "node_modules/other/a.t").why, Why::Vendored);
        QCOMPARE(verdictOf(choice, files, "src/node_modules/mine/a.t").why, Why::Vendored);
    }

    void aWideRuleDoesNotBringBackKinds()
    {
        const Files files = {{".gitignore", "*.t\n"}};
        const auto wide = ruled({"+src/**"});
        QCOMPARE(verdictOf(wide, files, "src/a.t"), Verdict()); // but what is ignored
        QCOMPARE(verdictOf(wide, files, "src/.env").why, Why::Secret);
        QCOMPARE(verdictOf(wide, files, "src/node_modules/a.c").why, Why::Vendored);
        QCOMPARE(verdictOf(wide, files, "src/go.sum").why, Why::LockFile);
        QCOMPARE(verdictOf(ruled({"+src/.env"}), files, "src/.env"), Verdict());
        QCOMPARE(verdictOf(ruled({"+go.sum"}), files, "src/go.sum"), Verdict());
        QCOMPARE(verdictOf(ruled({"+*.md"}), files, "node_modules/a/b.md").why, Why::Vendored);
    }

    void versionControlIsNeverEntered()
    {
        const auto choice = ruled({"+.git/**", "+.git", "+.git/config", "+*"});
        QCOMPARE(verdictOf(choice, {{".trifoldignore", "!.git\n"}}, ".git/config").why,
                 Why::VersionControl);
        QCOMPARE(verdictOf(choice, {}, "a/.git").why, Why::VersionControl);
        QCOMPARE(verdictOf(choice, {}, "a.zip").why, Why::Binary);
    }

    void generatedContentComesBackByName()
    {
        const std::string_view head = "// @generated\n";
        const auto content = [&](const RuleChoice& choice) {
            Rules rules(choice);
            rules.enter("", std::nullopt, std::nullopt);
            return rules.content("a.js", head).why;
        };
        QCOMPARE(content({}), Why::Generated);
        QCOMPARE(content(ruled({"+a.js"})), Why::Included);
        QCOMPARE(content(ruled({"+**"})), Why::Generated);
        RuleChoice choice;
        choice.takesGenerated = true;
        QCOMPARE(content(choice), Why::Included);
    }
};

std::unique_ptr<QObject> makeRulesTest()
{
    return test::make<RulesTest>();
}

#include "tst_rules.moc"
