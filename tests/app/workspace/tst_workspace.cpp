// One process's workspace: conversations shared by windows, the right to write, the local model.

#include "app/session/moment.h"
#include "app/workspace/workspace.h"
#include "tests/app/session/awaited.h"
#include "tests/app/session/samples.h"
#include "tests/app/workspace/tests.h"
#include "tests/support/test_table.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace tf;
using namespace tf::session;
using workspace::Conversation;
using workspace::LocalState;
using workspace::Workspace;

class WorkspaceWorkspaceTest : public test::TestCase {
    Q_OBJECT

private:
    [[nodiscard]] workspace::Places places() const
    {
        workspace::Places places;
        places.store = m_store.place();
        places.profiles = m_folder.filePath(QStringLiteral("endpoints.json"));
        places.keys = secrets::StoreKind::Session;
        return places;
    }

    static SessionId made(Workspace& work)
    {
        SessionId made;
        work.shelf().create("s", {}, [&](auto id) { made = MUST(std::move(id)); });
        CHECK(QTest::qWaitFor([&] { return !made.empty(); }), "the session was not made");
        return made;
    }

    static std::shared_ptr<Conversation> opened(Workspace& work, const SessionId& id)
    {
        std::shared_ptr<Conversation> talk;
        work.conversation(id, [&](auto opened) { talk = MUST(std::move(opened)); });
        CHECK(QTest::qWaitFor([&] { return talk != nullptr; }), "nothing was opened");
        return talk;
    }

    const test::StoreFolder m_store;
    const QTemporaryDir m_folder;

private Q_SLOTS:
    void windowsShareOneConversation()
    {
        const auto work = MUST(Workspace::open(places()));
        QVERIFY(work->mayWrite());
        const SessionId id = made(*work);
        std::vector<std::shared_ptr<Conversation>> talks;
        for (int window = 0; window < 2; ++window)
            work->conversation(id, [&](auto talk) { talks.push_back(MUST(std::move(talk))); });
        QTRY_COMPARE(talks.size(), std::size_t(2));
        QCOMPARE(talks[0], talks[1]);
        const std::weak_ptr<Conversation> watched = talks[0];
        talks.clear();
        QVERIFY(watched.expired());
    }

    void aNameThatTheListGivesReachesTheConversation()
    {
        const auto work = MUST(Workspace::open(places()));
        const SessionId id = made(*work);
        const auto talk = opened(*work, id);
        work->shelf().rename(id, "another");
        QTRY_COMPARE(talk->session().title, std::string("another"));
        talk->rename("and back");
        QTRY_COMPARE(work->shelf().kept().at(0).title, std::string("and back"));
    }

    void aSessionThatIsNotThereIsNotFound()
    {
        const auto work = MUST(Workspace::open(places()));
        std::optional<Code> code;
        work->conversation("0123456789abcdef0123456789abcdef",
                           [&](const auto& opened) { code = opened.error().code; });
        QTRY_VERIFY(code == Code::NotFound);
    }

    void besideAnotherProcessItReadsAndSaysSo()
    {
        const auto writer = MUST(Store::open({.place = m_store.place()}));
        const auto work = MUST(Workspace::open(places()));
        QVERIFY(!work->mayWrite());
        QCOMPARE(work->notices().size(), std::size_t(1));
        QVERIFY(work->notices().at(0).starts_with("Nothing is kept: "));
    }

    void whatLiesInTheTrashForAMonthIsDeletedAtAStart()
    {
        const auto threw = [this](std::int64_t days) {
            const auto store = MUST(Store::open({.place = m_store.place()}));
            const auto id = MUST(test::awaited<SessionId>([&](auto to) {
                store->create({"s", {}}, to);
            }));
            const std::int64_t then = nowMs() - days * 24 * 3600 * 1000;
            MUST(test::awaited<Seq>([&](auto to) { store->change(id, Trashed{0, then}, to); }));
            return id;
        };
        const SessionId old = threw(31);
        const SessionId recent = threw(29);
        const auto work = MUST(Workspace::open(places()));
        QTRY_VERIFY(!work->shelf().trash().empty());
        work->shelf().refresh();
        QTRY_COMPARE(work->shelf().trash().size(), std::size_t(1));
        QCOMPARE(work->shelf().trash().front().id, recent);
        QVERIFY(old != recent);
    }

    void aFolderWithoutAModelFailsWithItsReason()
    {
        auto there = places();
        there.model = m_folder.path().toStdString();
        const auto work = MUST(Workspace::open(there));
        auto& local = work->engines().localModel();
        QVERIFY(local.state() == LocalState::None);
        QVERIFY(work->engines().find("") != nullptr);
        const auto talk = opened(*work, made(*work));
        talk->ask({"?", {}, {}, {}});
        QTRY_VERIFY(local.state() == LocalState::Failed);
        QTRY_VERIFY(!talk->running());
        QCOMPARE(talk->troubleOf(1)->error.text, local.error().text);
        QVERIFY(!work->engines().find("")->problem.empty());
    }
};

std::unique_ptr<QObject> makeWorkspaceWorkspaceTest()
{
    return std::make_unique<WorkspaceWorkspaceTest>();
}

#include "tst_workspace.moc"
