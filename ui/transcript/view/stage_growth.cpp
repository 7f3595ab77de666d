// What comes to a stage while it is shown: more of a turn, and what of the picture is old then.

#include "ui/transcript/layout/spacing.h"
#include "ui/transcript/view/stage.h"

#include <algorithm>
#include <cstdlib>

namespace tf::ui {

namespace {

constexpr int kStickyHeight = 34; // the header of code that stays in sight

} // namespace

void Stage::replaceFrom(const RowKey& from, int same)
{
    const std::size_t idx = m_rows.from(from);
    const std::int64_t total = m_rows.heights().total();
    const std::size_t topIdx = m_rows.heights().at(m_top);
    const bool isMoved = m_following == Following::Off && topIdx >= idx && m_rows.count() > 0;
    const ShownRow topRow = isMoved ? m_rows[topIdx] : ShownRow();
    const std::int64_t above = isMoved ? m_top - m_rows.heights().topOf(topIdx) : 0;
    const std::int64_t below = isMoved ? m_rows.heights().topOf(topIdx + 1) - m_top : 0;

    std::vector<ShownRow> rows = m_story.rows(*m_story.turn(from.turn), from);
    const std::size_t behind = m_rows.from({from.turn + 1, 0, kBeforeBlocks});
    for (std::size_t later = behind; later < m_rows.count(); ++later)
        rows.push_back(m_rows[later]);
    m_rows.replaceFrom(idx, rows, guesses());

    const bool wasUnread = isMoved && topRow.kind == RowKind::Unread;
    if (wasUnread && topRow.key.turn == from.turn)
        m_top = m_rows.heights().topOf(m_rows.from({from.turn + 1, 0, kBeforeBlocks})) - below;
    else if (isMoved)
        m_top = m_rows.heights().topOf(m_rows.from(topRow.key)) + above;
    else if (m_following == Following::Off)
        m_newPixels += std::max<std::int64_t>(m_rows.heights().total() - total, 0);
    m_dirty = std::min(m_dirty, m_rows.heights().topOf(idx) + same);
}

bool Stage::isInSight(std::size_t idx) const
{
    return m_rows.heights().topOf(idx) < m_top + m_window.height()
        && m_rows.heights().topOf(idx + 1) > m_top;
}

/// Returns down to where the row looks as it did.
int Stage::growLayout(const RowKey& from)
{
    const Block* block = m_story.block(from);
    RowLayout* known = block == nullptr ? nullptr : m_cache.find(from);
    const std::size_t idx = m_rows.from(from);
    const bool isShown = known != nullptr && idx < m_rows.count() && m_rows[idx].key == from
        && m_rows[idx].kind == RowKind::Block && isInSight(idx);
    const std::optional<RowChange> change = known == nullptr ? std::nullopt : known->grow(*block);
    int same = 0;
    if (change) {
        same = change->from;
        m_cache.dropFrom({from.turn, from.section, from.block + 1});
        if (change->strip > 0) {
            if (m_strip && *m_strip != from)
                m_dirty = std::min(m_dirty, m_rows.heights().topOf(m_rows.from(*m_strip)));
            m_strip = from;
            m_stripHeight = change->strip;
        }
    } else if (isShown) {
        auto made = m_maker.make(m_rows[idx], m_rows.before(idx));
        same = made->sameUntil(*known);
        m_cache.dropFrom(from);
        known = &m_cache.keep(from, std::move(made));
    } else {
        m_cache.dropFrom(from);
        return 0;
    }
    m_known[from] = known->height();
    return same;
}

void Stage::growRows(const RowKey& from)
{
    if (m_story.turn(from.turn) == nullptr)
        return;
    if (const std::optional<RowKey> table = m_maker.noteChange(from)) {
        m_cache.dropFrom(*table);
        m_dirty = std::min(m_dirty, m_rows.heights().topOf(m_rows.from(*table)));
    }
    // The block that grows may know how to go on; all behind it are laid out anew.
    replaceFrom(from, growLayout(from));
}

void Stage::grow(session::TurnId id)
{
    growRows(m_story.grow(id));
    refreshFacts(id);
}

void Stage::rewrite(session::TurnId id)
{
    const RowKey from = m_story.rewrite(id);
    const RowKey first{id, 0, kBeforeBlocks};
    m_known.erase(m_known.lower_bound(first), m_known.lower_bound({id + 1, 0, kBeforeBlocks}));
    m_maker.forgetColumns();
    growRows(from);
}

void Stage::end(session::TurnId id)
{
    const RowKey from = m_story.grow(id);
    growRows(from);
    // Its notice and its buttons are others, whatever its blocks are.
    m_cache.dropFrom({id, kNoticeSection, 0});
    m_cache.drop({id, 0, kQuestionFooterBlock});
    growRows({id, kNoticeSection, 0});
    refreshFacts(id);
}

void Stage::refreshFacts(session::TurnId id)
{
    for (const RowKey key : {RowKey{id, 0, kAnswerHeadBlock}, RowKey{id, 0, kWaitingBlock}})
        m_cache.drop(key);
    const ShownTurn* turn = m_story.turn(id);
    for (std::size_t idx = 1; turn != nullptr && idx < turn->sections.size(); ++idx) {
        if (turn->sections[idx].kind() == SectionKind::Reasoning)
            m_cache.drop({id, static_cast<std::int32_t>(idx), kBeforeBlocks});
    }
}

/// Code goes on beneath the upper edge of the window, or did before it was moved: its header stays.
bool Stage::hasCodeAtTop(std::int64_t moved) const
{
    std::size_t idx = m_rows.heights().at(std::min(m_top, m_top - moved));
    const std::int64_t end = std::max(m_top, m_top - moved) + m_measures.px(kStickyHeight);
    for (; idx < m_rows.count() && m_rows.heights().topOf(idx) < end; ++idx) {
        const bool isBlock = m_rows[idx].kind == RowKind::Block;
        const Block* block = isBlock ? m_story.block(m_rows[idx].key) : nullptr;
        if (block != nullptr && block->kind == BlockKind::Code)
            return true;
    }
    return false;
}

std::vector<QRect> Stage::takeStrips(std::int64_t moved)
{
    std::vector<QRect> strips;
    if (moved != 0 && hasCodeAtTop(moved)) {
        const int height = 2 * m_measures.px(kStickyHeight) + static_cast<int>(std::abs(moved));
        strips.emplace_back(0, 0, m_window.width(), height);
    }
    const auto strip = std::exchange(m_strip, std::nullopt);
    if (!strip)
        return strips;
    const std::size_t idx = m_rows.from(*strip);
    const std::int64_t top = std::max(m_rows.heights().topOf(idx), m_top) - m_top;
    if (top < m_window.height())
        strips.emplace_back(0, static_cast<int>(top), m_window.width(), m_stripHeight);
    return strips;
}

} // namespace tf::ui
