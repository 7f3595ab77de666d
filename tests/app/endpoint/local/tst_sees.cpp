// Conversations about pictures and clips with a tiny model that sees.

#include "app/endpoint/local/prompt_look.h"
#include "app/media/png_file.h"
#include "kernels/base/words.h"
#include "tests/app/cli/m3_process.h"
#include "tests/app/cli/media_files.h"
#include "tests/app/cli/seeing_model.h"
#include "tests/app/endpoint/local/local_talk.h"
#include "tests/app/endpoint/local/tests.h"
#include "tests/support/test_table.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::test;

class SeesTest : public TestCase {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_modelFolder = m_folder.filePath(u"model"_s);
    QString m_picture = m_folder.filePath(u"picture.png"_s);
    QString m_clip = m_folder.filePath(u"clip.gif"_s);
    endpoint::LocalModel m_model;

    std::unique_ptr<endpoint::LocalEndpoint> endpoint() const
    {
        return std::make_unique<endpoint::LocalEndpoint>(m_model);
    }

    static wire::Media bytesOf(const QString& path)
    {
        QFile file(path);
        CHECK(file.open(QIODevice::ReadOnly), "the test wrote it");
        return {{}, std::make_shared<const std::string>(file.readAll().toStdString()), {}};
    }

    /// A picture, a clip, a question.
    wire::ChatRequest shown(const std::string& text) const
    {
        auto chat = question(text, 5);
        wire::VideoPart clip{bytesOf(m_clip), 0.3, {}, {}, {}};
        auto& parts = chat.messages[0].parts;
        parts.insert(parts.begin(), {wire::ImagePart{bytesOf(m_picture), {}, {}}, clip});
        return chat;
    }

    static wire::ChatRequest showing(const wire::Part& part)
    {
        auto chat = question("What is it?", 1);
        chat.messages[0].parts.insert(chat.messages[0].parts.begin(), part);
        return chat;
    }

    static wire::Media damaged(const QString& path, qsizetype numBytes)
    {
        const auto whole = bytesOf(path);
        return {{}, std::make_shared<const std::string>(whole.bytes->substr(0, numBytes)), {}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(m_modelFolder));
        makeSeeingModel(m_modelFolder);
        writeFile(m_clip, tenSeconds());
        QVERIFY(app::writePng(m_picture.toStdString(), noise({60, 120}, 7).view()).has_value());
        m_model = localModel(m_modelFolder.toStdString());
        m_model.decoder = std::make_shared<const vision::Decoder>(MUST(vision::Decoder::start({})));
    }

    void whatIsMeasuredBeforehandIsWhatIsCountedThen()
    {
        auto talk = shown("What is it?");
        for (int turn = 0; turn < 2; ++turn) {
            const auto look = MUST(endpoint::lookAtPrompt(
                talk, *m_model.tokenizer, m_model.decoder.get(), m_model.steering, CancelToken()));
            const auto own = endpoint();
            const auto answer = ask(*own, talk);
            QVERIFY(answer.done() != nullptr && answer.done()->usage && answer.done()->counts);
            QCOMPARE(look.tokens, *answer.done()->usage->promptTokens);
            QCOMPARE(look.mediaTokens, answer.done()->counts->mediaTokens);
            QVERIFY(look.text.find("tokens of a picture>") != std::string::npos);
            QVERIFY(look.text.find("What is it?") != std::string::npos);
            talk.messages.push_back(said(wire::Role::Assistant, "Some noise."));
            talk.messages.push_back(said(wire::Role::User, "And the clip?"));
        }
    }

    void bytesAreSeenAsAskSeesFiles()
    {
        const M3Run run = runM3({u"ask"_s, u"--no-session"_s, u"--model"_s, m_modelFolder,
                                 u"--precision"_s, u"f32"_s, u"--temperature"_s, u"0"_s,
                                 u"--max-tokens"_s, u"5"_s, u"--image"_s, m_picture, u"--video"_s,
                                 m_clip, u"--fps"_s, u"0.3"_s, u"--stats"_s, u"What is it?"_s});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const auto seen = ask(*endpoint(), shown("What is it?"));
        QVERIFY2(seen.done() != nullptr,
                 seen.failed() ? seen.failed()->error.text.c_str() : "no end");
        QCOMPARE(seen.done()->counts->mediaTokens, 96);
        const std::string prompt =
            words("prompt ", *seen.done()->usage->promptTokens, " tokens (96 of media, ");
        QVERIFY2(run.err.contains(prompt.c_str()), run.err.constData());
        QCOMPARE(run.out.chopped(1).toStdString(), seen.seen());
    }

