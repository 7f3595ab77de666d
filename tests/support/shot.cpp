#include "tests/support/shot.h"

#include "kernels/base/words.h"
#include "tests/support/golden.h"

#include <QDir>
#include <QString>

namespace tf::test {

namespace {

struct Difference {
    int numPixels = 0;
    QImage picture; // the pixels that differ, white on black
};

Difference differenceOf(const QImage& got, const QImage& want)
{
    Difference difference;
    difference.picture = QImage(got.size(), QImage::Format_Grayscale8);
    difference.picture.fill(0);
    for (int y = 0; y < got.height(); ++y) {
        const auto* gotLine = reinterpret_cast<const QRgb*>(got.constScanLine(y));
        const auto* wantLine = reinterpret_cast<const QRgb*>(want.constScanLine(y));
        auto* outLine = difference.picture.scanLine(y);
        for (int x = 0; x < got.width(); ++x) {
            if (gotLine[x] != wantLine[x]) {
                outLine[x] = 255;
                ++difference.numPixels;
            }
        }
    }
    return difference;
}

std::string sizeText(const QImage& image) { return words(image.width(), "x", image.height()); }

} // namespace

std::string compareWithShot(std::string_view name, const QImage& picture)
{
    const QImage got = picture.convertToFormat(QImage::Format_ARGB32);
    const QString baseName = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    const QString folder = QStringLiteral(TRIFOLD_SOURCE_DIR "/tests/shots");
    const QString wantPath = folder + u'/' + baseName + QStringLiteral(".png");
    if (rebasing()) {
        QDir().mkpath(folder);
        return got.save(wantPath) ? std::string() : words("cannot write ", wantPath.toStdString());
    }

    const QString out = QStringLiteral(TRIFOLD_BUILD_DIR "/shots");
    QDir().mkpath(out);
    const QString gotPath = out + u'/' + baseName + QStringLiteral("-got.png");
    const QImage want = QImage(wantPath).convertToFormat(QImage::Format_ARGB32);
    if (want.isNull()) {
        got.save(gotPath);
        return words("no picture ", wantPath.toStdString(), "; got ", gotPath.toStdString(),
                     "; TRIFOLD_REBASE=1 accepts it");
    }
    if (got.size() != want.size()) {
        got.save(gotPath);
        return words(name, ": ", sizeText(got), " instead of ", sizeText(want), "; got ",
                     gotPath.toStdString());
    }
    const Difference difference = differenceOf(got, want);
    if (difference.numPixels == 0)
        return {};
    got.save(gotPath);
    want.save(out + u'/' + baseName + QStringLiteral("-want.png"));
    difference.picture.save(out + u'/' + baseName + QStringLiteral("-difference.png"));
    return words(name, ": ", difference.numPixels, " pixels differ; see ", out.toStdString(), "/",
                 name, "-{got,want,difference}.png");
}

} // namespace tf::test
