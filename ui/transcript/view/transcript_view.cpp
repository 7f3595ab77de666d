#include "ui/transcript/view/transcript_view.h"

#include "ui/theme/style.h"
#include "ui/transcript/failure/failure_facts.h"
#include "ui/transcript/layout/turn_words.h"
#include "ui/transcript/view/live_status.h"
#include "ui/transcript/view/new_lines_pill.h"
#include "ui/transcript/view/transcript_accessible.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimerEvent>

#include <cstdlib>

namespace tf::ui {

namespace {

constexpr int kPillBottom = 16;
constexpr int kSliceMs = 0;
constexpr int kSecondMs = 1000;

/// Where nothing can be scrolled its place stays, and no handle stands in it.
class QuietBar : public QScrollBar {
public:
    using QScrollBar::QScrollBar;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        if (maximum() > minimum())
            QScrollBar::paintEvent(event);
    }
};

} // namespace

TranscriptView::TranscriptView(const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_stage(theme)
    , m_pointer(m_stage, m_look)
    , m_pill(new NewLinesPill(theme, this))
    , m_announcer(*new LiveStatus(this))
{
    QAccessible::installFactory(makeTranscriptAccessible);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Conversation"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBar(new QuietBar(Qt::Vertical, this));
    // Always there: a bar that comes and goes would break all lines anew.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    connect(m_pill, &NewLinesPill::clicked, this, &TranscriptView::follow);
    connect(&theme, &Theme::changed, this, &TranscriptView::setUp);
    m_look.found = &m_found;
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::setSource(TurnSource source)
{
    m_look.selection = {};
    m_look.hovered.reset();
    m_look.focused.reset();
    m_stage.setSource(std::move(source));
    m_found.look(m_found.wanted(), m_stage.story());
    viewport()->update();
    refresh();
    showRunning();
}

void TranscriptView::setUp()
{
    m_stage.setUp(viewport()->size(), layoutDirection());
    viewport()->update();
    refresh();
}

void TranscriptView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    setUp();
}

void TranscriptView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        setUp();
}

void TranscriptView::showBranch()
{
    m_stage.show();
    m_found.look(m_found.wanted(), m_stage.story());
    searchAll();
    viewport()->update();
    refresh();
}

void TranscriptView::growTurn(session::TurnId id)
{
    m_stage.grow(id);
    if (const ShownTurn* turn = m_stage.story().turn(id))
        m_announcer.grow(*turn);
    lookAgain(id);
    refreshSoon();
}

void TranscriptView::rewriteTurn(session::TurnId id)
{
    m_stage.rewrite(id);
    lookAgain(id);
    viewport()->update();
    refreshSoon();
}

void TranscriptView::endTurn(session::TurnId id)
{
    m_stage.end(id);
    m_counting = id;
    showRunning();
    tellEnd(id);
    lookAgain(id);
    viewport()->update();
    refreshSoon();
}

void TranscriptView::tellEnd(session::TurnId id)
{
    const ShownTurn* turn = m_stage.story().turn(id);
    if (turn == nullptr || turn->state == session::TurnState::Streaming)
        return;
    if (turn->state == session::TurnState::Finished)
        return m_announcer.end(*turn);
    const NoticeWords words = TurnWords::notice(*turn, m_stage.story().source());
    m_announcer.fail(*turn, words.sentence + u' ' + words.step);
}

void TranscriptView::showMedia()
{
    viewport()->update(); // their rows ask anew while they are painted, and stay as tall
}

void TranscriptView::showRunning()
{
    const TurnSource& source = m_stage.story().source();
    const workspace::Running* running = source.running ? source.running() : nullptr;
    const bool isCounting = countDown();
    if (running == nullptr && !isCounting)
        m_seconds.stop();
    else if (!m_seconds.isActive())
        m_seconds.start(kSecondMs, Qt::CoarseTimer, this);
    if (running != nullptr)
        m_stage.refreshFacts(running->turn);
    refreshSoon();
}

/// A card that says when to ask again says it anew; true: there is one, and it is not over.
bool TranscriptView::countDown()
{
    const ShownTurn* turn = m_stage.story().turn(m_counting);
    if (turn == nullptr)
        return false;
    m_stage.refreshNotice(m_counting);
    viewport()->update();
    if (failureFactsOf(*turn, m_stage.story().source()).retrySeconds)
        return true;
    m_counting = session::kNoTurn;
    return false;
}

void TranscriptView::refreshSoon()
{
    if (std::exchange(m_isRefreshing, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isRefreshing = false;
            refresh();
        },
        Qt::QueuedConnection);
}

void TranscriptView::refresh()
{
    if (viewport()->height() <= 0 || m_stage.window().isEmpty())
        return; // resizeEvent() is still to come
    const Stage::Settled settled = m_stage.settle();
    moveScrollBar();
    repaintMoved(settled);
    placePill();
    tellReading();
    if (m_stage.isReading() && !m_slices.isActive())
        m_slices.start(kSliceMs, this);
}