    void theSecondTurnNeitherDecodesNorLooks()
    {
        auto model = m_model;
        model.engine = localModel(m_modelFolder.toStdString()).engine;
        endpoint::LocalEndpoint endpoint(model);
        auto chat = shown("What is it?");
        const auto first = ask(endpoint, chat);
        QCOMPARE(*first.done()->usage->cachedTokens, 0);
        const auto looks = [](const Gathered& gathered) {
            return std::any_of(gathered.events.begin(), gathered.events.end(), [](const auto& one) {
                const auto* progress = std::get_if<endpoint::Progress>(&one.what);
                return progress != nullptr && progress->stage != endpoint::Stage::ReadingPrompt;
            });
        };
        QVERIFY(looks(first));
        chat.messages.push_back(said(wire::Role::Assistant, "A cat."));
        chat.messages.push_back(said(wire::Role::User, "Where?"));
        const auto second = ask(endpoint, chat);
        QVERIFY(second.done() != nullptr);
        QCOMPARE(second.done()->counts->mediaTokens, 96);
        QVERIFY(*second.done()->usage->cachedTokens >= *first.done()->usage->promptTokens / 8 * 8);
        QVERIFY(!looks(second));
    }

    void anotherPictureIsNotTheCachedOne()
    {
        const QString other = m_folder.filePath(u"other.png"_s);
        QVERIFY(app::writePng(other.toStdString(), noise({60, 120}, 8).view()).has_value());
        const auto endpointHere = endpoint();
        const auto one = ask(*endpointHere, showing(wire::ImagePart{bytesOf(m_picture), {}, {}}));
        const auto two = ask(*endpointHere, showing(wire::ImagePart{bytesOf(other), {}, {}}));
        const auto again = ask(*endpointHere, showing(wire::ImagePart{bytesOf(other), {}, {}}));
        QVERIFY(one.done() && two.done() && again.done());
        QCOMPARE(*two.done()->usage->promptTokens, *one.done()->usage->promptTokens);
        QVERIFY(*again.done()->usage->cachedTokens >= *two.done()->usage->cachedTokens + 32);
    }

    void whatIsSeenOtherwiseIsTold()
    {
        const auto seen =
            ask(*endpoint(), showing(wire::VideoPart{bytesOf(m_clip), 30.0, {}, {}, {}}));
        QVERIFY(seen.done() != nullptr);
        QVERIFY2(seen.notes().find("messages[0], part 1: seen at 5 frames a second, not at 30")
                     != std::string::npos,
                 seen.notes().c_str());
    }

    void tiersAndSidesAreHonoured()
    {
        const auto tokens = [&](const wire::ImagePart& part) {
            return ask(*endpoint(), showing(part)).done()->counts->mediaTokens;
        };
        QCOMPARE(tokens({bytesOf(m_picture), {}, {}}), 32);
        QCOMPARE(tokens({bytesOf(m_picture), {}, 84}), 6);
    }

    void whatCannotBeSeenFailsByItsPlace_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("a clip as a picture") << 0 << QByteArray("a clip stands where a picture");
        QTest::newRow("a picture as a clip") << 1 << QByteArray("a picture stands where a clip");
        QTest::newRow("an address") << 2 << QByteArray("fetches none");
        QTest::newRow("no medium") << 3 << QByteArray();
        QTest::newRow("nothing") << 4 << QByteArray();
        QTest::newRow("a damaged picture") << 5 << QByteArray();
        QTest::newRow("not even an address") << 6 << QByteArray("there is nothing of it");
    }
    void whatCannotBeSeenFailsByItsPlace()
    {
        QFETCH(int, which);
        QFETCH(QByteArray, words);
        const auto text = std::make_shared<const std::string>("no picture at all");
        const std::vector<wire::Part> parts = {
            wire::ImagePart{bytesOf(m_clip), {}, {}},
            wire::VideoPart{bytesOf(m_picture), {}, {}, {}, {}},
            wire::ImagePart{{{}, nullptr, "file:///etc/passwd"}, {}, {}},
            wire::ImagePart{{{}, text, {}}, {}, {}},
            wire::ImagePart{{{}, std::make_shared<const std::string>(), {}}, {}, {}},
            wire::ImagePart{damaged(m_picture, 40), {}, {}},
            wire::ImagePart{}};
        const auto here = endpoint();
        const auto seen = ask(*here, showing(parts.at(std::size_t(which))));
        QCOMPARE(seen.numEnds(), 1);
        QVERIFY(seen.failed() != nullptr);
        const std::string& said = seen.failed()->error.text;
        QVERIFY2(said.starts_with("messages[0], part 1: "), said.c_str());
        QVERIFY2(said.find(words.toStdString()) != std::string::npos, said.c_str());
        QVERIFY(ask(*here, question("And now?")).done() != nullptr);
    }

    void aStopWhileDecodingEndsIt()
    {
        const auto here = endpoint();
        LocalAsked asked(*here, shown("What is it?"));
        asked.ticket().cancel();
        QVERIFY(asked.gathered().failed()->error.code == Code::Cancelled);
        QVERIFY(ask(*here, shown("What is it?")).done() != nullptr);
        QCOMPARE(asked.gathered().numEnds(), 1);
    }
};

std::unique_ptr<QObject> makeSeesTest()
{
    return make<SeesTest>();
}

#include "tst_sees.moc"
