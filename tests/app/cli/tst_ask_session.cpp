// m3 ask --session, as a user would run it: a kept session goes on with what was sent before it,
// byte for byte, and with what changed in a real repository since.

#include "tests/app/cli/asked_m3.h"
#include "tests/app/cli/git_folder.h"
#include "tests/app/cli/media_files.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace tf::test;

class AskSessionTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_m3 = std::make_unique<AskedM3>();
        m_m3->answer = streamOf({"{\"choices\":[{\"delta\":{\"reasoning\":\"hm\"}}]}",
                                 contentChunk("It is `src/a.c:1`."), stopChunk(), "[DONE]"});
        m_git = std::make_unique<GitFolder>();
        m_git->write("src/a.c", "int a(void)\n{\n    return 1;\n}\n");
        m_git->write("README.md", "# Tree\n");
        m_git->write("table.csv", QByteArray("1,2,3\n").repeated(200));
        m_git->run({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
        commit();
    }
    void cleanup()
    {
        m_m3.reset();
        m_git.reset();
    }

    void onlyWhatChangedIsSentBehindWhatWasSent()
    {
        begin();
        m_git->write("README.md", "# Forest\n");
        const M3Run run = goOn({u"And now?"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY2(run.err.contains("1 file changed since the last answer, ≈"), run.err.constData());
        const QJsonArray before = messages(0);
        const QJsonArray after = messages(1);
        QCOMPARE(after.size(), before.size() + 2);
        for (qsizetype idx = 0; idx < before.size(); ++idx)
            QCOMPARE(after[idx], before[idx]);
        const QJsonObject answered = after[before.size()].toObject();
        QCOMPARE(answered["role"_L1].toString(), u"assistant"_s);
        QCOMPARE(answered["content"_L1].toString(), u"It is `src/a.c:1`."_s);
        QCOMPARE(answered["reasoning_content"_L1].toString() + answered["reasoning"_L1].toString(),
                 u"hm"_s);
        const QJsonArray parts = after.last()["content"_L1].toArray();
        QCOMPARE(parts.size(), qsizetype(3));
        QVERIFY2(wordsOf(parts, 0).startsWith(u"=== README.md ===\n1\t# Forest\n"_s),
                 qPrintable(wordsOf(parts, 0)));
        QVERIFY(!wordsOf(parts, 0).contains(u"src/a.c"_s));
        QCOMPARE(wordsOf(parts, 2), u"And now?"_s);
        // The body, up to where the first one's messages end.
        const QByteArray first = m_m3->server->requests.at(0).body;
        const auto end = first.indexOf("],\"stream\"");
        QVERIFY(end > 0);
        QVERIFY(m_m3->server->requests.at(1).body.startsWith(first.left(end)));
    }

    void turnsFollowOneAnother()
    {
        begin({u"--think"_s, u"enabled"_s, u"--budget"_s, u"9000"_s});
        m_git->write("src/b.c", "int b;\n");
        QCOMPARE(goOn({u"two"_s}).exitCode, 0);
        const M3Run third = goOn({u"three"_s});
        QVERIFY2(third.err.contains("no file changed since the last answer"),
                 third.err.constData());
        QVERIFY2(third.err.contains("kept as turn 3 of session "), third.err.constData());
        QVERIFY2(goOn({u"--at"_s, u"1"_s, u"four"_s}).err.contains("1 file changed"), "src/b.c");
        const QJsonArray turns = m_m3->keptSession()["turns"_L1].toArray();
        QList<int> parents;
        for (const QJsonValue& turn : turns)
            parents << turn["question"_L1]["parent"_L1].toInt();
        QCOMPARE(parents, QList<int>({0, 1, 2, 1}));
        const QJsonObject settings = turns[2]["question"_L1]["settings"_L1].toObject();
        QCOMPARE(settings["endpoint"_L1].toString(), u"my-box"_s);
        QCOMPARE(settings["thinking"_L1].toString(), u"enabled"_s);
        QCOMPARE(settings["budget"_L1].toInt(), 9000);
        QCOMPARE(messages(3).size(), messages(0).size() + 2);
        goOn({u"five"_s}); // what was asked last is what the desk shows
        QCOMPARE(m_m3->keptSession()["turns"_L1][4]["question"_L1]["parent"_L1].toInt(), 4);
    }

    void theWholeOfItIsSentOnRequestAndNothingToo()
    {
        begin();
        m_git->write("README.md", "# Forest\n");
        QCOMPARE(goOn({u"--changes"_s, u"none"_s, u"two"_s}).exitCode, 0);
        QCOMPARE(messages(1).last()["content"_L1].toString(), u"two"_s);
        QCOMPARE(goOn({u"--changes"_s, u"all"_s, u"three"_s}).exitCode, 0);
        const QString pack = wordsOf(messages(2).last()["content"_L1].toArray(), 0);
        QVERIFY(pack.contains(u"# Forest"_s) && pack.contains(u"src/a.c"_s));
        QVERIFY(goOn({u"four"_s}).err.contains("no file changed"));
    }

    void changesAreAnEvent()
    {
        begin();
        m_git->write("new.c", "int n;\n");
        m_git->write("README.md", "# Forest\n");
        QVERIFY(QFile::remove(m_git->path() + u"/table.csv"_s));
        QJsonObject changes;
        QJsonObject session;
        for (const QByteArray& line : goOn({u"--json"_s, u"?"_s}).out.split('\n')) {
            const QJsonObject event = objectOf(line);
            if (event["event"_L1].toString() == u"changes")
                changes = event;
            if (event["event"_L1].toString() == u"session")
                session = event;
        }
        QCOMPARE(changes["added"_L1].toArray(), QJsonArray({u"new.c"_s}));
        QCOMPARE(changes["changed"_L1].toArray(), QJsonArray({u"README.md"_s}));
        QCOMPARE(changes["removed"_L1].toArray(), QJsonArray({u"table.csv"_s}));
        QVERIFY(changes["tokens"_L1].toInt() > 0);
        QCOMPARE(changes["quality"_L1].toString(), u"estimated"_s);
        QCOMPARE(session["turn"_L1].toInt(), 2);
        QVERIFY(goOn({u"three"_s}).err.contains("no file changed"));
    }

    void whatAnEarlierTurnSentMayBeCited()
    {
        begin();
        m_git->write("README.md", "# Forest\n");
        const M3Run run = goOn({u"?"_s});
        QVERIFY2(run.err.contains("1 place cited, all of them were sent"), run.err.constData());
        QVERIFY(QFile::remove(m_git->path() + u"/src/a.c"_s));
        const M3Run gone = goOn({u"?"_s});
        QVERIFY2(gone.err.contains("src/a.c:1: no file of that name was sent"),
                 gone.err.constData());
    }

    /// Neither what a rule left out nor what a budget cut is new to the next question.
    void whatTheUserChoseStays()
    {
        begin({u"--rule"_s, u"-*.csv"_s});
        QVERIFY(goOn({u"?"_s}).err.contains("no file changed"));
        m_m3 = std::make_unique<AskedM3>();
        const QString tokenizer = m_m3->path(u"tokenizer.json"_s);
        QVERIFY(QFile::copy(kSmallTokenizer, tokenizer));
        const M3Run run = m_m3->ask({u"--repo"_s, m_git->path(), u"--budget"_s, u"300"_s,
                                     u"--tokenizer"_s, tokenizer, u"?"_s});
        QVERIFY2(run.err.contains("1 file is cut to fit"), run.err.constData());
        QVERIFY(goOn({u"?"_s}).err.contains("no file changed"));
        m_git->write("more.c", QByteArray("int more;\n").repeated(100));
        const M3Run full = goOn({u"?"_s});
        QCOMPARE(full.exitCode, 1);
        QVERIFY2(full.err.contains("what changed takes ") || full.err.contains("came before it"),
                 full.err.constData());
        QCOMPARE(goOn({u"--changes"_s, u"none"_s, u"?"_s}).exitCode, 0);
    }

    /// Without git nothing names the contents: they are read to be told apart.
    void changesOfAPlainFolderAreFound()
    {
        const GitFolder plain;
        plain.write("a.c", "int a;\n");
        plain.write("b.c", "int b;\n");
        QCOMPARE(m_m3->ask({u"--repo"_s, plain.path(), u"?"_s}).exitCode, 0);
        QVERIFY(goOn({u"?"_s}).err.contains("no file changed"));
        plain.write("b.c", "int c;\n");
        QVERIFY(goOn({u"?"_s}).err.contains("1 file changed"));
        const QString pack = wordsOf(messages(2).last()["content"_L1].toArray(), 0);
        QVERIFY2(pack.startsWith(u"=== b.c ===\n1\tint c;\n"_s), qPrintable(pack));
    }

    void aFolderThatIsGoneIsSaidAndTheSessionGoesOn()
    {
        begin();
        QVERIFY(QDir(m_git->path()).removeRecursively());
        const M3Run run = goOn({u"And now?"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY2(run.err.contains("the question goes on with what was sent of them"),
                 run.err.constData());
        QCOMPARE(messages(1).first(), messages(0).first());
        QCOMPARE(messages(1).last()["content"_L1].toString(), u"And now?"_s);
    }

    /// What stayed on this machine is looked through before it leaves.
    void whatWasSentBeforePassesTheGate()
    {
        m_git->write("src/key.c", "const char* key = \"" + kFoundSecret + "\";\n");
        begin();
        QVERIFY(m_m3->server->requests.at(0).body.contains(kFoundSecret));
        m_m3->addEndpoint({u"far"_s, u"--url"_s, u"http://box.lan/v1"_s, u"--plain-http"_s,
                           u"--proxy"_s, u"http://127.0.0.1:%1"_s.arg(m_m3->server->port())});
        const M3Run stopped = goOn({u"--endpoint"_s, u"far"_s, u"?"_s});
        QCOMPARE(stopped.exitCode, 1);
        QVERIFY2(stopped.err.contains("an earlier turn:"), stopped.err.constData());
        QCOMPARE(m_m3->server->requests.size(), 1);
        QCOMPARE(goOn({u"--endpoint"_s, u"far"_s, u"--redact"_s, u"?"_s}).exitCode, 0);
        QVERIFY(!m_m3->server->requests.at(1).body.contains(kFoundSecret));
        QCOMPARE(messages(1).size(), messages(0).size() + 2);
    }

    void aQuestionThatFailedStandsBeforeTheNext()
    {
        const Answer good = m_m3->answer;
        m_m3->answer = plainAnswer(400, "{}");
        QCOMPARE(m_m3->ask({u"--repo"_s, m_git->path(), u"one"_s}).exitCode, 1);
        m_m3->answer = good;
        QCOMPARE(goOn({u"two"_s}).exitCode, 0);
        QCOMPARE(messages(1).size(), qsizetype(1));
        const QJsonArray parts = messages(1)[0]["content"_L1].toArray();
        const QJsonArray before = messages(0)[0]["content"_L1].toArray();
        for (qsizetype idx = 0; idx < before.size(); ++idx)
            QCOMPARE(parts[idx], before[idx]);
        QCOMPARE(wordsOf(parts, parts.size() - 1), u"two"_s);
    }

    void aModelOnThisMachineGoesOn()
    {
        const QStringList first = {u"ask"_s,     u"--model"_s,  kTalkModel,
                                   u"--think"_s, u"disabled"_s, u"--max-tokens"_s,
                                   u"3"_s,       u"--repo"_s,   m_git->path()};
        QCOMPARE(m_m3->run(first + QStringList{u"Hi"_s}).exitCode, 0);
        m_git->write("README.md", "# Forest\n");
        const M3Run run = m_m3->run(continuing({u"--stats"_s, u"--max-tokens"_s, u"3"_s, u"Ho"_s}));
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY2(run.err.contains("1 file changed since the last answer, ")
                     && !run.err.contains("≈"),
                 run.err.constData());
        const QJsonObject turn = m_m3->keptSession()["turns"_L1][1].toObject();
        QCOMPARE(turn["question"_L1]["parent"_L1].toInt(), 1);
        QCOMPARE(turn["question"_L1]["settings"_L1]["thinking"_L1].toString(), u"disabled"_s);
        const int before =
            m_m3->keptSession()["turns"_L1][0]["ending"_L1]["usage"_L1]["prompt"_L1].toInt();
        QVERIFY(turn["ending"_L1]["usage"_L1]["prompt"_L1].toInt() > before);
        // And a server from there, by the same words.
        QCOMPARE(goOn({u"--endpoint"_s, u"my-box"_s, u"You?"_s}).exitCode, 0);
        QCOMPARE(messages(0).size(), qsizetype(5));
    }

    /// What was computed for the first question serves the second: the prompts share their
    /// beginning.
    void theSecondPromptIsTakenFromWhatWasComputed()
    {
        const QString context = m_m3->path(u"context"_s);
        const QStringList more = {u"--stats"_s, u"--max-tokens"_s,  u"3"_s, u"--context"_s,
                                  context,      u"--temperature"_s, u"0"_s};
        const M3Run first = m_m3->run(QStringList{u"ask"_s, u"--model"_s, kTalkModel, u"--think"_s,
                                                  u"disabled"_s, u"--repo"_s, m_git->path()}
                                      + more + QStringList{u"Hi"_s});
        QVERIFY2(first.err.contains("kept "), first.err.constData());
        const M3Run second = m_m3->run(continuing(more + QStringList{u"Ho"_s}));
        QVERIFY2(second.exitCode == 0, second.err.constData());
        const auto usage = m_m3->keptSession()["turns"_L1][1]["ending"_L1]["usage"_L1];
        QVERIFY2(usage["cached"_L1].toInt() > 0, second.err.constData());
    }

#if defined(TRIFOLD_HAS_MEDIA)
    void picturesGoAgain()
    {
        const QString file = m_m3->path(u"clip.gif"_s);
        QFile clip(file);
        QVERIFY(clip.open(QIODevice::WriteOnly));
        const auto bytes = tenSeconds();
        QCOMPARE(clip.write(bytes), bytes.size());
        clip.close();
        m_m3->addEndpoint(
            {u"plain"_s, u"--url"_s, m_m3->server->url().toString(), u"--clips"_s, u"no"_s});
        const M3Run run = m_m3->run({u"ask"_s, u"--endpoint"_s, u"plain"_s, u"--video"_s, file,
                                     u"--fps"_s, u"0.2"_s, u"?"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY(QFile::remove(file));
        const M3Run next = goOn({u"And then?"_s});
        QVERIFY2(next.exitCode == 0, next.err.constData());
        QCOMPARE(messages(1)[0], messages(0)[0]);
        QCOMPARE(messages(1)[0]["content"_L1].toArray().size(), qsizetype(8));
    }
#endif

    void misuseIsTold_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("nobody's") << QStringList{u"--session"_s, u"nobody"_s} << 1;
        QTest::newRow("no turn") << QStringList{u"--session"_s, u""_s, u"--at"_s, u"9"_s} << 1;
        QTest::newRow("a turn of none") << QStringList{u"--at"_s, u"1"_s} << 2;
        QTest::newRow("changes of none") << QStringList{u"--changes"_s, u"all"_s} << 2;
        QTest::newRow("changes") << QStringList{u"--session"_s, u""_s, u"--changes"_s, u"x"_s} << 2;
        QTest::newRow("system") << QStringList{u"--session"_s, u""_s, u"--system"_s, u"x"_s} << 2;
    }
    void misuseIsTold()
    {
        QFETCH(QStringList, options);
        QFETCH(int, exitCode);
        begin();
        options.replaceInStrings(QRegularExpression(u"^$"_s), id());
        const M3Run run = m_m3->run(QStringList{u"ask"_s} + options + QStringList{u"?"_s});
        QVERIFY2(run.exitCode == exitCode, run.err.constData());
        QCOMPARE(m_m3->server->requests.size(), 1);
    }

    void aSessionInTheTrashIsNotContinued()
    {
        begin();
        QCOMPARE(m_m3->run({u"sessions"_s, u"trash"_s, id()}).exitCode, 0);
        const M3Run run =
            m_m3->run({u"ask"_s, u"--session"_s, m_first, u"--endpoint"_s, u"my-box"_s, u"?"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("trash"), run.err.constData());
    }

private:
    void commit()
    {
        m_git->run({u"add"_s, u"-A"_s});
        m_git->run({u"commit"_s, u"-q"_s, u"-m"_s, u"one"_s});
    }
    /// The first question, with the repository.
    void begin(const QStringList& options = {})
    {
        const M3Run run = m_m3->ask(QStringList{u"--repo"_s, m_git->path()} + options
                                    + QStringList{u"What is it?"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        m_first = id();
    }
    [[nodiscard]] QString id()
    {
        return m_m3->keptSession()["id"_L1].toString().left(12);
    }
    QStringList continuing(const QStringList& options)
    {
        return QStringList{u"ask"_s, u"--session"_s, id()} + options;
    }
    M3Run goOn(const QStringList& options)
    {
        return m_m3->run(continuing(options));
    }
    [[nodiscard]] QJsonArray messages(int request) const
    {
        return objectOf(m_m3->server->requests.at(request).body)["messages"_L1].toArray();
    }

    std::unique_ptr<GitFolder> m_git;
    std::unique_ptr<AskedM3> m_m3;
    QString m_first;
};

std::unique_ptr<QObject> makeAskSessionTest()
{
    return std::make_unique<AskSessionTest>();
}

#include "tst_ask_session.moc"
