#include "kernels/base/mailbox.h"
#include "tests/kernels/base/tests.h"
#include "tests/support/test_table.h"

#include <atomic>
#include <memory>
#include <semaphore>
#include <thread>

using tf::Mailbox;

class MailboxTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void oneWakePerBatch()
    {
        int numWakes = 0;
        Mailbox<int> box([&numWakes] { ++numWakes; });
        QVERIFY(box.post(1));
        QVERIFY(box.post(2));
        QCOMPARE(numWakes, 1);
        QCOMPARE(box.drain(), (std::vector<int>{1, 2}));
        QVERIFY(box.drain().empty());
        QVERIFY(box.post(3));
        QCOMPARE(numWakes, 2);
    }

    void carriesWhatCanOnlyBeMoved()
    {
        Mailbox<std::unique_ptr<int>> box(nullptr);
        QVERIFY(box.post(std::make_unique<int>(5)));
        QCOMPARE(*box.drain().front(), 5);
    }

    void closedBoxRefusesAndKeepsWhatItHad()
    {
        int numWakes = 0;
        Mailbox<int> box([&numWakes] { ++numWakes; });
        QVERIFY(box.post(1));
        box.close();
        QVERIFY(!box.post(2));
        QCOMPARE(numWakes, 1);
        QCOMPARE(box.drain(), std::vector<int>{1});
    }

    /// Four senders, one receiver that sleeps until woken: everything arrives, in order per sender.
    void nothingLostAndOrderKeptPerSender()
    {
        struct Note {
            int sender;
            int number;
        };
        constexpr int kSenders = 4;
        constexpr int kNotes = 20000;
        std::counting_semaphore<> wakes(0);
        Mailbox<Note> box([&wakes] { wakes.release(); });

        std::vector<std::thread> senders;
        for (int sender = 0; sender < kSenders; ++sender) {
            senders.emplace_back([&box, sender] {
                for (int number = 0; number < kNotes; ++number)
                    box.post({sender, number});
            });
        }

        std::vector<int> next(kSenders, 0);
        bool ordered = true;
        int numReceived = 0;
        while (numReceived < kSenders * kNotes) {
            wakes.acquire();
            for (const Note& note : box.drain()) {
                ordered = ordered && note.number == next[static_cast<std::size_t>(note.sender)];
                ++next[static_cast<std::size_t>(note.sender)];
                ++numReceived;
            }
        }
        for (auto& sender : senders)
            sender.join();
        QVERIFY(ordered);
        QVERIFY(box.drain().empty());
    }

    /// Once close() has returned, the receiver may be destroyed: no wake touches it any more.
    void noWakeAfterClose()
    {
        for (int round = 0; round < 200; ++round) {
            auto receiver = std::make_unique<std::atomic<int>>(0);
            Mailbox<int> box([&receiver] { receiver->fetch_add(1); });
            std::thread sender([&box] {
                for (int number = 0; box.post(number); ++number)
                    static_cast<void>(box.drain());
            });
            box.close();
            receiver.reset();
            sender.join();
        }
    }
};

std::unique_ptr<QObject> makeMailboxTest()
{
    return std::make_unique<MailboxTest>();
}

#include "tst_mailbox.moc"
