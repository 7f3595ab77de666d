#pragma once

// The kind of work that a session is about: its name, what it still needs, and a way to drop it.

#include "app/works/preset.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace tf::ui {

class IconButton;
class Pill;
class TextLabel;

class PresetLine : public QWidget {
    Q_OBJECT

public:
    explicit PresetLine(const Theme& theme, QWidget* parent = nullptr);

    /// Nothing: it hides. `needs` is a sentence, or empty.
    void show(const std::optional<works::Preset>& preset, const QString& needs);

Q_SIGNALS:
    void removeAsked();

private:
    Pill* m_name;
    TextLabel* m_needs;
    IconButton* m_remove;
};

} // namespace tf::ui
