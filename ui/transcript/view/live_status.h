#pragma once

// What a screen reader says of its own accord: an answer began, it ended, it failed.
//
// An object without a picture whose name changes; Qt 6.4 has no event for announcements.
// Thread: main.

#include <QWidget>

namespace tf::ui {

class LiveStatus : public QWidget {
public:
    explicit LiveStatus(QWidget* parent);

    void say(const QString& words);
};

} // namespace tf::ui
