#include "ui/shell/main_window.h"

#include "ui/composer/composer.h"
#include "ui/endpoints/endpoint_page.h"
#include "ui/endpoints/engine_facts.h"
#include "ui/endpoints/first_run_page.h"
#include "ui/inspector/inspector_pane.h"
#include "ui/monitor/engine_panel.h"
#include "ui/monitor/setup_form.h"
#include "ui/sessions/sessions_pane.h"
#include "ui/shell/jobs_line.h"
#include "ui/shell/keys_page.h"
#include "ui/shell/palette.h"
#include "ui/shell/pane_keys.h"
#include "ui/shell/status_row.h"
#include "ui/shell/top_bar.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/transcript/view/transcript_view.h"
#include "ui/viewer/code_page.h"
#include "ui/widgets/focus_handover.h"
#include "ui/widgets/icon_button.h"

#include <QAction>
#include <QCloseEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

constexpr QSize kFirstSize(1280, 800);
constexpr QSize kLeastSize(496, 400);

using settings::ThinkingStart;
constexpr std::array<std::pair<session::Thinking, ThinkingStart>, 3> kThinking{
    {{session::Thinking::Adaptive, ThinkingStart::Adaptive},
     {session::Thinking::Enabled, ThinkingStart::On},
     {session::Thinking::Disabled, ThinkingStart::Off}}};

settings::LocalEngine localEngineOf(const ModelSetup& setup)
{
    settings::LocalEngine local{setup.load.contextTokens, setup.load.threads};
    for (const auto& [mode, start] : kThinking) {
        if (mode == setup.thinking)
            local.thinking = start;
    }
    return local;
}

} // namespace

MainWindow::MainWindow(const Theme& theme, workspace::Workspace& workspace,
                       const settings::Window& state, const QString& engine)
    : m_theme(theme)
    , m_workspace(workspace)
    , m_media(new workspace::KeptMedia(workspace.store(), this))
    , m_defaultEngine(engine)
{
    setWindowTitle(tr("Trifold"));
    makePanes();
    makeActions();
    makeMenus();
    connectPanes();
    connectEngines();
    hearStore();
    setMinimumSize(kLeastSize); // fixed, so that a notice never makes the window grow
    if (state.geometry.isEmpty() || !restoreGeometry(state.geometry))
        resize(kFirstSize.boundedTo(screen()->availableSize()));
    m_panes->restore(state);
    showConversation();
    if (!state.session.isEmpty())
        openSession(state.session.toStdString());
    m_page->setFocus(Qt::OtherFocusReason);
}

MainWindow::~MainWindow() = default;

settings::Window MainWindow::state() const
{
    settings::Window state;
    state.geometry = saveGeometry();
    if (const auto* conversation = m_page->conversation())
        state.session = QString::fromStdString(conversation->session().id);
    return m_panes->remembered(state);
}

QAction* MainWindow::action(ActionId id) const
{
    return m_actions.at(static_cast<std::size_t>(id));
}

void MainWindow::makeActions()
{
    for (const ActionRow& row : actionTable()) {
        auto* action = new QAction(actionText(row.text), this);
        action->setShortcuts(m_keyTable.keysOf(row));
        action->setCheckable(row.checks == Checks::Yes);
        connect(action, &QAction::triggered, this, [this, command = row.command] {
            (this->*command)();
            syncMarks();
        });
        addAction(action); // its keys work whatever menu it is in
        m_actions.at(static_cast<std::size_t>(row.id)) = action;
    }
}

void MainWindow::makeMenus()
{
    m_top = new TopBar(m_theme, this);
    QMenu* before = nullptr;
    for (const MenuRow& row : menuTable()) {
        const bool isInBar = row.opens == Opens::FromBar;
        QMenu* menu = isInBar ? m_top->menus().addMenu(actionText(row.title))
                              : before->addMenu(actionText(row.title));
        if (isInBar)
            before = menu;
        for (const ActionId id : row.actions) {
            if (id == ActionId::Separator)
                menu->addSeparator();
            else
                menu->addAction(action(id));
        }
    }
    m_facts = &m_top->facts();
    m_facts->setEngines(m_workspace.engines());
    setMenuWidget(m_top);
}

void MainWindow::makePanes()
{
    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_notices = new NoticeBar(m_theme, central);
    m_middle = new QStackedWidget(central);
    m_page = new SessionPage(m_theme, m_workspace.trays(), m_middle);
    m_page->composer().setLook(
        std::make_unique<workspace::RequestLook>(m_workspace.store(), m_workspace.engines()));
    m_firstRun = new FirstRunPage(m_theme, m_workspace.engines(), m_middle);
    m_middle->addWidget(m_page);
    m_middle->addWidget(m_firstRun);
    m_intoMiddle = new FocusHandover(*m_middle, *m_page);
    m_sessions = new SessionsPane(m_theme, central);
    m_sessions->setShelf(m_workspace.shelf(), m_workspace.mayWrite());
    m_inspector = new InspectorPane(m_theme, m_workspace.engines(), central);
    m_sessions->setObjectName(QStringLiteral("sessions"));
    m_inspector->setObjectName(QStringLiteral("inspector"));
    m_panes = new PaneLayout(
        m_theme, {.sessions = m_sessions, .conversation = m_middle, .inspector = m_inspector},
        central);
    m_status = new StatusRow(m_theme, m_workspace.engines(), central);
    m_status->jobs().setJobs(m_workspace.jobs());
    column->addWidget(m_notices);
    column->addWidget(m_panes, 1);
    column->addWidget(m_status);
    setCentralWidget(central);
    m_palette = new Palette(m_theme, this);
    makeInspectorTabs();
}

