#include "app/ingest/rules/rules.h"
#include "tests/app/ingest/rules/git_folder.h"
#include "tests/app/ingest/rules/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf::ingest;

namespace {

// Few names, much alike, so that patterns made of the same letters match about one in five.
const std::vector<std::string> kNames = {"a",  "ab",       "b",   "abc", "a b", "a.t", "b.t",
                                         "A",  "a]",       "a-b", "1",   "!a",  "#b",  "a\\",
                                         "a*", "\xc3\xa9", "ba ", "[a]", "~",   "a\t", "abab"};
const std::vector<std::string> kFolders = {"",     "a",   "ab",    "b",      "a/b",
                                           "a/ab", "b/a", "a/b/a", "ab/a b", "a/b/abc"};

/// Makes a tree with each name in each folder; returns its files.
std::vector<std::string> makeTree(GitFolder& folder)
{
    std::vector<std::string> files;
    for (const std::string& path : kFolders) {
        if (!path.empty())
            folder.makeFolder(path);
    }
    for (const std::string& path : kFolders) {
        for (const std::string& name : kNames) {
            const std::string file = path.empty() ? name : path + "/" + name;
            if (std::find(kFolders.begin(), kFolders.end(), file) != kFolders.end())
                continue;
            folder.write(file, "x");
            files.push_back(file);
        }
    }
    return files;
}

constexpr std::string_view kParts[] = {
    "a**/",
    "b/**/a",
    "*a**",
    "a",
    "b",
    "ab",
    "abc",
    "*",
    "*",
    "**",
    "**/",
    "/**",
    "/",
    "/",
    "?",
    "[ab]",
    "[!a]",
    "[^b]",
    "[a-c]",
    "[]a]",
    "[a-]",
    "[]-b]",
    "[[:alpha:]]",
    "[[:punct:]]",
    "[[:space:]]",
    "[![:upper:]",
    "[[:nope:]]",
    "[a",
    "\\a",
    "\\*",
    "\\ ",
    "\\\\",
    "\\",
    " ",
    " ",
    ".t",
    "\t",
    "-",
    "!",
    "#",
    "]",
    "[\\]]",
    "[\\a-c]",
    "a/b",
    "a/",
    "***",
    "\xc3\xa9",
    "[\xc3\xa9]",
    "A",
    "1",
    "~",
    "[[:digit:]b]",
    "[[:",
    "[[:]a]",
    "[b-a]",
    "\\/",
    "[--a]",
    "[!]a]",
    "[a/b]",
    "[[:graph:]]",
    "[[:cntrl:]-z]",
    "\r",
    "[[:xdigit:]]",
};

std::string anyPattern(tf::test::Gen& gen)
{
    std::string pattern;
    for (std::size_t left = 1 + gen.below(gen.oneIn(3) ? 6 : 3); left > 0; --left)
        pattern += gen.pick(kParts);
    if (gen.oneIn(6))
        pattern.insert(0, "!");
    if (gen.oneIn(8))
        pattern.insert(0, "/");
    if (gen.oneIn(8))
        pattern += "/";
    return pattern;
}

std::string anyIgnoreFile(tf::test::Gen& gen, std::size_t mostLines)
{
    static const std::vector<std::string> ends = {"\n", "\n", "\n", "\r\n", " \n", "\n\n"};
    std::string content = gen.oneIn(10) ? "\xef\xbb\xbf" : "";
    for (std::size_t left = 1 + gen.below(mostLines); left > 0; --left)
        content += anyPattern(gen) + gen.pick(ends);
    if (gen.oneIn(4))
        content += anyPattern(gen); // the last line need not end
    return content;
}

/// What the rules say about one path, going down to it as a reader does.
std::string deciding(const std::map<std::string, std::string>& ignoreFiles, const std::string& path,
                     bool isFolder)
{
    Rules rules{RuleChoice()};
    const auto exclude = ignoreFiles.find(".git/info/exclude");
    if (exclude != ignoreFiles.end())
        rules.exclude(exclude->second);
    const auto enter = [&](const std::string& folder) {
        const auto found = ignoreFiles.find(folder.empty() ? ".gitignore" : folder + "/.gitignore");
        rules.enter(folder,
                    found == ignoreFiles.end() ? std::nullopt
                                               : std::optional<std::string_view>(found->second),
                    std::nullopt);
    };
    Verdict verdict;
    enter("");
    for (auto slash = path.find('/'); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
        const auto folder = path.substr(0, slash);
        verdict = rules.folder(folder);
        if (verdict.why != Why::Included)
            break;
        enter(folder);
    }
    if (verdict.why == Why::Included)
        verdict = isFolder ? rules.folder(path) : rules.file(path, 1, Rules::Tracked::No);
    if (verdict.why != Why::IgnoredByGit)
        return "";
    const auto line = verdict.detail.find(" line ");
    const auto colon = verdict.detail.find(':', line);
    return verdict.detail.substr(0, line) + ":" + verdict.detail.substr(line + 6, colon - line - 6);
}

} // namespace

class AsGitTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_files = makeTree(m_folder);
        QCOMPARE(m_folder.problem(), std::string());
    }

    /// Git itself decides: thousands of patterns in nested files against hundreds of paths.
    void decidesAsGit()
    {
        int numIgnored = 0;
        const auto law = [&](tf::test::Gen& gen) { return differs(gen, numIgnored); };
        QCOMPARE(tf::test::forAll(kRounds, law), std::string());
        // Otherwise it would hold for rules that ignore nothing.
        QVERIFY2(numIgnored > kRounds * 10, std::to_string(numIgnored).c_str());
    }

private:
    static constexpr int kRounds = 250;

    std::string differs(tf::test::Gen& gen, int& numIgnored)
    {
        std::map<std::string, std::string> files;
        for (const std::string& folder : kFolders) {
            const auto name = folder.empty() ? ".gitignore" : folder + "/.gitignore";
            m_folder.remove(name);
            if (folder.empty() || gen.oneIn(3))
                files[name] = anyIgnoreFile(gen, gen.oneIn(2) ? 3 : 20);
        }
        files[".git/info/exclude"] = gen.oneIn(2) ? anyIgnoreFile(gen, 5) : "";
        for (const auto& [name, content] : files)
            m_folder.write(name, content);

        std::vector<std::string> paths(kFolders.begin() + 1, kFolders.end());
        const auto numFolders = paths.size();
        paths.insert(paths.end(), m_files.begin(), m_files.end());
        const auto wanted = m_folder.deciding(paths);
        if (!m_folder.problem().empty())
            return m_folder.problem();
        for (std::size_t idx = 0; idx < paths.size(); ++idx) {
            const auto ours = deciding(files, paths[idx], idx < numFolders);
            numIgnored += ours.empty() ? 0 : 1;
            if (ours != wanted[idx])
                return "\"" + paths[idx] + "\": git says \"" + wanted[idx] + "\", we \"" + ours
                    + "\"\n" + shown(files);
        }
        return "";
    }

    static std::string shown(const std::map<std::string, std::string>& files)
    {
        std::string all;
        for (const auto& [name, content] : files)
            all += "--- " + name + "\n" + content + "\n";
        return all;
    }

    GitFolder m_folder;
    std::vector<std::string> m_files;
};

std::unique_ptr<QObject> makeAsGitTest()
{
    return tf::test::make<AsGitTest>();
}

#include "tst_as_git.moc"
