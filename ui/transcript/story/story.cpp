#include "ui/transcript/story/story.h"

#include "ui/transcript/story/media_tile.h"

#include <algorithm>

namespace tf::ui {

namespace {

bool canFold(SectionKind kind)
{
    return kind != SectionKind::Question && kind != SectionKind::Text;
}

bool isBefore(const ShownTurn& turn, session::TurnId id)
{
    return turn.id < id;
}

std::vector<ShownRow> questionRows(const ShownTurn& turn)
{
    std::vector<ShownRow> rows{{RowKind::QuestionHead, {turn.id, 0, kBeforeBlocks}}};
    const auto numBlocks = static_cast<std::int32_t>(turn.sections.front().blocks().size());
    for (std::int32_t block = 0; block < numBlocks; ++block)
        rows.push_back({RowKind::Block, {turn.id, 0, block}});
    const auto& attached = turn.attachments;
    const auto numPlain = std::count_if(attached.begin(), attached.end(), isPlainAttachment);
    if (numPlain < std::ssize(attached))
        rows.push_back({RowKind::Media, {turn.id, 0, kMediaBlock}});
    if (numPlain > 0)
        rows.push_back({RowKind::Chips, {turn.id, 0, kChipsBlock}});
    rows.push_back({RowKind::QuestionFooter, {turn.id, 0, kQuestionFooterBlock}});
    rows.push_back({RowKind::AnswerHead, {turn.id, 0, kAnswerHeadBlock}});
    return rows;
}

} // namespace

Story::Story(TurnSource source)
    : m_source(std::move(source))
{
}

ShownTurn* Story::find(session::TurnId id)
{
    const auto found = std::lower_bound(m_turns.begin(), m_turns.end(), id, isBefore);
    return found == m_turns.end() || found->id != id ? nullptr : &*found;
}

const ShownTurn* Story::turn(session::TurnId id) const
{
    const auto found = std::lower_bound(m_turns.begin(), m_turns.end(), id, isBefore);
    return found == m_turns.end() || found->id != id ? nullptr : &*found;
}

void Story::show()
{
    std::vector<ShownTurn> turns;
    for (const session::TurnId id : m_source.branch()) {
        const session::Turn* source = m_source.turn(id);
        if (source == nullptr)
            continue;
        ShownTurn* known = find(id);
        ShownTurn& turn =
            known == nullptr ? turns.emplace_back() : turns.emplace_back(std::move(*known));
        turn.takeFacts(*source);
        turn.isReadOnly = m_source.use == TurnUse::Reading;
        const std::vector<session::TurnId> siblings = m_source.siblings(id);
        const auto place = std::find(siblings.begin(), siblings.end(), id);
        turn.numSiblings = std::max<std::size_t>(siblings.size(), 1);
        turn.siblingIdx = static_cast<std::size_t>(place - siblings.begin());
    }
    m_turns = std::move(turns);
}

RowKey Story::grow(session::TurnId id)
{
    ShownTurn* shown = find(id);
    const session::Turn* source = m_source.turn(id);
    if (shown == nullptr || source == nullptr)
        return {id, kFooterSection, 0};
    const bool wasStreaming = shown->state == session::TurnState::Streaming;
    shown->takeFacts(*source);
    if (wasStreaming && shown->state == session::TurnState::Streaming)
        shown->isLive = true;
    else if (wasStreaming && shown->isLive)
        shown->ended = ShownTurn::Clock::now();
    return read(id, bytesOf(*source) + 1);
}

RowKey Story::rewrite(session::TurnId id)
{
    ShownTurn* shown = find(id);
    if (shown == nullptr)
        return {id, kFooterSection, 0};
    shown->sections.clear();
    shown->isRead = false;
    (void)grow(id);
    return {id, 0, kBeforeBlocks};
}

RowKey Story::read(session::TurnId id, std::size_t limit)
{
    ShownTurn* shown = find(id);
    const session::Turn* source = m_source.turn(id);
    if (shown == nullptr || source == nullptr)
        return {id, kFooterSection, 0};
    const bool wasRead = shown->isRead;
    const ShownTurn::Changed changed = shown->read(*source, limit);
    if (!wasRead || changed.section == 0)
        return {id, 0, kBeforeBlocks};
    const auto section = static_cast<std::int32_t>(changed.section);
    const auto block = static_cast<std::int32_t>(changed.block);
    if (changed.section == 1 && changed.block == 0)
        return {id, 0, kWaitingBlock}; // the line that waits goes
    if (changed.section < shown->sections.size())
        return {id, section, changed.block == 0 ? kBeforeBlocks : block};
    return {id, kNoticeSection, 0};
}

const Section& Story::section(const RowKey& key) const
{
    return turn(key.turn)->sections[static_cast<std::size_t>(key.section)];
}

const Block* Story::block(const RowKey& key) const
{
    const ShownTurn* shown = turn(key.turn);
    if (shown == nullptr || key.block < 0
        || static_cast<std::size_t>(key.section) >= shown->sections.size())
        return nullptr;
    const Blocks& blocks = section(key).blocks();
    const auto idx = static_cast<std::size_t>(key.block);
    return idx < blocks.size() ? &blocks[idx] : nullptr;
}

bool Story::hasNotice(const ShownTurn& turn) const
{
    return turn.state == session::TurnState::Failed || turn.state == session::TurnState::Interrupted
        || (m_source.trouble && m_source.trouble(turn.id) != nullptr);
}

std::vector<ShownRow> Story::rows(const ShownTurn& turn, const RowKey& from) const
{
    std::vector<ShownRow> rows;
    const auto add = [&rows, &from](RowKind kind, RowKey key) {
        if (key >= from)
            rows.push_back({kind, key});
    };
    if (!turn.isRead) {
        add(RowKind::Unread, {turn.id, 0, kBeforeBlocks});
        return rows;
    }
    if (from.section == 0) {
        for (const ShownRow& row : questionRows(turn))
            add(row.kind, row.key);
        const bool isWaiting =
            turn.sections.size() == 1 && turn.state == session::TurnState::Streaming;
        if (isWaiting && !hasNotice(turn))
            add(RowKind::Waiting, {turn.id, 0, kWaitingBlock});
    }
    const auto numSections = static_cast<std::int32_t>(turn.sections.size());
    for (std::int32_t idx = std::max(from.section, 1); idx < numSections; ++idx) {
        const Section& section = turn.sections[static_cast<std::size_t>(idx)];
        if (canFold(section.kind()))
            add(RowKind::Fold, {turn.id, idx, kBeforeBlocks});
        if (canFold(section.kind()) && section.isFolded())
            continue;
        const std::int32_t first = idx == from.section ? std::max(from.block, 0) : 0;
        const auto numBlocks = static_cast<std::int32_t>(section.blocks().size());
        for (std::int32_t block = first; block < numBlocks; ++block)
            rows.push_back({RowKind::Block, {turn.id, idx, block}});
    }
    if (hasNotice(turn))
        add(RowKind::Notice, {turn.id, kNoticeSection, 0});
    add(RowKind::Footer, {turn.id, kFooterSection, 0});
    return rows;
}

bool Story::isFolded(const ShownRow& row) const
{
    if (row.kind == RowKind::Notice)
        return !turn(row.key.turn)->showsCause;
    if (row.kind == RowKind::Fold)
        return section(row.key).isFolded();
    if (const auto said = m_codeFolds.find(row.key); said != m_codeFolds.end())
        return said->second;
    const Block* shown = block(row.key);
    return shown != nullptr && !shown->isOpen && shown->code.lines.size() > kMaxOpenLines
        && !turn(row.key.turn)->isLive;
}

void Story::setFolded(const ShownRow& row, bool folded)
{
    if (row.kind == RowKind::Notice)
        find(row.key.turn)->showsCause = !folded;
    else if (row.kind == RowKind::Fold)
        find(row.key.turn)->sections[static_cast<std::size_t>(row.key.section)].setFolded(folded);
    else
        m_codeFolds[row.key] = folded;
}

} // namespace tf::ui
