#include "tests/ui/transcript/scene.h"

#include "app/session/replay.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QScrollBar>

namespace tf::test {

Scene::Scene(session::Session session, QSize size)
    : m_theme(ui::Shade::Light)
    , m_session(std::move(session))
{
    MUST(ui::loadFonts());
    QApplication::setStyle(new ui::Style(m_theme));
    m_theme.set(settings::ThemeChoice::Light, 100);
    m_view = std::make_unique<ui::TranscriptView>(m_theme);
    m_view->resize(size);
    ui::TurnSource source = ui::sourceOf(m_session);
    source.running = [this] { return m_running.turn == session::kNoTurn ? nullptr : &m_running; };
    source.trouble = [this](session::TurnId id) {
        const auto known = m_troubles.find(id);
        return known == m_troubles.end() ? nullptr : &known->second;
    };
    source.engines = [this] { return std::span<const workspace::EngineChoice>(m_engines); };
    source.media = [this](const std::string& blob) {
        const auto known = m_media.find(blob);
        workspace::KeptMedium missing;
        missing.state = workspace::KeptMedium::State::Missing;
        return known == m_media.end() ? missing : known->second;
    };
    m_view->setSource(std::move(source));
    m_view->show();
    settle();
}

session::TurnId Scene::ask(std::string question)
{
    session::Turn turn;
    turn.id = static_cast<session::TurnId>(m_session.turns.size()) + 1;
    turn.question.parent = m_session.turns.empty() ? session::kNoTurn : m_session.turns.back().id;
    turn.question.text = std::move(question);
    turn.beganAt = 1'700'000'000'000;
    m_session.turns.push_back(std::move(turn));
    m_view->showBranch();
    settle();
    return m_session.turns.back().id;
}

void Scene::stream(const std::string& text, session::PartKind kind)
{
    session::Turn& turn = m_session.turns.back();
    session::addPart(turn.parts, {.kind = kind, .text = text, .name = {}, .callId = {}});
    m_view->growTurn(turn.id);
    QApplication::processEvents();
}

void Scene::end(session::TurnState state)
{
    session::Turn& turn = m_session.turns.back();
    turn.ending.state = state;
    turn.endedAt = turn.beganAt + 18'000;
    m_view->endTurn(turn.id);
    settle();
}

void Scene::fail(session::TurnId id, workspace::Trouble trouble)
{
    m_troubles.insert_or_assign(id, std::move(trouble));
    m_view->endTurn(id);
    settle();
}

bool Scene::press(session::TurnId id, ui::SpotKind kind)
{
    for (std::size_t idx = 0; idx < stage().rows().count(); ++idx) {
        if (stage().rows()[idx].key.turn != id)
            continue;
        for (const ui::Spot& spot : stage().layout(idx).spots(stage().viewOf(idx))) {
            if (spot.kind != kind)
                continue;
            m_view->press({stage().rows()[idx].key, spot.kind, spot.arg});
            return true;
        }
    }
    return false;
}

std::optional<std::size_t> Scene::rowOf(session::TurnId id, ui::RowKind kind)
{
    for (std::size_t idx = 0; idx < stage().rows().count(); ++idx) {
        if (stage().rows()[idx].key.turn == id && stage().rows()[idx].kind == kind)
            return idx;
    }
    return {};
}

void Scene::showDetails(session::TurnId id)
{
    stage().setFolded({ui::RowKind::Notice, {id, ui::kNoticeSection, 0}}, false);
    settle();
}

QStringList Scene::cardButtons(session::TurnId id)
{
    QStringList names;
    const std::size_t idx = stage().rows().from({id, ui::kNoticeSection, 0});
    for (const ui::Spot& spot : stage().layout(idx).spots(stage().viewOf(idx)))
        names << spot.name;
    return names;
}

void Scene::settle()
{
    for (int step = 0; step < 1000; ++step) {
        QApplication::processEvents();
        if (!stage().isReading() && !stage().isBehind())
            break;
    }
    QApplication::processEvents();
}

int Scene::yOf(const QString& text)
{
    for (std::size_t idx = 0; idx < stage().rows().count(); ++idx) {
        const ui::Block* block = stage().rows()[idx].kind == ui::RowKind::Block
            ? stage().story().block(stage().rows()[idx].key)
            : nullptr;
        if (block == nullptr || !block->prose.text.contains(text))
            continue;
        const QRect line = ui::lineOf(
            stage(), {stage().rows()[idx].key, static_cast<int>(block->prose.text.indexOf(text))});
        return line.top() >= 0 && line.bottom() < stage().window().height() ? line.top() : -1;
    }
    return -1;
}

void Scene::scrollTo(int top)
{
    m_view->verticalScrollBar()->setValue(top);
    settle();
}

} // namespace tf::test
