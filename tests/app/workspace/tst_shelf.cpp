// The list of sessions: made, renamed, thrown away, found, and changed by others.

#include "app/workspace/shelf.h"
#include "tests/app/session/awaited.h"
#include "tests/app/session/samples.h"
#include "tests/app/workspace/tests.h"
#include "tests/support/test_table.h"

#include <QSignalSpy>

using namespace tf;
using namespace tf::session;

namespace {

std::string titles(const std::vector<SessionLine>& lines)
{
    std::string text;
    for (const SessionLine& line : lines)
        text += line.title + ";";
    return text;
}

} // namespace

class WorkspaceShelfTest : public test::TestCase {
    Q_OBJECT

private:
    static SessionId made(workspace::Shelf& shelf, const char* title)
    {
        SessionId made;
        shelf.create(title, {}, [&](Result<SessionId> id) { made = MUST(std::move(id)); });
        CHECK(QTest::qWaitFor([&] { return !made.empty(); }), "the session was not made");
        return made;
    }

private Q_SLOTS:
    void sessionsAreMadeRenamedAndThrownAway()
    {
        const test::StoreFolder folder;
        const auto store = MUST(Store::open({.place = folder.place()}));
        workspace::Shelf shelf(*store);
        const SessionId first = made(shelf, "first");
        const SessionId second = made(shelf, "second");
        QTRY_COMPARE(titles(shelf.kept()), std::string("second;first;"));
        shelf.rename(first, "renamed");
        QTRY_COMPARE(titles(shelf.kept()), std::string("renamed;second;"));
        shelf.moveToTrash(second);
        QTRY_COMPARE(titles(shelf.trash()), std::string("second;"));
        QCOMPARE(titles(shelf.kept()), std::string("renamed;"));
        QVERIFY(shelf.trash().at(0).trashedAt > 0);
        shelf.restore(second);
        QTRY_COMPARE(titles(shelf.kept()), std::string("second;renamed;"));
        QVERIFY(shelf.trash().empty());
    }

    void itTellsOnlyWhatIsNew()
    {
        const test::StoreFolder folder;
        const auto store = MUST(Store::open({.place = folder.place()}));
        workspace::Shelf shelf(*store);
        QSignalSpy changed(&shelf, &workspace::Shelf::changed);
        (void)made(shelf, "one");
        QTRY_COMPARE(changed.count(), 1);
        shelf.refresh();
        shelf.refresh();
        shelf.search("", [](const auto&) {});
        QTest::qWait(20);
        QCOMPARE(changed.count(), 1);
    }

    /// A second process reads beside the one that writes.
    void whatAnotherProcessDidIsSeenAfterALook()
    {
        const test::StoreFolder folder;
        const auto writer = MUST(Store::open({.place = folder.place()}));
        const auto reader = MUST(Store::open({.place = folder.place(), .access = Access::Read}));
        workspace::Shelf shelf(*reader);
        QSignalSpy troubled(&shelf, &workspace::Shelf::troubled);
        MUST(test::awaited<SessionId>([&](auto to) { writer->create({"theirs", {}}, to); }));
        shelf.refresh();
        QTRY_COMPARE(titles(shelf.kept()), std::string("theirs;"));
        shelf.rename(shelf.kept().at(0).id, "mine");
        QTRY_COMPARE(troubled.count(), 1);
        QCOMPARE(titles(shelf.kept()), std::string("theirs;"));
    }

    void ofSearchesTheLastAnswers()
    {
        const test::StoreFolder folder;
        const auto store = MUST(Store::open({.place = folder.place()}));
        workspace::Shelf shelf(*store);
        const SessionId id = made(shelf, "one");
        MUST(test::awaited<TurnId>([&](auto to) { store->begin(id, {.text = "a giraffe"}, to); }));
        QStringList answers;
        shelf.search("zebra", [&](const auto& found) {
            answers << QStringLiteral("zebra");
            (void)found;
        });
        std::size_t numFound = 0;
        shelf.search("gira", [&](const auto& found) {
            answers << QStringLiteral("giraffe");
            numFound = MUST(found).size();
        });
        QTRY_COMPARE(answers, QStringList{QStringLiteral("giraffe")});
        QCOMPARE(numFound, std::size_t(1));
    }
};

std::unique_ptr<QObject> makeWorkspaceShelfTest()
{
    return std::make_unique<WorkspaceShelfTest>();
}

#include "tst_shelf.moc"
