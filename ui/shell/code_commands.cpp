// The commands of a window that concern files: places that answers name, and the Code tab.

#include "ui/composer/composer.h"
#include "ui/inspector/inspector_pane.h"
#include "ui/shell/main_window.h"
#include "ui/shell/palette.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/viewer/code_page.h"
#include "ui/viewer/go_to.h"
#include "ui/viewer/path_list.h"
#include "ui/widgets/plain_name.h"

#include <QApplication>
#include <QMenu>

namespace tf::ui {

namespace {

constexpr std::size_t kMostPaths = 1000; // that are ranked for each letter

/// The files of a source that lies ready.
void addPaths(std::vector<std::string>& paths, const workspace::RepositoryLook& look)
{
    if (!look.found)
        return;
    for (const ingest::Entry& entry : look.found->listing.entries) {
        if (entry.kind == ingest::EntryKind::File)
            paths.push_back(entry.path);
    }
}

const workspace::RepositoryLook* lookOf(const workspace::Tray& tray)
{
    for (const workspace::TrayItem& item : tray.items()) {
        if (item.repository)
            return item.repository.get();
    }
    return nullptr;
}

} // namespace

/// Before the conversation is shown: its answers are held against what was sent.
void MainWindow::checkCitations(std::shared_ptr<workspace::Conversation> conversation)
{
    m_code->setConversation(m_workspace.store(), conversation);
    m_citations = std::make_shared<workspace::CitationCheck>(m_workspace.store(),
                                                             std::move(conversation), m_media);
    connect(m_citations.get(), &workspace::CitationCheck::checked, &m_page->pane().view(),
            [this] { m_page->pane().view().showMedia(); });
    auto look = std::make_shared<CitationLook>();
    look->isCitation = [check = m_citations](session::TurnId turn,
                                             const ingest::Citation& citation) {
        return check->isCitation(turn, citation);
    };
    look->place = [check = m_citations](session::TurnId turn, const ingest::Citation& citation) {
        return check->look(turn, citation);
    };
    m_page->pane().setCitations(std::move(look));
}

void MainWindow::openCited(session::TurnId turn, const workspace::CitedPlace& place,
                           const QPoint& where)
{
    if (place.citation.kind == ingest::CiteKind::Moment) {
        Q_EMIT momentAsked(place.citation.seconds);
        return;
    }
    if (place.candidates.size() > 1)
        return chooseCited(turn, place, where);
    m_code->openCited(turn, place);
    showInInspector(InspectorTab::Code);
}

/// Several files may be meant.
void MainWindow::chooseCited(session::TurnId turn, const workspace::CitedPlace& place,
                             const QPoint& where)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const std::string& path : place.candidates) {
        menu->addAction(plainName(QString::fromStdString(path)), this,
                        [this, turn, path, lines = place.citation.lines] {
                            m_code->open({turn, path, lines});
                            showInInspector(InspectorTab::Code);
                        });
    }
    menu->popup(where);
}

void MainWindow::openPath(const std::string& path)
{
    m_code->open({session::kNoTurn, path, {}});
    showInInspector(InspectorTab::Code);
}

void MainWindow::openFile()
{
    std::vector<std::string> paths = m_code->sentPaths();
    m_code->setFolder({});
    if (const workspace::RepositoryLook* look = lookOf(m_page->composer().tray())) {
        addPaths(paths, *look);
        m_code->setFolder(look->folder);
    }
    auto list = std::make_shared<PathList>(std::move(paths));
    const QString words = list->count() == 0 ? tr("No file was sent, and no repository lies ready")
                                             : tr("Type some letters of a file");
    m_palette->openOver(
        [this, list](const QString& typed) {
            std::vector<PaletteEntry> entries;
            for (const std::string& path : list->matching(typed, kMostPaths)) {
                PaletteEntry entry;
                entry.text = plainName(QString::fromStdString(path));
                entry.run = [this, path] { openPath(path); };
                entries.push_back(std::move(entry));
            }
            return entries;
        },
        words);
}

void MainWindow::goToPlace()
{
    m_palette->openOver(
        [this](const QString& typed) {
            const auto& here = m_code->place();
            const auto place = goTo(typed, here.path);
            if (!place)
                return std::vector<PaletteEntry>();
            PaletteEntry entry;
            entry.text = typed;
            entry.group = place->kind == ingest::CiteKind::Moment
                ? tr("moment")
                : plainName(QString::fromStdString(place->path));
            entry.run = [this, place = *place, turn = here.turn,
                         isHere = here.path == place->path] {
                if (place.kind == ingest::CiteKind::Moment) {
                    Q_EMIT momentAsked(place.seconds);
                    return;
                }
                m_code->open({isHere ? turn : session::kNoTurn, place.path, place.lines});
                showInInspector(InspectorTab::Code);
            };
            return std::vector<PaletteEntry>{std::move(entry)};
        },
        tr("Type a line (12), a place (src/a.cpp:12) or a moment (02:13)"));
}

void MainWindow::goBack()
{
    if (!m_code->history().canGoBack())
        return;
    m_code->goBack();
    showInInspector(InspectorTab::Code);
}

void MainWindow::goForward()
{
    if (!m_code->history().canGoForward())
        return;
    m_code->goForward();
    showInInspector(InspectorTab::Code);
}

/// The keyboard is there: what is looked for is looked for in the file.
bool MainWindow::isInCode() const
{
    const QWidget* focus = QApplication::focusWidget();
    return focus != nullptr && m_code->isAncestorOf(focus);
}

} // namespace tf::ui
