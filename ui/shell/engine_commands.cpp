// The commands of a window that concern engines: who is asked, once more too, and how they are set
// up.

#include "ui/context/context_page.h"
#include "ui/context/request/request_page.h"
#include "ui/endpoints/endpoint_page.h"
#include "ui/endpoints/engine_facts.h"
#include "ui/endpoints/first_run_page.h"
#include "ui/inspector/inspector_pane.h"
#include "ui/monitor/engine_panel.h"
#include "ui/monitor/speed_line.h"
#include "ui/shell/main_window.h"
#include "ui/shell/palette.h"
#include "ui/shell/status_row.h"
#include "ui/shell/thinking_pair.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/transcript/retry_ways.h"
#include "ui/transcript/view/transcript_view.h"

#include <QFileDialog>
#include <QPointer>
#include <QStackedWidget>

#include <algorithm>

namespace tf::ui {

void MainWindow::retryAnswer()
{
    auto* talk = m_page->conversation();
    if (const session::Turn* last = talk->turn(talk->branch().back()))
        talk->retry(last->id, session::RequestSettings(last->question.settings));
}

void MainWindow::retryOther()
{
    m_page->pane().openRetryMenu();
}

void MainWindow::askBothWays()
{
    auto talk = m_page->sharedConversation();
    const session::Turn* last = talk->turn(talk->branch().back());
    if (last == nullptr)
        return;
    const RetryWays ways = RetryWays::of(last->question.settings, m_workspace.engines().choices());
    const auto way = [&ways](session::Thinking mode) -> const RetryWay* {
        const auto found =
            std::find_if(ways.modes.begin(), ways.modes.end(), [mode](const RetryWay& one) {
                return one.isPossible && one.settings.thinking == mode;
            });
        return found == ways.modes.end() ? nullptr : &*found;
    };
    const RetryWay* off = way(session::Thinking::Disabled);
    const RetryWay* on = way(session::Thinking::Enabled);
    if (off == nullptr || on == nullptr)
        return m_notices->add(Tone::Info,
                              tr("The engine that was asked cannot be told to answer both without "
                                 "thinking and with it."));
    auto* pair = new ThinkingPair(talk, last->id, {off->settings, on->settings}, this);
    connect(pair, &ThinkingPair::answered, this, [this, talk](session::TurnId turn) {
        if (m_page->sharedConversation() == talk)
            compare(turn);
    });
}

/// Each way to ask the last question once more.
void MainWindow::addRetryWays(std::vector<PaletteEntry>& entries)
{
    auto* talk = m_page->conversation();
    const session::Turn* last =
        talk == nullptr || talk->branch().empty() ? nullptr : talk->turn(talk->branch().back());
    if (last == nullptr)
        return;
    const RetryWays ways = RetryWays::of(last->question.settings, m_workspace.engines().choices());
    for (const auto* list : {&ways.modes, &ways.engines}) {
        for (const RetryWay& way : *list) {
            PaletteEntry entry;
            entry.text = way.note.isEmpty() ? way.name : tr("%1 — %2").arg(way.name, way.note);
            entry.group = tr("Retry");
            entry.isEnabled = way.isPossible;
            entry.run = [talk = m_page->sharedConversation(), id = last->id,
                         settings = way.settings] { talk->retry(id, settings); };
            entries.push_back(std::move(entry));
        }
    }
}

void MainWindow::showEngine()
{
    workspace::Engines& engines = m_workspace.engines();
    std::string name = m_defaultEngine.toStdString();
    if (const auto* conversation = m_page->conversation())
        name = conversation->session().settings.request.endpoint;
    if (engines.find(name) == nullptr)
        name = m_defaultEngine.toStdString();
    if (engines.find(name) == nullptr && !engines.choices().empty())
        name = engines.choices().front().name;
    m_facts->setChosen(name);
    m_page->setEngine(engines.find(name));
    m_inspector->engine().setEngine(engines.find(name));
    m_context->setEngine(engines.find(name));
    m_context->setTokenizer(engines.localModel().tokenizer());
    m_request->setEngine(engines.find(name));
    m_status->speed().setEngine(engines.find(name));
    if (m_middle->currentWidget() == m_firstRun && !engines.choices().empty())
        showConversation();
}

void MainWindow::useEngine(const QString& name)
{
    m_defaultEngine = name;
    const workspace::EngineChoice* engine = m_workspace.engines().find(name.toStdString());
    if (auto* conversation = m_page->conversation(); conversation != nullptr && engine != nullptr) {
        session::Settings settings = conversation->session().settings;
        settings.request.endpoint = engine->name;
        settings.request.model = engine->model;
        conversation->configure(settings);
    }
    showEngine();
    Q_EMIT engineChosen(name);
}

void MainWindow::editEndpoint(const QString& name)
{
    if (m_endpoint == nullptr) {
        m_endpoint = new EndpointPage(m_theme, m_workspace.engines(), m_middle);
        m_middle->addWidget(m_endpoint);
        connect(m_endpoint, &EndpointPage::closeAsked, this, &MainWindow::showConversation);
        connect(m_endpoint, &EndpointPage::kept, this, [this](const QString& kept) {
            if (m_page->conversation() == nullptr)
                newSession();
            useEngine(kept);
            showConversation();
        });
    }
    m_endpoint->edit(name);
    showMiddle(m_endpoint);
}

void MainWindow::mendEndpoint(const QString& name, EndpointUse use)
{
    editEndpoint(name);
    if (use == EndpointUse::Test)
        m_endpoint->test();
}

void MainWindow::askForModel()
{
    auto* dialog = new QFileDialog(this, tr("Folder of a model"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::useModel);
    dialog->open();
}

void MainWindow::useModel(const QString& folder)
{
    m_workspace.engines().localModel().load(folder.toStdString());
    if (m_page->conversation() == nullptr)
        newSession();
    Q_EMIT modelChosen(folder);
}

void MainWindow::useServer(const endpoint::StoredProfile& profile)
{
    const QString name = QString::fromStdString(profile.name);
    m_workspace.engines().keep(profile, {}, [window = QPointer(this), name](const Result<>& kept) {
        if (window.isNull())
            return;
        if (!kept)
            return static_cast<void>(
                window->m_notices->add(Tone::Caution, QString::fromStdString(kept.error().text)));
        if (window->m_page->conversation() == nullptr)
            window->newSession();
        window->useEngine(name);
    });
}

} // namespace tf::ui
