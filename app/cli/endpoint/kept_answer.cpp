#include "app/cli/endpoint/kept_answer.h"

#include "app/cli/json_lines.h"
#include "app/cli/media/json_build.h"

#include <algorithm>
#include <cstdio>
#include <future>

namespace tf::cli {

namespace {

constexpr std::size_t kMostTitleBytes = 80;
/// Of what goes back with an answer; one event has no room for any number of them.
constexpr std::size_t kMostDetailBytes = std::size_t(16) << 20;

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
    std::string details = done.reasoningDetails.isNull() ? "" : json::write(done.reasoningDetails);
    if (details.size() <= kMostDetailBytes)
        ending.reasoningDetails = std::move(details);
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

KeptAnswer::KeptAnswer(std::unique_ptr<session::Store> store)
    : m_store(std::move(store))
    , m_ending{session::TurnState::Interrupted, "nothing ended it", {}}
{
}

Result<std::unique_ptr<KeptAnswer>> KeptAnswer::begin(session::StorePlace place,
                                                      const draft::Draft& draft,
                                                      const session::RequestSettings& settings,
                                                      const Follows& follows)
{
    session::StoreOptions options;
    options.place = std::move(place);
    auto store = TRY(session::Store::open(std::move(options)));
    std::unique_ptr<KeptAnswer> kept(new KeptAnswer(std::move(store)));
    const auto put = [&kept](const std::string& content) {
        return awaited<std::string>(
            [&](auto answer) { kept->m_store->putBlob(content, std::move(answer)); });
    };
    auto question = TRY(draft::keptQuestion(draft, put));
    question.settings = settings;
    question.parent = follows.turn;
    if (follows.session.empty())
        TRY(kept->beginSession(question));
    else
        kept->m_id = follows.session;
    if (draft.repository)
        TRY(kept->setSource(draft.repository->source));
    TRY(kept->beginTurn(std::move(question)));
    return kept;
}

Result<> KeptAnswer::beginSession(const session::Question& question)
{
    const session::Created created{titleOf(question.text), {question.settings, {}}};
    m_id = TRY(awaited<session::SessionId>(
        [&](auto answer) { m_store->create(created, std::move(answer)); }));
    return {};
}

/// In the place of what was known of it, or after the others.
Result<> KeptAnswer::setSource(const session::Source& source)
{
    const auto known = TRY(
        awaited<session::Session>([&](auto answer) { m_store->load(m_id, std::move(answer)); }));
    auto sources = known.sources;
    const auto same = std::find_if(sources.begin(), sources.end(), [&](const auto& one) {
        return one.kind == source.kind && one.place == source.place;
    });
    if (same == sources.end())
        sources.push_back(source);
    else
        *same = source;
    if (sources == known.sources)
        return {};
    TRY(awaited<session::Seq>([&](auto answer) {
        m_store->change(m_id, session::SourcesChanged{{}, std::move(sources)}, std::move(answer));
    }));
    return {};
}

Result<> KeptAnswer::beginTurn(session::Question question)
{
    const bool follows = question.parent != session::kNoTurn;
    m_turn = TRY(awaited<session::TurnId>(
        [&](auto answer) { m_store->begin(m_id, std::move(question), std::move(answer)); }));
    if (!follows)
        return {};
    // The desk shows what was asked last, and it is what the next question continues.
    auto desk = TRY(awaited<session::Session>([&](auto answer) {
                    m_store->load(m_id, std::move(answer));
                })).desk;
    desk.branch = m_turn;
    return awaited<void>(
        [&](auto answer) { m_store->keepDesk(m_id, std::move(desk), std::move(answer)); });
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
                                               const draft::Draft& draft,
                                               const session::RequestSettings& settings,
                                               const Follows& follows)
{
    if (!store)
        return std::unique_ptr<KeptAnswer>();
    auto kept = KeptAnswer::begin(*store, draft, settings, follows);
    if (kept || (kept.error().code != Code::Busy && kept.error().code != Code::Denied))
        return kept;
    const std::string line = words("m3 ask: this answer is not kept: ", kept.error().text, "\n");
    std::fwrite(line.data(), 1, line.size(), stderr);
    return std::unique_ptr<KeptAnswer>();
}

void tellSession(AnswerPrinter::Form form, const KeptAnswer& kept)
{
    const bool isText = form == AnswerPrinter::Form::Text;
    const std::string id = kept.id().substr(0, 8);
    const bool isFirst = kept.turn() == 1;
    const std::string line = isText
        ? (isFirst ? words("m3 ask: kept as session ", id, "\n")
                   : words("m3 ask: kept as turn ", kept.turn(), " of session ", id, "\n"))
        : jsonLine(json::write(json::Value::object({{"event", jsonText("session")},
                                                    {"id", jsonText(kept.id())},
                                                    {"turn", jsonNumber(kept.turn())}})));
    std::fwrite(line.data(), 1, line.size(), isText ? stderr : stdout);
}

} // namespace tf::cli
