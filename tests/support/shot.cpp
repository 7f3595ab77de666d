#include "tests/support/shot.h"

#include "kernels/base/words.h"
#include "tests/support/few_colors.h"
#include "tests/support/golden.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
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

const QString kDigestKey = QStringLiteral("pixels");
constexpr int kTightest = 0; ///< as a quality: PNG loses nothing by it

/// Of all pixels of the picture.
QString digestOf(const QImage& picture)
{
    const QImage image = picture.convertToFormat(QImage::Format_RGB32);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int y = 0; y < image.height(); ++y)
        hash.addData({reinterpret_cast<const char*>(image.constScanLine(y)),
                      static_cast<qsizetype>(image.width()) * qsizetype(sizeof(QRgb))});
    return QString::fromLatin1(hash.result().toHex());
}

/// Small, and with what it takes to know the whole of it again.
std::string accept(const QImage& picture, const std::string& path)
{
    QImage small = inFewColors(picture);
    small.setText(kDigestKey, digestOf(picture));
    const auto file = QString::fromStdString(path);
    QDir().mkpath(QFileInfo(file).path());
    return small.save(file, "PNG", kTightest) ? std::string() : words("cannot write ", path);
}

/// Empty, or what went wrong.
std::string save(const QImage& image, const std::string& path)
{
    const auto file = QString::fromStdString(path);
    QDir().mkpath(QFileInfo(file).path());
    return image.save(file) ? std::string() : words(" (cannot write ", path, ")");
}

std::string sizeText(const QImage& image)
{
    return words(image.width(), "x", image.height());
}

} // namespace

std::string compareWithShot(std::string_view name, const QImage& got)
{
    return compareWithShotIn({TRIFOLD_SOURCE_DIR "/tests/shots", TRIFOLD_BUILD_DIR "/shots"}, name,
                             got);
}

std::string compareWithShotIn(const ShotFolders& folders, std::string_view name,
                              const QImage& picture)
{
    const QImage got = picture.convertToFormat(QImage::Format_ARGB32);
    const auto wantPath = words(folders.want, "/", name, ".png");
    if (rebasing())
        return accept(got, wantPath);

    const auto gotPath = words(folders.out, "/", name, "-got.png");
    const QImage kept(QString::fromStdString(wantPath));
    if (!kept.isNull() && kept.text(kDigestKey) == digestOf(got))
        return {};
    const QImage want = kept.convertToFormat(QImage::Format_ARGB32);
    if (want.isNull())
        return words("no picture ", wantPath, "; got ", gotPath, "; TRIFOLD_REBASE=1 accepts it",
                     save(got, gotPath));
    if (got.size() != want.size())
        return words(name, ": ", sizeText(got), " instead of ", sizeText(want), "; got ", gotPath,
                     save(got, gotPath));
    const bool isWhole = kept.text(kDigestKey).isEmpty(); // else shades were left out of it
    const Difference difference =
        differenceOf(isWhole ? got : inFewColors(got).convertToFormat(QImage::Format_ARGB32), want);
    if (isWhole && difference.numPixels == 0)
        return {};
    const auto outPath = words(folders.out, "/", name);
    return words(name, ": ", difference.numPixels, " pixels differ; see ", outPath,
                 "-{got,want,difference}.png", save(got, gotPath),
                 save(want, outPath + "-want.png"),
                 save(difference.picture, outPath + "-difference.png"));
}

} // namespace tf::test
