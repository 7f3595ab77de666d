// m3 ask --repo, as a user would run it: what of a real repository reaches a real server, what is
// kept of it, and what comes of the places that the answer cites.

#include "tests/app/cli/asked_m3.h"
#include "tests/app/cli/git_folder.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"
#include "tests/support/user_namespaces.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace tf::test;

class AskRepositoryTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_git.write("src/a.c", "int a(void)\n{\n    return 1;\n}\n");
        m_git.write("README.md", "# Tree\n");
        m_git.write(".gitignore", "*.log\n");
        m_git.write("build.log", "canary of the log\n");
        m_git.write(".env", "PASSWORD=canary-of-the-file\n");
        m_git.write("logo.png", "\x89PNG canary of the picture");
        m_git.write("table.csv", QByteArray("1,2,3\n").repeated(200));
        m_git.run({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
        m_git.run({u"add"_s, u"-A"_s, u"-f"_s});
        m_git.run({u"rm"_s, u"-q"_s, u"--cached"_s, u"build.log"_s, u".env"_s});
        m_git.run({u"commit"_s, u"-q"_s, u"-m"_s, u"one"_s});
        m_secretGit.write("src/key.c",
                          "// a key\nconst char* key = \"" + kFoundSecret + "\";\nint x;\n");
    }
    void init()
    {
        TestCase::init();
        m_m3 = std::make_unique<AskedM3>();
    }
    void cleanup() { m_m3.reset(); }

    void whatIsPackedReachesTheServerFirst()
    {
        const M3Run run = ask({u"What is it?"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY2(run.err.contains("sends 4 files of ") && run.err.contains(", ≈"),
                 run.err.constData());
        const QString text = m_m3->path(u"pack"_s);
        QCOMPARE(m_m3->run({u"ingest"_s, m_git.path(), u"--text"_s, text}).exitCode, 0);
        const QJsonArray parts = m_m3->sentParts();
        QCOMPARE(parts.size(), qsizetype(3));
        QCOMPARE(wordsOf(parts, 0).toUtf8(), contentOf(text));
        QVERIFY(wordsOf(parts, 0).contains(u"=== src/a.c ===\n1\tint a(void)\n"_s));
        QVERIFY2(wordsOf(parts, 1).contains(u"`path:line`"_s), qPrintable(wordsOf(parts, 1)));
        QCOMPARE(wordsOf(parts, 2), u"What is it?"_s);
        QVERIFY(!m_m3->server->requests.at(0).body.contains("canary"));
    }

    void theSessionKeepsWhatWasSentOfTheRepository()
    {
        QCOMPARE(ask({u"--budget"_s, u"4000"_s, u"?"_s}).exitCode, 0);
        const QJsonObject session = m_m3->keptSession();
        const QJsonObject source = session["sources"_L1][0].toObject();
        QCOMPARE(source["kind"_L1].toString(), u"repository"_s);
        QCOMPARE(source["place"_L1].toString(), m_git.path());
        QCOMPARE(source["commit"_L1].toString(), m_git.run({u"rev-parse"_s, u"HEAD"_s}));
        const QJsonObject question = session["turns"_L1][0]["question"_L1].toObject();
        QCOMPARE(question["settings"_L1]["budget"_L1].toInt(), 4000);
        QVERIFY(!question.contains("overrides"_L1));
        const QJsonArray manifest = question["manifest"_L1].toArray();
        QStringList paths;
        for (const QJsonValue& item : manifest)
            paths << item["path"_L1].toString();
        QCOMPARE(paths,
                 QStringList({u".gitignore"_s, u"README.md"_s, u"src/a.c"_s, u"table.csv"_s,
                              u"question"_s}));
        QCOMPARE(manifest[2]["blob"_L1].toString(), m_git.run({u"rev-parse"_s, u"HEAD:src/a.c"_s}));
        QCOMPARE(manifest[2]["last"_L1].toInt(), 4);
        QVERIFY(manifest[2]["tokens"_L1].toInt() > 0);
    }

    /// A bundle is fetched by git in its box, an archive unpacked in another: what is sent of them
    /// is what the repository itself would send.
    void bundlesAndArchivesAreSourcesToo()
    {
        const QTemporaryDir folder;
        const QString bundle = folder.filePath(u"tree.bundle"_s);
        const QString archive = folder.filePath(u"tree.tar.gz"_s);
        m_git.run({u"bundle"_s, u"create"_s, u"-q"_s, bundle, u"main"_s});
        m_git.run({u"archive"_s, u"-o"_s, archive, u"main"_s});
        const QString commit = m_git.run({u"rev-parse"_s, u"HEAD"_s});
        for (const QString& named : {bundle, archive}) {
            if (named == bundle && !hasUserNamespaces())
                continue; // git's box cannot be made
            m_m3 = std::make_unique<AskedM3>();
            const M3Run run = m_m3->ask({u"--repo"_s, named, u"--rule"_s, u"-*.csv"_s, u"?"_s});
            QVERIFY2(run.exitCode == 0, run.err.constData());
            const QString pack = wordsOf(m_m3->sentParts(), 0);
            QVERIFY2(pack.contains(u"=== src/a.c ===\n1\tint a(void)\n"_s), qPrintable(pack));
            QVERIFY2(pack.contains(u"=== end of tree: 3 files"_s), qPrintable(pack));
            QCOMPARE(pack.contains(commit), named == bundle);
            QVERIFY(!pack.contains(u"canary"_s));
            QCOMPARE(m_m3->keptSession()["sources"_L1][0]["place"_L1].toString(), named);
        }
    }

    void whatIsNoSourceIsSaidBeforeAnythingIsSent()
    {
        const QString file = m_m3->path(u"no.zip"_s);
        QVERIFY(QFile::copy(m_git.path() + u"/src/a.c"_s, file));
        for (const QString& named :
             {file, m_m3->path(u"nothing"_s), u"ssh://host/x"_s, u"https://name:word@host/x"_s}) {
            const M3Run run = m_m3->ask({u"--repo"_s, named, u"?"_s});
            QCOMPARE(run.exitCode, 1);
            QVERIFY(!run.err.contains("word@"));
        }
        const M3Run far =
            m_m3->ask({u"--local-only"_s, u"--repo"_s, u"https://example.invalid/x.git"_s, u"?"_s});
        QCOMPARE(far.exitCode, 1);
        QVERIFY2(far.err.contains("keep data on this machine"), far.err.constData());
        QVERIFY(m_m3->server->requests.isEmpty());
    }

    /// All words of the request together, by the same tokenizer.
    void anExactBudgetIsKept()
    {
        const QString tokenizer = m_m3->path(u"tokenizer.json"_s);
        QVERIFY(QFile::copy(kSmallTokenizer, tokenizer));
        const M3Run run = ask({u"--budget"_s, u"300"_s, u"--tokenizer"_s, tokenizer, u"?"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY2(run.err.contains("1 file is cut to fit:\nm3 ask:   table.csv, "),
                 run.err.constData());
        QVERIFY(!run.err.contains("≈"));
        QByteArray words;
        for (const QJsonValue& part : m_m3->sentParts())
            words += part["text"_L1].toString().toUtf8();
        QVERIFY(!words.contains("table.csv") && words.contains("src/a.c"));
        const M3Run ids =
            m_m3->run({u"tokenize"_s, u"--tokenizer"_s, tokenizer, u"--raw"_s}, words);
        const auto numTokens = ids.out.count(',') + 1;
        QVERIFY2(numTokens <= 300 && numTokens > 100, QByteArray::number(numTokens).constData());
        QCOMPARE(ask({u"--budget"_s, u"20"_s, u"?"_s}).exitCode, 1);
        QCOMPARE(m_m3->server->requests.size(), 1);
    }

    void rulesChooseWhatIsSent()
    {
        QCOMPARE(ask({u"--rule"_s, u"-**"_s, u"--rule"_s, u"+src"_s, u"?"_s}).exitCode, 0);
        const QString pack = wordsOf(m_m3->sentParts(), 0);
        QVERIFY(pack.contains(u"src/a.c"_s) && !pack.contains(u"README"_s));
    }

    void secretsStopWhatLeavesThisMachine_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("place");
        const QString secret = QString::fromLatin1(kFoundSecret);
        QTest::newRow("a file") << QStringList({u"--repo"_s, m_secretGit.path(), u"?"_s})
                                << QByteArray("src/key.c:2: ");
        QTest::newRow("the question")
            << QStringList({u"my key is "_s + secret}) << QByteArray("question:1: ");
        QTest::newRow("the system message")
            << QStringList({u"--system"_s, u"a\n"_s + secret, u"?"_s})
            << QByteArray("system message:2: ");
    }
    void secretsStopWhatLeavesThisMachine()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, place);
        const M3Run run = m3Outside(options);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains(place), run.err.constData());
        QVERIFY2(run.err.contains("begins AKIA\n"), run.err.constData());
        QVERIFY(!run.err.contains(kFoundSecret) && run.out.isEmpty());
        QVERIFY(m_m3->server->requests.isEmpty());
        QVERIFY(m_m3->keptSession().isEmpty());
    }

    void aSecretIsReplacedOnRequest()
    {
        const M3Run run = m3Outside({u"--redact"_s, u"--repo"_s, m_secretGit.path(),
                                     u"Is "_s + QString::fromLatin1(kFoundSecret) + u" good?"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY(!m_m3->server->requests.at(0).body.contains(kFoundSecret));
        const QString pack = wordsOf(m_m3->sentParts(), 0);
        QVERIFY2(pack.contains(u"[REDACTED "_s), qPrintable(pack));
        QVERIFY2(pack.contains(u"\n3\tint x;\n"_s), qPrintable(pack));
        const QByteArray kept = m_m3->exported();
        QVERIFY(!kept.contains(kFoundSecret));
        QCOMPARE(overrides().size(), qsizetype(2));
        QVERIFY(overrides()[1].toString().contains(u" at src/key.c:2 was replaced"_s));
    }

    void aSecretIsSentOnRequestAndThatIsKept()
    {
        const M3Run run = m3Outside({u"--send-secrets"_s, u"--repo"_s, m_secretGit.path(), u"?"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY(m_m3->server->requests.at(0).body.contains(kFoundSecret));
        QVERIFY2(run.err.contains("these are sent, as you wish"), run.err.constData());
        QCOMPARE(overrides().size(), qsizetype(1));
        const M3Run shown = m_m3->run({u"export"_s, u"--as"_s, u"markdown"_s});
        QVERIFY2(shown.out.contains("at src/key.c:2 was sent although"), shown.out.constData());
        QVERIFY(!shown.out.contains(kFoundSecret));
    }

    void aSecretInANameStopsWhatWouldBeReplaced()
    {
        GitFolder folder;
        folder.write("notes_" + kFoundSecret + ".txt", "nothing\n");
        folder.write("other.txt", "nothing\n");
        const QStringList options = {u"--redact"_s, u"--repo"_s, folder.path(), u"?"_s};
        const M3Run run = m3Outside(options);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("a file's name:1: "), run.err.constData());
        QVERIFY(!run.err.contains(kFoundSecret));
        QVERIFY(m_m3->server->requests.isEmpty());
        const M3Run without = m_m3->run(
            QStringList{u"ask"_s, u"--endpoint"_s, u"far"_s, u"--rule"_s, u"-notes_*"_s} + options);
        QVERIFY2(without.exitCode == 0, without.err.constData());
    }

    void onThisMachineNothingIsLookedFor()
    {
        const QStringList options = {u"--repo"_s, m_secretGit.path(), u"?"_s};
        QCOMPARE(m_m3->ask(options).exitCode, 0);
        QVERIFY(m_m3->server->requests.at(0).body.contains(kFoundSecret));
        QVERIFY(overrides().isEmpty());
        QCOMPARE(m_m3->ask(QStringList{u"--redact"_s} + options).exitCode, 0);
        QVERIFY(!m_m3->server->requests.at(1).body.contains(kFoundSecret));
    }

    void citedPlacesAreChecked()
    {
        m_m3->answer = streamOf({contentChunk("See `src/a.c:2-3`, a.c:9"),
                                 contentChunk("9 and src/b.c:1."), stopChunk(), "[DONE]"});
        const M3Run run = ask({u"?"_s});
        QVERIFY2(run.err.contains("3 places cited, 2 do not hold:\n"
                                  "m3 ask:   a.c:99: the file has fewer lines\n"
                                  "m3 ask:   src/b.c:1: no file of that name was sent\n"),
                 run.err.constData());
        QJsonObject event;
        for (const QByteArray& line : ask({u"--json"_s, u"?"_s}).out.split('\n')) {
            if (objectOf(line)["event"_L1].toString() == u"citations")
                event = objectOf(line);
        }
        QCOMPARE(event["items"_L1].toArray().size(), qsizetype(3));
        QCOMPARE(event["items"_L1][0]["state"_L1].toString(), u"sent"_s);
        QCOMPARE(event["items"_L1][0]["last"_L1].toInt(), 3);
        QCOMPARE(event["items"_L1][1]["path"_L1].toString(), u"src/a.c"_s);
        QCOMPARE(event["items"_L1][2]["state"_L1].toString(), u"no_such_file"_s);
        m_m3->answer = plainAnswer(400, "{}");
        const QByteArray told = ask({u"?"_s}).err;
        QVERIFY2(!told.contains("cite"), told.constData()); // there is no answer
    }

    /// The same words in one piece make the same prompt, and so the same answer.
    void aModelOnThisMachineReadsThePack()
    {
        const QStringList local = {u"ask"_s,     u"--model"_s,      kTalkModel, u"--temperature"_s,
                                   u"0"_s,       u"--max-tokens"_s, u"3"_s,     u"--stats"_s,
                                   u"--think"_s, u"disabled"_s};
        const M3Run run = m_m3->run(local + QStringList{u"--repo"_s, m_git.path(), u"Hi"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY2(run.err.contains("sends 4 files of ") && !run.err.contains("≈"),
                 run.err.constData());
        QCOMPARE(ask({u"Hi"_s}).exitCode, 0);
        QByteArray words;
        for (const QJsonValue& part : m_m3->sentParts())
            words += part["text"_L1].toString().toUtf8();
        const M3Run whole = m_m3->run(local, words);
        QCOMPARE(run.out, whole.out);
        const auto stats = [](const M3Run& of) {
            return QString::fromUtf8(of.err).mid(of.err.indexOf("prompt "));
        };
        QVERIFY2(stats(whole).startsWith(u"prompt "_s), whole.err.constData());
        QCOMPARE(stats(run).section(u',', 0, 0), stats(whole).section(u',', 0, 0));
    }

    void whatAModelOnThisMachineAnswersIsKept()
    {
        const QStringList local = {u"ask"_s, u"--model"_s, kTalkModel,   u"--max-tokens"_s,
                                   u"2"_s,   u"--repo"_s,  m_git.path(), u"Hi"_s};
        QCOMPARE(m_m3->run(local + QStringList{u"--no-session"_s}).exitCode, 0);
        QVERIFY(m_m3->keptSession().isEmpty());
        const M3Run run = m_m3->run(local);
        QVERIFY2(run.err.contains("kept as session "), run.err.constData());
        const QJsonObject session = m_m3->keptSession();
        QCOMPARE(session["sources"_L1][0]["place"_L1].toString(), m_git.path());
        const QJsonObject turn = session["turns"_L1][0].toObject();
        QCOMPARE(turn["question"_L1]["settings"_L1]["model"_L1].toString(), u"talk"_s);
        QCOMPARE(turn["question"_L1]["manifest"_L1].toArray().size(), qsizetype(5));
        QCOMPARE(turn["ending"_L1]["state"_L1].toString(), u"finished"_s);
    }

    /// The room that the model has is the budget, where nobody gives one.
    void whatTheModelHasRoomForIsSent()
    {
        const M3Run run =
            m_m3->run({u"ask"_s, u"--model"_s, kTalkModel, u"--max-tokens"_s, u"2"_s,
                       u"--context-tokens"_s, u"2000"_s, u"--repo"_s, m_git.path(), u"Hi"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY2(run.err.contains("sends 3 files of "), run.err.constData());
        QVERIFY2(run.err.contains("  table.csv, "), run.err.constData());
    }

    void misuseIsTold_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("exitCode");
        const QStringList repo = {u"--repo"_s, m_git.path()};
        QTest::newRow("no repository") << QStringList{u"--budget"_s, u"9"_s} << 2;
        QTest::newRow("two ways") << QStringList{u"--redact"_s, u"--send-secrets"_s} << 2;
        QTest::newRow("a rule") << repo + QStringList{u"--rule"_s, u"src"_s} << 2;
        QTest::newRow("nowhere") << QStringList{u"--repo"_s, u"/nowhere/at/all"_s} << 1;
        QTest::newRow("nothing") << repo + QStringList{u"--rule"_s, u"-**"_s} << 1;
    }
    void misuseIsTold()
    {
        QFETCH(QStringList, options);
        QFETCH(int, exitCode);
        const M3Run run = m_m3->ask(options + QStringList{u"?"_s});
        QCOMPARE(run.exitCode, exitCode);
        QVERIFY(run.err.startsWith("m3"));
        QVERIFY(m_m3->server->requests.isEmpty());
    }

private:
    M3Run ask(const QStringList& options)
    {
        return m_m3->ask(QStringList{u"--repo"_s, m_git.path()} + options);
    }
    /// A host of the network by its name; the way there leads over the server of this test.
    M3Run m3Outside(const QStringList& options)
    {
        m_m3->addEndpoint({u"far"_s, u"--url"_s, u"http://box.lan/v1"_s, u"--plain-http"_s,
                           u"--proxy"_s, u"http://127.0.0.1:%1"_s.arg(m_m3->server->port())});
        return m_m3->run(QStringList{u"ask"_s, u"--endpoint"_s, u"far"_s} + options);
    }
    QJsonArray overrides()
    {
        return m_m3->keptSession()["turns"_L1][0]["question"_L1]["overrides"_L1].toArray();
    }

    GitFolder m_git;
    GitFolder m_secretGit;
    std::unique_ptr<AskedM3> m_m3;
};

std::unique_ptr<QObject> makeAskRepositoryTest()
{
    return std::make_unique<AskRepositoryTest>();
}

#include "tst_ask_repository.moc"
