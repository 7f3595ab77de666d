#include "ui/transcript/view/message_accessible.h"

#include "ui/transcript/layout/turn_words.h"
#include "ui/transcript/story/block_text.h"
#include "ui/transcript/view/spot_accessible.h"
#include "ui/transcript/view/transcript_view.h"

#include <QWindow>

namespace tf::ui {

namespace {

bool belongs(const ShownRow& row, MessageSide side)
{
    const bool isQuestion = row.key.section == 0 && row.key.block < kAnswerHeadBlock;
    return isQuestion == (side == MessageSide::Question);
}

struct Span64 {
    std::int64_t top = 0;
    std::int64_t bottom = 0;
};

/// The place of all its rows in the content.
Span64 rowsOf(const Stage& stage, const Message& message)
{
    const Rows& rows = stage.rows();
    Span64 span;
    const bool isQuestion = message.side == MessageSide::Question;
    const std::size_t first =
        rows.from({message.turn, 0, isQuestion ? kBeforeBlocks : kAnswerHeadBlock});
    const std::size_t last = isQuestion ? rows.from({message.turn, 0, kAnswerHeadBlock})
                                        : rows.from({message.turn + 1, 0, kBeforeBlocks});
    span.top = rows.heights().topOf(first);
    span.bottom = rows.heights().topOf(last);
    return span;
}

} // namespace

MessageAccessible::MessageAccessible(TranscriptView& view, Message message)
    : m_view(view)
    , m_message(message)
{
}

MessageAccessible::~MessageAccessible()
{
    for (const auto& [spot, id] : m_spots)
        QAccessible::deleteAccessibleInterface(id);
}

std::vector<SpotId> MessageAccessible::spots() const
{
    Stage& stage = m_view.stage();
    std::vector<SpotId> ids;
    if (stage.rows().count() == 0)
        return ids;
    const std::int64_t bottom = stage.top() + stage.window().height();
    for (std::size_t idx = stage.rows().heights().at(stage.top());
         idx < stage.rows().count() && stage.rows().heights().topOf(idx) < bottom; ++idx) {
        const ShownRow row = stage.rows()[idx];
        if (row.key.turn != m_message.turn || !belongs(row, m_message.side))
            continue;
        for (const Spot& spot : stage.layout(idx).spots(stage.viewOf(idx))) {
            const SpotId id{row.key, spot.kind, spot.arg};
            if (ids.empty() || ids.back() != id) // a link may stand on two lines
                ids.push_back(id);
        }
    }
    return ids;
}

QAccessibleInterface* MessageAccessible::accessibleOf(const SpotId& id) const
{
    const auto known = m_spots.find(id);
    if (known != m_spots.end())
        return QAccessible::accessibleInterface(known->second);
    auto* made = new SpotAccessible(m_view, *const_cast<MessageAccessible*>(this), id);
    m_spots[id] = QAccessible::registerAccessibleInterface(made);
    return made;
}

QAccessibleInterface* MessageAccessible::focusedSpot() const
{
    const std::optional<SpotId>& focused = m_view.look().focused;
    const bool isHere = focused && focused->row.turn == m_message.turn
        && belongs({RowKind::Block, focused->row}, m_message.side);
    return isHere ? accessibleOf(*focused) : nullptr;
}

int MessageAccessible::childCount() const
{
    return static_cast<int>(spots().size());
}

QAccessibleInterface* MessageAccessible::child(int index) const
{
    const std::vector<SpotId> ids = spots();
    const auto idx = static_cast<std::size_t>(index);
    return index < 0 || idx >= ids.size() ? nullptr : accessibleOf(ids[idx]);
}

QAccessibleInterface* MessageAccessible::childAt(int x, int y) const
{
    for (const SpotId& id : spots()) {
        QAccessibleInterface* spot = accessibleOf(id);
        if (spot->rect().contains(x, y))
            return spot;
    }
    return nullptr;
}

int MessageAccessible::indexOfChild(const QAccessibleInterface* wanted) const
{
    const std::vector<SpotId> ids = spots();
    for (std::size_t idx = 0; idx < ids.size(); ++idx) {
        if (accessibleOf(ids[idx]) == wanted)
            return static_cast<int>(idx);
    }
    return -1;
}

bool MessageAccessible::isValid() const
{
    return m_view.stage().story().turn(m_message.turn) != nullptr;
}

QWindow* MessageAccessible::window() const
{
    return m_view.window()->windowHandle();
}

QAccessibleInterface* MessageAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(&m_view);
}

