#include "tests/ui/composer/composed.h"

#include "ui/composer/notice_lines.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"

#include <QAbstractButton>
#include <QApplication>
#include <QVBoxLayout>

namespace tf::test {

workspace::EngineChoice engineHere()
{
    workspace::EngineChoice engine;
    engine.name = "here";
    engine.kind = workspace::EngineKind::LocalModel;
    engine.label.place = endpoint::Place::ThisMachine;
    engine.capabilities.contextTokens = 200'000;
    return engine;
}

workspace::EngineChoice engineAway(const char* kind)
{
    workspace::EngineChoice engine;
    engine.name = "away";
    engine.model = "M3";
    engine.server = endpoint::findServerKind(kind);
    engine.label.place = endpoint::Place::Outside;
    engine.capabilities.contextTokens = 1'000'000;
    const endpoint::RateCard& card = engine.server->rates;
    engine.rates = {{card.tiers.begin(), card.tiers.end()}, std::string(card.date)};
    return engine;
}

Composed::Composed()
    : m_theme(ui::Shade::Light)
{
    MUST(ui::loadFonts());
    QApplication::setStyle(new ui::Style(m_theme));
    m_theme.set(settings::ThemeChoice::Light, 100);
    m_composer = new ui::Composer(m_theme, m_trays, &m_window);
    auto* column = new QVBoxLayout(&m_window);
    // The platform without a screen warns of every least size that it is told.
    column->setSizeConstraint(QLayout::SetNoConstraint);
    column->addStretch();
    column->addWidget(m_composer);
    m_window.resize(760, 640);
    m_composer->setConversation({&m_talk.talk(), [](workspace::Conversation*) {}});
    const auto engine = engineHere();
    m_composer->setEngine(&engine);
    m_window.show();
}

Composed::~Composed()
{
    m_composer->setConversation(nullptr);
    delete m_composer;
}

ui::ComposerEdit& Composed::edit()
{
    return *m_composer->findChild<ui::ComposerEdit*>();
}

QStringList Composed::notices()
{
    return m_composer->findChild<ui::NoticeLines*>()->texts();
}

bool Composed::press(const QString& text)
{
    for (QAbstractButton* button : m_composer->findChildren<QAbstractButton*>()) {
        if (button->text() != text || !button->isVisibleTo(&m_window) || !button->isEnabled())
            continue;
        button->click();
        QApplication::processEvents();
        return true;
    }
    return false;
}

} // namespace tf::test
