#pragma once

// Rows of a single line around what was said: heads, folds, buttons, attachments.
//
// Thread: main.

#include "ui/transcript/layout/measures.h"
#include "ui/transcript/layout/room.h"
#include "ui/transcript/layout/row_layout.h"

namespace tf::ui {

/// Who speaks, and facts about it.
class HeadRow : public RowLayout {
public:
    HeadRow(QString title, QString facts, const Room& room, const Measures& measures);

    [[nodiscard]] int height() const override;
    void paint(QPainter& painter, const RowPaint& paint) const override;

private:
    const Measures& m_measures;
    Room m_room;
    QString m_title;
    QString m_facts;
};

/// A line that opens what is beneath it.
class FoldRow : public RowLayout {
public:
    FoldRow(QString title, QString facts, bool isFolded, const Room& room,
            const Measures& measures);

    [[nodiscard]] int height() const override;
    void paint(QPainter& painter, const RowPaint& paint) const override;
    [[nodiscard]] std::vector<Spot> spots(const RowView& view) const override;

private:
    const Measures& m_measures;
    Room m_room;
    QString m_title;
    QString m_facts;
    bool m_isFolded;
};

/// Buttons; those of `always` are there without a pointer, too.
class FooterRow : public RowLayout {
public:
    FooterRow(std::vector<Spot> always, std::vector<Spot> whenActive, const Room& room,
              const Measures& measures);

    [[nodiscard]] int height() const override;
    void paint(QPainter& painter, const RowPaint& paint) const override;
    [[nodiscard]] std::vector<Spot> spots(const RowView& view) const override;

private:
    const Measures& m_measures;
    Room m_room;
    std::vector<Spot> m_spots;
    std::size_t m_numAlways;
};

/// Names of files in small boxes, over as many lines as they need.
class ChipsRow : public RowLayout {
public:
    ChipsRow(std::vector<Spot> chips, const Room& room, const Measures& measures);

    [[nodiscard]] int height() const override { return m_height; }
    void paint(QPainter& painter, const RowPaint& paint) const override;
    [[nodiscard]] std::vector<Spot> spots(const RowView&) const override { return m_chips; }

private:
    const Measures& m_measures;
    std::vector<Spot> m_chips;
    int m_height;
};

} // namespace tf::ui
