#include "tests/support/test_table.h"
#include "tests/vision/ffmpeg/tests.h"
#include "vision/ffmpeg/display_matrix.h"

#include <array>
#include <vector>

using tf::vision::PictureView;
using tf::vision::Size;
using tf::vision::Turn;
using tf::vision::turnOf;

namespace {

constexpr std::int32_t kOne = 1 << 16;

Turn fromMatrix(int a, int b, int c, int d)
{
    const std::array<std::int32_t, 9> matrix{a * kOne, b * kOne, 0, c * kOne, d * kOne,
                                             0,        0,        0, 1 << 30};
    return turnOf(matrix.data());
}

/// A picture of one channel, written as letters.
QByteArray laid(const QByteArray& letters, Size size, const Turn& turn)
{
    std::vector<std::uint8_t> rgb;
    for (const char letter : letters)
        rgb.insert(rgb.end(), 3, static_cast<std::uint8_t>(letter));
    std::vector<std::uint8_t> to(rgb.size());
    turnRgb(PictureView{size, size.width * 3, rgb.data()}, turn, to.data());
    QByteArray out;
    for (std::size_t at = 0; at < to.size(); at += 3)
        out += static_cast<char>(to[at]);
    return out;
}

} // namespace

class TurnTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// The matrix moves the right-hand neighbour by (a, b) and the lower one by (c, d).
    void eightMatricesAreEightTurns_data()
    {
        QTest::addColumn<QList<int>>("matrix");
        QTest::addColumn<QByteArray>("wanted"); // of abc / def
        QTest::newRow("as it is") << QList<int>{1, 0, 0, 1} << QByteArray("abcdef");
        QTest::newRow("clockwise") << QList<int>{0, 1, -1, 0} << QByteArray("daebfc");
        QTest::newRow("half") << QList<int>{-1, 0, 0, -1} << QByteArray("fedcba");
        QTest::newRow("counter-clockwise") << QList<int>{0, -1, 1, 0} << QByteArray("cfbead");
        QTest::newRow("left to right") << QList<int>{-1, 0, 0, 1} << QByteArray("cbafed");
        QTest::newRow("upside down") << QList<int>{1, 0, 0, -1} << QByteArray("defabc");
        QTest::newRow("main diagonal") << QList<int>{0, 1, 1, 0} << QByteArray("adbecf");
        QTest::newRow("other diagonal") << QList<int>{0, -1, -1, 0} << QByteArray("fcebda");
    }
    void eightMatricesAreEightTurns()
    {
        QFETCH(QList<int>, matrix);
        QFETCH(QByteArray, wanted);
        const Turn turn = fromMatrix(matrix[0], matrix[1], matrix[2], matrix[3]);
        QCOMPARE(laid("abcdef", {3, 2}, turn), wanted);
    }

    void aMatrixThatCannotBeIsNoTurn()
    {
        QVERIFY(fromMatrix(0, 0, 0, 0).isNone());
        QVERIFY(fromMatrix(1, 1, 1, 1).isNone());
    }

    void largePicturesAreCopiedInTilesWithoutAGap()
    {
        QByteArray letters;
        for (int at = 0; at < 67 * 45; ++at)
            letters += static_cast<char>(at * 7 % 251);
        const Turn clockwise{false, 1};
        const QByteArray turned = laid(letters, {67, 45}, clockwise);
        for (int y = 0; y < 67; ++y) {
            for (int x = 0; x < 45; ++x)
                QCOMPARE(turned[y * 45 + x], letters[(44 - x) * 67 + y]);
        }
    }
};

std::unique_ptr<QObject> makeTurnTest()
{
    return std::make_unique<TurnTest>();
}

#include "tst_turn.moc"
