#pragma once

// Lines above the panes that tell what happened, each until it is closed; never a dialog.

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace tf::ui {

enum class Tone : std::uint8_t { Info, Caution };

/// What can be done about it, as a button.
struct NoticeDeed {
    QString text = {};
    std::function<void()> run = {};
};

class NoticeBar : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(NoticeBar)

public:
    explicit NoticeBar(const Theme& theme, QWidget* parent = nullptr);

    /// `details` is what the tool tip adds. The oldest goes when there are too many.
    void add(Tone tone, const QString& text, const QString& details = {});
    /// The same, in place of what stood there under that name.
    void put(const QString& name, Tone tone, const QString& text, const QString& details = {},
             const NoticeDeed& deed = {});
    void take(const QString& name);
    /// Takes the newest away; false when there is none.
    bool closeNewest();
    [[nodiscard]] QStringList texts() const;

private:
    QWidget* addLine(Tone tone, const QString& text, const QString& details,
                     const NoticeDeed& deed = {});

    const Theme& m_theme;
    QVBoxLayout* m_column;
};

} // namespace tf::ui