void MainWindow::connectPanes()
{
    connect(m_panes, &PaneLayout::changed, this, &MainWindow::syncMarks);
    m_status->sessionsButton()->setCheckable(true);
    m_status->inspectorButton()->setCheckable(true);
    connect(m_status->sessionsButton(), &IconButton::clicked, action(ActionId::ToggleSessions),
            &QAction::trigger);
    connect(m_status->inspectorButton(), &IconButton::clicked, action(ActionId::ToggleInspector),
            &QAction::trigger);
    connect(m_sessions, &SessionsPane::newAsked, this, &MainWindow::newSession);
    connect(m_sessions, &SessionsPane::dropped, this,
            [this](const QMimeData* data) { newSessionWith(pastedFrom(*data)); });
    connect(m_page, &SessionPage::newAsked, this, &MainWindow::newSessionWith);
    connect(m_page, &SessionPage::beginAsked, this, [this](const QString& preset) {
        m_preset = preset;
        if (!m_isMakingSession)
            newSession();
    });
    connect(m_sessions, &SessionsPane::openAsked, this, &MainWindow::openSession);
    connect(m_sessions, &SessionsPane::exportAsked, this, &MainWindow::exportTo);
    connect(&m_workspace.shelf(), &workspace::Shelf::troubled, this, [this](const Error& error) {
        m_notices->add(Tone::Caution,
                       tr("The list of sessions: %1").arg(QString::fromStdString(error.text)));
    });
    connect(m_page, &SessionPage::told, this,
            [this](const QString& sentence, const QString& details) {
                m_notices->add(Tone::Info, sentence, details);
            });
}

void MainWindow::connectEngines()
{
    connect(&m_workspace.engines(), &workspace::Engines::changed, this, &MainWindow::showEngine);
    m_page->pane().setEngines([this]() -> std::span<const workspace::EngineChoice> {
        return m_workspace.engines().choices();
    });
    m_page->pane().setMedia(*m_media);
    const TranscriptView* view = &m_page->pane().view();
    connect(view, &TranscriptView::endpointAsked, this, &MainWindow::mendEndpoint);
    connect(view, &TranscriptView::modelAsked, this, &MainWindow::askForModel);
    connect(view, &TranscriptView::citationAsked, this, &MainWindow::openCited);
    connect(m_code, &CodePage::momentAsked, this, &MainWindow::momentAsked);
    connect(view, &TranscriptView::exportAsked, this, &MainWindow::exportSession);
    connect(m_facts, &EngineFacts::chosen, this, &MainWindow::useEngine);
    connect(m_facts, &EngineFacts::editAsked, this, &MainWindow::editEndpoint);
    connect(m_facts, &EngineFacts::loadAsked, this, &MainWindow::askForModel);
    connect(&m_inspector->engine(), &EnginePanel::loadAsked, this, &MainWindow::askForModel);
    connect(&m_inspector->engine(), &EnginePanel::endpointAsked, this,
            [this] { editEndpoint({}); });
    connect(&m_inspector->engine().setupForm(), &SetupForm::chosen, this, [this] {
        Q_EMIT modelSetUp(localEngineOf(m_inspector->engine().setupForm().setup()));
    });
    connect(m_firstRun, &FirstRunPage::loadAsked, this, &MainWindow::askForModel);
    connect(m_firstRun, &FirstRunPage::endpointAsked, this, [this] { editEndpoint({}); });
    connect(m_firstRun, &FirstRunPage::serverChosen, this, &MainWindow::useServer);
    connect(m_firstRun, &FirstRunPage::folderChosen, this, &MainWindow::useModel);
    connect(m_firstRun, &FirstRunPage::lookAsked, this, [this] {
        m_hasLookedAround = true;
        newSession();
    });
}

