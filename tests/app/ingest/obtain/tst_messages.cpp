#include "app/ingest/obtain/unpack/messages.h"
#include "tests/app/ingest/obtain/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf::ingest;

namespace {

FromUnpack anyAnswer(tf::test::Gen& gen)
{
    switch (gen.below(4)) {
    case 0:
        return UnpackHello{static_cast<std::int32_t>(gen.between(0, 1000)), gen.oneIn(2)};
    case 1:
        return UnpackProgress{gen.between(0, INT64_MAX), gen.between(0, INT64_MAX)};
    case 2:
        return UnpackDone{gen.between(0, INT64_MAX), gen.between(0, INT64_MAX),
                          std::vector<std::string>(gen.below(16), "a → b")};
    default:
        return tf::Error(tf::Code::Corrupt, "words");
    }
}

} // namespace

/// The words between the program and trifold-unpack.
class UnpackMessagesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void answersComeBackAsTheyWere()
    {
        const auto report = tf::test::forAll(300, [](tf::test::Gen& gen) -> std::string {
            const auto bytes = toBytes(anyAnswer(gen));
            const auto back = unpackAnswerFromBytes(bytes);
            if (!back)
                return back.error().describe();
            return toBytes(*back) == bytes ? "" : "it came back as another";
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void ordersComeBackAsTheyWere()
    {
        const UnpackOrder order{1, 2, 3};
        const auto back = unpackOrderFromBytes(toBytes(order));
        QVERIFY(back);
        QVERIFY(*back == order);
        auto wrong = toBytes(order);
        wrong.back() = std::byte{0xFF}; // a negative limit
        QVERIFY(!unpackOrderFromBytes(wrong));
    }

    void whatIsCutOrTooLongIsRefused()
    {
        const auto report = tf::test::forAll(200, [](tf::test::Gen& gen) -> std::string {
            auto bytes = toBytes(anyAnswer(gen));
            bytes.resize(gen.below(bytes.size()));
            if (unpackAnswerFromBytes(bytes))
                return "a cut message was taken";
            bytes = toBytes(anyAnswer(gen));
            bytes.push_back(std::byte{0});
            return unpackAnswerFromBytes(bytes) ? "a message with more behind it was taken" : "";
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void noticesCannotBreakALine()
    {
        const auto back =
            unpackAnswerFromBytes(toBytes(FromUnpack(UnpackDone{1, 1, {"a\nb\x1b"}})));
        QVERIFY(back);
        QCOMPARE(std::get<UnpackDone>(*back).notices.front(), std::string("a?b?"));
    }
};

std::unique_ptr<QObject> makeUnpackMessagesTest()
{
    return tf::test::make<UnpackMessagesTest>();
}

#include "tst_messages.moc"
