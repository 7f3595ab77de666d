#pragma once

// What one device holds of a model, as a bar with its parts and a line for each.
//
// The whole bar is what is free before anything is taken, or all that is wanted where that is more;
// a mark stands where the free memory ends. The same stands in its accessible description.
// Thread: main.

#include "ui/monitor/memory_words.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace tf::ui {

class MemoryBar : public QWidget {
    Q_OBJECT

public:
    explicit MemoryBar(const Theme& theme, QWidget* parent = nullptr);

    void setDevice(engine::DevicePlan device);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] QRect mirrored(const QRect& place) const;
    void paintParts(QPainter& painter, const QRect& bar) const;
    void paintSwatch(QPainter& painter, int top, int width, Token ink) const;
    void paintLine(QPainter& painter, int top, const QString& name, std::uint64_t bytes) const;

    const Theme& m_theme;
    engine::DevicePlan m_device;
    std::vector<MemoryPart> m_parts;
};

} // namespace tf::ui
