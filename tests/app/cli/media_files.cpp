#include "tests/app/cli/media_files.h"

#include "tests/support/gen.h"

#include <QFile>
#include <QTest>

using namespace tf;

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

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}
