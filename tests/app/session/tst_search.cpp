// What is found in messages: words, pieces of scripts without spaces, names in code.

#include "tests/app/session/samples.h"
#include "tests/app/session/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::session;

class SessionSearchTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_journal = m_folder.open();
        m_id = MUST(m_journal->create({"searched", {}}));
        test::addTurn(*m_journal, m_id, "How does the WriterThread flush?",
                      "See `app/session/store.cpp`: flush_when_due calls tf::session::append.");
        test::addTurn(*m_journal, m_id, "数据库连接池怎么配置",
                      "データベースの接続プール, 데이터베이스");
        test::addTurn(*m_journal, m_id, "Where is the café?",
                      "In the Straße, \"quoted words\" here.");
    }

    void isFound_data()
    {
        QTest::addColumn<std::string>("typed");
        QTest::addColumn<int>("turn"); // 0: nothing
        const auto row = [](const char* typed, int turn) {
            QTest::newRow(typed) << std::string(typed) << turn;
        };
        row("flush", 1);
        row("FLUSH", 1);
        row("thread", 1); // a part of WriterThread
        row("writerthread", 1);
        row("flush_when_due", 1);
        row("when_due", 1);
        row("session::append", 1);
        row("tf::session::append", 1);
        row("append::session", 0);
        row("app/session/store.cpp", 1);
        row("store.cpp", 1);
        row("数据", 2);
        row("据库", 2);
        row("配置", 2);
        row("置", 2);
        row("连", 2);
        row("数据库连接池", 2);
        row("数据池", 0);
        row("接続", 2);
        row("ベース", 2);
        row("데이터", 2);
        row("cafe", 3);
        row("CAFÉ", 3);
        row("straße", 3);
        row("\"quoted words\"", 3);
        row("\"words quoted\"", 0);
        row("words quoted", 3);
        row("flush café", 0); // not in one message
        row("nowhere", 0);
        row("' OR 1=1 --", 0);
        row("", 0);
    }
    void isFound()
    {
        QFETCH(std::string, typed);
        QFETCH(int, turn);
        Reader reader = m_folder.read();
        const auto found = MUST(reader.search({typed}));
        QCOMPARE(found.empty(), turn == 0);
        for (const Found& one : found) {
            QCOMPARE(one.turn, TurnId(turn));
            QCOMPARE(one.title, std::string("searched"));
            QVERIFY(one.excerpt.matchEnd > one.excerpt.matchBegin);
        }
    }

    void aBeginningIsFound()
    {
        Reader reader = m_folder.read();
        QCOMPARE(MUST(reader.search({"flus", LastWord::Open})).size(), std::size_t(2));
        QVERIFY(MUST(reader.search({"flus", LastWord::Whole})).empty());
    }

    void theNewestComesFirst()
    {
        Reader reader = m_folder.read();
        const auto found = MUST(reader.search({"the"}));
        QCOMPARE(found.size(), std::size_t(3));
        QCOMPARE(found[0].turn, 3);
        QVERIFY(found[0].in == FoundIn::Answer);
        QCOMPARE(found[2].turn, 1);
        QCOMPARE(MUST(reader.search({"the", LastWord::Whole, 2})).size(), std::size_t(2));
    }

    void whatWasPutAwayIsNotFound()
    {
        Reader reader = m_folder.read();
        MUST(m_journal->change(m_id, TurnRemoved{3, false, true}));
        QVERIFY(MUST(reader.search({"straße"})).empty());
        MUST(m_journal->undo(m_id));
        QCOMPARE(MUST(reader.search({"straße"})).size(), std::size_t(1));
        MUST(m_journal->change(m_id, Trashed{0, 1}));
        QVERIFY(MUST(reader.search({"flush"})).empty());
        MUST(m_journal->undo(m_id));
        QCOMPARE(MUST(reader.search({"flush"})).size(), std::size_t(2));
    }

    /// An answer that goes on is found by what it says now, and once.
    void anAnswerThatGoesOnIsIndexedAgain()
    {
        const TurnId turn = test::addTurn(*m_journal, m_id, "more?", "elephant");
        Reader reader = m_folder.read();
        QCOMPARE(MUST(reader.search({"elephant"})).size(), std::size_t(1));
        const Event grew = {.session = m_id,
                            .change = PartsGrew{turn, {{PartKind::Text, " giraffe", "", ""}}}};
        MUST(m_journal->append({&grew, 1}));
        MUST(m_journal->end(m_id, turn, {}));
        QCOMPARE(MUST(reader.search({"giraffe"})).size(), std::size_t(1));
        QCOMPARE(MUST(reader.search({"elephant giraffe"})).size(), std::size_t(1));
    }

private:
    test::StoreFolder m_folder;
    std::unique_ptr<Journal> m_journal;
    SessionId m_id;
};

std::unique_ptr<QObject> makeSessionSearchTest()
{
    return std::make_unique<SessionSearchTest>();
}

#include "tst_search.moc"