void MainWindow::syncMarks()
{
    const bool sessions = m_panes->place(Side::Sessions) != Place::Hidden;
    const bool inspector = m_panes->place(Side::Inspector) != Place::Hidden;
    action(ActionId::ToggleSessions)->setChecked(sessions);
    action(ActionId::ToggleInspector)->setChecked(inspector);
    m_status->sessionsButton()->setChecked(sessions);
    m_status->inspectorButton()->setChecked(inspector);
    action(ActionId::Keys)->setChecked(showsKeys());
    action(ActionId::ThemeSystem)->setChecked(m_themeChoice == settings::ThemeChoice::System);
    action(ActionId::ThemeLight)->setChecked(m_themeChoice == settings::ThemeChoice::Light);
    action(ActionId::ThemeDark)->setChecked(m_themeChoice == settings::ThemeChoice::Dark);
    constexpr ActionId kLanguages[] = {ActionId::LanguageSystem, ActionId::LanguageEnglish,
                                       ActionId::LanguageGerman, ActionId::LanguageChinese};
    for (const ActionId id : kLanguages)
        action(id)->setChecked(id == kLanguages[static_cast<std::size_t>(m_languageChoice)]);
    action(ActionId::ReadParagraphs)->setChecked(m_readsParagraphs);
    syncNeeds();
}

void MainWindow::toggleReading()
{
    m_readsParagraphs = !m_readsParagraphs;
    m_page->setReadsParagraphs(m_readsParagraphs);
}

bool MainWindow::isMet(Needs needs) const
{
    const workspace::Conversation* conversation = m_page->conversation();
    switch (needs) {
    case Needs::Nothing:
        return true;
    case Needs::Session:
        return conversation != nullptr;
    case Needs::Turns:
        return conversation != nullptr && !conversation->branch().empty();
    case Needs::Running:
        return conversation != nullptr && conversation->running().has_value();
    }
    UNREACHABLE();
}

void MainWindow::syncNeeds()
{
    for (const ActionRow& row : actionTable())
        action(row.id)->setEnabled(isMet(row.needs));
}

void MainWindow::showThemeChoice(settings::ThemeChoice choice)
{
    m_themeChoice = choice;
    syncMarks();
}

void MainWindow::setKeys(const KeyTable& keys)
{
    m_keyTable = keys;
    for (const ActionRow& row : actionTable())
        action(row.id)->setShortcuts(m_keyTable.keysOf(row));
    if (m_keys != nullptr)
        m_keys->showKeys(m_keyTable);
}

void MainWindow::showLanguageChoice(settings::LanguageChoice choice)
{
    m_languageChoice = choice;
    syncMarks();
}

void MainWindow::showLocalEngine(const settings::LocalEngine& local)
{
    for (const auto& [mode, start] : kThinking) {
        if (start == local.thinking)
            m_inspector->engine().setupForm().setThinking(mode);
    }
}

bool MainWindow::showsKeys() const
{
    return m_keys != nullptr && m_middle->currentWidget() == m_keys;
}

void MainWindow::showMiddle(QWidget* page)
{
    m_middle->setCurrentWidget(page);
    m_intoMiddle->setTo(*page);
    page->setFocus(Qt::OtherFocusReason);
    syncMarks();
}

void MainWindow::showConversation()
{
    const bool isNew = m_workspace.engines().choices().empty() && m_page->conversation() == nullptr
        && !m_hasLookedAround;
    showMiddle(isNew ? static_cast<QWidget*>(m_firstRun) : m_page);
}

void MainWindow::toggleKeys()
{
    if (m_keys == nullptr) {
        m_keys = new KeysPage(m_theme, m_middle);
        m_middle->addWidget(m_keys);
        connect(m_keys, &Pane::hideAsked, action(ActionId::Keys), &QAction::trigger);
        connect(m_keys, &KeysPage::keysChosen, this, &MainWindow::keysChosen);
        m_keys->showKeys(m_keyTable);
    }
    if (!showsKeys())
        m_keys->setPane(focusedPane());
    if (showsKeys())
        showConversation();
    else
        showMiddle(m_keys);
}

/// objectName of what has the keyboard, as far as it has keys of its own.
QString MainWindow::focusedPane() const
{
    for (const QWidget* widget = focusWidget(); widget != nullptr;
         widget = widget->parentWidget()) {
        if (!paneTitle(widget->objectName()).isEmpty())
            return widget->objectName();
    }
    return {};
}

/// What nobody took: a field to write in keeps its question marks.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->text() == u"?")
        action(ActionId::Keys)->trigger();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::dismiss()
{
    const bool floating = m_panes->place(Side::Sessions) == Place::Floating
        || m_panes->place(Side::Inspector) == Place::Floating;
    if (floating)
        m_panes->hideFloating();
    else if (m_middle->currentWidget() != m_page && m_middle->currentWidget() != m_firstRun)
        showConversation();
    else if (!m_notices->closeNewest() && !m_page->stop())
        m_page->leaveField();
}

void MainWindow::showAbout()
{
    m_notices->add(Tone::Info,
                   tr("Trifold %1: a desktop workspace for the open-weight model MiniMax M3. "
                      "Apache License 2.0. Built on Qt %2.")
                       .arg(QStringLiteral(TRIFOLD_VERSION), QString::fromLatin1(qVersion())));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    Q_EMIT closing();
    event->accept();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    // Another process may have changed the store meanwhile.
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_workspace.shelf().refresh();
    // Files may be others, too.
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && m_citations) {
        m_citations->lookAgain();
        m_context->lookForChanges();
    }
}

} // namespace tf::ui
