#pragma once

// Over which stretch of a clip the chosen place is covered, and the way to uncover it.
//
// Thread: main.

#include "app/media/clip_choice.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

class QLineEdit;

namespace tf::ui {

class TextButton;
class TextLabel;

class CoverBar : public QWidget {
    Q_OBJECT

public:
    explicit CoverBar(const Theme& theme, QWidget* parent = nullptr);

    /// None: what can be done is said instead.
    void setCovered(const std::optional<app::CoveredStretch>& covered, double duration);

Q_SIGNALS:
    void stretchMade(double from, double to);
    void removeAsked();

private:
    void take();

    app::CoveredStretch m_covered;
    double m_duration = 0;
    TextLabel* m_hint;
    QWidget* m_row;
    QLineEdit* m_from;
    QLineEdit* m_to;
};

} // namespace tf::ui
