// A model on this machine from its folder to answers and back: loaded, stopped, damaged, unloaded.

#include "app/workspace/workspace.h"
#include "kernels/base/words.h"
#include "tests/app/workspace/talk.h"
#include "tests/app/workspace/tests.h"
#include "tests/support/test_table.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tf;
using workspace::Conversation;
using workspace::LocalModel;
using workspace::LocalState;
using workspace::Workspace;

namespace {

std::filesystem::path talkModel()
{
    return words(TRIFOLD_SOURCE_DIR, "/tests/golden/model/talk");
}

/// A copy that may be damaged.
std::filesystem::path copyIn(const QTemporaryDir& folder)
{
    const auto to = std::filesystem::path(folder.path().toStdString()) / "copy";
    std::filesystem::copy(talkModel(), to, std::filesystem::copy_options::recursive);
    return to;
}

void replaceIn(const std::filesystem::path& path, const QByteArray& from, const QByteArray& to)
{
    QFile file(QString::fromStdString(path.native()));
    CHECK(file.open(QIODevice::ReadWrite), "the copy can be changed");
    QByteArray text = file.readAll();
    CHECK(text.contains(from), "what is replaced is there");
    file.resize(0);
    file.write(text.replace(from, to));
}

using Damage = void (*)(const std::filesystem::path& folder);

std::shared_ptr<Conversation> newTalk(Workspace& work)
{
    std::shared_ptr<Conversation> talk;
    work.shelf().create({}, {}, [&](const Result<session::SessionId>& made) {
        work.conversation(MUST(made), [&](const auto& opened) { talk = MUST(opened); });
    });
    CHECK(QTest::qWaitFor([&] { return talk != nullptr; }), "a session is opened");
    return talk;
}

/// Answered, or stopped after some of it. What went wrong, else nothing.
std::string asked(Conversation& talk, const std::string& text)
{
    talk.ask({text, {}, {}, {}});
    const bool came = QTest::qWaitFor(
        [&] {
            return !talk.running()
                || (talk.running()->pieces > 5
                    && !test::shownAnswer(*talk.turn(talk.branch().back())).empty());
        },
        10'000);
    talk.stop();
    const bool ended = QTest::qWaitFor([&] { return !talk.running(); });
    const auto turn = talk.branch().back();
    if (const auto* trouble = talk.troubleOf(turn))
        return trouble->error.describe();
    return came && ended && !test::shownAnswer(*talk.turn(turn)).empty() ? "" : "nothing came";
}

} // namespace

Q_DECLARE_METATYPE(Damage)

class WorkspaceLocalModelTest : public test::TestCase {
    Q_OBJECT

    QTemporaryDir m_folder;

    workspace::Places places()
    {
        workspace::Places places;
        places.store = {.folder = m_folder.filePath(u"sessions"_s).toStdString()};
        places.profiles = m_folder.filePath(u"endpoints.json"_s);
        places.keys = secrets::StoreKind::Session;
        return places;
    }

private Q_SLOTS:
    void itLoadsAnswersAndGoes()
    {
        const auto work = MUST(Workspace::open(places()));
        LocalModel& model = work->engines().localModel();
        std::vector<workspace::LoadProgress> seen;
        connect(&model, &LocalModel::changed, this, [&] { seen.push_back(model.progress()); });
        model.load(talkModel());
        QVERIFY(model.state() == LocalState::Loading);
        QTRY_VERIFY(model.state() == LocalState::Ready);
        QVERIFY(std::any_of(seen.begin(), seen.end(), [](const auto& one) {
            return one.bytesTotal > 0 && one.bytesDone == one.bytesTotal && one.bytesPerSecond > 0;
        }));
        QVERIFY(model.plan() != nullptr && *model.plan());
        QVERIFY(model.plan()->value().devices.at(0).use.experts > 0);
        QTRY_VERIFY(model.activity() && model.activity()->numPages > 0);
        QVERIFY(work->engines().find("") != nullptr);
        QCOMPARE(work->engines().find("")->capabilities.contextTokens,
                 std::optional<std::int64_t>(4096));

        const auto talk = newTalk(*work);
        QSignalSpy told(&model, &LocalModel::activityChanged);
        QCOMPARE(asked(*talk, "What is the matter?"), std::string());
        QTRY_VERIFY(model.activity()->numRunning == 0 && model.activity()->answerTokens > 0);
        QCOMPARE(model.activity()->cachedTokens, 0);
        const auto first = model.activity()->promptTokens;
        QCOMPARE(asked(*talk, "And now?"), std::string());
        QTRY_VERIFY(model.activity()->numRunning == 0
                    && model.activity()->promptTokens > 2 * first);
        QVERIFY(model.activity()->cachedTokens > 0); // the first turn was known
        QVERIFY(told.count() > 0);
        const auto count = told.count();
        QTest::qWait(300);
        QCOMPARE(told.count(), count); // at rest

        model.unload();
        QVERIFY(model.state() == LocalState::None);
        QVERIFY(model.endpoint() == nullptr);
        QVERIFY(!model.activity());
        QCOMPARE(model.memory(), 0);
    }

