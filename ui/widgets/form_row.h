#pragma once

// One field of a form: its name above it, and below it what it is for or what is wrong with it.

#include "ui/theme/theme.h"

#include <QWidget>

namespace tf::ui {

class IconLabel;
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
    void focusField();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_field;
    QWidget* m_frame; ///< around the field while something is wrong
    QString m_name;
    QString m_hint;
    TextLabel* m_below;
    IconLabel* m_mark; ///< beside `m_wrong`: not by its colour alone
    TextLabel* m_wrong;
    bool m_hasMistake = false;
};

} // namespace tf::ui
