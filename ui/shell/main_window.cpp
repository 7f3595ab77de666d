#include "ui/shell/main_window.h"

#include "ui/inspector/inspector_pane.h"
#include "ui/sessions/sessions_pane.h"
#include "ui/shell/keys_page.h"
#include "ui/shell/status_row.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/pill.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>

namespace tf::ui {

namespace {

constexpr QSize kFirstSize(1280, 800);
constexpr QSize kLeastSize(496, 400);

} // namespace

MainWindow::MainWindow(const Theme& theme, const settings::Window& state)
    : m_theme(theme)
{
    setWindowTitle(tr("Trifold"));
    makePanes();
    makeActions();
    makeMenus();
    connectPanes();
    setMinimumSize(kLeastSize); // fixed, so that a notice never makes the window grow
    if (state.geometry.isEmpty() || !restoreGeometry(state.geometry))
        resize(kFirstSize.boundedTo(screen()->availableSize()));
    m_panes->restore(state);
    m_conversation->setFocus(Qt::OtherFocusReason);
}

settings::Window MainWindow::state() const
{
    settings::Window state;
    state.geometry = saveGeometry();
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
        action->setShortcuts(shortcutsOf(row));
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
    // Never handed to a global menu: the facts at its end must stay in the window.
    menuBar()->setNativeMenuBar(false);
    for (const MenuRow& row : menuTable()) {
        QMenu* menu = menuBar()->addMenu(actionText(row.title));
        for (const ActionId id : row.actions) {
            if (id == ActionId::Separator)
                menu->addSeparator();
            else
                menu->addAction(action(id));
        }
    }
    menuBar()->setCornerWidget(makeFacts(), Qt::TopRightCorner);
}

/// The two things people must not get wrong: which engine, and what leaves the machine.
QWidget* MainWindow::makeFacts()
{
    auto* facts = new QWidget(menuBar());
    auto* row = new QHBoxLayout(facts);
    row->setContentsMargins(8, 2, 8, 0); // on the line of the menus' words
    row->setSpacing(8);
    auto* engine = new Pill(m_theme, Icon::Engine, PillTone::Neutral, tr("No engine"), facts);
    engine->setToolTip(tr("No model is loaded and no endpoint is configured."));
    auto* leaves =
        new Pill(m_theme, Icon::Shield, PillTone::Good, tr("Nothing leaves this machine"), facts);
    leaves->setToolTip(tr("This version opens no network connection."));
    row->addWidget(engine);
    row->addWidget(leaves);
    return facts;
}

void MainWindow::makePanes()
{
    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_notices = new NoticeBar(m_theme, central);
    m_middle = new QStackedWidget(central);
    m_conversation = new ConversationPane(m_theme, m_middle);
    m_conversation->setObjectName(QStringLiteral("conversation"));
    m_middle->addWidget(m_conversation);
    m_middle->setFocusProxy(m_conversation);
    auto* sessions = new SessionsPane(m_theme, central);
    auto* inspector = new InspectorPane(m_theme, central);
    sessions->setObjectName(QStringLiteral("sessions"));
    inspector->setObjectName(QStringLiteral("inspector"));
    m_panes = new PaneLayout(
        m_theme, {.sessions = sessions, .conversation = m_middle, .inspector = inspector}, central);
    m_status = new StatusRow(m_theme, central);
    column->addWidget(m_notices);
    column->addWidget(m_panes, 1);
    column->addWidget(m_status);
    setCentralWidget(central);
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
    connect(m_conversation, &ConversationPane::dropped, this, [this](const QString& what) {
        m_notices->add(
            Tone::Info,
            tr("Received: %1. Nothing was read or sent; this version cannot open it.").arg(what));
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
}

void MainWindow::showThemeChoice(settings::ThemeChoice choice)
{
    m_themeChoice = choice;
    syncMarks();
}

bool MainWindow::showsKeys() const
{
    return m_keys != nullptr && m_middle->currentWidget() == m_keys;
}

void MainWindow::toggleKeys()
{
    if (m_keys == nullptr) {
        m_keys = new KeysPage(m_theme, m_middle);
        m_middle->addWidget(m_keys);
        connect(m_keys, &Pane::hideAsked, action(ActionId::Keys), &QAction::trigger);
    }
    QWidget* next = showsKeys() ? static_cast<QWidget*>(m_conversation) : m_keys;
    m_middle->setCurrentWidget(next);
    m_middle->setFocusProxy(next);
    next->setFocus(Qt::OtherFocusReason);
}

void MainWindow::dismiss()
{
    const bool floating = m_panes->place(Side::Sessions) == Place::Floating
        || m_panes->place(Side::Inspector) == Place::Floating;
    if (floating)
        m_panes->hideFloating();
    else if (showsKeys())
        toggleKeys();
    else
        m_notices->closeNewest();
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

} // namespace tf::ui
