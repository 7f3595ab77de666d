#include "ui/transcript/compare/synced_scrolling.h"

#include "ui/transcript/view/transcript_view.h"

#include <QEvent>
#include <QScrollBar>

#include <cmath>

namespace tf::ui {

SyncedScrolling::SyncedScrolling(TranscriptView& left, TranscriptView& right)
    : m_views{&left, &right}
{
    watch(0);
    watch(1);
}

void SyncedScrolling::watch(std::size_t idx)
{
    TranscriptView* view = m_views.at(idx);
    view->installEventFilter(this);
    view->viewport()->installEventFilter(this);
    view->verticalScrollBar()->installEventFilter(this);
    connect(view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this, idx] {
        if (idx == m_leader)
            follow(idx);
    });
}

bool SyncedScrolling::eventFilter(QObject* watched, QEvent* event)
{
    const bool isMove = event->type() == QEvent::Wheel || event->type() == QEvent::KeyPress
        || event->type() == QEvent::MouseButtonPress;
    for (std::size_t idx = 0; isMove && idx < m_views.size(); ++idx) {
        TranscriptView* view = m_views.at(idx);
        if (watched == view || watched == view->viewport() || watched == view->verticalScrollBar())
            m_leader = idx;
    }
    return false;
}

void SyncedScrolling::follow(std::size_t leader)
{
    if (m_isFollowing)
        return;
    const QScrollBar* from = m_views.at(leader)->verticalScrollBar();
    QScrollBar* to = m_views.at(1 - leader)->verticalScrollBar();
    const double share = from->maximum() == 0 ? 0 : double(from->value()) / from->maximum();
    m_isFollowing = true;
    to->setValue(static_cast<int>(std::lround(share * to->maximum())));
    m_isFollowing = false;
}

} // namespace tf::ui
