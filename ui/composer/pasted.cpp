#include "ui/composer/pasted.h"

#include <QBuffer>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr qsizetype kLongTextLines = 200;
constexpr qsizetype kLongTextSize = 40'000; ///< characters; one line can be as long
constexpr qsizetype kMostAddress = 2000;

/// From what loses least to what loses most. What is not here is tried after them.
constexpr const char* kPictureTypes[] = {
    "image/png",  "image/svg+xml", "image/webp", "image/tiff",     "image/bmp",
    "image/jpeg", "image/gif",     "image/jpg",  "image/x-ms-bmp", "image/x-MS-bmp",
};
constexpr auto kCopiedFiles = "x-special/gnome-copied-files";
constexpr auto kQtPicture = "application/x-qt-image";

void addUrl(Pasted& pasted, const QUrl& url)
{
    if (url.isLocalFile())
        pasted.places.append(url.toLocalFile());
    else if (url.isValid() && !url.scheme().isEmpty())
        pasted.addresses.append(url.toString(QUrl::RemoveUserInfo));
}

/// "copy", then an address a line; some file managers put it into the text, too.
QList<QUrl> copiedFiles(const QMimeData& data)
{
    QByteArray list = data.data(QLatin1StringView(kCopiedFiles));
    const QByteArray text = data.text().toUtf8();
    if (list.isEmpty() && text.startsWith("x-special/nautilus-clipboard\n"))
        list = text.mid(text.indexOf('\n') + 1);
    QList<QUrl> urls;
    for (const QByteArray& line : list.split('\n')) {
        const QByteArray address = line.trimmed();
        if (address.startsWith("file:"))
            urls.append(QUrl::fromEncoded(address));
    }
    return urls;
}

QString bestPictureType(const QStringList& formats)
{
    for (const char* type : kPictureTypes) {
        if (formats.contains(QLatin1StringView(type)))
            return QString::fromLatin1(type);
    }
    const auto other = std::find_if(formats.begin(), formats.end(), [](const QString& format) {
        return format.startsWith(u"image/"_s);
    });
    return other != formats.end() ? *other : QString();
}

void addPicture(Pasted& pasted, const QMimeData& data)
{
    pasted.pictureType = bestPictureType(data.formats());
    if (!pasted.pictureType.isEmpty())
        pasted.picture = data.data(pasted.pictureType);
    if (!pasted.picture.isEmpty() || !data.hasFormat(QLatin1StringView(kQtPicture)))
        return;
    pasted.pictureType = u"image/png"_s;
    pasted.pixels = qvariant_cast<QImage>(data.imageData());
}

} // namespace

bool Pasted::isLongText() const
{
    return text.count(u'\n') >= kLongTextLines || text.size() > kLongTextSize;
}

bool canTake(const QMimeData& data)
{
    return data.hasUrls() || data.hasText() || data.hasFormat(QLatin1StringView(kCopiedFiles))
        || data.hasFormat(QLatin1StringView(kQtPicture))
        || !bestPictureType(data.formats()).isEmpty();
}

Pasted pastedFrom(const QMimeData& data)
{
    Pasted pasted;
    auto urls = copiedFiles(data);
    if (urls.isEmpty())
        urls = data.urls();
    for (const QUrl& url : urls)
        addUrl(pasted, url);
    if (!pasted.places.isEmpty())
        return pasted;
    addPicture(pasted, data);
    if (!pasted.picture.isEmpty() || !pasted.pixels.isNull() || !pasted.addresses.isEmpty())
        return pasted;
    pasted.text = data.text();
    return pasted;
}

QByteArray packedPicture(const QImage& pixels)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!pixels.isNull() && buffer.open(QIODevice::WriteOnly))
        pixels.save(&buffer, "PNG");
    return bytes;
}

bool looksLikeRepository(const QString& text)
{
    const QString line = text.trimmed();
    if (line.size() > kMostAddress || line.contains(u'\n') || line.contains(u' '))
        return false;
    const QUrl url(line, QUrl::StrictMode);
    const bool isWeb = url.scheme() == u"https"_s || url.scheme() == u"http"_s;
    return isWeb && !url.host().isEmpty() && url.path().endsWith(u".git"_s);
}

} // namespace tf::ui
