// What changed in a folder since it was sent is found, told, ignored, and sent alone.

#include "app/workspace/source_changes.h"
#include "app/workspace/tray_keeping.h"
#include "tests/app/cli/git_folder.h"
#include "tests/app/workspace/talk.h"
#include "tests/app/workspace/tray/laid_tray.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/test_table.h"

#include <QFile>
#include <QTest>

using namespace tf;
using namespace tf::workspace;
using How = ChangedFile::How;

namespace {

/// A folder that was sent with a first question, and answered about.
class SentShop {
public:
    SentShop()
        : m_keeping(m_tray, talk.talk(), talk.store())
    {
        folder.write("a.c", QByteArray("int a;\n").repeated(10));
        folder.write("b.c", "int b;\n");
        folder.write("gone.c", "int gone;\n");
        folder.write("data.csv", "1,2\n");
        RepositoryChoice choice;
        choice.rules.rules = {{"*.csv", false}};
        m_tray.add(place(), choice);
        send();
    }

    [[nodiscard]] std::string place() const { return folder.path().toStdString(); }
    [[nodiscard]] Tray& tray() { return m_tray; }
    /// For who wants to hold it.
    [[nodiscard]] std::shared_ptr<Conversation> held()
    {
        return {std::shared_ptr<void>(), &talk.talk()};
    }

    void send()
    {
        CHECK(isRead(m_tray), "the folder is read");
        talk.talk().ask(
            {"why?", test::Talk::settings(), m_tray.enclosure(draft::LeakPolicy::Open), {}});
        const auto number = ++m_numAsked;
        CHECK(talk.waitForRequests(number), "it is asked");
        talk.engine().text("so");
        talk.engine().done();
        CHECK(QTest::qWaitFor([&] { return !talk.talk().running(); }), "it is answered");
        m_tray.clear();
    }

    void change() const
    {
        folder.write("b.c", "int b2;\n");
        folder.write("new.c", "int c;\n");
        folder.write("more.csv", "3,4\n");
        QFile::remove(folder.path() + QStringLiteral("/gone.c"));
    }

    GitFolder folder;
    test::Talk talk;

private:
    Tray m_tray;
    TrayKeeping m_keeping;
    std::size_t m_numAsked = 0;
};

bool looked(SourceChanges& changes)
{
    changes.look();
    return QTest::qWaitFor([&] { return !changes.isLooking(); }, 30'000);
}

std::string shown(const SourceChange& change)
{
    std::string text;
    for (const ChangedFile& file : change.files)
        text += (file.how == How::Added         ? '+'
                     : file.how == How::Removed ? '-'
                                                : '~')
            + file.path + ' ';
    return text;
}

} // namespace

class SourceChangesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsAsItWasSentIsNotNamed()
    {
        SentShop shop;
        SourceChanges changes;
        changes.setConversation(shop.held());
        QVERIFY(looked(changes));
        QVERIFY(changes.changes().empty());
        QVERIFY(!changes.isIgnored());
    }

    void whatChangedIsNamedByTheRulesItWasSentBy()
    {
        SentShop shop;
        shop.change();
        SourceChanges changes;
        changes.setConversation(shop.held());
        QVERIFY(looked(changes));
        QCOMPARE(changes.changes().size(), 1U);
        const SourceChange& change = changes.changes().front();
        QCOMPARE(shown(change), std::string("~b.c -gone.c +new.c "));
        QVERIFY(change.tokens > 0 && change.problem.empty());
        QVERIFY(change.files[2].tokens > 0 && change.files[2].sent.empty());
        QCOMPARE(change.files[0].sent.size(), 40U);
    }

    void theChangesGoAloneAndAreKnownAfterwards()
    {
        SentShop shop;
        shop.change();
        SourceChanges changes;
        changes.setConversation(shop.held());
        QVERIFY(looked(changes));
        const auto choice = SourceChanges::choiceFor(changes.changes().front(), Sends::Changes);
        const auto id = shop.tray().add(shop.place(), choice);
        QVERIFY(isRead(shop.tray()));
        QCOMPARE(itemOf(shop.tray(), id).detail, std::string("3 changed files"));
        QCOMPARE(itemOf(shop.tray(), id).tokens, changes.changes().front().tokens);
        const auto enclosed = shop.tray().enclosure(draft::LeakPolicy::Open);
        QVERIFY(enclosed);
        const std::string& text = enclosed->draft.repository->pack.text;
        QVERIFY(text.find("int b2") != std::string::npos);
        QVERIFY(text.find("gone.c is gone") != std::string::npos);
        QVERIFY(text.find("int a") == std::string::npos);
        shop.send();
        QVERIFY(looked(changes));
        QVERIFY(changes.changes().empty());
        shop.tray().add(shop.place(), choice);
        QVERIFY(isRead(shop.tray()));
        QVERIFY(shop.tray().items().front().state == TrayState::Failed);
    }

    void whatWasNeverSentGoesWhole()
    {
        SentShop shop;
        const GitFolder other;
        other.write("x.c", "int x;\n");
        RepositoryChoice choice;
        choice.sends = Sends::Changes;
        const auto id = shop.tray().add(other.path().toStdString(), choice);
        QVERIFY(isRead(shop.tray()));
        QCOMPARE(itemOf(shop.tray(), id).detail, std::string("1 file"));
    }

    void ignoredIsOneStateAlone()
    {
        SentShop shop;
        shop.change();
        {
            SourceChanges changes;
            changes.setConversation(shop.held());
            QVERIFY(looked(changes));
            QVERIFY(!changes.isIgnored());
            changes.ignore();
            QVERIFY(changes.isIgnored());
        }
        SourceChanges later;
        later.setConversation(shop.held());
        QVERIFY(looked(later));
        QVERIFY(later.isIgnored());
        shop.folder.write("b.c", "int b3;\n");
        QVERIFY(looked(later));
        QVERIFY(!later.isIgnored());
    }

    void aFolderThatIsGoneSaysSo()
    {
        SentShop shop;
        const GitFolder elsewhere;
        QVERIFY(QFile::rename(shop.folder.path(), elsewhere.path() + QStringLiteral("/moved")));
        SourceChanges changes;
        changes.setConversation(shop.held());
        QVERIFY(looked(changes));
        QCOMPARE(changes.changes().front().problem, std::string("it is no longer there"));
    }

    void itMayEndWhileItLooks()
    {
        SentShop shop;
        SourceChanges changes;
        changes.setConversation(shop.held());
        changes.look();
        QVERIFY(changes.isLooking());
    }
};

std::unique_ptr<QObject> makeSourceChangesTest()
{
    return std::make_unique<SourceChangesTest>();
}

#include "tst_source_changes.moc"
