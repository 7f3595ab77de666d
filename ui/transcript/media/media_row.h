#pragma once

// The pictures and clips of a question as a row: a small picture of each, its name and its size.
//
// As tall as it stays, whatever is known of them; over as many lines as they need. Thread: main.

#include "ui/transcript/layout/measures.h"
#include "ui/transcript/layout/room.h"
#include "ui/transcript/layout/row_layout.h"
#include "ui/transcript/story/media_tile.h"
#include "ui/transcript/story/turn_source.h"

namespace tf::ui {

class MediaRow : public RowLayout {
public:
    MediaRow(std::vector<MediaTile> tiles, MediaLook look, const Room& room,
             const Measures& measures);

    [[nodiscard]] int height() const override { return m_height; }
    void paint(QPainter& painter, const RowPaint& paint) const override;
    [[nodiscard]] std::vector<Spot> spots(const RowView& view) const override;

private:
    [[nodiscard]] workspace::KeptMedium mediumOf(const MediaTile& tile) const;
    void paintTile(QPainter& painter, const RowPaint& paint, std::size_t idx) const;
    void paintPicture(QPainter& painter, const RowPaint& paint, const QRect& place,
                      const MediaTile& tile, const workspace::KeptMedium& medium) const;
    void paintWords(QPainter& painter, const RowPaint& paint, const QRect& tile,
                    const QString& name, const QString& facts) const;

    const Measures& m_measures;
    std::vector<MediaTile> m_tiles;
    MediaLook m_look;
    std::vector<QRect> m_places;
    int m_height = 0;
};

/// Without laying them out.
[[nodiscard]] int mediaHeight(std::size_t numTiles, int width, const Measures& measures);

} // namespace tf::ui
