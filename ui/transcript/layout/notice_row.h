#pragma once

// A card in the place of an answer that went wrong: the cause in plain words, and what can be done.
//
// The raw words stand behind a fold. Thread: main.

#include "ui/transcript/layout/paragraph.h"
#include "ui/transcript/layout/room.h"

namespace tf::ui {

enum class CauseTone : std::uint8_t { Quiet, Bad };

struct NoticeWords {
    CauseTone tone = CauseTone::Quiet;
    QString sentence;
    QString tried; ///< who was asked, how often; may be empty
    QString step; ///< what comes next; may be empty
    QString raw; ///< empty: there is nothing more to say
    bool isFolded = true;
    std::vector<Spot> actions; ///< without places
};

class NoticeRow : public RowLayout {
public:
    NoticeRow(NoticeWords words, const Room& room, const Measures& measures, const Theme& theme);

    [[nodiscard]] int height() const override { return m_height; }
    void paint(QPainter& painter, const RowPaint& paint) const override;
    [[nodiscard]] std::vector<Spot> spots(const RowView&) const override { return m_spots; }

private:
    struct Line {
        std::unique_ptr<Paragraph> text;
        int top = 0; ///< in the row
    };

    int addLine(const QString& text, const ProseStyle& style, int top, const Theme& theme);
    [[nodiscard]] int inner() const;
    [[nodiscard]] QRect card() const;

    const Measures& m_measures;
    Room m_room;
    NoticeWords m_words;
    int m_width;
    std::vector<Line> m_lines;
    std::vector<Spot> m_spots;
    int m_height = 0;
};

} // namespace tf::ui
