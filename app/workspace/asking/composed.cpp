#include "app/workspace/asking/composed.h"

#include "app/draft/kept_question.h"
#include "app/session/store/blobs.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <set>

namespace tf::workspace {

namespace {

using session::ItemRole;
using session::Turn;

bool isText(const session::Attachment& kept)
{
    return std::string_view(kept.mediaType).starts_with(draft::kTextTypes);
}

class Composing {
public:
    Composing(ComposeOrder order, const draft::ReadBlob& read)
        : m_order(std::move(order))
        , m_read(read)
        , m_gate(m_order.policy)
    {
    }

    Result<Composed> run(const CancelToken& cancel) &&
    {
        auto& turns = m_order.path.turns;
        for (auto turn = turns.begin(); turn + 1 != turns.end(); ++turn)
            passEarlier(*turn);
        Turn& now = turns.back();
        auto question = TRY(m_order.asked == Asked::Anew ? newQuestion(now) : sameQuestion(now));
        question.parent = now.question.parent;
        question.settings = now.question.settings;
        now.question = std::move(question);
        const auto read = [this](const std::string& id) { return readPassed(id); };
        TRY(cancel.check());
        auto messages = TRY(draft::messagesOfBranch(m_order.path, now.id, read));
        TRY(m_gate.verdict());
        const auto overrides = m_gate.overrides();
        now.question.overrides.insert(now.question.overrides.end(), overrides.begin(),
                                      overrides.end());
        m_made.question = now.question;
        m_made.chat.messages = std::move(messages);
        m_made.chat.model = now.question.settings.model;
        m_made.chat.thinking = wireThinking(now.question.settings.thinking);
        return std::move(m_made);
    }

private:
    /// The engine that is asked has seen it: it answered.
    [[nodiscard]] bool wasAnsweredHere(const Turn& turn) const
    {
        const Turn& now = m_order.path.turns.back();
        return turn.question.settings.endpoint == now.question.settings.endpoint
            && !turn.parts.empty();
    }

    void passEarlier(Turn& turn)
    {
        const std::string place = words("turn ", turn.id);
        const bool isFromHere = wasAnsweredHere(turn);
        if (!isFromHere) {
            for (session::Part& part : turn.parts)
                part.text = m_gate.pass(place, std::move(part.text));
            turn.ending.reasoningDetails.clear(); // another server's own
        }
        if (isFromHere && !turn.question.overrides.empty())
            return; // sent there by the user's own word
        turn.question.text = m_gate.pass(place, std::move(turn.question.text));
        for (const session::Attachment& kept : turn.question.attachments) {
            if (isText(kept))
                m_guarded.emplace(kept.blob, place);
        }
        for (const session::ManifestItem& item : turn.question.manifest) {
            if (item.role == ItemRole::System)
                m_guarded.emplace(item.blob, place);
        }
    }

    Result<session::Question> newQuestion(const Turn& now)
    {
        draft::Draft draft = m_order.enclosure ? m_order.enclosure->draft : draft::Draft();
        draft.question = m_gate.pass("question", now.question.text);
        if (draft.system && m_order.path.turns.size() > 1)
            draft.system.reset(); // the first turn's holds
        if (draft.system)
            draft.system = m_gate.pass("system message", std::move(*draft.system));
        return draft::keptQuestion(draft, [this](const std::string& text) { return put(text); });
    }

    Result<session::Question> sameQuestion(const Turn& now)
    {
        session::Question question = now.question;
        question.text = m_gate.pass("question", std::move(question.text));
        question.overrides.clear();
        auto& manifest = question.manifest;
        for (session::Attachment& kept : question.attachments)
            TRY(passAttachment(kept));
        if (manifest.empty() || manifest.back().path != "question")
            return question;
        manifest.back().blob = put(question.text).value();
        return question;
    }

    Result<> passAttachment(session::Attachment& kept)
    {
        if (!isText(kept))
            return {};
        const std::string content = TRY(read(kept.blob));
        std::string passed = m_gate.pass(kept.name, content);
        if (passed != content)
            kept.blob = put(passed).value();
        return {};
    }

    Result<std::string> put(const std::string& content)
    {
        std::string id = session::Blobs::idOf(content);
        m_made.contents.emplace(id, std::make_shared<const std::string>(content));
        return id;
    }

    [[nodiscard]] Result<std::string> read(const std::string& id) const
    {
        for (const Contents* contents : {&m_made.contents, &m_order.contents}) {
            if (const auto found = contents->find(id); found != contents->end())
                return std::string(*found->second);
        }
        return m_read(id);
    }

    Result<std::string> readPassed(const std::string& id)
    {
        std::string content = TRY(read(id));
        const auto guarded = m_guarded.find(id);
        return guarded == m_guarded.end() ? std::move(content)
                                          : m_gate.pass(guarded->second, std::move(content));
    }

    ComposeOrder m_order;
    const draft::ReadBlob& m_read;
    draft::LeakGate m_gate;
    std::map<std::string, std::string> m_guarded; ///< ids of texts that pass the gate; their places
    Composed m_made;
};

} // namespace

Result<Composed> compose(ComposeOrder order, const draft::ReadBlob& read, const CancelToken& cancel)
{
    return Composing(std::move(order), read).run(cancel);
}

draft::LeakPolicy policyFor(const std::optional<draft::LeakPolicy>& chosen,
                            const session::RequestSettings& settings)
{
    using draft::LeakPolicy;
    return chosen.value_or(settings.endpoint.empty() ? LeakPolicy::Open : LeakPolicy::Block);
}

wire::Thinking wireThinking(session::Thinking thinking)
{
    switch (thinking) {
    case session::Thinking::Enabled:
        return wire::Thinking::On;
    case session::Thinking::Disabled:
        return wire::Thinking::Off;
    case session::Thinking::Adaptive:
        break;
    }
    return wire::Thinking::Adaptive;
}

} // namespace tf::workspace
