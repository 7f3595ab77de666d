#pragma once

// Ctrl+K: everything the window can do and every session, found by a few letters.
//
// Lies over the window and never blocks it; Escape, or a click beside it, closes it. Thread: main.

#include "ui/theme/theme.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <vector>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace tf::ui {

struct PaletteEntry {
    QString text;
    QString group; ///< "View", "Session"
    QString keys; ///< its shortcut, if it has one
    bool isEnabled = true;
    std::function<void()> run;
};

class Palette : public QWidget {
    Q_OBJECT

public:
    /// Covers `window` when it is open.
    Palette(const Theme& theme, QWidget* window);

    void open(std::vector<PaletteEntry> entries);
    /// What there is to choose from, for what is typed by now.
    using Source = std::function<std::vector<PaletteEntry>(const QString& typed)>;
    /// Of more than can be looked through at once: `words` say what is to be typed.
    void openOver(Source source, const QString& words);
    /// Gives the keyboard back to who had it.
    void close();
    /// What is listed now, best first.
    [[nodiscard]] QStringList shown() const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void start(const QString& words);
    void place();
    void filter();
    void runCurrent();
    [[nodiscard]] QRect card() const;

    const Theme& m_theme;
    QLineEdit* m_typed;
    QListView* m_list;
    QStandardItemModel* m_model;
    std::vector<PaletteEntry> m_entries;
    Source m_source; ///< of the entries, where they depend on what is typed
    QPointer<QWidget> m_before; ///< had the keyboard
};

} // namespace tf::ui
