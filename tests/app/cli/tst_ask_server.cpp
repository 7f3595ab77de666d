// m3 ask --endpoint and m3 endpoints, as a user would run them, against a real server on loopback.

#include "tests/app/cli/asked_m3.h"
#include "tests/app/cli/media_files.h"
#include "tests/app/cli/served_m3.h"
#include "tests/app/cli/tests.h"
#include "tests/app/endpoint/replay_server.h"
#include "tests/support/test_table.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tf::test;

namespace {

constexpr const char* kKey = "sk-canary-0987654321";

QJsonArray partsOf(const Incoming& incoming)
{
    const QJsonArray messages = objectOf(incoming.body).value("messages"_L1).toArray();
    return messages.last().toObject().value("content"_L1).toArray();
}

Answer thoughtfulAnswer()
{
    return streamOf({"{\"choices\":[{\"delta\":{\"reasoning\":\"hm\"}}]}", contentChunk("One"),
                     stopChunk(), "[DONE]"});
}

Answer slowAnswer()
{
    Answer answer = streamOf({contentChunk("alpha ")});
    answer.blocks << ": still here\n\n";
    answer.pauseMillis = 10;
    answer.isEndless = true;
    return answer;
}

} // namespace

class AskServerTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ReplayServer>([this](const Incoming& incoming) {
            return incoming.path == "/v1/models" ? m_models : m_answer;
        });
        m_answer = thoughtfulAnswer();
        m_models = plainAnswer(200, "{\"data\":[{\"id\":\"m3\",\"max_model_len\":4096}]}");
        const M3Run added =
            m3({u"endpoints"_s, u"add"_s, u"my-box"_s, u"--url"_s, m_server->url().toString(),
                u"--kind"_s, u"vllm"_s, u"--model"_s, u"m3"_s});
        QVERIFY2(added.exitCode == 0, added.err.constData());
    }
    void cleanup()
    {
        m_server.reset();
        m_folder.reset();
    }

    void theAnswerIsPrintedAndKept()
    {
        const M3Run run = ask({u"--think"_s, u"enabled"_s, u"What is it?"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.out, QByteArray("One\n"));
        QVERIFY2(run.err.contains("prompt 3 tokens, answer 2"), run.err.constData());
        const QJsonObject body = objectOf(m_server->requests.at(0).body);
        QCOMPARE(body.value("model"_L1).toString(), u"m3"_s);
        QCOMPARE(body.value("chat_template_kwargs"_L1)["thinking_mode"_L1].toString(),
                 u"enabled"_s);
        const QJsonObject turn = keptTurn();
        QCOMPARE(turn["question"_L1]["text"_L1].toString(), u"What is it?"_s);
        QCOMPARE(turn["question"_L1]["settings"_L1]["endpoint"_L1].toString(), u"my-box"_s);
        QCOMPARE(turn["question"_L1]["manifest"_L1].toArray().size(), qsizetype(1));
        QCOMPARE(turn["parts"_L1].toArray().size(), qsizetype(2)); // reasoning, text
        QCOMPARE(turn["parts"_L1][1]["text"_L1].toString(), u"One"_s);
        QCOMPARE(turn["ending"_L1]["state"_L1].toString(), u"finished"_s);
        QCOMPARE(turn["ending"_L1]["usage"_L1]["prompt"_L1].toInt(), 3);
    }

    void noSessionKeepsNothing()
    {
        QCOMPARE(ask({u"--no-session"_s, u"?"_s}).exitCode, 0);
        QVERIFY(!QFile::exists(m_folder->filePath(u"data/trifold"_s)));
    }

    void asJsonEveryLineIsAnObject()
    {
        const M3Run run = ask({u"--json"_s, u"?"_s});
        QCOMPARE(run.exitCode, 0);
        QStringList events;
        for (const QByteArray& line : run.out.trimmed().split('\n')) {
            const QJsonObject event = objectOf(line);
            QVERIFY2(!event.isEmpty(), line.constData());
            events << event.value("event"_L1).toString();
        }
        events.removeAll(u"progress"_s);
        QCOMPARE(events, QStringList({u"reasoning"_s, u"text"_s, u"done"_s, u"session"_s}));
    }

    void aKeyIsSentAndStandsNowhere_data()
    {
        QTest::addColumn<bool>("fromFile");
        QTest::newRow("a file") << true;
        QTest::newRow("a variable") << false;
    }
    void aKeyIsSentAndStandsNowhere()
    {
        QFETCH(bool, fromFile);
        m_answer =
            plainAnswer(401, QByteArray("{\"error\":{\"message\":\"bad key ") + kKey + "\"}}");
        QStringList arguments{u"?"_s};
        const QString file = m_folder->filePath(u"key"_s);
        if (fromFile) {
            write(file, QByteArray(kKey) + "\n");
            arguments << u"--key-file"_s << file;
            m_environment.insert(u"TRIFOLD_KEY_MY_BOX"_s, u"another"_s);
        } else {
            m_environment.insert(u"TRIFOLD_KEY_MY_BOX"_s, QString::fromLatin1(kKey));
        }
        const M3Run run = ask(arguments);
        m_environment.remove(u"TRIFOLD_KEY_MY_BOX"_s);
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(m_server->requests.at(0).headers.value("authorization"),
                 QByteArray("Bearer ") + kKey);
        QVERIFY2(run.err.contains("bad key ***"), run.err.constData());
        QVERIFY(!run.out.contains("canary") && !run.err.contains("canary"));
        QFile::remove(file);
        QDirIterator files(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            QVERIFY2(!contentOf(files.next()).contains("canary"), qPrintable(files.filePath()));
        QCOMPARE(keptTurn()["ending"_L1]["state"_L1].toString(), u"failed"_s);
    }

    void aKeyOfTheSealedFileIsSent()
    {
        const QString password = m_folder->filePath(u"password"_s);
        write(password, "open sesame\n");
        const M3Run kept = ServedM3({u"keys"_s, u"set"_s, u"box-key"_s, u"--store"_s, u"file"_s,
                                     u"--password-file"_s, password},
                                    environment(), QByteArray(kKey) + "\n")
                               .finish();
        QVERIFY2(kept.exitCode == 0, kept.err.constData());
        m3({u"endpoints"_s, u"add"_s, u"my-box"_s, u"--replace"_s, u"--url"_s,
            m_server->url().toString(), u"--model"_s, u"m3"_s, u"--key-name"_s, u"box-key"_s});
        const M3Run run = ask({u"--password-file"_s, password, u"?"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(m_server->requests.at(0).headers.value("authorization"),
                 QByteArray("Bearer ") + kKey);
        write(password, "open barley\n");
        QCOMPARE(ask({u"--password-file"_s, password, u"?"_s}).exitCode, 1);
        QCOMPARE(m_server->requests.size(), 1);
    }

    void aKeyThatCannotBeReadSendsNothing()
    {
        const M3Run run = ask({u"--key-file"_s, u"/nowhere"_s, u"?"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains("/nowhere"));
        m_environment.insert(u"TRIFOLD_KEY_MY_BOX"_s, u"a b"_s);
        QCOMPARE(ask({u"?"_s}).exitCode, 1);
        m_environment.remove(u"TRIFOLD_KEY_MY_BOX"_s);
        QVERIFY(m_server->requests.isEmpty());
    }

    void localOnlyKeepsEverythingHere()
    {
        const QString outside = u"https://llm.example/v1"_s;
        const M3Run run = m3({u"ask"_s, u"--endpoint"_s, outside, u"--local-only"_s, u"?"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("llm.example is outside"), run.err.constData());
        QCOMPARE(m3({u"endpoints"_s, u"probe"_s, outside, u"--local-only"_s}).exitCode, 1);
        QCOMPARE(ask({u"--local-only"_s, u"?"_s}).out, QByteArray("One\n"));
    }

    void retriesAreTold()
    {
        m_answer = plainAnswer(503, "{\"error\":\"busy\"}");
        const M3Run run = ask({u"?"_s});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(m_server->requests.size(), 3);
        QCOMPARE(run.err.count("trying again in"), 2);
    }

    void ctrlCKeepsWhatCame()
    {
        m_answer = slowAnswer();
        ServedM3 process(askArguments({u"?"_s}), environment());
        QVERIFY(process.waitForOutput("alpha "));
        QVERIFY(process.id() > 0); // never to a group
        ::kill(process.id(), SIGINT);
        const M3Run run = process.finish();
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.out, QByteArray("alpha \n"));
        QVERIFY2(run.err.contains("stopped on request"), run.err.constData());
        const QJsonObject turn = keptTurn();
        QCOMPARE(turn["parts"_L1][0]["text"_L1].toString(), u"alpha "_s);
        QCOMPARE(turn["ending"_L1]["state"_L1].toString(), u"interrupted"_s);
        QTRY_COMPARE(m_server->numOpen, 0);
    }

    /// A second is long beside the 250 ms that may be lost.
    void whatCameASecondBeforeAKillIsKept()
    {
        m_answer = slowAnswer();
        ServedM3 process(askArguments({u"?"_s}), environment());
        QVERIFY(process.waitForOutput("alpha "));
        QTest::qWait(1000);
        process.kill();
        QCOMPARE(process.finish().exitCode, -1);
        const QJsonObject turn = keptTurn();
        QCOMPARE(turn["parts"_L1][0]["text"_L1].toString(), u"alpha "_s);
        QVERIFY(turn["ending"_L1]["state"_L1].toString() != u"finished"_s);
    }

    void whenAnotherWritesTheAnswerIsStillGiven()
    {
        m_answer = slowAnswer();
        ServedM3 first(askArguments({u"?"_s}), environment());
        QVERIFY(first.waitForOutput("alpha "));
        m_answer = thoughtfulAnswer();
        const M3Run second = ask({u"?"_s});
        QCOMPARE(second.out, QByteArray("One\n"));
        QVERIFY2(second.err.contains("this answer is not kept"), second.err.constData());
        first.kill();
        first.finish();
    }

    void theCostIsToldByTheRates()
    {
        const QString file = m_folder->filePath(u"config/trifold/endpoints.json"_s);
        write(file,
              contentOf(file).replace("\"kind\"",
                                      "\"rates\":{\"date\":\"2020-01-01\","
                                      "\"tiers\":[{\"input\":1e6,\"output\":1e6}]},\"kind\""));
        const QByteArray told = ask({u"?"_s}).err;
        QVERIFY2(told.contains("cost about $5.000000 by the rates of 2020-01-01, which may be out"),
                 told.constData());
    }

    void misuseIsTold_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char* line :
             {"ask --endpoint nobody ?", "ask --endpoint http://llm.example/v1 ?",
              "ask --endpoint https://u:p@llm.example/v1 ?", "ask --endpoint my-box --thnk ?",
              "endpoints add my-box --url https://a.example/v1",
              "endpoints add ../x --url https://a.example/v1",
              "endpoints add b --url https://a.example/v1 --header Authorization:x",
              "endpoints remove nobody", "endpoints frob"})
            QTest::newRow(line) << QString::fromLatin1(line).split(u' ');
    }
    void misuseIsTold()
    {
        QFETCH(QStringList, arguments);
        const M3Run run = m3(arguments);
        QVERIFY(run.exitCode == 1 || run.exitCode == 2);
        QVERIFY(run.out.isEmpty());
        QVERIFY(run.err.startsWith("m3"));
        QVERIFY(m_server->requests.isEmpty());
    }

    void endpointsAreListedProbedAndRemoved()
    {
        const M3Run list = m3({u"endpoints"_s});
        QVERIFY2(list.out.contains("this machine (127.0.0.1), operator you"), list.out.constData());
        const M3Run probe = m3({u"endpoints"_s, u"probe"_s, u"my-box"_s, u"--ask"_s, u"--keep"_s});
        QVERIFY2(probe.exitCode == 0, probe.err.constData());
        QCOMPARE(m_server->requests.size(), 2);
        const QJsonObject shown =
            objectOf(m3({u"endpoints"_s, u"show"_s, u"my-box"_s, u"--json"_s}).out);
        QCOMPARE(shown["capabilities"_L1]["contextTokens"_L1].toInt(), 4096);
        QCOMPARE(shown["capabilities"_L1]["reasoning"_L1].toBool(), true);
        QCOMPARE(shown["dataLabel"_L1]["place"_L1].toString(), u"this machine"_s);
        QCOMPARE(m3({u"endpoints"_s, u"remove"_s, u"my-box"_s}).exitCode, 0);
        QVERIFY(m3({u"endpoints"_s}).out.isEmpty());
    }

    void aServerWithoutAListIsAsked()
    {
        m_models = plainAnswer(500, "{}");
        QCOMPARE(m3({u"endpoints"_s, u"probe"_s, u"my-box"_s}).exitCode, 1);
        const M3Run probe = m3({u"endpoints"_s, u"probe"_s, u"my-box"_s, u"--ask"_s});
        QVERIFY2(probe.exitCode == 0, probe.err.constData());
        QVERIFY2(probe.out.startsWith("no list of models: "), probe.out.constData());
        QVERIFY(probe.out.contains("reasoning apart yes"));
    }

#if defined(TRIFOLD_HAS_MEDIA)
    void picturesAreSentWithoutMetadata()
    {
        const QString file = m_folder->filePath(u"photo.svg"_s);
        write(file,
              "<svg xmlns='http://www.w3.org/2000/svg' width='64' height='32'>"
              "<!-- taken at home --><rect width='64' height='32' fill='red'/></svg>");
        const M3Run run = ask({u"--image"_s, file, u"What is it?"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const QJsonArray parts = partsOf(m_server->requests.at(0));
        QCOMPARE(parts.size(), qsizetype(2));
        const QByteArray url = parts[0]["image_url"_L1]["url"_L1].toString().toLatin1();
        QVERIFY(url.startsWith("data:image/png;base64,"));
        QVERIFY(!QByteArray::fromBase64(url.mid(22)).contains("taken at home"));
        const QJsonObject turn = keptTurn();
        const QJsonObject attachment = turn["question"_L1]["attachments"_L1][0].toObject();
        QCOMPARE(attachment["name"_L1].toString(), u"photo.svg"_s); // not where it lies
        QCOMPARE(turn["question"_L1]["manifest"_L1].toArray().size(), qsizetype(2));
    }

    void aClipIsSentAsFramesWhereNoClipsAreTaken()
    {
        m3({u"endpoints"_s, u"add"_s, u"plain"_s, u"--url"_s, m_server->url().toString(),
            u"--model"_s, u"m"_s, u"--clips"_s, u"no"_s});
        const QString file = m_folder->filePath(u"clip.gif"_s);
        write(file, tenSeconds());
        const M3Run run = m3({u"ask"_s, u"--endpoint"_s, u"plain"_s, u"--video"_s, file, u"--fps"_s,
                              u"0.2"_s, u"?"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY2(run.err.contains("pictures of its frames are sent"), run.err.constData());
        int numPictures = 0;
        QString texts;
        for (const QJsonValue& part : partsOf(m_server->requests.at(0))) {
            numPictures += part["type"_L1].toString() == u"image_url" ? 1 : 0;
            texts += part["text"_L1].toString();
        }
        QCOMPARE(numPictures, 3); // 0, 5 and 9 s
        QVERIFY2(texts.contains(u"5.0"), qPrintable(texts));
    }
#endif

private:
    QStringList askArguments(const QStringList& more) const
    {
        return QStringList{u"ask"_s, u"--endpoint"_s, u"my-box"_s} + more;
    }
    M3Run ask(const QStringList& more)
    {
        return m3(askArguments(more));
    }
    M3Run m3(const QStringList& arguments)
    {
        return ServedM3(arguments, environment()).finish();
    }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(m_environment);
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder->filePath(u"config"_s));
        environment.insert(u"XDG_DATA_HOME"_s, m_folder->filePath(u"data"_s));
        return environment;
    }

    /// The one turn of the one session.
    QJsonObject keptTurn()
    {
        const QJsonObject document = objectOf(m3({u"export"_s}).out);
        return document["sessions"_L1][0]["turns"_L1][0].toObject();
    }

    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ReplayServer> m_server;
    Answer m_answer;
    Answer m_models;
    QProcessEnvironment m_environment;
};

std::unique_ptr<QObject> makeAskServerTest()
{
    return std::make_unique<AskServerTest>();
}

#include "tst_ask_server.moc"
