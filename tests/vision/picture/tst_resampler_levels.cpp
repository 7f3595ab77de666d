#include "kernels/base/words.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/vision/picture/tests.h"
#include "vision/picture/resampler.h"

#include <algorithm>
#include <cstring>
#include <memory>

using namespace tf;
using namespace tf::vision;

/// Every level of instructions gives the plain bytes, and touches nobody else's.
class ResamplerLevelsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (machineLevel() == Level::Plain)
            QSKIP("SKIPPED ENTIRELY: this machine has neither AVX2 nor AVX-512");
    }

    void sizesAtTheEdges_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("toWidth");
        QTest::addColumn<int>("toHeight");
        const auto row = [](Size from, Size to) {
            QTest::addRow("%d x %d to %d x %d", from.width, from.height, to.width, to.height)
                << from.width << from.height << to.width << to.height;
        };
        row({1, 1}, {112, 112});
        row({1, 300}, {28, 280});
        row({300, 1}, {280, 28});
        row({5, 9}, {112, 112}); // rows shorter than a load
        row({6, 9}, {112, 112});
        row({21, 40}, {84, 28});
        row({22, 40}, {84, 28});
        row({23, 3}, {21, 5});
        row({2000, 10}, {28, 28}); // many taps across
        row({23, 3000}, {28, 28}); // many taps down
        row({3000, 2}, {1400, 112});
        row({100, 64}, {100, 32}); // one pass alone
        row({100, 64}, {50, 64});
        row({100, 64}, {100, 64});
        row({130, 4}, {131, 4});
        row({97, 101}, {1, 1});
    }
    void sizesAtTheEdges()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, toWidth);
        QFETCH(int, toHeight);
        test::Gen gen(7, 10);
        QCOMPARE(compareLevels(gen, {width, height}, {toWidth, toHeight}), std::string());
    }

    void anySizes()
    {
        QCOMPARE(test::forAll(
                     150,
                     [](test::Gen& gen) {
                         const auto side = [&gen] {
                             return std::int32_t(gen.between(1, std::int64_t(gen.size()) + 1));
                         };
                         const Size from{side(), side()};
                         const Size to{side(), side()};
                         return compareLevels(gen, from, to);
                     },
                     200),
                 std::string());
    }

private:
    /// Noise, or pixels that are all or nothing: those overshoot most.
    static std::uint8_t byteOf(test::Gen& gen, bool isHard)
    {
        const auto bits = gen.bits();
        return static_cast<std::uint8_t>(isHard ? (bits & 1) * 255 : bits);
    }

    /// Buffers end where the picture does, so that a sanitizer sees any step beyond.
    static std::string compareLevels(test::Gen& gen, Size from, Size to)
    {
        const auto numBytes = std::size_t(from.area()) * 3;
        const auto source = std::make_unique<std::uint8_t[]>(numBytes);
        const bool isHard = gen.oneIn(2);
        for (std::size_t idx = 0; idx < numBytes; ++idx)
            source[idx] = byteOf(gen, isHard);
        const PictureView view{from, std::int64_t{from.width} * 3, source.get()};
        const auto want = resultOf(view, to, Level::Plain);
        for (const Level level : {Level::Avx2, Level::Avx512}) {
            if (level > machineLevel())
                continue;
            if (resultOf(view, to, level) != want)
                return words(nameOf(level), " differs for ", from.width, " x ", from.height, " to ",
                             to.width, " x ", to.height);
        }
        return {};
    }

    static std::vector<std::uint8_t> resultOf(const PictureView& source, Size to, Level level)
    {
        std::vector<std::uint8_t> bytes(std::size_t(to.area()) * 3);
        MUST(Resampler::make(source.size, to, level)).run(source, bytes.data());
        return bytes;
    }
};

std::unique_ptr<QObject> makeResamplerLevelsTest()
{
    return std::make_unique<ResamplerLevelsTest>();
}

#include "tst_resampler_levels.moc"
