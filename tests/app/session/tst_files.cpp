// The files beside a store: what was set aside is found again, by names that nothing else has.

#include "app/session/moment.h"
#include "tests/app/session/samples.h"
#include "tests/app/session/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::session;

namespace fs = std::filesystem;

class SessionFilesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aMomentIsReadBackFromItsStamp()
    {
        QCOMPARE(stampOf(1'795'000'000'999), std::string("20261118T110640Z"));
        QVERIFY(momentOf("20261118T110640Z") == 1'795'000'000'000);
        QVERIFY(momentOf("19700101T000000Z") == 0);
        for (const char* wrong : {"", "20261118T110640", "20261118T110640Z-", "20261118 110640Z",
                                  "20261318T110640Z", "20260230T110640Z", " 2026118T110640Z"})
            QVERIFY2(!momentOf(wrong), wrong);
    }

    void namesOfOthersAreLeftAlone_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<bool>("isOurs");
        const auto row = [](const char* name, bool isOurs) {
            QTest::newRow(name) << std::string(name) << isOurs;
        };
        row("sessions.db.damaged-20261118T110640Z", true);
        row("sessions.db.damaged-20261118T110640Z-2", true);
        row("sessions.db.before-2-20261118T110640Z", true);
        row("sessions.db.before-12-20261118T110640Z-13", true);
        row("sessions.db", false);
        row("sessions.db-wal", false);
        row("sessions.db.rescued", false);
        row("sessions.db.damaged-", false);
        row("sessions.db.damaged-2-20261118T110640Z", false);
        row("sessions.db.damaged-20261118T110640Z.old", false);
        row("sessions.db.damaged-20261118T110640Z-", false);
        row("sessions.db.before-20261118T110640Z", false);
        row("sessions.db.before--20261118T110640Z", false);
        row("sessions.db.before-x-20261118T110640Z", false);
        row("other.db.damaged-20261118T110640Z", false);
    }
    void namesOfOthersAreLeftAlone()
    {
        QFETCH(std::string, name);
        QFETCH(bool, isOurs);
        const test::StoreFolder folder;
        const StoreFiles files = folder.files();
        QVERIFY(files.setAside().empty());
        fs::create_directories(files.folder);
        test::put(files.folder / name, "four");
        const auto listed = files.setAside();
        QCOMPARE(listed.size(), std::size_t(isOurs ? 1 : 0));
        if (!isOurs)
            return;
        QCOMPARE(listed[0].file, files.folder / name);
        QCOMPARE(listed[0].time, 1'795'000'000'000);
        QCOMPARE(listed[0].bytes, 4);
        QVERIFY((listed[0].why == SetAside::Why::Damaged)
                == (name.find("damaged") != std::string::npos));
    }

    /// A log belongs to its file, and stands for it where the file was gone.
    void aLogIsCountedWithItsFile()
    {
        const test::StoreFolder folder;
        const StoreFiles files = folder.files();
        fs::create_directories(files.folder);
        test::put(files.folder / "sessions.db.damaged-20261118T110641Z", "four");
        test::put(files.folder / "sessions.db.damaged-20261118T110641Z-wal", "seven..");
        test::put(files.folder / "sessions.db.damaged-20261118T110640Z-2-wal", "log");
        const auto listed = files.setAside();
        QCOMPARE(listed.size(), std::size_t(2)); // the oldest first
        QCOMPARE(listed[0].file, files.folder / "sessions.db.damaged-20261118T110640Z-2");
        QCOMPARE(listed[0].bytes, 3);
        QCOMPARE(listed[1].bytes, 11);
    }

    void aNameIsGivenOnce()
    {
        const test::StoreFolder folder;
        const StoreFiles files = folder.files();
        fs::create_directories(files.folder);
        const auto first = files.beside("damaged");
        test::put(first.native() + "-wal", "log");
        const auto second = files.beside("damaged");
        QVERIFY(first != second);
        test::put(second, "store");
        const auto third = files.beside("damaged");
        QVERIFY(third != first && third != second);
        QCOMPARE(files.setAside().size(), std::size_t(2));
    }

    void whatARescueSetsAsideIsListed()
    {
        const test::StoreFolder folder;
        MUST(folder.open()->create({"title", {}}));
        test::put(folder.files().database(), std::string(5000, '\0'));
        const auto before = nowMs() - 1000;
        const auto aside = folder.open()->report().rescued->aside;
        const auto listed = folder.files().setAside();
        QCOMPARE(listed.size(), std::size_t(1));
        QCOMPARE(listed[0].file, aside);
        QCOMPARE(listed[0].bytes, 5000);
        QVERIFY(listed[0].time >= before && listed[0].time <= nowMs());
    }
};

std::unique_ptr<QObject> makeSessionFilesTest()
{
    return std::make_unique<SessionFilesTest>();
}

#include "tst_files.moc"
