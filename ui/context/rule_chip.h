#pragma once

// One rule of the user's, "+src/**" or "-**/testdata/**", with a button that takes it away.
//
// Delete and Backspace take it away, too.

#include "app/ingest/rules/rules.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace tf::ui {

class IconButton;

class RuleChip : public QWidget {
    Q_OBJECT

public:
    RuleChip(const Theme& theme, const ingest::UserRule& rule, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void removeAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    QString m_words;
    bool m_includes;
    IconButton* m_remove;
};

/// As it was written, and harmless to show.
[[nodiscard]] QString shownRule(const ingest::UserRule& rule);

} // namespace tf::ui
