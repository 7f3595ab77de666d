#include "tests/app/cli/git_folder.h"
#include "tests/app/cli/media_files.h"
#include "tests/app/workspace/tray/laid_tray.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/test_table.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::workspace;
using draft::LeakPolicy;

namespace {

constexpr const char* kSecret = "AWS_KEY = \"AKIAQ3EGRTWZP7LMNV5H\"\n";

std::string pathOf(const QString& path)
{
    return path.toStdString();
}

/// With one commit, and one file changed after it.
void makeRepository(const GitFolder& folder)
{
    folder.write("src/main.cpp", "int main()\n{\n    return 0;\n}\n");
    folder.write("README.md", "# billing\n");
    folder.run({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
    folder.run({u"add"_s, u"."_s});
    folder.run({u"commit"_s, u"-q"_s, u"-m"_s, u"first"_s});
    folder.write("README.md", "# billing, once more\n");
}

} // namespace

class TraySourcesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aRepositoryIsThereAtOnceAndThenRead()
    {
        const GitFolder folder;
        makeRepository(folder);
        const auto commit = folder.run({u"rev-parse"_s, u"HEAD"_s}).left(7);
        Tray tray;
        const auto id = tray.add(pathOf(folder.path()));
        QCOMPARE(tray.items().size(), 1U);
        QVERIFY(itemOf(tray, id).state == TrayState::Reading);
        QVERIFY(!tray.verdict().isReady);
        QVERIFY(!tray.enclosure(LeakPolicy::Open));
        QVERIFY(isRead(tray));
        const TrayItem& item = itemOf(tray, id);
        QVERIFY2(item.state == TrayState::Ready, item.detail.c_str());
        QVERIFY(item.kind == TrayKind::Repository);
        const QString name = QDir(folder.path()).dirName();
        QCOMPARE(QString::fromStdString(item.title), u"%1 @ %2 +1"_s.arg(name, commit));
        QCOMPARE(item.detail, std::string("2 files"));
        QVERIFY(item.tokens > 20);
        QVERIFY(tray.verdict().isReady);

        const auto enclosed = tray.enclosure(LeakPolicy::Open);
        QVERIFY(enclosed && enclosed->draft.repository);
        QVERIFY(enclosed->draft.repository->pack.text.find("billing, once more")
                != std::string::npos);
        QCOMPARE(enclosed->sources.size(), 1U);
        QCOMPARE(enclosed->sources.front().commit,
                 folder.run({u"rev-parse"_s, u"HEAD"_s}).toStdString());
    }

    void anArchiveIsReadLikeAFolder()
    {
        const QTemporaryDir folder;
        QDir(folder.path()).mkdir(u"shop"_s);
        writeFile(folder.filePath(u"shop/a.py"_s), "print(1)\n");
        QProcess tar;
        tar.setWorkingDirectory(folder.path());
        tar.start(u"tar"_s, {u"czf"_s, u"shop.tar.gz"_s, u"shop"_s});
        QVERIFY(tar.waitForFinished());
        Tray tray;
        const auto id = tray.add(pathOf(folder.filePath(u"shop.tar.gz"_s)));
        QVERIFY(isRead(tray));
        const TrayItem& item = itemOf(tray, id);
        QVERIFY2(item.state == TrayState::Ready, item.detail.c_str());
        QVERIFY(item.kind == TrayKind::Repository);
        QCOMPARE(item.detail, std::string("1 file"));
    }

    void whatDoesNotFitIsLeftOutAndSaid()
    {
        const GitFolder folder;
        folder.write("main.c", QByteArray("int a;\n").repeated(500));
        folder.write("data.csv", QByteArray("1,2,3,4\n").repeated(4000));
        Tray tray;
        const auto id = tray.add(pathOf(folder.path()));
        QVERIFY(isRead(tray));
        QCOMPARE(itemOf(tray, id).detail, std::string("2 files"));
        const auto whole = itemOf(tray, id).tokens;
        tray.setEngine(serverChoice("vllm"), whole / 2);
        QVERIFY(isRead(tray));
        QCOMPARE(itemOf(tray, id).detail, std::string("1 of 2 files"));
        QVERIFY(itemOf(tray, id).tokens <= whole / 2);
        QVERIFY(!itemOf(tray, id).notices.empty());
        tray.setEngine(serverChoice("vllm"), 0);
        QVERIFY(isRead(tray));
        QCOMPARE(itemOf(tray, id).detail, std::string("2 files"));
    }

    void twoRepositoriesAreOneTooMany()
    {
        const GitFolder first;
        const GitFolder second;
        makeRepository(first);
        makeRepository(second);
        Tray tray;
        tray.add(pathOf(first.path()));
        const auto id = tray.add(pathOf(second.path()));
        QVERIFY(isRead(tray));
        QCOMPARE(tray.verdict().problems.size(), 1U);
        QVERIFY(!tray.enclosure(LeakPolicy::Open));
        tray.remove(id);
        QVERIFY(tray.verdict().isReady);
    }

    void theSamePathLiesThereOnce()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"a.txt"_s), "one\n");
        Tray tray;
        const auto id = tray.add(pathOf(folder.filePath(u"a.txt"_s)));
        QCOMPARE(tray.add(pathOf(folder.filePath(u"a.txt"_s))), id);
        QCOMPARE(tray.items().size(), 1U);
        QVERIFY(isRead(tray));
    }

    void textsStandBehindTheirNames()
    {
        Tray tray;
        tray.addText("pasted text", "first\nsecond\n");
        QVERIFY(isRead(tray));
        QCOMPARE(tray.items().front().detail, std::string("2 lines"));
        const auto enclosed = tray.enclosure(LeakPolicy::Block);
        QVERIFY(enclosed);
        QCOMPARE(std::get<wire::TextPart>(enclosed->draft.media.front()).text,
                 std::string("=== pasted text ===\n1\tfirst\n2\tsecond\n"));
        QCOMPARE(*enclosed->files.front().bytes, std::string("first\nsecond\n"));
    }

    void latin1IsTextWithANotice()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"alt.txt"_s),
                  "Gr\xfc\xdf"
                  "e\n");
        Tray tray;
        const auto id = tray.add(pathOf(folder.filePath(u"alt.txt"_s)));
        QVERIFY(isRead(tray));
        QVERIFY2(itemOf(tray, id).kind == TrayKind::Text, itemOf(tray, id).detail.c_str());
        QCOMPARE(itemOf(tray, id).notices.size(), 1U);
    }

    void aSecretStopsOnlyWhatLeaves()
    {
        Tray tray;
        tray.addText("settings.py", kSecret);
        QVERIFY(isRead(tray));
        tray.setEngine(localChoice(), 0);
        QVERIFY(tray.verdict().isReady);
        tray.setEngine(serverChoice("minimax"), 0);
        const auto verdict = tray.verdict();
        QVERIFY(!verdict.isReady);
        QCOMPARE(verdict.leaks.size(), 1U);
        QVERIFY2(verdict.leaks.front().find("settings.py:1") != std::string::npos,
                 verdict.leaks.front().c_str());
        QVERIFY(verdict.leaks.front().find("AKIAQ3EGRTWZP7LMNV5H") == std::string::npos);
        QVERIFY(!tray.enclosure(LeakPolicy::Block));

        const auto textOf = [](const Enclosure& enclosed) {
            return std::get<wire::TextPart>(enclosed.draft.media.front()).text;
        };
        const auto sent = tray.enclosure(LeakPolicy::Send);
        QVERIFY(sent && textOf(*sent).find("AKIAQ3EGRTWZP7LMNV5H") != std::string::npos);
        QCOMPARE(sent->draft.overrides.size(), 1U);
        const auto redacted = tray.enclosure(LeakPolicy::Redact);
        QVERIFY(redacted && textOf(*redacted).find("AKIAQ3EGRTWZP7LMNV5H") == std::string::npos);
        QVERIFY(redacted->files.front().bytes->find("AKIA") == std::string::npos);
        QCOMPARE(redacted->draft.overrides.size(), 1U);
    }

    void aSecretInARepositoryIsReplacedInItsPack()
    {
        const GitFolder folder;
        folder.write("settings.py", kSecret);
        Tray tray;
        tray.setEngine(serverChoice("minimax"), 0);
        tray.add(pathOf(folder.path()));
        QVERIFY(isRead(tray));
        QCOMPARE(tray.verdict().leaks.size(), 1U);
        QVERIFY(!tray.enclosure(LeakPolicy::Block));
        const auto redacted = tray.enclosure(LeakPolicy::Redact);
        QVERIFY(redacted);
        QVERIFY(redacted->draft.repository->pack.text.find("AKIAQ3EG") == std::string::npos);
        QVERIFY(redacted->draft.repository->pack.text.find("[REDACTED") != std::string::npos);
    }

    void whatCannotBeReadIsNamedAndMayGoByName()
    {
        const QTemporaryDir folder;
        QByteArray bytes("%PDF-1.7\n");
        bytes += QByteArray(3000, '\0');
        writeFile(folder.filePath(u"report.pdf"_s), bytes);
        Tray tray;
        const auto id = tray.add(pathOf(folder.filePath(u"report.pdf"_s)));
        QVERIFY(isRead(tray));
        QVERIFY(itemOf(tray, id).kind == TrayKind::Unknown);
        QCOMPARE(itemOf(tray, id).detail, std::string("PDF, 3 KB: cannot be read"));
        QCOMPARE(tray.verdict().problems.size(), 1U);
        QVERIFY(!tray.enclosure(LeakPolicy::Open));
        tray.takeNameOnly(id);
        QVERIFY(tray.verdict().isReady);
        const auto enclosed = tray.enclosure(LeakPolicy::Open);
        QVERIFY(enclosed);
        QVERIFY(std::get<wire::TextPart>(enclosed->draft.media.front()).text.find("report.pdf")
                != std::string::npos);
    }

    void whatIsNotThereSaysSo()
    {
        Tray tray;
        const auto id = tray.add("/nowhere/at/all.txt");
        QVERIFY(isRead(tray));
        QVERIFY(itemOf(tray, id).state == TrayState::Failed);
        QVERIFY(!itemOf(tray, id).detail.empty());
        QVERIFY(!tray.verdict().isReady);
    }

    void aFolderThatDisappearsIsAnError()
    {
        Tray tray;
        TrayId id = 0;
        {
            const GitFolder folder;
            for (int idx = 0; idx < 200; ++idx)
                folder.write(QByteArray::number(idx) + "/a.c", "int a;\n");
            id = tray.add(pathOf(folder.path()));
        }
        QVERIFY(isRead(tray));
        const TrayItem& item = itemOf(tray, id);
        // What was read before it went may be complete; nothing of it is ever half an answer.
        if (item.state == TrayState::Failed)
            QVERIFY(!item.detail.empty());
        else
            QCOMPARE(item.detail, std::string("200 files"));
    }

    void aNamedPipeIsRefusedAndNotWaitedFor()
    {
        const QTemporaryDir folder;
        const auto path = pathOf(folder.filePath(u"pipe"_s));
        QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
        Tray tray;
        const auto id = tray.add(path);
        QVERIFY(isRead(tray));
        QVERIFY(itemOf(tray, id).state == TrayState::Failed);
    }

    void whatIsRemovedWhileItIsReadIsGone()
    {
        const GitFolder folder;
        for (int idx = 0; idx < 300; ++idx)
            folder.write(QByteArray::number(idx) + ".c", QByteArray("int a;\n").repeated(200));
        Tray tray;
        const auto id = tray.add(pathOf(folder.path()));
        tray.remove(id);
        QVERIFY(tray.items().empty());
        QVERIFY(tray.verdict().isReady);
        tray.undoRemove();
        QCOMPARE(tray.items().front().id, id);
        QVERIFY(isRead(tray));
        QCOMPARE(tray.items().front().detail, std::string("300 files"));
        tray.undoRemove();
        QCOMPARE(tray.items().size(), 1U);
    }

    void aTrayMayEndWhileItReads()
    {
        const GitFolder folder;
        for (int idx = 0; idx < 300; ++idx)
            folder.write(QByteArray::number(idx) + ".c", "int a;\n");
        for (int round = 0; round < 5; ++round) {
            Tray tray;
            tray.add(pathOf(folder.path()));
            tray.addText("a", "b");
        }
        QVERIFY(true);
    }

    void aPasswordInAnAddressIsNeverShown()
    {
        Tray tray;
        const auto id = tray.add("https://me:hunter2@example.org/shop.git");
        QVERIFY(itemOf(tray, id).title.find("hunter2") == std::string::npos);
        QVERIFY(isRead(tray));
        QVERIFY(itemOf(tray, id).state == TrayState::Failed);
        QVERIFY(itemOf(tray, id).detail.find("hunter2") == std::string::npos);
    }

    void addressesStayHereWhenNothingMayBeFetched()
    {
        Tray tray;
        tray.setMayFetch(false);
        const auto id = tray.add("https://example.org/shop.git");
        QVERIFY(isRead(tray));
        QVERIFY(itemOf(tray, id).state == TrayState::Failed);
    }
};

std::unique_ptr<QObject> makeTraySourcesTest()
{
    return std::make_unique<TraySourcesTest>();
}

#include "tst_tray_sources.moc"
