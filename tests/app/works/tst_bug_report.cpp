// A report is read off the headings that models write, and written so that it is one again.

#include "app/works/bug_report.h"
#include "tests/app/works/tests.h"
#include "tests/support/test_table.h"

using tf::works::bugReport;
using tf::works::Confidence;

namespace {

const char* const kReport = R"(# Title: The spinner never stops

## Environment
Trifold 0.1, Linux

## Steps to reproduce
1. Open a session [00:02]
2. Pull the network cable [00:07]
   and wait
3. Press Send [00:09]

## Expected
A sentence that says what is wrong.

## Actual
The spinner goes on.

## First bad frame
[00:11]: the spinner restarts

## Suspect files
- `net/retry.cpp:42` - high: the delay is never capped
- `ui/spinner.cpp:7-9` (30 %) restarts on every signal
- something else

## Open questions
- Which version of the server?

## Test idea
Send without a network and count the restarts.
)";

} // namespace

class BugReportTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void asItIsAskedFor()
    {
        const auto report = bugReport(kReport);
        QVERIFY(report.has_value());
        QCOMPARE(report->title, std::string("The spinner never stops"));
        QCOMPARE(report->environment, std::string("Trifold 0.1, Linux"));
        QCOMPARE(report->steps.size(), 3U);
        QCOMPARE(report->steps[1].text, std::string("Pull the network cable [00:07] and wait"));
        QCOMPARE(*report->steps[1].seconds, 7.0);
        QCOMPARE(report->actual, std::string("The spinner goes on."));
        QCOMPARE(*report->firstBadFrame.seconds, 11.0);
        QCOMPARE(report->suspects.size(), 3U);
        QCOMPARE(report->suspects[0].path, std::string("net/retry.cpp"));
        QCOMPARE(report->suspects[0].line, 42);
        QVERIFY(report->suspects[0].confidence == Confidence::High);
        QVERIFY(report->suspects[1].confidence == Confidence::Low);
        QVERIFY(report->suspects[2].path.empty());
        QVERIFY(report->suspects[2].confidence == Confidence::Unsaid);
        QCOMPARE(report->questions.size(), 1U);
        QVERIFY(report->testIdea.starts_with("Send without"));
    }

    void writtenAndReadAgainItIsTheSame()
    {
        const auto report = bugReport(kReport);
        const auto again = bugReport(tf::works::asMarkdown(*report));
        QVERIFY(again.has_value());
        QVERIFY(*again == *report);
    }

    void inBoldLabels()
    {
        const auto report = bugReport("## The button is dead\n\n**Environment:** Firefox\n\n"
                                      "**Steps to Reproduce**\n- Click it [01:02]\n\n"
                                      "**Expected behaviour:** a page\n**Actual:** nothing\n");
        QVERIFY(report.has_value());
        QCOMPARE(report->title, std::string("The button is dead"));
        QCOMPARE(report->environment, std::string("Firefox"));
        QCOMPARE(*report->steps[0].seconds, 62.0);
        QCOMPARE(report->expected, std::string("a page"));
        QCOMPARE(report->actual, std::string("nothing"));
    }

    void otherAnswersAreNone_data()
    {
        QTest::addColumn<std::string>("answer");
        QTest::newRow("words") << std::string("The cap is lost in `net/retry.cpp:42`.");
        QTest::newRow("steps alone") << std::string("## Steps\n1. Build it\n2. Run it\n");
        QTest::newRow("no steps") << std::string("## Expected\nx\n## Actual\ny\n");
        QTest::newRow("nothing") << std::string();
    }
    void otherAnswersAreNone()
    {
        QFETCH(std::string, answer);
        QVERIFY(!bugReport(answer).has_value());
    }
};

std::unique_ptr<QObject> makeBugReportTest()
{
    return std::make_unique<BugReportTest>();
}

#include "tst_bug_report.moc"
