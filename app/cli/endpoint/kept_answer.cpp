#include "app/cli/endpoint/kept_answer.h"

#include "app/cli/json_lines.h"
#include "app/cli/media/json_build.h"

#include <cstdio>
#include <future>

namespace tf::cli {

namespace {

constexpr std::size_t kMostTitleBytes = 80;

/// Waits for an answer of the store.
template <class T, class Ask>
Result<T> awaited(Ask ask)
{
    std::promise<Result<T>> promise;
    auto future = promise.get_future();
    ask([&promise](Result<T> answer) { promise.set_value(std::move(answer)); });
    return future.get();
}

/// The question's first line, or as much of it as a list shows.
std::string titleOf(const std::string& question)
{
    const std::string line = question.substr(0, question.find('\n'));
    if (line.size() <= kMostTitleBytes)
        return line;
    std::size_t end = kMostTitleBytes;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xc0) == 0x80)
        --end; // not inside a character
    return line.substr(0, end) + "…";
}

session::Ending endingOf(const endpoint::Done& done)
{
    session::Ending ending;
    if (done.finish == wire::Finish::Length)
        ending.reason = "the answer has as many tokens as it may have";
    if (done.finish == wire::Finish::Filtered)
        ending.reason = "the server holds the rest back";
    if (done.usage)
        ending.usage = {done.usage->promptTokens.value_or(0), done.usage->cachedTokens.value_or(0),
                        done.usage->reasoningTokens.value_or(0),
                        done.usage->answerTokens.value_or(0)};
    return ending;
}

session::Ending endingOf(const endpoint::Failed& failed)
{
    const bool isStopped = failed.error.code == Code::Cancelled;
    session::Ending ending;
    ending.state = isStopped ? session::TurnState::Interrupted : session::TurnState::Failed;
    ending.reason = failed.error.text;
    return ending;
}

} // namespace

session::Thinking keptThinking(std::optional<wire::Thinking> thinking)
{
    if (thinking == wire::Thinking::On)
        return session::Thinking::Enabled;
    return thinking == wire::Thinking::Off ? session::Thinking::Disabled
                                           : session::Thinking::Adaptive;
}

KeptQuestion keptQuestionOf(const draft::Draft& draft, std::vector<KeptMedium> media)
{
    KeptQuestion question{draft.question, draft.system, std::move(media), {}};
    question.overrides = draft.overrides;
    if (draft.repository) {
        question.sources = {draft.repository->source};
        question.files = draft.repository->pack.manifest;
    }
    return question;
}

KeptAnswer::KeptAnswer(std::unique_ptr<session::Store> store)
    : m_store(std::move(store))
    , m_ending{session::TurnState::Interrupted, "nothing ended it", {}}
{
}

Result<std::unique_ptr<KeptAnswer>> KeptAnswer::begin(session::StorePlace place,
                                                      const KeptQuestion& question)
{
    session::StoreOptions options;
    options.place = std::move(place);
    auto store = TRY(session::Store::open(std::move(options)));
    std::unique_ptr<KeptAnswer> kept(new KeptAnswer(std::move(store)));
    TRY(kept->beginTurn(question));
    return kept;
}

Result<> KeptAnswer::beginTurn(const KeptQuestion& question)
{
    const auto blobOf = [this](const std::string& content) {
        return awaited<std::string>(
            [&](auto answer) { m_store->putBlob(content, std::move(answer)); });
    };
    session::Question kept;
    kept.text = json::repairedUtf8(question.text);
    kept.settings = question.settings;
    if (question.system)
        kept.manifest.push_back(
            {TRY(blobOf(*question.system)), {}, {}, 0, session::ItemRole::System});
    kept.manifest.insert(kept.manifest.end(), question.files.begin(), question.files.end());
    kept.overrides = question.overrides;
    for (const KeptMedium& medium : question.media) {
        const std::string name = json::repairedUtf8(medium.name);
        if (!medium.bytes) {
            kept.manifest.push_back({{}, name, {}, 0, session::ItemRole::Attachment});
            continue;
        }
        const std::string blob = TRY(blobOf(*medium.bytes));
        kept.attachments.push_back({blob, medium.type, name});
        kept.manifest.push_back({blob, name, {}, 0, session::ItemRole::Attachment});
    }
    kept.manifest.push_back({TRY(blobOf(kept.text)), "question", {}, 0, session::ItemRole::Source});
    const session::Created created{titleOf(kept.text), {question.settings, {}}};
    m_id = TRY(awaited<session::SessionId>(
        [&](auto answer) { m_store->create(created, std::move(answer)); }));
    if (!question.sources.empty())
        TRY(awaited<session::Seq>([&](auto answer) {
            m_store->change(m_id, session::SourcesChanged{{}, question.sources}, std::move(answer));
        }));
    m_turn = TRY(awaited<session::TurnId>(
        [&](auto answer) { m_store->begin(m_id, std::move(kept), std::move(answer)); }));
    return {};
}

void KeptAnswer::take(const endpoint::Event& event)
{
    if (const auto* piece = std::get_if<wire::ReplyEvent>(&event.what))
        takePiece(*piece);
    else if (const auto* done = std::get_if<endpoint::Done>(&event.what))
        m_ending = endingOf(*done);
    else if (const auto* failed = std::get_if<endpoint::Failed>(&event.what))
        m_ending = endingOf(*failed);
}

void KeptAnswer::takePiece(const wire::ReplyEvent& event)
{
    using Kind = wire::ReplyEvent::Kind;
    using session::PartKind;
    if (event.kind == Kind::Think)
        m_store->stream(m_id, m_turn, {PartKind::Reasoning, event.text, {}, {}});
    if (event.kind == Kind::Text || event.kind == Kind::BrokenCall)
        m_store->stream(m_id, m_turn, {PartKind::Text, event.text, {}, {}});
    if (event.kind == Kind::Call)
        m_store->stream(m_id, m_turn, {PartKind::ToolCall, event.text, event.name, event.id});
}

Result<> KeptAnswer::finish()
{
    TRY(awaited<session::Seq>(
        [&](auto answer) { m_store->end(m_id, m_turn, m_ending, std::move(answer)); }));
    return {};
}

Result<std::unique_ptr<KeptAnswer>> keepLoudly(const std::optional<session::StorePlace>& store,
                                               const KeptQuestion& question)
{
    if (!store)
        return std::unique_ptr<KeptAnswer>();
    auto kept = KeptAnswer::begin(*store, question);
    if (kept || (kept.error().code != Code::Busy && kept.error().code != Code::Denied))
        return kept;
    const std::string line = words("m3 ask: this answer is not kept: ", kept.error().text, "\n");
    std::fwrite(line.data(), 1, line.size(), stderr);
    return std::unique_ptr<KeptAnswer>();
}

void tellSession(AnswerPrinter::Form form, const session::SessionId& id)
{
    const bool isText = form == AnswerPrinter::Form::Text;
    const std::string line = isText ? words("m3 ask: kept as session ", id.substr(0, 8), "\n")
                                    : jsonLine(json::write(json::Value::object(
                                        {{"event", jsonText("session")}, {"id", jsonText(id)}})));
    std::fwrite(line.data(), 1, line.size(), isText ? stderr : stdout);
}

} // namespace tf::cli
