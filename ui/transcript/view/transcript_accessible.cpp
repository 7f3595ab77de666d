#include "ui/transcript/view/transcript_accessible.h"

#include "ui/transcript/layout/turn_words.h"
#include "ui/transcript/view/message_accessible.h"
#include "ui/transcript/view/transcript_view.h"

#include <QAccessibleWidget>

#include <map>

namespace tf::ui {

namespace {

class TranscriptAccessible : public QAccessibleWidget {
public:
    explicit TranscriptAccessible(TranscriptView& view)
        : QAccessibleWidget(&view, QAccessible::List)
        , m_view(view)
    {
    }

    ~TranscriptAccessible() override
    {
        for (const auto& [message, id] : m_messages)
            QAccessible::deleteAccessibleInterface(id);
    }

    TranscriptAccessible(const TranscriptAccessible&) = delete;
    TranscriptAccessible& operator=(const TranscriptAccessible&) = delete;

    [[nodiscard]] int childCount() const override
    {
        return 2 * static_cast<int>(m_view.stage().story().turns().size());
    }

    [[nodiscard]] QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const auto turnIdx = static_cast<std::size_t>(index / 2);
        const Message message{m_view.stage().story().turns()[turnIdx].id,
                              index % 2 == 0 ? MessageSide::Question : MessageSide::Answer};
        const auto known = m_messages.find(message);
        if (known != m_messages.end())
            return QAccessible::accessibleInterface(known->second);
        auto* made = new MessageAccessible(m_view, message);
        m_messages[message] = QAccessible::registerAccessibleInterface(made);
        return made;
    }

    int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        for (int idx = 0; idx < childCount(); ++idx) {
            if (child(idx) == wanted)
                return idx;
        }
        return -1;
    }

    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        for (int idx = 0; idx < childCount(); ++idx) {
            if (child(idx)->rect().contains(x, y))
                return child(idx);
        }
        return nullptr;
    }

    [[nodiscard]] QAccessibleInterface* focusChild() const override
    {
        const std::optional<SpotId>& focused = m_view.look().focused;
        for (int idx = 0; focused && idx < childCount(); ++idx) {
            const auto turnIdx = static_cast<std::size_t>(idx / 2);
            if (m_view.stage().story().turns()[turnIdx].id != focused->row.turn)
                continue;
            auto* message = static_cast<MessageAccessible*>(child(idx));
            if (QAccessibleInterface* spot = message->focusedSpot())
                return spot;
        }
        return QAccessibleWidget::focusChild();
    }

private:
    TranscriptView& m_view;
    mutable std::map<Message, QAccessible::Id> m_messages;
};

} // namespace

QAccessibleInterface* makeTranscriptAccessible(const QString&, QObject* object)
{
    auto* view = qobject_cast<TranscriptView*>(object);
    return view == nullptr ? nullptr : new TranscriptAccessible(*view);
}

} // namespace tf::ui
