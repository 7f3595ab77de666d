#pragma once

// Two views that are scrolled as one: the other stands at the same share of its height.
//
// The view that a user moved last leads; what is put right while rows are laid out moves nothing.
// Thread: main.

#include <QObject>

#include <array>

class QScrollBar;

namespace tf::ui {

class TranscriptView;

class SyncedScrolling : public QObject {
public:
    /// Both outlive it.
    SyncedScrolling(TranscriptView& left, TranscriptView& right);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void watch(std::size_t idx);
    void follow(std::size_t leader);

    std::array<TranscriptView*, 2> m_views;
    std::size_t m_leader = 0;
    bool m_isFollowing = false;
};

} // namespace tf::ui
