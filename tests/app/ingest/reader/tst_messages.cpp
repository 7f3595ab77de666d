#include "app/ingest/reader/messages.h"
#include "tests/app/ingest/reader/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::ingest;

namespace {

Entry anyEntry()
{
    return {"src/a.cpp", EntryKind::File,      FileState::Changed,
            12,          std::string(40, 'a'), {Why::Rule, "rule -**/a.cpp"}};
}

std::vector<FromReader> everyAnswer()
{
    std::vector<FromReader> all;
    all.emplace_back(ReaderHello{3, {"no namespaces"}});
    all.emplace_back(ListProgress{7});
    all.emplace_back(EntryBatch{{anyEntry(), anyEntry()}});
    all.emplace_back(ListEnd{std::string(40, 'b'), "main", true, {"one", "two"}});
    all.emplace_back(ContentSeen{std::string("a\0b\xff", 4), std::string(40, 'c')});
    all.emplace_back(Error(Code::Denied, "no"));
    return all;
}

std::vector<ToReader> everyAsk()
{
    RuleChoice choice;
    choice.rules = {{"src/**", true}, {"**/testdata/**", false}};
    choice.mostBytes = 5;
    choice.takesVendored = true;
    return {ListAsk{choice, GitUse::No}, ReadAsk{"src/a.cpp", std::string(40, 'd')}};
}

} // namespace

class MessagesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyMessageComesBack()
    {
        for (const ToReader& ask : everyAsk())
            QVERIFY(MUST(readerAskFromBytes(toBytes(ask))) == ask);
        for (const FromReader& answer : everyAnswer()) {
            const auto back = MUST(readerAnswerFromBytes(toBytes(answer)));
            QCOMPARE(back.index(), answer.index());
            QVERIFY(toBytes(back) == toBytes(answer));
        }
    }

    void cutOffAnywhereOrLongerTheyAreRefused()
    {
        for (const FromReader& answer : everyAnswer()) {
            auto bytes = toBytes(answer);
            for (std::size_t numBytes = 0; numBytes < bytes.size(); ++numBytes)
                QVERIFY(!readerAnswerFromBytes(std::span(bytes).first(numBytes)));
            bytes.push_back(std::byte{0});
            QVERIFY(!readerAnswerFromBytes(bytes));
        }
    }

    void anyChangedByteIsRefusedOrAMessage()
    {
        test::Gen gen(20261121, 64);
        for (const FromReader& answer : everyAnswer()) {
            const auto bytes = toBytes(answer);
            for (int round = 0; round < 300; ++round) {
                auto changed = bytes;
                const auto at = gen.below(bytes.size());
                changed[at] = static_cast<std::byte>(gen.below(256));
                const auto back = readerAnswerFromBytes(changed);
                if (back)
                    QVERIFY(MUST(readerAnswerFromBytes(toBytes(*back))).index() == back->index());
                else
                    QVERIFY(!back.error().text.empty());
            }
        }
    }

    void aListThatPromisesMoreThanComesTakesNoMemory()
    {
        std::vector<std::byte> bytes = {std::byte{2}, std::byte{0xff}, std::byte{0x0f},
                                        std::byte{0}, std::byte{0}};
        const auto batch = readerAnswerFromBytes(bytes);
        QCOMPARE(batch.error().code, Code::BadInput);
        QVERIFY(batch.error().text.find("cut off") != std::string::npos);
    }

    void textsArePrintable()
    {
        ListEnd end;
        end.branch = "ma\x1b[31min";
        const auto back = MUST(readerAnswerFromBytes(toBytes(FromReader(end))));
        QCOMPARE(std::get<ListEnd>(back).branch, "ma?[31min");
    }
};

std::unique_ptr<QObject> makeMessagesTest()
{
    return test::make<MessagesTest>();
}

#include "tst_messages.moc"
