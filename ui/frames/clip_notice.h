#pragma once

// What stands where a clip would be while there is none to show: what is the matter, what to do.
//
// Thread: main.

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;

namespace tf::ui {

class TextLabel;

struct ClipNoticeWords {
    QString title;
    QString text;
    QString action; ///< of its button; empty: it has none
};

class ClipNotice : public QWidget {
    Q_OBJECT

public:
    ClipNotice(const Theme& theme, Icon icon, QWidget* parent = nullptr);

    void setWords(const ClipNoticeWords& words);

Q_SIGNALS:
    void pressed();

private:
    TextLabel* m_title;
    TextLabel* m_text;
    QPushButton* m_action;
};

} // namespace tf::ui
