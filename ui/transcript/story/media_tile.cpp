#include "ui/transcript/story/media_tile.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

using State = workspace::KeptMedium::State;

bool isOf(const session::Attachment& attachment, std::string_view kind)
{
    return std::string_view(attachment.mediaType).starts_with(kind);
}

QString clock(double seconds)
{
    const auto whole = static_cast<int>(seconds + 0.5);
    return u"%1:%2"_s.arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

bool isPlainAttachment(const session::Attachment& attachment)
{
    return !isOf(attachment, "image/") && !isOf(attachment, "video/");
}

std::vector<MediaTile> mediaTilesOf(const std::vector<session::Attachment>& all)
{
    std::vector<MediaTile> tiles;
    std::int64_t clip = 0; // of the last tile
    for (std::size_t idx = 0; idx < all.size(); ++idx) {
        const session::Attachment& one = all[idx];
        if (isPlainAttachment(one))
            continue;
        const bool goesOn = one.clip > 0 && one.clip == clip && !tiles.empty();
        clip = one.clip;
        if (!goesOn) {
            MediaTile& tile = tiles.emplace_back();
            const bool isClip = one.clip > 0 || isOf(one, "video/");
            tile.kind = isClip ? MediaTile::Kind::Clip : MediaTile::Kind::Picture;
            tile.attachment = static_cast<int>(idx);
            tile.blob = one.blob;
            tile.name = QString::fromStdString(one.name);
        }
        if (one.clip > 0) {
            ++tiles.back().numFrames;
            tiles.back().seconds = QString::fromStdString(one.seconds).toDouble();
        }
    }
    return tiles;
}

QString MediaTile::facts(const workspace::KeptMedium& medium) const
{
    if (medium.state == State::Missing)
        return tr("no longer kept");
    if (medium.state == State::Broken)
        return tr("cannot be shown");
    QStringList facts;
    const double length = numFrames > 0 ? seconds : medium.seconds;
    if (kind == Kind::Clip && length > 0)
        facts << clock(length);
    if (numFrames > 0)
        facts << (numFrames == 1 ? tr("1 frame") : tr("%Ln frames", nullptr, numFrames));
    if (medium.state == State::Reading && facts.isEmpty())
        return tr("being read…");
    if (kind == Kind::Clip && numFrames == 0 && medium.bytes > 0)
        facts << QLocale().formattedDataSize(medium.bytes, 1, QLocale::DataSizeSIFormat);
    if (kind == Kind::Picture && medium.width > 0)
        facts << tr("%1×%2").arg(medium.width).arg(medium.height);
    if (kind == Kind::Picture && medium.tokens > 0)
        facts << tr("%1 tok").arg(QLocale().toString(qlonglong(medium.tokens)));
    return facts.join(u" · "_s);
}

QString MediaTile::spoken(const workspace::KeptMedium& medium) const
{
    const QString what = kind == Kind::Clip ? tr("Clip %1, %2") : tr("Picture %1, %2");
    return what.arg(name, facts(medium));
}

} // namespace tf::ui
