#pragma once

// What the answers of the shown branch made, read again when one ends; checked and saved on a pool.
//
// Nothing here waits. What is shown of checks and of saving belongs to the files as they are now:
// it goes when they change. Thread: main.

#include "app/works/branch_works.h"
#include "app/works/saved_files.h"
#include "app/works/tool_check.h"
#include "app/workspace/conversation.h"
#include "app/workspace/inbox.h"

#include <QObject>

namespace tf::ui {

class WorksWatch : public QObject {
    Q_OBJECT

public:
    explicit WorksWatch(QObject* parent = nullptr);
    /// Checks that run are stopped.
    ~WorksWatch() override;

    /// nullptr: none is shown.
    void setConversation(std::shared_ptr<workspace::Conversation> conversation);
    /// Instead of those of PATH.
    void setTools(works::ToolPlaces places) { m_tools = std::move(places); }

    [[nodiscard]] const works::BranchWorks& works() const { return *m_works; }
    /// Turns in their order, as far as they have answers.
    [[nodiscard]] const std::vector<session::TurnId>& turns() const { return m_turns; }

    void check();
    void stopChecks();
    [[nodiscard]] bool isChecking() const { return m_check.has_value(); }
    /// Nothing: they did not run over these files yet.
    [[nodiscard]] const std::optional<std::vector<works::CheckResult>>& checks() const
    {
        return m_checks;
    }

    /// What saving there would do; savingChanged() tells when it is known.
    void plan(const QString& folder);
    void dropPlan();
    void save(works::Replace replace);
    void takeBack();
    [[nodiscard]] const std::optional<works::SavePlan>& plan() const { return m_plan; }
    /// What was saved last, as long as it can be taken back.
    [[nodiscard]] const std::optional<works::Saved>& saved() const { return m_saved; }
    /// Why the last of these did not succeed; empty: it did.
    [[nodiscard]] const QString& trouble() const { return m_trouble; }

Q_SIGNALS:
    void worksChanged();
    void checksChanged();
    void savingChanged();

private:
    void read();
    void take(works::BranchWorks works);
    void fail(const Error& error);

    std::shared_ptr<workspace::Conversation> m_conversation;
    works::ToolPlaces m_tools = works::toolPlaces();
    std::unique_ptr<works::BranchWorks> m_works;
    std::vector<session::TurnId> m_turns;
    std::int64_t m_reading = 0; ///< which reading is the last one
    std::optional<CancelSource> m_check; ///< while checks run
    std::optional<std::vector<works::CheckResult>> m_checks;
    std::optional<works::SavePlan> m_plan;
    std::optional<works::Saved> m_saved;
    QString m_trouble;
    workspace::Inbox m_inbox; // the last member: what it does uses all others
};

} // namespace tf::ui
