#pragma once

// Short lines above the field that say what is in the way, or what happens next, with what can be
// done about it.

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <functional>
#include <vector>

namespace tf::ui {

enum class NoticeTone : std::uint8_t { Info, Caution, Danger };

struct NoticeAction {
    QString text;
    std::function<void()> run;
};

struct NoticeLine {
    NoticeTone tone = NoticeTone::Info;
    QString text;
    std::vector<NoticeAction> actions = {};
};

class NoticeLines : public QWidget {
    Q_OBJECT

public:
    explicit NoticeLines(const Theme& theme, QWidget* parent = nullptr);

    /// What is shown already stays as it is.
    void show(std::vector<NoticeLine> lines);
    [[nodiscard]] QStringList texts() const;

private:
    QWidget* make(const NoticeLine& line);

    const Theme& m_theme;
    QStringList m_texts; ///< with their actions' words
};

} // namespace tf::ui
