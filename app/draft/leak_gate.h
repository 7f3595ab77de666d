#pragma once

// What stands between a text and the network: secrets in it are found, and stop it unless the user
// wants otherwise.
//
// Every text that is about to leave goes through one gate; at the end it says whether all may go,
// and what the user had done in spite of a finding. Thread: one at a time.

#include "app/ingest/leaks/leak.h"
#include "app/wire/message.h"
#include "kernels/base/result.h"

namespace tf::draft {

enum class LeakPolicy : std::uint8_t {
    Open, ///< nothing is looked for: it stays on this machine
    Block,
    Redact,
    Send,
};

class LeakGate {
public:
    explicit LeakGate(LeakPolicy policy)
        : m_policy(policy)
    {
    }

    /// The text as it may go; `place` is a path, or what it is ("question").
    [[nodiscard]] std::string pass(std::string_view place, std::string text);
    /// What was sent or answered before, perhaps to somebody who was to know more.
    void passEarlier(std::vector<wire::Message>& messages);
    /// Of a file, a branch: what cannot be replaced. It stands in no sentence and no finding.
    void passName(std::string_view name);

    [[nodiscard]] const std::vector<ingest::Leak>& leaks() const { return m_leaks; }
    [[nodiscard]] LeakPolicy policy() const { return m_policy; }
    [[nodiscard]] bool hasReplaced() const
    {
        return m_policy == LeakPolicy::Redact && !m_leaks.empty();
    }
    /// Denied when there are findings that nobody allowed.
    [[nodiscard]] Result<> verdict() const;
    /// What the user's choice did to each finding, in a sentence without the secret.
    [[nodiscard]] std::vector<std::string> overrides() const;

private:
    LeakPolicy m_policy;
    std::vector<ingest::Leak> m_leaks;
    bool m_isInName = false;
};

} // namespace tf::draft