QString MessageAccessible::text(QAccessible::Text which) const
{
    const ShownTurn* turn = m_view.stage().story().turn(m_message.turn);
    if (turn == nullptr)
        return {};
    const bool isQuestion = m_message.side == MessageSide::Question;
    if (which == QAccessible::Name)
        return isQuestion ? TurnWords::you() : TurnWords::speaker(*turn);
    if (which == QAccessible::Description)
        return isQuestion
            ? TurnWords::questionFacts(*turn)
            : TurnWords::answerFacts(*turn, m_view.stage().story().source().running());
    return which == QAccessible::Value ? words() : QString();
}

QRect MessageAccessible::rect() const
{
    const Stage& stage = m_view.stage();
    const Span64 rows = rowsOf(stage, m_message);
    const QPoint origin = m_view.viewport()->mapToGlobal(QPoint(0, 0));
    return {origin.x(), static_cast<int>(origin.y() + rows.top - stage.top()),
            m_view.viewport()->width(), static_cast<int>(rows.bottom - rows.top)};
}

QAccessible::State MessageAccessible::state() const
{
    QAccessible::State state;
    state.focusable = true;
    state.readOnly = true;
    state.multiLine = true;
    const QRect window(m_view.viewport()->mapToGlobal(QPoint(0, 0)), m_view.viewport()->size());
    state.offscreen = !rect().intersects(window);
    state.invalid = !isValid();
    return state;
}

void* MessageAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface*>(this)
                                              : nullptr;
}

QString MessageAccessible::words() const
{
    const Stage& stage = m_view.stage();
    QString out;
    for (std::size_t idx = stage.rows().from({m_message.turn, 0, kBeforeBlocks});
         idx < stage.rows().count() && stage.rows()[idx].key.turn == m_message.turn; ++idx) {
        const ShownRow& row = stage.rows()[idx];
        const Block* block = row.kind == RowKind::Block ? stage.story().block(row.key) : nullptr;
        if (block == nullptr || !belongs(row, m_message.side))
            continue;
        if (!out.isEmpty())
            out += u'\n';
        out += textOf(*block);
    }
    return out;
}

void MessageAccessible::selection(int, int* startOffset, int* endOffset) const
{
    *startOffset = 0;
    *endOffset = 0;
}

QString MessageAccessible::text(int startOffset, int endOffset) const
{
    return words().mid(startOffset, endOffset - startOffset);
}

int MessageAccessible::characterCount() const
{
    return static_cast<int>(words().size());
}

QRect MessageAccessible::characterRect(int offset) const
{
    Stage& stage = m_view.stage();
    for (std::size_t idx = stage.rows().from({m_message.turn, 0, kBeforeBlocks});
         idx < stage.rows().count() && stage.rows()[idx].key.turn == m_message.turn; ++idx) {
        const ShownRow row = stage.rows()[idx];
        const Block* block = row.kind == RowKind::Block ? stage.story().block(row.key) : nullptr;
        if (block == nullptr || !belongs(row, m_message.side))
            continue;
        const int length = textLength(*block);
        if (offset <= length)
            return lineOf(stage, {row.key, offset})
                .translated(m_view.viewport()->mapToGlobal(QPoint(0, 0)));
        offset -= length + 1;
    }
    return {};
}

int MessageAccessible::offsetAtPoint(const QPoint& point) const
{
    Stage& stage = m_view.stage();
    const auto place = textAt(stage, m_view.viewport()->mapFromGlobal(point));
    if (!place || place->row.turn != m_message.turn)
        return -1;
    int before = 0;
    for (std::size_t idx = stage.rows().from({m_message.turn, 0, kBeforeBlocks});
         idx < stage.rows().count() && stage.rows()[idx].key < place->row; ++idx) {
        const ShownRow& row = stage.rows()[idx];
        const Block* block = row.kind == RowKind::Block ? stage.story().block(row.key) : nullptr;
        if (block != nullptr && belongs(row, m_message.side))
            before += textLength(*block) + 1;
    }
    return before + place->offset;
}

void MessageAccessible::scrollToSubstring(int startIndex, int)
{
    const QRect place = characterRect(startIndex);
    m_view.showPlaceOnScreen(place);
}

QString MessageAccessible::attributes(int, int* startOffset, int* endOffset) const
{
    *startOffset = 0;
    *endOffset = characterCount();
    return {};
}

} // namespace tf::ui