void TranscriptView::moveScrollBar()
{
    m_isMovingBar = true;
    QScrollBar* bar = verticalScrollBar();
    bar->setRange(0, static_cast<int>(m_stage.maxTop()));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(m_stage.measures().proseLine * 2);
    bar->setValue(static_cast<int>(m_stage.top()));
    m_isMovingBar = false;
}

void TranscriptView::repaintMoved(const Stage::Settled& settled)
{
    QWidget* port = viewport();
    const QRect all = port->rect();
    if (std::abs(settled.moved) >= all.height()) {
        port->update();
        return;
    }
    const auto moved = static_cast<int>(settled.moved);
    if (moved != 0)
        port->scroll(0, -moved, all);
    // The header of code that stays at the top was moved along with the lines.
    for (const QRect& strip : settled.strips)
        port->update(strip);
    if (settled.dirtyFrom < all.height())
        port->update(0, settled.dirtyFrom, all.width(), all.height() - settled.dirtyFrom);
}

void TranscriptView::placePill()
{
    m_pill->setLines(m_stage.newLines());
    const QSize size = m_pill->sizeHint();
    m_pill->setGeometry((viewport()->width() - size.width()) / 2,
                        viewport()->height() - size.height() - m_theme.px(kPillBottom),
                        size.width(), size.height());
}

void TranscriptView::tellReading()
{
    session::TurnId reading = session::kNoTurn;
    if (m_stage.rows().count() > 0)
        reading = m_stage.following() == Following::On
            ? m_stage.story().turns().back().id
            : m_stage.rows()[m_stage.rows().heights().at(m_stage.top())].key.turn;
    if (std::exchange(m_reading, reading) != reading)
        Q_EMIT readingChanged(reading);
}

void TranscriptView::scrollContentsBy(int, int)
{
    if (m_isMovingBar)
        return;
    m_stage.scrollTo(verticalScrollBar()->value());
    refresh();
    if (m_pointer.isMarking())
        m_pointer.drag(m_pointer.place());
}

void TranscriptView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    for (const QRect& exposed : event->region()) {
        painter.setClipRect(exposed);
        paintStage(painter, exposed, m_stage, m_theme, m_look);
    }
    if (!m_slices.isActive() && m_stage.isBehind())
        m_slices.start(kSliceMs, this);
}

void TranscriptView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_seconds.timerId())
        return showRunning();
    if (event->timerId() == m_dragging.timerId())
        return scrollBy(m_pointer.place().y() < 0 ? m_pointer.place().y()
                                                  : m_pointer.place().y() - viewport()->height());
    if (event->timerId() != m_slices.timerId())
        return QAbstractScrollArea::timerEvent(event);
    const bool wasReading = m_stage.isReading();
    const bool isReading = wasReading && m_stage.readOn();
    const bool wasBehind = m_stage.isBehind();
    const bool isInking = wasBehind && m_stage.inkOn();
    if (!isReading && !isInking)
        m_slices.stop();
    if (wasReading)
        lookEverywhere(isReading ? Looking::GoesOn : Looking::Done);
    if (wasReading != isReading || wasBehind != isInking)
        viewport()->update();
    refresh();
}

void TranscriptView::follow()
{
    m_stage.setFollowing(Following::On);
    refresh();
}

void TranscriptView::scrollBy(int pixels)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + pixels);
    if (m_dragging.isActive())
        viewport()->update();
}

void TranscriptView::showRow(const RowKey& row)
{
    const std::size_t idx = m_stage.rows().from(row);
    m_stage.scrollTo(m_stage.rows().heights().topOf(idx));
    viewport()->update();
    refresh();
}

void TranscriptView::showTurn(session::TurnId id)
{
    if (m_stage.story().turn(id) != nullptr)
        showRow({id, 0, kBeforeBlocks});
}

void TranscriptView::showPlace(const QRect& place)
{
    const int margin = viewport()->height() / 4;
    if (place.top() < 0 || place.bottom() >= viewport()->height())
        scrollBy(place.top() - margin);
}

void TranscriptView::showNeighbour(WalkStep step)
{
    const std::vector<ShownTurn>& turns = m_stage.story().turns();
    const Rows& rows = m_stage.rows();
    if (turns.empty())
        return;
    std::size_t at = 0;
    while (at + 1 < turns.size()
           && rows.heights().topOf(rows.from({turns[at + 1].id, 0, kBeforeBlocks}))
               <= m_stage.top())
        ++at;
    const std::int64_t top = rows.heights().topOf(rows.from({turns[at].id, 0, kBeforeBlocks}));
    if (step == WalkStep::Previous && top == m_stage.top() && at > 0)
        --at;
    if (step == WalkStep::Next && ++at >= turns.size())
        return follow();
    showRow({turns[at].id, 0, kBeforeBlocks});
}

void TranscriptView::showPlaceOnScreen(const QRect& place)
{
    showPlace(place.translated(-viewport()->mapToGlobal(QPoint(0, 0))));
}

} // namespace tf::ui
