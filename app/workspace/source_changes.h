#pragma once

// What became of the repositories of a conversation since it sent them: added, changed, removed.
//
// Looked at when asked to, on a pool, through the boxed reader; what cannot be looked at says why.
// Addresses are not fetched for it. Thread: main. Blocks: never, but for its end, until what is
// being looked at has stopped.

#include "app/workspace/conversation.h"
#include "app/workspace/inbox.h"
#include "app/workspace/tray/tray_choice.h"
#include "app/workspace/tray/tray_item.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

namespace tf::workspace {

struct ChangedFile {
    enum class How : std::uint8_t { Added, Changed, Removed };
    How how = How::Changed;
    std::string path;
    std::int64_t tokens = 0; ///< as it is now, with its header
    std::string sent; ///< git's name of the content that was sent; empty: none
};

struct SourceChange {
    session::Source source;
    std::vector<ChangedFile> files; ///< by their paths; none: it is as it was sent
    std::int64_t tokens = 0; ///< of the changes, when they are sent
    ingest::Quality quality = ingest::Quality::Estimated;
    std::string problem; ///< why it cannot be looked at; empty: it was
};

class SourceChanges : public QObject {
    Q_OBJECT

public:
    explicit SourceChanges(QObject* parent = nullptr);
    ~SourceChanges() override;

    /// nullptr: of none. What was known of another one is gone.
    void setConversation(std::shared_ptr<Conversation> talk);
    /// Null: estimates.
    void setTokenizer(std::shared_ptr<const text::Tokenizer> tokenizer);

    /// Looks at all of them; once more at the end where it is asked for while it looks.
    void look();
    [[nodiscard]] bool isLooking() const { return m_isLooking; }
    /// Of the branch that was shown when it was looked at; sources that nothing was sent of, and
    /// unchanged ones too, are not among them.
    [[nodiscard]] const std::vector<SourceChange>& changes() const { return m_changes; }

    /// Until something else changes: kept with the session.
    void ignore();
    [[nodiscard]] bool isIgnored() const;

    /// For Tray::add(source.place, …): with the rules that it was sent by.
    [[nodiscard]] static RepositoryChoice choiceFor(const SourceChange& change, Sends sends);

Q_SIGNALS:
    void changed();

private:
    struct Order;
    struct Found;
    static Found findAll(const Order& order, const CancelToken& cancel);
    void take(Found found);
    void forget();

    std::shared_ptr<Conversation> m_talk;
    std::shared_ptr<const text::Tokenizer> m_tokenizer;
    std::vector<SourceChange> m_changes;
    std::string m_state; ///< of all that changed
    bool m_isLooking = false;
    bool m_isAskedAgain = false;
    std::int64_t m_round = 0;
    CancelSource m_cancel;
    QMetaObject::Connection m_following;
    Inbox m_inbox;
    QThreadPool m_pool; // the last member: its end waits for the job
};

} // namespace tf::workspace
