// What every store of keys promises, asked of those that need no desktop.

#include "app/secrets/encrypted_file.h"
#include "app/secrets/memory.h"
#include "tests/app/secrets/answers.h"
#include "tests/app/secrets/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

using namespace tf::secrets;
using namespace tf::test;
using tf::Code;

class StoresTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void keepsReplacesAndRemoves_data() { everyStore(); }
    void keepsReplacesAndRemoves()
    {
        const auto store = made();
        QVERIFY(MUST(namesIn(*store)).empty());
        MUST(writeTo(*store, "minimax", "canary-1"));
        MUST(writeTo(*store, "a.b-c_D", "canary-2"));
        QCOMPARE(textOf(readFrom(*store, "minimax")), std::string("canary-1"));
        MUST(writeTo(*store, "minimax", "canary-3"));
        QCOMPARE(textOf(readFrom(*store, "minimax")), std::string("canary-3"));
        QVERIFY((MUST(namesIn(*store)) == std::vector<std::string>{"a.b-c_D", "minimax"}));
        MUST(removeFrom(*store, "minimax"));
        QVERIFY(readFrom(*store, "minimax").error().code == Code::NotFound);
        QVERIFY(removeFrom(*store, "minimax").error().code == Code::NotFound);
        QCOMPARE(textOf(readFrom(*store, "a.b-c_D")), std::string("canary-2"));
    }

    void refusesWhatIsNoKey_data() { everyStore(); }
    void refusesWhatIsNoKey()
    {
        const auto store = made();
        for (const char* key : {"", "canary\n", "canary\r\nX: y", " canary"}) {
            const auto written = writeTo(*store, "name", key);
            QVERIFY(!written);
            QVERIFY(written.error().code == Code::BadInput);
            QVERIFY(written.error().describe().find("canary") == std::string::npos);
        }
        // A key in the place of a name is not repeated either, unless it could be one.
        QVERIFY(problemOf(writeTo(*store, "canary key", "k")).find("canary") == std::string::npos);
        QVERIFY(problemOf(readFrom(*store, "canary key")).find("canary") == std::string::npos);
        QVERIFY(MUST(namesIn(*store)).empty());
    }

    void answersNoMoreOnceItIsGone_data() { everyStore(); }
    void answersNoMoreOnceItIsGone()
    {
        auto store = made();
        int numAnswers = 0;
        store->list([&](auto) { ++numAnswers; });
        store.reset();
        QTest::qWait(50);
        QCOMPARE(numAnswers, 0);
    }

private:
    static void everyStore()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("session") << static_cast<int>(StoreKind::Session);
        QTest::newRow("file") << static_cast<int>(StoreKind::File);
    }

    std::unique_ptr<SecretStore> made()
    {
        QFETCH(int, kind);
        if (kind == static_cast<int>(StoreKind::Session))
            return std::make_unique<Memory>();
        m_folder = std::make_unique<QTemporaryDir>();
        auto file = std::make_unique<EncryptedFile>(m_folder->path().toStdString() + "/keys.sealed",
                                                    kLeastHardness);
        MUST(answerTo<void>(
            [&](auto answer) { file->create(Secret("password"), std::move(answer)); }));
        return file;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

std::unique_ptr<QObject> makeStoresTest()
{
    return std::make_unique<StoresTest>();
}

#include "tst_stores.moc"
