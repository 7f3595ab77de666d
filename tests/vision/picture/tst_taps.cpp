#include "kernels/base/words.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/vision/picture/tests.h"
#include "vision/picture/taps.h"
#include "vision/picture/weight_group.h"

#include <cstdlib>

using namespace tf;
using namespace tf::vision;

class TapsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void tapsLieInTheSourceAndWeighOne()
    {
        QCOMPARE(test::forAll(
                     400,
                     [](test::Gen& gen) {
                         const auto most = std::int64_t(gen.size()) + 1;
                         return checkTaps(std::int32_t(gen.between(1, most)),
                                          std::int32_t(gen.between(1, most)));
                     },
                     300),
                 std::string());
    }

    void equalLengthsAreLeftAlone()
    {
        const Taps taps = tapsOf(5, 5);
        QCOMPARE(taps.most, 1);
        for (std::int32_t place = 0; place < 5; ++place) {
            QCOMPARE(taps.first[std::size_t(place)], place);
            QCOMPARE(*taps.at(place), 1 << kWeightBits);
        }
    }

    void halvesTakeEightNeighbours()
    {
        const Taps taps = tapsOf(64, 32);
        QCOMPARE(taps.first[10], 17);
        QCOMPARE(taps.count[10], 8);
        // The cubic at 1.75, 1.25, 0.75 and 0.25, of both sides together 2.
        const double want[] = {-0.0234375, -0.0703125, 0.2265625, 0.8671875};
        for (std::int32_t tap = 0; tap < 4; ++tap) {
            QCOMPARE(taps.at(10)[tap], std::int32_t(want[tap] / 2 * (1 << kWeightBits)));
            QCOMPARE(taps.at(10)[7 - tap], taps.at(10)[tap]);
        }
    }

    void piecesMakeTheWeightAgain()
    {
        for (std::int32_t weight = -6'000'000; weight < 6'000'000; weight += 991) {
            const std::int32_t weights[] = {0, 0, 0, weight};
            const WeightGroup bytes = groupOf(weights, 4, Pieces::Bytes);
            QCOMPARE(byteAt(bytes.piece[0], 3) * 65536 + byteAt(bytes.piece[1], 3) * 256
                         + byteAt(bytes.piece[2], 3),
                     weight);
            const WeightGroup words = groupOf(weights, 4, Pieces::Words);
            QCOMPARE(byteAt(words.piece[0], 3) * 65536 + std::int16_t(words.piece[2] >> 16),
                     weight);
            QCOMPARE(words.piece[1], 0U);
        }
    }

    void groupsEndInZeros()
    {
        const std::int32_t weights[] = {1 << 20, 1 << 20, 1 << 20, 1 << 20};
        QCOMPARE(groupOf(weights, 2, Pieces::Bytes).piece[0], 0x00001010U);
        QCOMPARE(groupOf(weights, 0, Pieces::Bytes).piece[0], 0U);
    }

private:
    static std::int32_t byteAt(std::uint32_t word, int idx)
    {
        return static_cast<std::int8_t>(word >> (8 * idx));
    }

    static std::string checkTaps(std::int32_t from, std::int32_t to)
    {
        const Taps taps = tapsOf(from, to);
        const std::string name = words(from, " to ", to, ": ");
        if (std::int64_t(taps.weights.size()) > numWeights(from, to))
            return name + "more weights than foretold";
        for (std::int32_t place = 0; place < to; ++place) {
            const std::int32_t first = taps.first[std::size_t(place)];
            const std::int32_t count = taps.count[std::size_t(place)];
            if (first < 0 || count < 1 || first + count > from || count > taps.most)
                return words(name, "taps of ", place, " lie outside");
            if (place > 0 && first < taps.first[std::size_t(place - 1)])
                return words(name, "taps of ", place, " go back");
            std::int64_t sum = 0;
            for (std::int32_t tap = 0; tap < count; ++tap)
                sum += taps.at(place)[tap];
            if (std::abs(sum - (1 << kWeightBits)) > count) // each is rounded once
                return words(name, "weights of ", place, " make ", sum);
        }
        return {};
    }
};

std::unique_ptr<QObject> makeTapsTest()
{
    return std::make_unique<TapsTest>();
}

#include "tst_taps.moc"
