#include "ui/transcript/retry_ways.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

using workspace::EngineChoice;
using workspace::ThinkingChoice;

/// The same mode, or the first that this engine honours.
session::Thinking modeAt(const EngineChoice& engine, session::Thinking wanted)
{
    const auto isSame = [wanted](const ThinkingChoice& one) {
        return one.mode == wanted && one.isHonoured;
    };
    const auto& all = engine.thinking;
    if (std::any_of(all.begin(), all.end(), isSame))
        return wanted;
    const auto first =
        std::find_if(all.begin(), all.end(), [](const auto& one) { return one.isHonoured; });
    return first == all.end() ? wanted : first->mode;
}

void addWay(QMenu& menu, const RetryWay& way,
            const std::function<void(const session::RequestSettings&)>& chosen)
{
    QString text = way.name;
    text.replace(u'&', u"&&"_s);
    QString note = way.note;
    if (!note.isEmpty())
        text += u"  —  "_s + note.replace(u'&', u"&&"_s);
    QAction* action = menu.addAction(text);
    action->setCheckable(way.isAsBefore);
    action->setChecked(way.isAsBefore);
    action->setEnabled(way.isPossible);
    QObject::connect(action, &QAction::triggered, &menu,
                     [chosen, settings = way.settings] { chosen(settings); });
}

} // namespace

RetryWays RetryWays::of(const session::RequestSettings& asked,
                        std::span<const EngineChoice> engines)
{
    RetryWays ways;
    for (const EngineChoice& engine : engines) {
        const bool isAsked = engine.name == asked.endpoint;
        RetryWay way{.settings = asked};
        way.settings.endpoint = engine.name;
        way.settings.model = isAsked ? asked.model : engine.model;
        way.settings.folder = isAsked ? asked.folder : std::string();
        way.settings.thinking = modeAt(engine, asked.thinking);
        way.name = engine.isLocal() ? tr("Ask the model on this machine")
                                    : tr("Ask %1").arg(QString::fromStdString(engine.name));
        way.note =
            QString::fromStdString(engine.problem.empty() ? engine.label.host : engine.problem);
        way.isPossible = engine.problem.empty();
        way.isAsBefore = isAsked;
        ways.engines.push_back(std::move(way));
        if (!isAsked)
            continue;
        for (const ThinkingChoice& choice : engine.thinking) {
            RetryWay mode{.settings = asked};
            mode.settings.thinking = choice.mode;
            mode.name = choice.mode == session::Thinking::Adaptive ? tr("Thinking adaptive")
                : choice.mode == session::Thinking::Enabled        ? tr("Thinking on")
                                                                   : tr("Thinking off");
            mode.isPossible = choice.isHonoured && engine.problem.empty();
            if (!choice.isHonoured)
                mode.note = QString::fromStdString(choice.note);
            mode.isAsBefore = choice.mode == asked.thinking;
            ways.modes.push_back(std::move(mode));
        }
    }
    return ways;
}

void RetryWays::fill(QMenu& menu,
                     const std::function<void(const session::RequestSettings&)>& chosen) const
{
    for (const RetryWay& way : modes)
        addWay(menu, way, chosen);
    if (!modes.empty())
        menu.addSeparator();
    for (const RetryWay& way : engines) {
        if (!way.isAsBefore)
            addWay(menu, way, chosen);
    }
    const bool hasOther = std::any_of(engines.begin(), engines.end(),
                                      [](const RetryWay& way) { return !way.isAsBefore; });
    if (!hasOther)
        menu.addAction(tr("There is no other engine yet"))->setEnabled(false);
}

} // namespace tf::ui
