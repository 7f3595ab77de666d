#include "tests/app/cli/media_files.h"

#include "tests/support/gen.h"

#include <QFile>
#include <QTest>

#include <vector>

using namespace tf;

namespace {

/// 96 x 64 pixels, so many rows black and then white, in codes of three bits: every two pixels the
/// table of codes is cleared, so that it never grows.
QByteArray gifPixels(int numBlackRows)
{
    constexpr int kClear = 4;
    constexpr int kEnd = 5;
    std::vector<int> codes;
    for (int pair = 0; pair < 96 * 64 / 2; ++pair) {
        const int colour = pair < numBlackRows * 96 / 2 ? 0 : 1;
        codes.insert(codes.end(), {kClear, colour, colour});
    }
    codes.push_back(kEnd);
    QByteArray packed((std::ssize(codes) * 3 + 7) / 8, '\0');
    for (qsizetype bit = 0; bit < std::ssize(codes) * 3; ++bit) {
        if (codes[static_cast<std::size_t>(bit / 3)] >> (bit % 3) & 1)
            packed[bit / 8] = static_cast<char>(packed[bit / 8] | 1 << (bit % 8));
    }
    QByteArray blocks("\x02", 1);
    for (qsizetype at = 0; at < packed.size(); at += 255) {
        const auto block = packed.mid(at, 255);
        blocks += static_cast<char>(block.size());
        blocks += block;
    }
    return blocks + '\0';
}

} // namespace

vision::Picture noise(vision::Size size, std::uint64_t seed)
{
    test::Gen gen(seed, 8);
    vision::Picture picture{size, {}};
    for (std::int64_t at = 0; at < size.area() * 3; ++at)
        picture.rgb.push_back(static_cast<std::uint8_t>(gen.bits()));
    return picture;
}

QByteArray tenSeconds()
{
    QByteArray gif("GIF89a\x02\x00\x01\x00\x80\x00\x00\x00\x00\x00\xFF\xFF\xFF", 19);
    for (int frame = 0; frame < 10; ++frame) {
        gif += QByteArray("\x21\xF9\x04\x00\x64\x00\x00\x00", 8);
        gif += QByteArray("\x2C\x00\x00\x00\x00\x02\x00\x01\x00\x00", 10);
        gif += QByteArray(frame % 2 == 0 ? "\x02\x02\x44\x0A" : "\x02\x02\x0C\x0A", 4);
        gif += QByteArray("\x00", 1);
    }
    return gif + ';';
}

QByteArray oneChange()
{
    QByteArray gif("GIF89a\x60\x00\x40\x00\x80\x00\x00\x00\x00\x00\xFF\xFF\xFF", 19);
    for (int frame = 0; frame < 8; ++frame) {
        gif += QByteArray("\x21\xF9\x04\x00\x64\x00\x00\x00", 8);
        gif += QByteArray("\x2C\x00\x00\x00\x00\x60\x00\x40\x00\x00", 10);
        gif += gifPixels(frame < 4 ? 64 : 32);
    }
    return gif + ';';
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}
