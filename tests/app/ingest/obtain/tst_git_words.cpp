#include "app/ingest/obtain/git_words.h"
#include "tests/app/ingest/obtain/tests.h"
#include "tests/support/test_table.h"

using tf::Code;
using namespace tf::ingest;

/// What git says, understood.
class GitWordsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void progress()
    {
        const auto far = gitProgress("Receiving objects:  45% (450/1000), 1.20 MiB | 2.00 MiB/s");
        QVERIFY(far);
        QCOMPARE(far->doing, std::string("Receiving objects"));
        QCOMPARE(far->done, std::int64_t(450));
        QCOMPARE(far->total, std::int64_t(1000));
        QVERIFY(gitProgress("remote: Counting objects: 100% (3/3), done."));
        for (const char* other :
             {"", "Cloning into bare repository '/source'...", "Receiving objects: 100%",
              "remote: Evil objects: 1% (1/2)", "Receiving objects: (1/2) 3%", "x: 1% (99/"})
            QVERIFY2(!gitProgress(other), other);
    }

    void errors_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("fatal: unable to access 'x': Could not resolve host: x")
            << int(Code::Network);
        QTest::newRow("fatal: could not read Username for 'x': terminal prompts disabled")
            << int(Code::Denied);
        QTest::newRow("fatal: unable to access 'x': SSL certificate problem") << int(Code::Denied);
        QTest::newRow("fatal: Remote branch x not found in upstream origin") << int(Code::NotFound);
        QTest::newRow("fatal: repository 'x' not found") << int(Code::NotFound);
        QTest::newRow("fatal: x/info/refs not valid: is this a git repository?")
            << int(Code::BadInput);
        QTest::newRow("fatal: transport 'http' not allowed") << int(Code::Denied);
        QTest::newRow("bwrap: No permissions to create new namespace") << int(Code::Unsupported);
        QTest::newRow("fatal: early EOF\nerror: index-pack died") << int(Code::Corrupt);
        QTest::newRow("remote: Could not resolve host") << int(Code::Corrupt); // a server's words
        QTest::newRow("") << int(Code::Corrupt);
    }
    void errors()
    {
        QFETCH(int, code);
        const auto error = gitError(QTest::currentDataTag(), "https://me:s3cret@h/x", "main");
        QCOMPARE(error.code, Code(code));
        QVERIFY(error.text.find("s3cret") == std::string::npos);
        QVERIFY(error.text.find("https://h/x at \"main\"") != std::string::npos);
    }

    void whatIsQuotedIsShortAndPlain()
    {
        const auto error = gitError(
            "fatal: \x1b]0;title\x07 https://a:s3cret@h/ " + std::string(5000, 'x'), "h", "");
        QVERIFY(error.text.size() < 500);
        QVERIFY(error.text.find('\x1b') == std::string::npos);
        QVERIFY(error.text.find("s3cret") == std::string::npos);
    }

    void branchOfABundle_data()
    {
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<QByteArray>("branch");
        QTest::addColumn<bool>("isFine");
        const auto row = [](const char* what, const char* names, const char* branch, bool isFine) {
            QTest::newRow(what) << QByteArray(names) << QByteArray(branch) << isFine;
        };
        row("its HEAD is in it", "refs/heads/x HEAD", "", true);
        row("one branch", "refs/heads/x", "x", true);
        row("main first", "refs/heads/x refs/heads/master refs/heads/main refs/heads/y", "main",
            true);
        row("then master", "refs/heads/x refs/heads/master refs/heads/y", "master", true);
        row("tags alone", "refs/tags/v1", "", false);
        row("part of a history", "- refs/heads/x", "", false);
        row("a branch that is an option", "refs/heads/--upload-pack=x", "", false);
        row("nothing", "", "", false);
    }
    void branchOfABundle()
    {
        QFETCH(QByteArray, names);
        QFETCH(QByteArray, branch);
        QFETCH(bool, isFine);
        std::string head = "# v2 git bundle\n";
        for (const QByteArray& name : names.split(' ')) {
            const std::string oid(40, 'a');
            head += name == "-" ? "-" + oid + " words\n" : oid + " " + name.toStdString() + "\n";
        }
        const auto got = bundleBranch(head + "\nPACK");
        QCOMPARE(got.has_value(), isFine);
        if (got)
            QCOMPARE(*got, branch.toStdString());
        QVERIFY(!bundleBranch(head)); // without an end
        QVERIFY(!bundleBranch("x" + head + "\nPACK"));
    }
};

std::unique_ptr<QObject> makeGitWordsTest()
{
    return tf::test::make<GitWordsTest>();
}

#include "tst_git_words.moc"
