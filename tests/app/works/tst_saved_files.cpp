// Files are saved all or none, replace nothing unasked, and can be taken back.

#include "app/works/saved_files.h"
#include "tests/app/works/tests.h"
#include "tests/support/test_table.h"

#include <QFile>
#include <QTemporaryDir>

using namespace tf::works;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    [[nodiscard]] fs::path path() const { return m_folder.path().toStdString(); }
    void put(const char* name, const QByteArray& text) const
    {
        const fs::path file = path() / name;
        fs::create_directories(file.parent_path());
        QFile out(QString::fromStdString(file.string()));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }
    [[nodiscard]] QByteArray read(const char* name) const
    {
        QFile in(QString::fromStdString((path() / name).string()));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("(none)");
    }

private:
    QTemporaryDir m_folder;
};

const std::vector<AnswerFile> kFiles = {
    {"main.tf", "new\n", "hcl"}, {"net/a.tf", "a\n", "hcl"}, {"net/deep/b.tf", "b\n", "hcl"}};

} // namespace

class SavedFilesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void newFilesAreWrittenAndTakenBack()
    {
        const Folder folder;
        const auto plan = planSave(folder.path(), kFiles);
        QCOMPARE(plan->count(SaveState::New), 3);
        const auto saved = save(*plan, Replace::No);
        QVERIFY(saved.has_value());
        QCOMPARE(folder.read("net/deep/b.tf"), QByteArray("b\n"));
        QVERIFY(takeBack(*saved).has_value());
        QVERIFY(fs::is_empty(folder.path()));
    }

    void whatIsThereIsReplacedOnlyWhenAgreedTo()
    {
        const Folder folder;
        folder.put("main.tf", "old\n");
        folder.put("net/a.tf", "a\n");
        const auto plan = planSave(folder.path(), kFiles);
        QVERIFY(plan->rows[0].state == SaveState::Changed);
        QVERIFY(plan->rows[1].state == SaveState::Same);
        const auto kept = save(*plan, Replace::No);
        QCOMPARE(kept->rows.size(), 1U);
        QCOMPARE(folder.read("main.tf"), QByteArray("old\n"));
        const auto again = planSave(folder.path(), kFiles);
        const auto replaced = save(*again, Replace::Yes);
        QCOMPARE(folder.read("main.tf"), QByteArray("new\n"));
        QVERIFY(takeBack(*replaced).has_value());
        QCOMPARE(folder.read("main.tf"), QByteArray("old\n"));
    }

    void aChangeMeanwhileStopsAll()
    {
        const Folder folder;
        const auto plan = planSave(folder.path(), kFiles);
        folder.put("net/deep/b.tf", "somebody else\n");
        const auto saved = save(*plan, Replace::Yes);
        QVERIFY(saved.error().code == tf::Code::Busy);
        QCOMPARE(folder.read("main.tf"), QByteArray("(none)"));
        QCOMPARE(folder.read("net/deep/b.tf"), QByteArray("somebody else\n"));
    }

    void whatWasChangedSinceIsNotTakenBack()
    {
        const Folder folder;
        const auto saved = save(*planSave(folder.path(), kFiles), Replace::No);
        folder.put("net/a.tf", "edited\n");
        QVERIFY(takeBack(*saved).error().code == tf::Code::Busy);
        QCOMPARE(folder.read("main.tf"), QByteArray("new\n"));
        QCOMPARE(folder.read("net/a.tf"), QByteArray("edited\n"));
    }

    void nothingGoesThroughALink()
    {
        const Folder folder;
        const Folder elsewhere;
        fs::create_directory_symlink(elsewhere.path(), folder.path() / "net");
        const auto plan = planSave(folder.path(), kFiles);
        QCOMPARE(plan->count(SaveState::Blocked), 2);
        QVERIFY(save(*plan, Replace::Yes).error().code == tf::Code::Denied);
        QVERIFY(fs::is_empty(elsewhere.path()));
        QCOMPARE(folder.read("main.tf"), QByteArray("(none)"));
    }

    void aFileThatIsALinkIsLeftAlone()
    {
        const Folder folder;
        const Folder elsewhere;
        elsewhere.put("x", "theirs\n");
        fs::create_symlink(elsewhere.path() / "x", folder.path() / "main.tf");
        const auto plan = planSave(folder.path(), kFiles);
        QVERIFY(plan->rows[0].state == SaveState::Blocked);
        QVERIFY(!plan->rows[0].reason.empty());
    }

    void aFailureHalfWayLeavesNothing()
    {
        const Folder folder;
        folder.put("main.tf", "old\n");
        auto plan = planSave(folder.path(), kFiles);
        // A name that no file system takes, which is found out when the others are written.
        plan->rows[2].path = "net/" + std::string(300, 'x');
        QVERIFY(!save(*plan, Replace::Yes).has_value());
        QCOMPARE(folder.read("main.tf"), QByteArray("old\n"));
        QVERIFY(!fs::exists(folder.path() / "net"));
    }

    void thereMustBeAFolder()
    {
        QVERIFY(planSave("/nonexistent/x", kFiles).error().code == tf::Code::NotFound);
        const Folder folder;
        const std::vector<AnswerFile> bad = {{"../a.tf", "x", ""}};
        QVERIFY(planSave(folder.path(), bad)->rows[0].state == SaveState::Blocked);
    }
};

std::unique_ptr<QObject> makeSavedFilesTest()
{
    return std::make_unique<SavedFilesTest>();
}

#include "tst_saved_files.moc"
