#pragma once

// What a clipboard or a drop holds, in the one form that is best taken.
//
// File lists of file managers go before pictures, pictures before text; of many types of one
// picture the one that loses least. Nothing is opened. Thread: main.

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QStringList>

class QMimeData;

namespace tf::ui {

struct Pasted {
    QStringList places; ///< whole paths of this machine
    QStringList addresses; ///< of other machines
    QByteArray picture; ///< as it was offered, not looked into
    QImage pixels; ///< in its place, where the desktop holds nothing else of it
    QString pictureType; ///< "image/png"
    QString text;

    [[nodiscard]] bool isEmpty() const
    {
        return places.isEmpty() && addresses.isEmpty() && picture.isEmpty() && pixels.isNull()
            && text.isEmpty();
    }
    /// More lines than anybody wants to see in a field to write in.
    [[nodiscard]] bool isLongText() const;
};

/// Whether there is anything that pastedFrom() would take; looks at types alone.
[[nodiscard]] bool canTake(const QMimeData& data);

[[nodiscard]] Pasted pastedFrom(const QMimeData& data);

/// Pixels as the file that they could have been. Takes long. Thread: any.
[[nodiscard]] QByteArray packedPicture(const QImage& pixels);

/// One line that git could fetch from: "https://example.org/shop.git".
[[nodiscard]] bool looksLikeRepository(const QString& text);

} // namespace tf::ui
