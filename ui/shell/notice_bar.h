#pragma once

// Lines above the panes that tell what happened, each until it is closed; never a dialog.

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QWidget>

class QVBoxLayout;

namespace tf::ui {

enum class Tone : std::uint8_t { Info, Caution };

class NoticeBar : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(NoticeBar)

public:
    explicit NoticeBar(const Theme& theme, QWidget* parent = nullptr);

    /// `details` is what the tool tip adds. The oldest goes when there are too many.
    void add(Tone tone, const QString& text, const QString& details = {});
    /// Takes the newest away; false when there is none.
    bool closeNewest();
    [[nodiscard]] QStringList texts() const;

private:
    const Theme& m_theme;
    QVBoxLayout* m_column;
};

} // namespace tf::ui
