#pragma once

// One field of a form: its name above it, and below it what it is for or what is wrong with it.

#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;

namespace tf::ui {

class TextLabel;

class FormRow : public QWidget {
    Q_OBJECT

public:
    /// Takes `field` as its child and names it for screen readers.
    FormRow(const Theme& theme, const QString& name, QWidget* field, const QString& hint,
            QWidget* parent = nullptr);

    /// Empty: nothing is wrong.
    void setMistake(const QString& sentence);
    [[nodiscard]] bool hasMistake() const { return m_hasMistake; }

private:
    QWidget* m_field;
    QString m_name;
    QString m_hint;
    TextLabel* m_below;
    TextLabel* m_wrong;
    bool m_hasMistake = false;
};

} // namespace tf::ui
