#pragma once

// Changes that come fast, told once a frame: the first at once, further ones together.
//
// At once is with the next turn of the loop, so that what comes in one batch is told together.
// Its timer runs only while there is something to tell. Thread: main. Blocks: never.

#include <QTimer>

#include <functional>

namespace tf::workspace {

class FramePace {
public:
    explicit FramePace(std::function<void()> tell);

    void touch();
    /// What has not been told is told now.
    void flush();

private:
    void onFrame();

    std::function<void()> m_tell;
    QTimer m_frame;
    bool m_isDirty = false;
};

} // namespace tf::workspace
