// The commands of a window that concern sessions and engines.

#include "app/workspace/export.h"
#include "ui/composer/composer.h"
#include "ui/context/context_page.h"
#include "ui/context/request/request_page.h"
#include "ui/endpoints/endpoint_page.h"
#include "ui/endpoints/engine_facts.h"
#include "ui/endpoints/first_run_page.h"
#include "ui/frames/frames_page.h"
#include "ui/inspector/inspector_pane.h"
#include "ui/monitor/engine_panel.h"
#include "ui/monitor/setup_form.h"
#include "ui/monitor/speed_line.h"
#include "ui/sessions/sessions_pane.h"
#include "ui/shell/main_window.h"
#include "ui/shell/palette.h"
#include "ui/shell/status_row.h"
#include "ui/shell/store_words.h"
#include "ui/transcript/compare/compare_page.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/transcript/view/transcript_view.h"
#include "ui/viewer/code_page.h"
#include "ui/works/works_page.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileDialog>
#include <QPointer>
#include <QStackedWidget>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr std::size_t kMostPaletteSessions = 500;

} // namespace

void MainWindow::newSession()
{
    m_isMakingSession = true;
    const auto& kept = m_workspace.shelf().kept();
    // An empty one is as good as a new one, and the list stays free of them.
    const auto empty = std::find_if(kept.begin(), kept.end(), [](const session::SessionLine& line) {
        return line.turns == 0 && line.title.empty();
    });
    if (empty != kept.end())
        return openSession(empty->id);
    session::Settings settings;
    settings.request.endpoint = m_defaultEngine.toStdString();
    const auto* engine = m_workspace.engines().find(settings.request.endpoint);
    if (engine != nullptr && engine->isLocal())
        settings.request.thinking = m_inspector->engine().setupForm().setup().thinking;
    m_workspace.shelf().create(
        {}, settings, [window = QPointer(this)](const Result<session::SessionId>& made) {
            if (window.isNull())
                return;
            if (made)
                return window->openSession(made.value());
            window->m_isMakingSession = false;
            window->m_notices->add(Tone::Caution,
                                   tr("A new session could not be kept: %1")
                                       .arg(QString::fromStdString(made.error().text)));
        });
}

void MainWindow::openSession(const session::SessionId& id, session::TurnId turn,
                             const QString& words)
{
    m_workspace.conversation(
        id,
        [window = QPointer(this), turn,
         words](const Result<std::shared_ptr<workspace::Conversation>>& opened) {
            if (window.isNull())
                return;
            if (!opened) {
                window->m_isMakingSession = false;
                window->m_notices->add(Tone::Caution,
                                       tr("That session cannot be opened: %1")
                                           .arg(QString::fromStdString(opened.error().text)));
                return window->showConversation();
            }
            window->m_isMakingSession = false;
            window->showTalk(opened.value());
            if (turn != session::kNoTurn)
                window->m_page->showFound(turn, words);
        });
}

void MainWindow::showTalk(std::shared_ptr<workspace::Conversation> conversation)
{
    if (auto* before = m_page->conversation())
        disconnect(before, nullptr, this, nullptr);
    workspace::Conversation* now = conversation.get();
    m_inspector->engine().setConversation(conversation);
    m_status->speed().setConversation(conversation);
    m_works->setConversation(conversation);
    m_frames->setConversation(conversation);
    m_frames->setTray(&m_workspace.trays().of(now->session().id));
    checkCitations(conversation);
    m_page->showTalk(conversation);
    m_context->setSession(&m_page->composer().tray(), conversation);
    m_request->setSession(&m_page->composer().tray(), std::move(conversation));
    m_sessions->setCurrent(now->session().id);
    connect(now, &workspace::Conversation::changed, this, [this, now] {
        setWindowTitle(tr("%1 — Trifold").arg(shownTitle(now->session().title)));
        tellTrash();
        showEngine();
    });
    connect(now, &workspace::Conversation::branchChanged, this, &MainWindow::syncMarks);
    connect(now, &workspace::Conversation::runningChanged, this, &MainWindow::syncNeeds);
    connect(now, &workspace::Conversation::troubled, this,
            [this](const workspace::Trouble& trouble) {
                // What the whole store refuses is told by hearStore().
                if (trouble.of == workspace::Trouble::Of::Keeping
                    && !workspace::isOfTheStore(trouble.error))
                    m_notices->put(QStringLiteral("lost"), Tone::Caution, sentenceFor(trouble),
                                   QString::fromStdString(trouble.error.text));
            });
    if (const Pasted dropped = std::exchange(m_dropped, {}); !dropped.isEmpty())
        m_page->composer().take(dropped);
    if (const QString preset = std::exchange(m_preset, {}); !preset.isEmpty())
        m_page->composer().choosePreset(preset);
    m_notices->take(QStringLiteral("lost"));
    tellTrash();
    setWindowTitle(tr("%1 — Trifold").arg(shownTitle(now->session().title)));
    showEngine();
    showConversation();
    Q_EMIT sessionShown();
}