    void anEndedAnswerIsNotedWithTheCachesShare()
    {
        auto there = places();
        there.model = talkModel();
        const auto work = MUST(Workspace::open(there));
        const auto talk = newTalk(*work);
        work->engines().localModel().setSetup({.contextTokens = 1024, .threads = 2});
        talk->ask({"What is the matter?", {}, {}, {}});
        QTRY_COMPARE_WITH_TIMEOUT(work->engines().speeds().of("").size(), std::size_t(1), 10'000);
        talk->edit(1, "What is it?");
        QTRY_COMPARE_WITH_TIMEOUT(work->engines().speeds().of("").size(), std::size_t(2), 10'000);
        const auto& speeds = work->engines().speeds().of("");
        // A rate is known of what took longer to write than a frame.
        QVERIFY(speeds.front().toFirstWord && *speeds.front().answerTokens > 0);
        QCOMPARE(speeds.front().cachedTokens, std::optional<std::int64_t>(0));
        QVERIFY(*speeds.at(1).cachedTokens > 0);
    }

    void stoppedItLeavesNothingAndLoadsAgain()
    {
        LocalModel model;
        model.load(talkModel());
        model.cancelLoad();
        QTRY_VERIFY(model.state() != LocalState::Loading);
        QVERIFY(model.state() == LocalState::None); // and not failed
        QVERIFY(model.endpoint() == nullptr);
        QCOMPARE(model.folder(), talkModel());
        model.load(talkModel());
        QTRY_VERIFY(model.state() == LocalState::Ready);
    }

    void itIsCountedBeforeItIsLoaded()
    {
        LocalModel model;
        model.makePlan(); // nothing is chosen
        model.setFolder(talkModel());
        QVERIFY(model.plan() == nullptr);
        model.makePlan();
        QTRY_VERIFY(model.plan() != nullptr);
        const auto whole = model.plan()->value();
        QCOMPARE(whole.positions, 4096); // what the model takes, of 32,768 wanted
        QCOMPARE(whole.missingBytes(), std::uint64_t(0));
        model.setSetup({.contextTokens = 1024, .threads = 1});
        QVERIFY(model.plan() == nullptr);
        model.makePlan();
        QTRY_VERIFY(model.plan() != nullptr);
        const auto small = model.plan()->value();
        QCOMPARE(small.positions, 1024);
        QCOMPARE(small.threads, 1);
        QVERIFY(small.devices[0].use.cache < whole.devices[0].use.cache);
        model.load(talkModel());
        QTRY_VERIFY(model.state() == LocalState::Ready);
        QVERIFY(model.plan()->value().devices[0].use == small.devices[0].use);
        QVERIFY(model.loadedSetup() == model.setup());
    }

    void whatIsWrongWithAFolderIsTold_data()
    {
        QTest::addColumn<Damage>("damage");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, Damage damage, Code code, const char* word) {
            QTest::newRow(name) << damage << int(code) << QString::fromUtf8(word);
        };
        row(
            "a shard is missing",
            [](const auto& folder) { std::filesystem::remove(folder / kSecondShard); },
            Code::NotFound, kSecondShard);
        row(
            "a shard is cut off",
            [](const auto& folder) { std::filesystem::resize_file(folder / kSecondShard, 5000); },
            Code::Corrupt, kSecondShard);
        row(
            "no config",
            [](const auto& folder) { std::filesystem::remove(folder / "config.json"); },
            Code::NotFound, "config.json");
        row(
            "no tokenizer",
            [](const auto& folder) {
                std::filesystem::remove(folder / "tokenizer.json");
                std::filesystem::remove(folder / "tokenizer.json.tfcache");
            },
            Code::NotFound, "tokenizer");
    }
    void whatIsWrongWithAFolderIsTold()
    {
        QFETCH(Damage, damage);
        QFETCH(int, code);
        QFETCH(QString, word);
        const QTemporaryDir folder;
        const auto copy = copyIn(folder);
        damage(copy);
        LocalModel model;
        model.load(copy);
        QTRY_VERIFY(model.state() == LocalState::Failed);
        QVERIFY2(int(model.error().code) == code, model.error().describe().c_str());
        QVERIFY2(model.error().text.find(word.toStdString()) != std::string::npos,
                 model.error().text.c_str());
        QVERIFY(model.endpoint() == nullptr);
    }

    void withoutRoomItSaysHowMuchIsMissing()
    {
        const QTemporaryDir folder;
        const auto copy = copyIn(folder);
        replaceIn(copy / "config.json", "\"max_position_embeddings\": 4096",
                  "\"max_position_embeddings\": 1073741824");
        LocalModel model;
        model.setSetup({.contextTokens = std::int64_t(1) << 30});
        model.setFolder(copy);
        model.makePlan();
        QTRY_VERIFY(model.plan() != nullptr);
        QVERIFY(model.plan()->has_value());
        QVERIFY(model.plan()->value().missingBytes() > 0);
        QVERIFY(model.plan()->value().positionsThatFit > 0);
        model.load(copy);
        QTRY_VERIFY(model.state() == LocalState::Failed);
        QVERIFY(model.error().code == Code::OutOfMemory);
        model.setSetup({.contextTokens = 1024});
        model.load(copy);
        QTRY_VERIFY(model.state() == LocalState::Ready);
    }

private:
    static constexpr const char* kSecondShard = "model-00002-of-00002.safetensors";
};

std::unique_ptr<QObject> makeWorkspaceLocalModelTest()
{
    return std::make_unique<WorkspaceLocalModelTest>();
}

#include "tst_local_model.moc"
