#include "app/workspace/tray/intake.h"
#include "app/workspace/tray/taken.h"
#include "tests/app/workspace/tray/laid_tray.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::workspace;

class IntakeTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theEngineOnThisMachineTakesAll()
    {
        const auto intake = intakeOf(localChoice(), 0);
        QVERIFY(!intake.isRemote());
        QVERIFY(intake.clips == Takes::Yes);
        QVERIFY(!intake.room);
        QVERIFY(intake.limits.images > 1'000'000);
    }

    void clipsGoAsFramesWhereTheServerTakesNone()
    {
        QVERIFY(intakeOf(serverChoice("minimax"), 0).clips == Takes::Yes);
        QVERIFY(intakeOf(serverChoice("openrouter"), 0).clips == Takes::No);
        auto engine = serverChoice("minimax");
        engine.capabilities.video = false;
        QVERIFY(intakeOf(engine, 0).clips == Takes::No);
    }

    void theRoomIsWhatTheSmallerBoundLeaves()
    {
        const auto context = *intakeOf(serverChoice("minimax", 200'000), 0).room;
        QVERIFY(context < 200'000 - 8192);
        QVERIFY(context > 150'000);
        QCOMPARE(*intakeOf(serverChoice("minimax", 200'000), 5000).room, 5000);
        QCOMPARE(*intakeOf(serverChoice("minimax", 200'000), 900'000).room, context);
    }

    void serversOfTheOpenWeightsSeeFewerPixels()
    {
        const vision::Size large{2016, 1120};
        const auto vendor = tokensOfPicture(large, intakeOf(serverChoice("minimax"), 0));
        const auto open = tokensOfPicture(large, intakeOf(serverChoice("vllm"), 0));
        QCOMPARE(vendor, 2016LL * 1120 / 784 + 2);
        QVERIFY(open < vendor / 2);
        const vision::Size small{280, 280};
        QCOMPARE(tokensOfPicture(small, intakeOf(serverChoice("vllm"), 0)),
                 tokensOfPicture(small, intakeOf(serverChoice("minimax"), 0)));
    }
};

std::unique_ptr<QObject> makeIntakeTest()
{
    return std::make_unique<IntakeTest>();
}

#include "tst_intake.moc"
