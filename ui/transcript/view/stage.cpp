#include "ui/transcript/view/stage.h"

#include "ui/transcript/layout/code_row.h"
#include "ui/transcript/layout/spacing.h"

#include <algorithm>

namespace tf::ui {

namespace {

constexpr std::size_t kSmallTurn = 128 * 1024; // is read whole when it comes into sight
constexpr int kMaxPasses = 8;

} // namespace

Stage::Stage(const Theme& theme)
    : m_theme(theme)
    , m_measures(measuresFor(theme, 640, Qt::LeftToRight))
    , m_maker(m_story, theme, m_measures)
{
}

void Stage::setSource(TurnSource source)
{
    m_story = Story(std::move(source));
    m_known.clear();
    m_scrolled.clear();
    m_cache.clear();
    m_following = Following::On;
    m_rows.replaceFrom(0, {}, guesses());
    show();
}

Rows::Guess Stage::guesses()
{
    return [this](const ShownRow& row, const ShownRow* before) {
        const auto known = m_known.find(row.key);
        const bool isUnread = row.kind == RowKind::Unread;
        return known == m_known.end() || isUnread ? m_maker.guess(row, before) : known->second;
    };
}

Stage::Anchor Stage::anchor()
{
    if (m_rows.count() == 0)
        return {};
    const std::size_t idx = m_rows.heights().at(m_top);
    Anchor anchor{m_rows[idx].key, 0, static_cast<int>(m_rows.heights().topOf(idx) - m_top)};
    RowLayout* known = m_cache.find(anchor.row);
    if (known == nullptr || anchor.y >= 0 || m_rows[idx].kind != RowKind::Block)
        return anchor;
    const RowView view = viewOf(idx);
    anchor.offset = known->offsetAt(QPointF(0, 1 - anchor.y), view);
    anchor.y += static_cast<int>(known->lineOf(anchor.offset, view).top());
    anchor.isText = true;
    return anchor;
}

void Stage::restore(const Anchor& anchor)
{
    if (m_rows.count() == 0)
        return;
    const std::size_t idx = std::min(m_rows.from(anchor.row), m_rows.count() - 1);
    m_top = m_rows.heights().topOf(idx) - anchor.y;
    if (!anchor.isText || m_rows[idx].key != anchor.row)
        return;
    measure(idx, m_top);
    const double line = layout(idx).lineOf(anchor.offset, viewOf(idx)).top();
    m_top = m_rows.heights().topOf(idx) + static_cast<int>(line) - anchor.y;
}

void Stage::setUp(QSize window, Qt::LayoutDirection direction)
{
    const Anchor reader = anchor();
    const Measures measures = measuresFor(m_theme, window.width(), direction);
    m_window = window;
    m_measures = measures;
    m_cache.clear();
    m_known.clear();
    m_maker.forgetColumns();
    m_rows.guessAll(guesses());
    restore(reader);
}

void Stage::rebuild()
{
    std::vector<ShownRow> rows;
    for (const ShownTurn& turn : m_story.turns()) {
        const std::vector<ShownRow> more = m_story.rows(turn, {turn.id, 0, kBeforeBlocks});
        rows.insert(rows.end(), more.begin(), more.end());
    }
    m_rows.replaceFrom(0, rows, guesses());
}

void Stage::show()
{
    const Anchor reader = anchor();
    m_story.show();
    m_cache.clear();
    m_maker.forgetColumns();
    rebuild();
    restore(reader);
}

void Stage::refreshNotice(session::TurnId id)
{
    m_cache.drop({id, kNoticeSection, 0});
}

void Stage::setFolded(const ShownRow& row, bool folded)
{
    const std::int64_t place = m_rows.heights().topOf(m_rows.from(row.key)) - m_top;
    const std::int64_t pixels = m_newPixels;
    // Whoever opens something wants to read it, not the end.
    m_following = Following::Off;
    m_story.setFolded(row, folded);
    m_known.erase(row.key);
    m_cache.dropFrom(row.key);
    replaceFrom(row.key);
    m_newPixels = pixels;
    const std::size_t idx = m_rows.from(row.key);
    // The header of what was folded stays in sight, even if it was scrolled beyond the top.
    m_top = m_rows.heights().topOf(idx) - std::max<std::int64_t>(place, 0);
    m_dirty = 0;
}

bool Stage::measure(std::size_t idx, std::int64_t rowTop)
{
    const RowKey key = m_rows[idx].key;
    const int now = layout(idx).height();
    const auto [known, isFirst] = m_known.try_emplace(key, now);
    known->second = now;
    const int was = m_rows.heights()[idx];
    if (was == now)
        return false;
    m_rows.setHeight(idx, now);
    if (isFirst && rowTop < m_top && m_following == Following::Off) {
        m_top += now - was;
        m_shown += now - was;
        if (m_dirty > rowTop && m_dirty < kNothing)
            m_dirty += now - was;
        return true;
    }
    m_dirty = std::min(m_dirty, rowTop);
    return true;
}

/// A small turn is there at once, as far as it is read as fast as most are.
void Stage::wantRead(session::TurnId id)
{
    m_reading = id;
    if (m_story.turn(id)->numBytes <= kSmallTurn)
        (void)readOn();
}

Stage::Settled Stage::settle()
{
    for (int pass = 0; pass < kMaxPasses; ++pass) {
        if (m_following == Following::On)
            m_top = maxTop();
        m_top = std::clamp<std::int64_t>(m_top, 0, maxTop());
        bool changed = false;
        std::size_t idx = m_rows.heights().at(m_top);
        std::int64_t y = m_rows.heights().topOf(idx);
        for (; idx < m_rows.count() && y < m_top + m_window.height(); ++idx) {
            if (m_rows[idx].kind == RowKind::Unread && m_reading == session::kNoTurn) {
                wantRead(m_rows[idx].key.turn);
                changed = m_reading == session::kNoTurn;
                break;
            }
            changed = measure(idx, y) || changed;
            y += m_rows.heights()[idx];
        }
        if (!changed)
            break;
    }
    if (m_following == Following::On)
        m_top = maxTop();
    const std::int64_t dirty = std::exchange(m_dirty, kNothing) - m_top;
    const std::int64_t moved = m_top - std::exchange(m_shown, m_top);
    return {static_cast<int>(std::clamp<std::int64_t>(dirty, 0, m_window.height())), moved,
            takeStrips(moved)};
}

std::vector<std::size_t> Stage::codeInSight() const
{
    std::vector<std::size_t> code;
    for (std::size_t idx = m_rows.heights().at(m_top);
         idx < m_rows.count() && m_rows.heights().topOf(idx) < m_top + m_window.height(); ++idx) {
        const bool isBlock = m_rows[idx].kind == RowKind::Block;
        const Block* block = isBlock ? m_story.block(m_rows[idx].key) : nullptr;
        if (block != nullptr && block->kind == BlockKind::Code)
            code.push_back(idx);
    }
    return code;
}

bool Stage::isBehind()
{
    const std::vector<std::size_t> code = codeInSight();
    return std::any_of(code.begin(), code.end(), [this](std::size_t idx) {
        return static_cast<CodeRow&>(layout(idx)).isBehind();
    });
}

bool Stage::inkOn()
{
    for (const std::size_t idx : codeInSight())
        static_cast<CodeRow&>(layout(idx)).advance(*m_story.block(m_rows[idx].key));
    return isBehind();
}

void Stage::scrollTo(std::int64_t top)
{
    m_top = std::clamp<std::int64_t>(top, 0, maxTop());
    setFollowing(m_top >= maxTop() ? Following::On : Following::Off);
}

void Stage::setFollowing(Following following)
{
    m_following = following;
    if (following == Following::On)
        m_newPixels = 0;
}

int Stage::newLines() const
{
    if (m_following == Following::On || m_newPixels == 0)
        return 0;
    return std::max(1, static_cast<int>(m_newPixels / m_measures.proseLine));
}

std::int64_t Stage::height() const
{
    return m_rows.heights().total() + m_measures.px(kSpaceAfterAll);
}

std::int64_t Stage::maxTop() const
{
    return std::max<std::int64_t>(0, height() - m_window.height());
}

RowLayout& Stage::layout(std::size_t idx)
{
    const RowKey key = m_rows[idx].key;
    if (RowLayout* known = m_cache.find(key))
        return *known;
    return m_cache.keep(key, m_maker.make(m_rows[idx], m_rows.before(idx)));
}

Placement Stage::placementOf(std::size_t idx) const
{
    return m_maker.place(m_rows[idx], m_rows.before(idx));
}

QPoint Stage::originOf(std::size_t idx) const
{
    return {m_measures.left + placementOf(idx).x,
            static_cast<int>(m_rows.heights().topOf(idx) - m_top)};
}

RowView Stage::viewOf(std::size_t idx)
{
    const RowKey key = m_rows[idx].key;
    const auto scrolled = m_scrolled.find(key);
    const std::int64_t above = m_top - m_rows.heights().topOf(idx);
    return {.block = m_rows[idx].kind == RowKind::Block ? m_story.block(key) : nullptr,
            .scrolled = scrolled == m_scrolled.end() ? 0 : scrolled->second,
            .stickyTop = static_cast<int>(std::max<std::int64_t>(above, 0))};
}

void Stage::scrollRow(std::size_t idx, int to)
{
    m_scrolled[m_rows[idx].key] = std::clamp(to, 0, layout(idx).scrollable());
}

} // namespace tf::ui
