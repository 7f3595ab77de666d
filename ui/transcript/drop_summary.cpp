#include "ui/transcript/drop_summary.h"

#include <QCoreApplication>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr qsizetype kMaxNameLength = 60;

struct DropWords {
    Q_DECLARE_TR_FUNCTIONS(DropWords)
};

/// The last part of the path, or the host: never more than fits a line, never a control character.
QString shortName(const QUrl& url)
{
    const QUrl bare = url.adjusted(QUrl::StripTrailingSlash);
    QString shown = bare.fileName().isEmpty() ? url.toDisplayString() : bare.fileName();
    for (QChar& c : shown) {
        if (!c.isPrint() && !c.isSurrogate())
            c = u'\ufffd';
    }
    if (shown.size() > kMaxNameLength)
        shown = shown.left(kMaxNameLength / 2) + u'…' + shown.right(kMaxNameLength / 2);
    return shown;
}

} // namespace

QString describeDrop(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    if (urls.size() == 1)
        return shortName(urls.front());
    if (!urls.isEmpty())
        return DropWords::tr("%1 and %n more", nullptr, static_cast<int>(urls.size()) - 1)
            .arg(shortName(urls.front()));
    if (data.hasImage())
        return DropWords::tr("a picture");
    if (data.hasText() && !data.text().isEmpty())
        return DropWords::tr("text of %n characters", nullptr,
                             static_cast<int>(data.text().size()));
    return {};
}

} // namespace tf::ui
