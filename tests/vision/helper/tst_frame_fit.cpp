#include "tests/support/test_table.h"
#include "tests/vision/helper/tests.h"
#include "vision/helper/frame_fit.h"

using namespace tf;
using namespace tf::vision;

class FrameFitTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aBoxHoldsTheWholeShape_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("fittedWidth");
        QTest::addColumn<int>("fittedHeight");
        QTest::newRow("same shape") << 1920 << 1080 << 160 << 90;
        QTest::newRow("wide") << 3200 << 900 << 160 << 45;
        QTest::newRow("tall") << 1080 << 1920 << 50 << 90;
        QTest::newRow("small stays") << 20 << 10 << 20 << 10;
        QTest::newRow("a line") << 100000 << 1 << 160 << 1;
    }
    void aBoxHoldsTheWholeShape()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        const auto fitted = insideBox({width, height}, {160, 90});
        QTEST(fitted.width, "fittedWidth");
        QTEST(fitted.height, "fittedHeight");
    }

    void aFrameWithoutRoomIsRefused()
    {
        QVERIFY(FrameFit::make({64, 64}, {28, 28}, 28 * 28 * 3).has_value());
        QVERIFY(!FrameFit::make({64, 64}, {28, 28}, 28 * 28 * 3 - 1));
        QVERIFY(!FrameFit::make({0, 64}, {28, 28}, 28 * 28 * 3));
    }
};

std::unique_ptr<QObject> makeFrameFitTest()
{
    return test::make<FrameFitTest>();
}

#include "tst_frame_fit.moc"
