#include "kernels/base/result.h"
#include "tests/kernels/base/tests.h"
#include "tests/support/test_table.h"

#include <functional>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Ending {
    bool aborted;
    std::string words; // what it said on standard error
};

/// Runs `body` in a child process and tells how it ended.
Ending endingOf(const std::function<void()>& body)
{
    int pipeEnds[2];
    if (pipe(pipeEnds) != 0)
        return {false, "no pipe"};
    const pid_t child = fork();
    if (child == 0) {
        dup2(pipeEnds[1], STDERR_FILENO);
        body();
        _exit(0);
    }
    close(pipeEnds[1]);
    Ending ending{false, {}};
    char buffer[256];
    for (ssize_t count = 0; (count = read(pipeEnds[0], buffer, sizeof buffer)) > 0;)
        ending.words.append(buffer, static_cast<std::size_t>(count));
    close(pipeEnds[0]);
    int status = 0;
    waitpid(child, &status, 0);
    ending.aborted = WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
    return ending;
}

} // namespace

class CheckTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void trueConditionPasses() { CHECK(1 + 1 == 2, "arithmetic"); }

    void falseConditionSaysWhereAndAborts()
    {
        const Ending ending = endingOf([] { CHECK(1 > 2, "one is less"); });
        QVERIFY(ending.aborted);
        QVERIFY2(ending.words.find("tst_check.cpp") != std::string::npos, ending.words.c_str());
        QVERIFY2(ending.words.find("1 > 2: one is less") != std::string::npos,
                 ending.words.c_str());
    }

    void unreachableAborts()
    {
        QVERIFY(endingOf([] { UNREACHABLE(); }).aborted);
    }

    void mustAbortsWithTheErrorsWords()
    {
        const Ending ending = endingOf([] {
            tf::Result<int> failed = tf::Error(tf::Code::NotFound, "no such shard");
            static_cast<void>(MUST(std::move(failed)));
        });
        QVERIFY(ending.aborted);
        QVERIFY2(ending.words.find("no such shard") != std::string::npos, ending.words.c_str());
    }
};

std::unique_ptr<QObject> makeCheckTest()
{
    return std::make_unique<CheckTest>();
}

#include "tst_check.moc"
