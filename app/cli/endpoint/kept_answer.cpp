#include "app/cli/endpoint/kept_answer.h"

#include "app/cli/json_lines.h"
#include "app/cli/media/json_build.h"
#include "app/draft/kept_reply.h"
#include "app/session/title.h"

#include <algorithm>
#include <cstdio>
#include <future>

namespace tf::cli {

namespace {

/// Waits for an answer of the store.
template <class T, class Ask>
Result<T> awaited(Ask ask)
{
    std::promise<Result<T>> promise;
    auto future = promise.get_future();
    ask([&promise](Result<T> answer) { promise.set_value(std::move(answer)); });
    return future.get();
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
    const session::Created created{session::titleOf(question.text), {question.settings, {}}};
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
    if (const auto* piece = std::get_if<wire::ReplyEvent>(&event.what)) {
        if (auto part = draft::partOf(*piece))
            m_store->stream(m_id, m_turn, *std::move(part));
    } else if (const auto* done = std::get_if<endpoint::Done>(&event.what)) {
        m_ending = draft::endingOf(*done);
    } else if (const auto* failed = std::get_if<endpoint::Failed>(&event.what)) {
        m_ending = draft::endingOf(*failed);
    }
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
