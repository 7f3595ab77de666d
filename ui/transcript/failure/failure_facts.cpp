#include "ui/transcript/failure/failure_facts.h"

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

const workspace::Trouble* troubleIn(const ShownTurn& turn, const TurnSource& source)
{
    return source.trouble ? source.trouble(turn.id) : nullptr;
}

QString hostOf(const std::string& engine, const TurnSource& source)
{
    if (engine.empty() || !source.engines)
        return {};
    for (const workspace::EngineChoice& choice : source.engines()) {
        if (choice.name == engine)
            return QString::fromStdString(choice.label.host);
    }
    return {};
}

} // namespace

FailureFacts failureFactsOf(const ShownTurn& turn, const TurnSource& source)
{
    const workspace::Trouble* trouble = troubleIn(turn, source);
    FailureFacts facts;
    facts.failure = failureOf(turn, trouble);
    facts.host = hostOf(turn.settings.endpoint, source);
    facts.engine = QString::fromStdString(turn.settings.endpoint);
    facts.model = QString::fromStdString(turn.settings.model);
    facts.hasText = turn.sections.size() > 1;
    if (trouble == nullptr)
        return facts;
    facts.numRetries = trouble->numRetries;
    if (trouble->retryAt) {
        const auto left = *trouble->retryAt - ShownTurn::Clock::now();
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
        if (seconds > 0)
            facts.retrySeconds = static_cast<int>(std::min<std::int64_t>(seconds, 86'400));
    }
    return facts;
}

QString rawWordsOf(const ShownTurn& turn, const TurnSource& source)
{
    const workspace::Trouble* trouble = troubleIn(turn, source);
    if (trouble == nullptr)
        return turn.reason == "stopped" ? QString() : QString::fromStdString(turn.reason);
    QString raw = QString::fromStdString(trouble->error.text);
    if (!trouble->said)
        return raw;
    const QString text = QString::fromStdString(trouble->said->text);
    if (!raw.contains(text))
        raw += u'\n' + text;
    if (!trouble->said->requestId.empty())
        raw += u"\nrequest "_s + QString::fromStdString(trouble->said->requestId);
    return raw;
}

} // namespace tf::ui
