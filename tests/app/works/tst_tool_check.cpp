// Tools see a copy and nothing else; what is not installed has not run.

#include "app/works/tool_check.h"
#include "kernels/base/words.h"
#include "tests/app/works/tests.h"
#include "tests/support/test_table.h"

#include <QFile>
#include <QTemporaryDir>

#include <thread>

using namespace tf::works;
namespace fs = std::filesystem;

namespace {

/// A private PATH with tools that are scripts.
class Tools {
public:
    void add(const char* name, const QByteArray& script) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    [[nodiscard]] ToolPlaces places() const { return {{m_folder.path().toStdString()}}; }

private:
    QTemporaryDir m_folder;
};

const std::vector<AnswerFile> kTerraform = {{"main.tf", "locals {\n  a = 1\n}\n", "hcl"}};

std::vector<CheckResult> check(const std::vector<AnswerFile>& files, const ToolPlaces& places)
{
    auto results = runChecks(files, places, {});
    if (!results)
        qFatal("%s", results.error().describe().c_str());
    return std::move(*results);
}

/// The reason is the machine's, not the test's.
bool hasBox()
{
    const Tools tools;
    tools.add("terraform", "exit 0\n");
    return check(kTerraform, tools.places())[0].state == CheckState::Passed;
}

} // namespace

class ToolCheckTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotInstalledHasNotRun()
    {
        const Tools none;
        const std::vector<AnswerFile> files = {{"main.tf", "", ""},
                                               {"k8s/a.yaml", "kind: Pod\n", ""},
                                               {"compose.yaml", "services:\n", ""}};
        const auto results = check(files, none.places());
        QCOMPARE(results.size(), 4U);
        for (const CheckResult& result : results) {
            QVERIFY(result.state == CheckState::NotRun);
            QVERIFY(result.reason.find("installed") != std::string::npos);
        }
        QCOMPARE(checksFor(files).size(), 4U);
        QVERIFY(checksFor(std::vector<AnswerFile>{{"a.md", "", ""}}).empty());
    }

    void withoutABoxNothingRuns()
    {
        const Tools tools;
        tools.add("terraform", "exit 0\n");
        ToolPlaces places = tools.places();
        places.box = "/nonexistent/bwrap";
        for (const CheckResult& result : check(kTerraform, places))
            QVERIFY(result.state == CheckState::NotRun);
    }

    void exitCodesCount()
    {
        if (!hasBox())
            QSKIP("there is no bubblewrap that works");
        const Tools tools;
        tools.add("terraform",
                  "case \"$1\" in fmt) echo main.tf; exit 3;; init) exit 0;; "
                  "validate) echo 'Error: x'; echo '  on main.tf line 2:'; exit 1;; esac\n");
        const auto results = check(kTerraform, tools.places());
        QCOMPARE(results.size(), 2U);
        QCOMPARE(results[0].name, std::string("terraform fmt"));
        QVERIFY(results[0].state == CheckState::Failed);
        QCOMPARE(results[0].path, std::string("main.tf"));
        QVERIFY(results[1].state == CheckState::Failed);
        QCOMPARE(results[1].line, 2);
    }

    void pluginsThatWouldBeFetchedAreNoFailure()
    {
        if (!hasBox())
            QSKIP("there is no bubblewrap that works");
        const Tools tools;
        tools.add("tofu",
                  "[ \"$1\" = init ] || exit 0\n"
                  "echo 'Error: Failed to query available provider packages'; exit 1\n");
        const auto results = check(kTerraform, tools.places());
        QVERIFY(results[0].state == CheckState::Passed);
        QCOMPARE(results[1].name, std::string("tofu validate"));
        QVERIFY(results[1].state == CheckState::NotRun);
        QVERIFY(!results[1].reason.empty());
    }

    void theBoxHoldsNothingOfTheUsers()
    {
        if (!hasBox())
            QSKIP("there is no bubblewrap that works");
        qputenv("TRIFOLD_TEST_SECRET", "in the environment");
        const Tools tools;
        tools.add("terraform",
                  "echo \"env=$TRIFOLD_TEST_SECRET home=$HOME\"\nls /root /home /etc/passwd 2>&1\n"
                  "cat main.tf\necho x > main.tf\nexit 1\n");
        const auto results = check(kTerraform, tools.places());
        qunsetenv("TRIFOLD_TEST_SECRET");
        const std::string& said = results[0].said;
        QVERIFY2(said.find("env= home=/tmp") != std::string::npos, said.c_str());
        QVERIFY2(said.find("cannot access '/etc/passwd'") != std::string::npos, said.c_str());
        QVERIFY(said.find("cannot access '/root'") != std::string::npos);
        QVERIFY(said.find("a = 1") != std::string::npos);
    }

    void thereIsNoNetwork()
    {
        if (!hasBox())
            QSKIP("there is no bubblewrap that works");
        ToolRun run{
            "/usr/bin/bash", {"-c", "exec 3<>/dev/tcp/192.0.2.1/80"}, fs::temp_directory_path()};
        run.mostTime = std::chrono::seconds(10);
        const auto end = runTool(run, {});
        QVERIFY(end.has_value());
        QVERIFY2(end->said.find("Network is unreachable") != std::string::npos, end->said.c_str());
    }

    void whatTakesTooLongIsEnded()
    {
        if (!hasBox())
            QSKIP("there is no bubblewrap that works");
        ToolRun run{"/usr/bin/sleep", {"30"}, fs::temp_directory_path()};
        run.mostTime = std::chrono::milliseconds(200);
        const auto end = runTool(run, {});
        QVERIFY(end->isLate);
    }

    void itCanBeStopped()
    {
        if (!hasBox())
            QSKIP("there is no bubblewrap that works");
        const Tools tools;
        tools.add("terraform", "sleep 30\n");
        const tf::CancelSource stop;
        std::thread later([&stop] {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            tf::CancelSource(stop).cancel();
        });
        const auto results = runChecks(kTerraform, tools.places(), stop.token());
        later.join();
        QVERIFY(results.error().code == tf::Code::Cancelled);
    }

    void muchOutputIsCut()
    {
        if (!hasBox())
            QSKIP("there is no bubblewrap that works");
        const Tools tools;
        tools.add("terraform", "head -c 3000000 /dev/zero | tr '\\0' x; exit 1\n");
        QVERIFY(check(kTerraform, tools.places())[0].said.size() < 200'000);
    }

    /// Where the real one is installed.
    void terraformItself()
    {
        const ToolPlaces places = toolPlaces();
        const auto results = check({{"main.tf", "locals {\na = 1\n", "hcl"}}, places);
        if (results[0].state == CheckState::NotRun)
            QSKIP("terraform does not run here");
        QVERIFY(results[1].state == CheckState::Failed);
        const auto good = check(kTerraform, places);
        QVERIFY2(good[0].state == CheckState::Passed, good[0].said.c_str());
        QVERIFY2(good[1].state == CheckState::Passed, good[1].said.c_str());
        const auto wants = check({{"main.tf", "resource \"aws_vpc\" \"a\" {}\n", "hcl"}}, places);
        QVERIFY2(wants[1].state == CheckState::NotRun, wants[1].said.c_str());
    }

    void kubectlItself()
    {
        const auto results =
            check({{"a.yaml", "apiVersion: v1\nkind: Pod\n", "yaml"}}, toolPlaces());
        QVERIFY2(results[0].state == CheckState::NotRun, results[0].said.c_str());
        QVERIFY(!results[0].reason.empty());
    }
};

std::unique_ptr<QObject> makeToolCheckTest()
{
    return std::make_unique<ToolCheckTest>();
}

#include "tst_tool_check.moc"
