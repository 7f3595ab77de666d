// The tabs of a window's inspector, and how they follow the session that is shown.

#include "app/workspace/picture_pixels.h"
#include "ui/composer/composer.h"
#include "ui/context/context_page.h"
#include "ui/context/request/request_page.h"
#include "ui/frames/frames_page.h"
#include "ui/inspector/inspector_pane.h"
#include "ui/pictures/picture_page.h"
#include "ui/shell/main_window.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/transcript/story/media_tile.h"
#include "ui/viewer/code_page.h"
#include "ui/works/works_page.h"

#include <QPointer>

#include <algorithm>

namespace tf::ui {

void MainWindow::makeInspectorTabs()
{
    m_context = new ContextPage(m_theme, m_inspector);
    m_inspector->addTab(InspectorTab::Context, tr("Context"), m_context, TabRoom::Fills);
    connect(m_context, &ContextPage::attachFolderAsked, this, &MainWindow::attachFolder);
    m_request = new RequestPage(m_theme, m_inspector);
    m_request->setSources(m_workspace.store(), m_workspace.engines());
    m_inspector->addTab(InspectorTab::Request, tr("Request"), m_request, TabRoom::Fills);
    m_works = new WorksPage(m_theme);
    m_inspector->addTab(InspectorTab::Files, tr("Files"), m_works, TabRoom::Scrolls);
    connect(m_works, &WorksPage::beginAsked, this, [this] { m_page->composer().openPresetMenu(); });
    connect(m_works, &WorksPage::exportAsked, m_page, &SessionPage::saveCode);
    m_code = new CodePage(m_theme, this);
    m_code->setObjectName(QStringLiteral("code"));
    m_inspector->addTab(InspectorTab::Code, tr("Code"), m_code, TabRoom::Fills);
    makePictureTab();
    makeFramesTab();
    joinTabs();
}

/// What is asked for in one place is shown in another.
void MainWindow::joinTabs()
{
    connect(&m_page->composer(), &Composer::openAsked, this, &MainWindow::openThing);
    connect(&m_page->pane().view(), &TranscriptView::attachmentAsked, this,
            &MainWindow::openAttachment);
    connect(this, &MainWindow::momentAsked, this, [this](double seconds) {
        showInInspector(InspectorTab::Frames);
        m_frames->showMoment(seconds);
    });
    connect(m_works, &WorksPage::momentAsked, this, &MainWindow::momentAsked);
    connect(m_works, &WorksPage::placeAsked, this, [this](const QString& path, qint64 line) {
        m_code->open({session::kNoTurn, path.toStdString(), {line, line}});
        showInInspector(InspectorTab::Code);
    });
    connect(m_context, &ContextPage::openAsked, this,
            [this](const std::filesystem::path& folder, const std::string& path) {
                m_code->setFolder(folder);
                openPath(path);
            });
    connect(m_context, &ContextPage::thingAsked, this,
            [this](workspace::TrayKind, workspace::TrayId id) { openThing(id); });
}

void MainWindow::makePictureTab()
{
    auto* pixels = new workspace::PicturePixels(&m_workspace.store(),
                                                workspace::PicturePixels::kMostBytes, this);
    m_pictures = new PicturePage(m_theme, *pixels, m_inspector);
    m_pictures->setTray(&m_page->composer().tray());
    connect(&m_page->composer(), &Composer::trayChanged, m_pictures,
            [this] { m_pictures->setTray(&m_page->composer().tray()); });
    connect(m_pictures, &PicturePage::attachAsked, this, &MainWindow::attach);
    connect(m_pictures, &PicturePage::attachAgainAsked, this, &MainWindow::attachAgain);
    m_inspector->addTab(InspectorTab::Pictures, tr("Pictures"), m_pictures, TabRoom::Fills);
}

/// A chip was pressed.
void MainWindow::openThing(workspace::TrayId id)
{
    const auto& items = m_page->composer().tray().items();
    const auto item =
        std::find_if(items.begin(), items.end(), [id](const auto& one) { return one.id == id; });
    if (item == items.end())
        return;
    switch (item->kind) {
    case workspace::TrayKind::Picture:
        showInInspector(InspectorTab::Pictures);
        m_pictures->open(id);
        return m_pictures->setFocus(Qt::OtherFocusReason);
    case workspace::TrayKind::Clip:
        showInInspector(InspectorTab::Frames);
        m_frames->showClip(id);
        return m_frames->setFocus(Qt::OtherFocusReason);
    case workspace::TrayKind::Repository:
    case workspace::TrayKind::Text:
    case workspace::TrayKind::Unknown:
        return showInInspector(InspectorTab::Context);
    }
}

/// What went along with an earlier question, among all of its kind in that question.
void MainWindow::openAttachment(session::TurnId id, int idx)
{
    const auto* conversation = m_page->conversation();
    const session::Turn* turn = conversation == nullptr ? nullptr : conversation->turn(id);
    if (turn == nullptr)
        return;
    const auto& all = turn->question.attachments;
    const session::Attachment& asked = all[static_cast<std::size_t>(idx)];
    if (m_frames->showSent(asked.blob)) {
        showInInspector(InspectorTab::Frames);
        return m_frames->setFocus(Qt::OtherFocusReason);
    }
    // Pictures by themselves, or the frames that a clip was sent as.
    std::vector<KeptPicture> pictures;
    std::optional<std::size_t> shown;
    for (const session::Attachment& one : all) {
        if (isPlainAttachment(one) || one.clip != asked.clip)
            continue;
        if (&one == &asked)
            shown = pictures.size();
        pictures.push_back({one.blob, one.name, one.mediaType});
    }
    if (!shown)
        return;
    showInInspector(InspectorTab::Pictures);
    m_pictures->openKept(std::move(pictures), *shown);
    m_pictures->setFocus(Qt::OtherFocusReason);
}

void MainWindow::attachAgain(const KeptPicture& picture)
{
    const QPointer<workspace::Tray> tray = &m_page->composer().tray();
    m_workspace.store().blob(
        picture.blob, m_inbox.answer<std::string>([this, tray, picture](auto bytes) {
            if (!bytes)
                m_notices->add(Tone::Caution, tr("The picture is not kept any more."),
                               QString::fromStdString(bytes.error().text));
            else if (!tray.isNull())
                m_pictures->open(tray->addBytes(picture.name, picture.type, std::move(*bytes)));
        }));
}

void MainWindow::makeFramesTab()
{
    m_frames = new FramesPage(m_theme, m_workspace.store());
    m_frames->setObjectName(QStringLiteral("frames"));
    m_inspector->addTab(InspectorTab::Frames, tr("Frames"), m_frames, TabRoom::Scrolls);
    connect(m_frames, &FramesPage::fileAsked, this, &MainWindow::attach);
}

void MainWindow::showInInspector(InspectorTab tab)
{
    if (m_panes->place(Side::Inspector) == Place::Hidden)
        m_panes->toggle(Side::Inspector);
    m_inspector->showTab(tab);
}

} // namespace tf::ui
