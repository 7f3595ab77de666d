#include "tests/ui/monitor/monitored.h"

#include "ui/theme/fonts.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace tf::test {

workspace::EngineChoice vendor()
{
    endpoint::StoredProfile profile;
    profile.name = "work";
    profile.kind = endpoint::findServerKind("minimax");
    profile.baseUrl = QUrl(QStringLiteral("https://api.minimax.io/v1"));
    profile.model = "MiniMax-M3";
    profile.keyName = "work";
    profile.capabilities.contextTokens = 1'000'000;
    profile.capabilities.images = true;
    profile.capabilities.video = false;
    return workspace::choiceOf(profile);
}

workspace::AnswerSpeed answered(int seconds, double rate)
{
    using namespace std::chrono_literals;
    workspace::AnswerSpeed speed;
    speed.toFirstWord = 1900ms;
    speed.promptTokensPerSecond = 4210;
    speed.answerTokensPerSecond = rate;
    speed.promptTokens = 226'000;
    speed.cachedTokens = 221'000;
    speed.answerTokens = 412;
    // 2026-11-21 14:00:00 UTC
    speed.ended = std::chrono::system_clock::time_point(1'795'269'600s + seconds * 1s);
    return speed;
}

engine::MemoryPlan plannedModel(std::uint64_t freeBytes)
{
    engine::DevicePlan device;
    device.name = "CPU";
    device.use.weights = 9'000'000'000;
    device.use.experts = 36'000'000'000;
    device.use.vision = 1'500'000'000;
    device.use.cache = 3'000'000'000;
    device.use.workspace = 500'000'000;
    device.freeBytes = freeBytes;
    device.totalBytes = 128'000'000'000;
    engine::MemoryPlan plan;
    plan.devices.push_back(device);
    plan.positions = 32'768;
    plan.maxPositions = 1'048'576;
    plan.positionsThatFit = 32'768;
    plan.threads = 16;
    return plan;
}

engine::Activity busyEngine()
{
    engine::Activity now;
    now.numRunning = 1;
    now.numWaiting = 2;
    now.block = 128;
    now.numPages = 256;
    now.numUsed = 64;
    now.numKept = 128;
    now.promptTokens = 226'000;
    now.cachedTokens = 217'500;
    now.answerTokens = 4120;
    now.answerTokensPerSecond = 41.2;
    return now;
}

Monitored::Monitored()
    : m_theme(ui::Shade::Light)
    , m_engines(m_folder.filePath(QStringLiteral("endpoints.json")), m_keys, m_reach)
{
    MUST(ui::loadFonts());
    QApplication::setStyle(new ui::Style(m_theme));
    m_theme.set(settings::ThemeChoice::Light, 100);
    m_panel = new ui::EnginePanel(m_theme, m_engines, &m_window);
    auto* column = new QVBoxLayout(&m_window);
    // The platform without a screen warns of every least size that it is told.
    column->setSizeConstraint(QLayout::SetNoConstraint);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    m_window.resize(300, 1120);
    m_window.show();
}

QString Monitored::words()
{
    QStringList lines;
    for (const QLabel* label : m_panel->findChildren<QLabel*>()) {
        if (label->isVisibleTo(m_panel))
            lines.append(label->text());
    }
    return lines.join(u'\n');
}

} // namespace tf::test