void MainWindow::openNeighbour(int step)
{
    if (const auto id = m_sessions->neighbour(step); !id.empty())
        openSession(id);
}

void MainWindow::exportSession()
{
    if (const auto* conversation = m_page->conversation())
        exportTo(conversation->session().id);
}

void MainWindow::exportTo(const session::SessionId& id)
{
    auto* dialog = new QFileDialog(this, tr("Export session"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Markdown, to read (*.md)"), tr("JSON, to import again (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("md"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(u".json") ? QStringLiteral("json")
                                                           : QStringLiteral("md"));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id](const QString& path) { exportInto(path, id); });
    dialog->open();
}

void MainWindow::exportInto(const QString& path, const session::SessionId& id)
{
    const auto told = [this, path](const Result<>& written) {
        if (written)
            m_notices->add(Tone::Info, tr("Exported to %1.").arg(path));
        else
            m_notices->add(Tone::Caution, QString::fromStdString(written.error().text));
    };
    const auto* shown = m_page->conversation();
    const bool isAhead = shown != nullptr && shown->session().id == id
        && (!shown->isKept() || m_workspace.storeWatch().trouble());
    if (isAhead) // of the store, which may never have it
        workspace::exportValue(shown->session(), m_inbox, path.toStdString(), told);
    else
        workspace::exportSession(m_workspace.store(), m_inbox, id, path.toStdString(), told);
}

void MainWindow::attach()
{
    auto* dialog = new QFileDialog(this, tr("Attach files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::attachAll);
    dialog->open();
}

void MainWindow::attachFolder()
{
    auto* dialog = new QFileDialog(this, tr("Attach a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::attachAll);
    dialog->open();
}

void MainWindow::attachAll(const QStringList& places)
{
    for (const QString& place : places)
        m_page->composer().tray().add(place.toStdString());
    m_page->composer().focusEdit();
}

void MainWindow::openPlaces(const QStringList& places)
{
    Pasted given;
    given.places = places;
    newSessionWith(given);
}

void MainWindow::newSessionWith(const Pasted& dropped)
{
    m_dropped = dropped;
    newSession();
}

void MainWindow::branchHere()
{
    auto talk = m_page->sharedConversation();
    const session::TurnId here = m_page->pane().view().reading();
    const session::TurnId last = talk->branch().back();
    if (here == session::kNoTurn || here == last)
        return m_notices->add(Tone::Info,
                              tr("The conversation goes on from its end anyway. Scroll "
                                 "up to the turn that the branch shall follow."));
    talk->branchAt(here);
    m_page->composer().focusEdit();
    m_notices->put(QStringLiteral("branch"), Tone::Info,
                   tr("What you ask now begins another branch here. What followed is kept."), {},
                   {tr("Show it again"), [talk, last] { talk->show(last); }});
}

void MainWindow::hearStore()
{
    const auto tell = [this](const workspace::StoreTrouble& trouble) {
        m_notices->put(QStringLiteral("store"), Tone::Caution, sentenceFor(trouble),
                       QString::fromStdString(trouble.details));
    };
    workspace::StoreWatch& watch = m_workspace.storeWatch();
    connect(&watch, &workspace::StoreWatch::troubled, this, tell);
    connect(&watch, &workspace::StoreWatch::mended, this, [this] {
        m_notices->put(QStringLiteral("store"), Tone::Info, tr("Everything is saved again."));
    });
    if (watch.trouble())
        tell(*watch.trouble());
}

void MainWindow::tellTrash()
{
    const auto name = QStringLiteral("trash");
    const workspace::Conversation* shown = m_page->conversation();
    const bool isTrashed = shown != nullptr && shown->session().trashedAt != 0;
    const auto id = isTrashed ? shown->session().id : session::SessionId();
    if (std::exchange(m_toldTrash, id) == id)
        return;
    if (!isTrashed)
        return m_notices->take(name);
    m_notices->put(name, Tone::Info, tr("The session is in the trash. Nothing of it is lost."), {},
                   {tr("Restore"), [this, id] { m_workspace.shelf().restore(id); }});
}

void MainWindow::undo()
{
    m_page->conversation()->undo();
}

void MainWindow::find()
{
    if (isInCode())
        m_code->openFind();
    else
        m_page->pane().openFind();
}

void MainWindow::findNext()
{
    if (isInCode())
        m_code->findNext(CodeView::Step::Next);
    else
        m_page->pane().view().findNext(WalkStep::Next);
}

void MainWindow::findPrevious()
{
    if (isInCode())
        m_code->findNext(CodeView::Step::Previous);
    else
        m_page->pane().view().findNext(WalkStep::Previous);
}

void MainWindow::searchSessions()
{
    if (m_panes->place(Side::Sessions) == Place::Hidden)
        m_panes->toggle(Side::Sessions);
    m_sessions->focusSearch();
}

void MainWindow::previousQuestion()
{
    m_page->pane().view().showNeighbour(WalkStep::Previous);
}

void MainWindow::nextQuestion()
{
    m_page->pane().view().showNeighbour(WalkStep::Next);
}

void MainWindow::compareBranches()
{
    if (const auto* talk = m_page->conversation())
        compare(lastFork(*talk));
}

/// With the one before it, or behind it.
void MainWindow::compare(session::TurnId turn)
{
    if (m_compare == nullptr) {
        m_compare = new ComparePage(m_theme, m_middle);
        m_middle->addWidget(m_compare);
        connect(m_compare, &ComparePage::closeAsked, this, &MainWindow::showConversation);
        connect(m_compare, &ComparePage::linkAsked, this,
                [](const QUrl& link) { QDesktopServices::openUrl(link); });
        connect(m_compare, &ComparePage::saveCodeAsked, m_page, &SessionPage::saveCode);
    }
    const auto talk = m_page->sharedConversation();
    if (talk && m_compare->open(talk, turn))
        showMiddle(m_compare);
    else
        m_notices->add(Tone::Info,
                       tr("There is one branch only. Change a question or ask it again, and there "
                          "are two."));
}

void MainWindow::cycleThinking()
{
    m_page->composer().cycleThinking();
}

void MainWindow::chooseEngine()
{
    m_facts->openMenu();
}

void MainWindow::openPalette()
{
    std::vector<PaletteEntry> entries;
    QString group;
    for (const MenuRow& menu : menuTable()) {
        if (menu.opens == Opens::FromBar)
            group = withoutMnemonic(actionText(menu.title));
        for (const ActionId id : menu.actions) {
            if (id == ActionId::Separator || id == ActionId::Palette)
                continue;
            QAction* does = action(id);
            PaletteEntry entry;
            entry.text = wholeActionText(id);
            entry.group = group;
            entry.keys = does->shortcut().toString(QKeySequence::NativeText);
            entry.isEnabled = does->isEnabled();
            entry.run = [does] { does->trigger(); };
            entries.push_back(std::move(entry));
        }
    }
    const auto& kept = m_workspace.shelf().kept();
    for (std::size_t idx = 0; idx < std::min(kept.size(), kMostPaletteSessions); ++idx) {
        PaletteEntry entry;
        entry.text = shownTitle(kept[idx].title);
        entry.group = tr("Session");
        entry.run = [this, id = kept[idx].id] { openSession(id); };
        entries.push_back(std::move(entry));
    }
    addRetryWays(entries);
    m_palette->open(std::move(entries));
}

} // namespace tf::ui
