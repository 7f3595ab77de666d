// Files are found where models name them, and none leads out of a folder.

#include "app/works/answer_files.h"
#include "app/works/safe_path.h"
#include "tests/app/works/tests.h"
#include "tests/support/test_table.h"

using tf::works::answerFiles;

namespace {

std::string pathsOf(const tf::works::AnswerFiles& found)
{
    std::string paths;
    for (const auto& file : found.files)
        paths += (paths.empty() ? "" : " ") + file.path;
    return paths;
}

} // namespace

class AnswerFilesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aPathIsFound_data()
    {
        QTest::addColumn<std::string>("answer");
        QTest::addColumn<std::string>("paths");
        const auto row = [](const char* name, std::string answer, std::string paths) {
            QTest::newRow(name) << std::move(answer) << std::move(paths);
        };
        row("behind the language", "```hcl main.tf\nx\n```\n", "main.tf");
        row("in place of it", "```main.tf\nx\n```\n", "main.tf");
        row("glued to it", "```hcl:net/main.tf\nx\n```\n", "net/main.tf");
        row("as path=", "```yaml path=\"k8s/web.yaml\"\nx\n```\n", "k8s/web.yaml");
        row("as title=", "```yaml title='k8s/web.yaml'\nx\n```\n", "k8s/web.yaml");
        row("in a comment", "```hcl\n# main.tf\nx\n```\n", "main.tf");
        row("in a comment with a label", "```cpp\n// file: src/a.cpp\nx\n```\n", "src/a.cpp");
        row("in a block comment", "```css\n/* a.css */\nx\n```\n", "a.css");
        row("in a heading", "### `main.tf`\n\n```hcl\nx\n```\n", "main.tf");
        row("in bold", "**k8s/web.yaml**\n```yaml\nx\n```\n", "k8s/web.yaml");
        row("in bold with a colon", "**File: `k8s/web.yaml`:**\n```yaml\nx\n```\n", "k8s/web.yaml");
        row("numbered", "1. `main.tf`:\n   ```hcl\n   x\n   ```\n", "main.tf");
        row("a known bare name", "```Dockerfile Dockerfile\nFROM x\n```\n", "Dockerfile");
        row("a dot file", "```sh .env\nA=1\n```\n", ".env");
        row("here and no further", "```hcl ./main.tf\nx\n```\n", "main.tf");
        row("several", "```hcl a.tf\n```\n~~~yaml b.yaml\n~~~\n", "a.tf b.yaml");
        row("not from words", "See `main.tf` for more:\n```hcl\nx\n```\n", "");
        row("not of a patch", "```diff main.tf\n-x\n```\n", "");
        row("not of a plain block", "```json\n{\"nodes\": []}\n```\n", "");
        row("not from a number", "### 1.2\n```hcl\nx\n```\n", "");
        row("not from an address", "```hcl https://a.b/c.tf\nx\n```\n", "");
    }
    void aPathIsFound()
    {
        QFETCH(std::string, answer);
        QFETCH(std::string, paths);
        QCOMPARE(pathsOf(answerFiles(answer)), paths);
    }

    void theLastVersionCounts()
    {
        const auto found = answerFiles("```hcl a.tf\none\n```\n```hcl b.tf\n```\n"
                                       "```hcl a.tf\ntwo\n```\n");
        QCOMPARE(found.files.size(), 2U);
        QCOMPARE(found.files[0].text, std::string("two\n"));
        QCOMPARE(found.files[0].numVersions, 2);
        QCOMPARE(found.files[0].language, std::string("hcl"));
        QVERIFY(found.files[0].isWhole);
    }

    void anAnswerMayEndWithinAFile()
    {
        const auto found = answerFiles("```hcl a.tf\nresource {\n");
        QCOMPARE(found.files.size(), 1U);
        QVERIFY(!found.files[0].isWhole);
    }

    void fencesWithinAFenceAreItsText()
    {
        const auto found = answerFiles("````markdown README.md\n```hcl a.tf\nx\n```\n````\n");
        QCOMPARE(pathsOf(found), std::string("README.md"));
        QCOMPARE(found.files[0].text, std::string("```hcl a.tf\nx\n```\n"));
    }

    void unsafePathsAreRefused_data()
    {
        QTest::addColumn<std::string>("path");
        for (const char* path :
             {"../a.tf", "a/../../b.tf", "/etc/x.conf", "~/a.tf", "C:/a.tf", "a\\b.tf", "con.tf",
              "a/NUL.txt", "lpt1.tf", "a./b.tf", "a|b.tf", ".git/hooks/x.sh", "sub/.GIT/config.x",
              "a\xE2\x80\xAE.tf", "a\xE2\x80\x8B.tf", "a\x01.tf", "a\xFF.tf", "a//b.tf",
              "./../a.tf"})
            QTest::newRow(path) << std::string(path);
        QTest::newRow("a long name") << std::string(256, 'a') + ".tf";
        QTest::newRow("a deep path") << [] {
            std::string path;
            for (int depth = 0; depth < 40; ++depth)
                path += "a/";
            return path + "b.tf";
        }();
    }
    void unsafePathsAreRefused()
    {
        QFETCH(std::string, path);
        QVERIFY(tf::works::whyUnsafe(path).has_value());
        const auto found = answerFiles("```hcl path=\"" + path + "\"\nx\n```\n");
        QCOMPARE(found.files.size(), 0U);
        QCOMPARE(found.refused.size(), 1U);
        QVERIFY(!found.refused[0].reason.empty());
    }

    void safePathsAreNot_data()
    {
        QTest::addColumn<std::string>("path");
        for (const char* path : {"main.tf", "a/b/c.yaml", ".github/workflows/ci.yml", "a..b/c.tf",
                                 "icon.con.tf", "\xC3\xBC.tf", ".gitignore", "console.tf"})
            QTest::newRow(path) << std::string(path);
    }
    void safePathsAreNot()
    {
        QFETCH(std::string, path);
        QVERIFY(!tf::works::whyUnsafe(path).has_value());
    }

    void namesThatDifferInLettersAloneAreRefused()
    {
        const auto found = answerFiles("```hcl Main.tf\n```\n```hcl main.tf\n```\n"
                                       "```hcl a.tf/b.tf\n```\n```hcl a.tf\n```\n");
        QCOMPARE(pathsOf(found), std::string("Main.tf a.tf/b.tf"));
        QCOMPARE(found.refused.size(), 2U);
    }

    void aFileIsNoFolder()
    {
        const auto found = answerFiles("```hcl a.tf\n```\n```hcl a.tf/b.tf\n```\n");
        QCOMPARE(pathsOf(found), std::string("a.tf"));
        QCOMPARE(found.refused.size(), 1U);
    }

    void thereAreLimits()
    {
        std::string answer = "```hcl large.tf\n" + std::string((1U << 20U) + 1, 'x') + "\n```\n";
        QCOMPARE(answerFiles(answer).refused.size(), 1U);
        answer.clear();
        for (int number = 0; number < 600; ++number)
            answer += "```hcl a" + std::to_string(number) + ".tf\n```\n";
        QCOMPARE(answerFiles(answer).files.size(), 500U);
    }
};

std::unique_ptr<QObject> makeAnswerFilesTest()
{
    return std::make_unique<AnswerFilesTest>();
}

#include "tst_answer_files.moc"
