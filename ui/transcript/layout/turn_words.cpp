#include "ui/transcript/layout/turn_words.h"

#include "ui/transcript/failure/cause_words.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr qint64 kBytesPerToken = 4; // about, while nobody has counted

QString joined(const QStringList& facts)
{
    QStringList shown = facts;
    shown.removeAll(QString());
    return shown.join(u"  ·  "_s);
}

double secondsBetween(ShownTurn::Clock::time_point from, ShownTurn::Clock::time_point to)
{
    return std::chrono::duration<double>(to - from).count();
}

bool isLastSection(const ShownTurn& turn, std::int32_t sectionIdx)
{
    return static_cast<std::size_t>(sectionIdx) + 1 == turn.sections.size();
}

} // namespace

QString TurnWords::you()
{
    return tr("You");
}

QString TurnWords::seconds(double seconds)
{
    const auto whole = static_cast<int>(seconds);
    if (seconds < 10)
        return tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    return whole < 60 ? tr("%1 s").arg(whole) : tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

QString TurnWords::thinking(session::Thinking mode)
{
    switch (mode) {
    case session::Thinking::Adaptive:
        return tr("thinking adaptive");
    case session::Thinking::Enabled:
        return tr("thinking on");
    case session::Thinking::Disabled:
        return tr("thinking off");
    }
    return {};
}

QString TurnWords::questionFacts(const ShownTurn& turn)
{
    QString when;
    if (turn.beganAt > 0) {
        const QDateTime began = QDateTime::fromMSecsSinceEpoch(turn.beganAt);
        const bool isToday = began.date() == QDate::currentDate();
        when = QLocale().toString(began, isToday ? u"HH:mm"_s : tr("d MMM yyyy, HH:mm"));
    }
    return joined(
        {when, QString::fromStdString(turn.settings.endpoint), thinking(turn.settings.thinking)});
}

QString TurnWords::speaker(const ShownTurn& turn)
{
    const QString model = QString::fromStdString(turn.settings.model);
    return model.isEmpty() ? tr("Answer") : model.section(u'/', -1);
}

QString TurnWords::answerFacts(const ShownTurn& turn, const workspace::Running* running)
{
    QStringList facts;
    if (turn.state == session::TurnState::Streaming && running != nullptr
        && running->turn == turn.id)
        facts << seconds(secondsBetween(running->asked, ShownTurn::Clock::now()));
    else if (turn.endedAt > turn.beganAt && turn.beganAt > 0)
        facts << seconds(double(turn.endedAt - turn.beganAt) / 1000);
    const auto first = turn.firstReasoning ? turn.firstReasoning : turn.firstText;
    const auto tokens = static_cast<double>(turn.usage.answer);
    if (tokens > 0 && first && turn.ended && secondsBetween(*first, *turn.ended) > 0.2)
        facts << tr("%1 tok/s")
                     .arg(QLocale().toString(tokens / secondsBetween(*first, *turn.ended), 'f', 1));
    if (tokens > 0)
        facts << tr("%1 tok").arg(QLocale().toString(turn.usage.answer));
    if (turn.settings.thinking == session::Thinking::Disabled && turn.usage.reasoning > 0)
        facts
            << tr("asked: off, got %1 reasoning tok").arg(QLocale().toString(turn.usage.reasoning));
    if (running != nullptr && running->turn == turn.id) {
        for (const std::string& note : running->notes)
            facts << QString::fromStdString(note);
    }
    return joined(facts);
}

FoldWords TurnWords::reasoning(const ShownTurn& turn, std::int32_t sectionIdx)
{
    const Section& section = turn.sections[static_cast<std::size_t>(sectionIdx)];
    const bool isRunning =
        turn.state == session::TurnState::Streaming && isLastSection(turn, sectionIdx);
    if (isRunning) {
        const double spent =
            turn.firstReasoning ? secondsBetween(*turn.firstReasoning, ShownTurn::Clock::now()) : 0;
        const auto tokens = static_cast<qint64>(section.numRead()) / kBytesPerToken;
        return {tr("Thinking"),
                joined({tr("%1 s").arg(static_cast<int>(spent)),
                        tr("≈ %1 tok").arg(QLocale().toString(tokens))})};
    }
    QStringList facts;
    const auto until = turn.firstText ? turn.firstText : turn.ended;
    if (turn.firstReasoning && until)
        facts << seconds(secondsBetween(*turn.firstReasoning, *until));
    if (turn.usage.reasoning > 0)
        facts << tr("%1 tok").arg(QLocale().toString(turn.usage.reasoning));
    else
        facts << tr("≈ %1 tok")
                     .arg(QLocale().toString(static_cast<qint64>(section.numRead())
                                             / kBytesPerToken));
    return {tr("Reasoning"), joined(facts)};
}

FoldWords TurnWords::fold(const ShownTurn& turn, std::int32_t sectionIdx)
{
    const Section& section = turn.sections[static_cast<std::size_t>(sectionIdx)];
    const auto numLines = section.blocks().empty() ? 0 : section.blocks().front().code.lines.size();
    const QString lines =
        numLines == 1 ? tr("1 line") : tr("%Ln lines", nullptr, static_cast<int>(numLines));
    switch (section.kind()) {
    case SectionKind::Reasoning:
        return reasoning(turn, sectionIdx);
    case SectionKind::ToolCall:
        return {tr("Tool call"), section.name()};
    case SectionKind::ToolResult:
        return {tr("Result"), joined({section.name(), lines})};
    case SectionKind::Patch:
        return {tr("Patch"), joined({section.name(), lines})};
    default:
        return {};
    }
}

/// How long until then, and why it is asked once more.
QString TurnWords::again(const workspace::Running& running)
{
    const Error& why = running.retrying->why;
    FailureFacts facts;
    facts.failure = failureOf(why.text, why.code, nullptr, false);
    facts.host = tr("The server");
    const auto left = running.retryAt.value_or(ShownTurn::Clock::now()) - ShownTurn::Clock::now();
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
    return joined({CauseWords::of(facts).sentence,
                   seconds > 0 ? tr("asking again in %1 s").arg(seconds) : tr("asking again")});
}

QString TurnWords::waiting(const workspace::Running* running)
{
    if (running == nullptr)
        return tr("Waiting…");
    const QString spent = seconds(secondsBetween(running->asked, ShownTurn::Clock::now()));
    if (running->retrying)
        return joined({again(*running), spent});
    return joined({tr("Waiting for the first word"), spent});
}

NoticeWords TurnWords::notice(const ShownTurn& turn, const TurnSource& source)
{
    const FailureFacts facts = failureFactsOf(turn, source);
    const CauseWords said = CauseWords::of(facts);
    const bool isQuiet =
        facts.failure.cause == Cause::Stopped || facts.failure.cause == Cause::CutShort;
    NoticeWords words;
    words.tone = isQuiet ? CauseTone::Quiet : CauseTone::Bad;
    words.sentence = said.sentence;
    words.tried = said.tried;
    words.step = said.step;
    words.raw = rawWordsOf(turn, source);
    return words;
}

} // namespace tf::ui
