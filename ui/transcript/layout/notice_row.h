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
    [[nodiscard]] QRect card() const;

    const Measures& m_measures;
    Room m_room;
    NoticeWords m_words;
    int m_width;
    Paragraph m_sentence;
    std::optional<Paragraph> m_raw;
    std::vector<Spot> m_spots;
    int m_height = 0;
};

} // namespace tf::ui
