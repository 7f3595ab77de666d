#include "ui/pictures/picture_list.h"

#include "app/workspace/tray/amount.h"
#include "ui/widgets/plain_name.h"

#include <QPixmap>

#include <algorithm>

namespace tf::ui {

namespace {

using workspace::TrayState;

QPixmap pictureOf(const workspace::Preview& preview)
{
    if (!preview.rgb)
        return {};
    const QImage image(preview.rgb->data(), preview.width, preview.height, preview.width * 3,
                       QImage::Format_RGB888);
    return QPixmap::fromImage(image.copy());
}

bool isSamePlace(const ListedPicture& one, const ListedPicture& other)
{
    return one.id == other.id;
}

} // namespace

void PictureList::show(std::vector<ListedPicture> pictures)
{
    const bool isSame = std::equal(pictures.begin(), pictures.end(), m_pictures.begin(),
                                   m_pictures.end(), isSamePlace);
    if (!isSame) {
        beginResetModel();
        m_pictures = std::move(pictures);
        endResetModel();
        return;
    }
    m_pictures = std::move(pictures);
    if (!m_pictures.empty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_pictures.size()) - 1));
}

int PictureList::rowOf(workspace::TrayId id) const
{
    const auto found = std::find_if(m_pictures.begin(), m_pictures.end(),
                                    [id](const ListedPicture& one) { return one.id == id; });
    return found == m_pictures.end() ? -1 : static_cast<int>(found - m_pictures.begin());
}

int PictureList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pictures.size());
}

QString PictureList::spoken(const ListedPicture& picture) const
{
    const QString name = plainName(QString::fromStdString(picture.name));
    const QString detail = QString::fromStdString(picture.detail);
    if (picture.state == TrayState::Failed)
        return tr("%1, cannot go along: %2").arg(name, detail);
    if (picture.state == TrayState::Reading)
        return tr("%1, is being read").arg(name);
    return tr("%1, %2, %3 tokens")
        .arg(name, detail, QString::fromStdString(workspace::shownNumber(picture.tokens)));
}

QVariant PictureList::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount({}))
        return {};
    const ListedPicture& picture = m_pictures[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return plainName(QString::fromStdString(picture.name));
    case Qt::DecorationRole:
        return pictureOf(picture.preview);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return spoken(picture);
    case Qt::UserRole:
        return static_cast<int>(picture.state);
    default:
        return {};
    }
}

} // namespace tf::ui
