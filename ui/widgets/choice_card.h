#pragma once

// A large button that says what it leads to: a drawing, a title, a sentence.

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace tf::ui {

class ChoiceCard : public QAbstractButton {
public:
    ChoiceCard(const Theme& theme, Icon icon, const QString& title, const QString& text,
               QWidget* parent = nullptr);

    /// What the sentence is now.
    void setSentence(const QString& text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QRect words(int width) const;

    const Theme& m_theme;
    Icon m_icon;
    QString m_title;
    QString m_sentence;
};

} // namespace tf::ui
