#include "ui/composer/obstacles.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

using draft::LeakPolicy;

constexpr std::size_t kMostProblems = 3; ///< said at once

struct ObstacleWords {
    Q_DECLARE_TR_FUNCTIONS(ObstacleWords)
};

std::size_t numLimits(const workspace::TrayVerdict& verdict)
{
    return verdict.problems.size() - verdict.leaks.size();
}

QString inOneLine(const std::vector<std::string>& sentences)
{
    QStringList all;
    for (const std::string& sentence : sentences)
        all.append(QString::fromStdString(sentence));
    return all.join(u"; "_s);
}

void addWaiting(std::vector<NoticeLine>& lines, const Obstacles& now, const ObstacleDeeds& deeds)
{
    if (!now.readOnly.isEmpty())
        lines.push_back({NoticeTone::Caution, now.readOnly});
    if (now.isWaiting)
        lines.push_back(
            {NoticeTone::Info,
             ObstacleWords::tr("Will be sent as soon as it can be. %1").arg(now.awaited),
             {{ObstacleWords::tr("Not now"), deeds.doNotWait}}});
    else if (!now.hasEngine)
        lines.push_back({NoticeTone::Info, now.awaited});
}

void addLimits(std::vector<NoticeLine>& lines, const workspace::TrayVerdict& verdict)
{
    const auto number = numLimits(verdict);
    for (std::size_t idx = 0; idx < std::min(number, kMostProblems); ++idx)
        lines.push_back({NoticeTone::Danger, QString::fromStdString(verdict.problems[idx])});
    if (number > kMostProblems)
        lines.push_back({NoticeTone::Danger,
                         ObstacleWords::tr("and %n more", nullptr, int(number - kMostProblems))});
}

void addCautions(std::vector<NoticeLine>& lines, const workspace::TrayVerdict& verdict)
{
    for (const std::string& caution : verdict.cautions)
        lines.push_back({NoticeTone::Caution, QString::fromStdString(caution)});
}

void addSecrets(std::vector<NoticeLine>& lines, const Obstacles& now, const ObstacleDeeds& deeds)
{
    auto leaks = now.tray.leaks;
    leaks.insert(leaks.end(), now.questionLeaks.begin(), now.questionLeaks.end());
    if (leaks.empty())
        return;
    const auto choose = [&deeds](LeakPolicy policy) {
        return [run = deeds.choosePolicy, policy] { run(policy); };
    };
    if (now.policy == LeakPolicy::Block) {
        lines.push_back({NoticeTone::Danger,
                         ObstacleWords::tr("This looks secret: %1").arg(inOneLine(leaks)),
                         {{ObstacleWords::tr("Replace"), choose(LeakPolicy::Redact)},
                          {ObstacleWords::tr("Send as it is"), choose(LeakPolicy::Send)}}});
        return;
    }
    const bool isReplaced = now.policy == LeakPolicy::Redact;
    lines.push_back({NoticeTone::Caution,
                     isReplaced
                         ? ObstacleWords::tr("What looks secret is replaced before it is sent.")
                         : ObstacleWords::tr("What looks secret is sent as it is."),
                     {{ObstacleWords::tr("Do not"), choose(LeakPolicy::Block)}}});
}

} // namespace

bool Obstacles::isBlocking() const
{
    const bool isUndecided = policy == LeakPolicy::Block && !tray.leaks.empty();
    return !readOnly.isEmpty() || isUndecided || numLimits(tray) > 0;
}

std::vector<NoticeLine> linesOf(const Obstacles& obstacles, const ObstacleDeeds& deeds)
{
    std::vector<NoticeLine> lines;
    addWaiting(lines, obstacles, deeds);
    addLimits(lines, obstacles.tray);
    addCautions(lines, obstacles.tray);
    addSecrets(lines, obstacles, deeds);
    if (!obstacles.address.isEmpty())
        lines.push_back({NoticeTone::Info,
                         ObstacleWords::tr("Fetch %1 as a repository?").arg(obstacles.address),
                         {{ObstacleWords::tr("Fetch"), deeds.fetch},
                          {ObstacleWords::tr("No"), deeds.forgetAddress}}});
    if (obstacles.isCarrying)
        lines.push_back({NoticeTone::Info,
                         ObstacleWords::tr("What went along with this question still does."),
                         {{ObstacleWords::tr("Leave it out"), deeds.leaveOut}}});
    return lines;
}

} // namespace tf::ui
