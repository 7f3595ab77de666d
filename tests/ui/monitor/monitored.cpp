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
    m_window.resize(300, 960);
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
