#pragma once

// What will happen to what is being dragged over a conversation, and what it costs, before it is
// let go.
//
// Looked at as the tray would read it, beside the window; the figures come when they are known, and
// what is looked at is let go of when the drag leaves. Thread: main. Blocks: never.

#include "app/workspace/tray.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QMimeData;

namespace tf::ui {

class TextLabel;

class DropOverlay : public QWidget {
    Q_OBJECT

public:
    /// Covers `parent` while something is dragged over it.
    DropOverlay(const Theme& theme, QWidget* parent);

    /// nullptr: none is chosen, and nobody knows what fits.
    void setEngine(const workspace::EngineChoice* engine);
    /// What goes along with the next question before it: tokens.
    void begin(const QMimeData& data, std::int64_t before);
    void setModifiers(Qt::KeyboardModifiers modifiers);
    void end();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void lookCloser();
    void showCost();

    const Theme& m_theme;
    TextLabel* m_what;
    TextLabel* m_deed;
    TextLabel* m_cost;
    std::optional<workspace::EngineChoice> m_engine;
    std::unique_ptr<workspace::Tray> m_glance; ///< made when it is first needed
    QStringList m_places;
    std::int64_t m_before = 0;
    QTimer m_stay; ///< a drag that only passes by costs nothing
};

} // namespace tf::ui
