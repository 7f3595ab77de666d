#pragma once

// One window of the workspace: menus, facts, notices, three panes, status. Wires, decides nothing.
//
// What concerns more than this window is asked for by signal; ui/shell/desktop answers.
// Thread: main.

#include "app/workspace/cited/citation_check.h"
#include "app/workspace/inbox.h"
#include "app/workspace/kept_media.h"
#include "app/workspace/workspace.h"
#include "ui/inspector/inspector_tab.h"
#include "ui/shell/actions.h"
#include "ui/shell/key_table.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/pane_layout.h"
#include "ui/shell/session_page.h"
#include "ui/transcript/view/transcript_view.h"

#include <QMainWindow>

#include <array>

class QStackedWidget;

namespace tf::ui {

class CodePage;
class ComparePage;
class ContextPage;
class EndpointPage;
class EngineFacts;
class FirstRunPage;
class FocusHandover;
class FramesPage;
class InspectorPane;
class KeysPage;
class Palette;
struct KeptPicture;
struct PaletteEntry;
class PicturePage;
class RequestPage;
class SessionsPane;
class StatusRow;
class TopBar;
class WorksPage;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Requires: `workspace` outlives it. `engine` is what new sessions ask.
    MainWindow(const Theme& theme, workspace::Workspace& workspace, const settings::Window& state,
               const QString& engine);
    ~MainWindow() override;

    /// Where it is, how its panes stand, which session it shows.
    [[nodiscard]] settings::Window state() const;
    [[nodiscard]] QAction* action(ActionId id) const;
    [[nodiscard]] NoticeBar& notices() { return *m_notices; }
    [[nodiscard]] PaneLayout& panes() { return *m_panes; }
    [[nodiscard]] SessionPage& page() { return *m_page; }
    /// nullptr: no session is shown.
    [[nodiscard]] const workspace::CitationCheck* citations() const { return m_citations.get(); }
    /// In place of menuBar(), which would make another one.
    [[nodiscard]] TopBar& topBar() { return *m_top; }

    /// The marks in the menus.
    void showThemeChoice(settings::ThemeChoice choice);
    /// In the form of the model on this machine.
    void showLocalEngine(const settings::LocalEngine& local);
    void setKeys(const KeyTable& keys);
    void showLanguageChoice(settings::LanguageChoice choice);
    /// And there its turn, if one is named, with the words that were found in it marked.
    void openSession(const session::SessionId& id, session::TurnId turn = session::kNoTurn,
                     const QString& words = {});

    /// Paths and addresses lie in the tray of a new session.
    void openPlaces(const QStringList& places);

    // Commands of the action table.
    void newSession();
    void askForWindow() { Q_EMIT windowAsked(); }
    void exportSession();
    void attach();
    void attachFolder();
    void closeWindow() { close(); }
    void askToQuit() { Q_EMIT quitAsked(); }
    void undo();
    void find();
    void findNext();
    void findPrevious();
    void searchSessions();
    void copyLastCode() { m_page->copyLastCode(); }
    void editQuestion() { m_page->editLastQuestion(); }
    void previousBranch() { m_page->showSibling(-1); }
    void nextBranch() { m_page->showSibling(+1); }
    void compareBranches();
    /// What is asked next follows the turn that is being read.
    void branchHere();
    void previousQuestion();
    void nextQuestion();
    void retryAnswer();
    void retryOther();
    /// The last question in two modes, one after the other, and then compared.
    void askBothWays();
    void cycleThinking();
    void chooseEngine();
    void stopAnswer() { m_page->stop(); }
    void openPalette();
    /// A file of what lies ready or was sent, in the Code tab.
    void openFile();
    /// A line, or a moment of a clip, by its name.
    void goToPlace();
    void goBack();
    void goForward();
    void previousSession() { openNeighbour(-1); }
    void nextSession() { openNeighbour(+1); }
    void toggleSessions() { m_panes->toggle(Side::Sessions); }
    void toggleInspector() { m_panes->toggle(Side::Inspector); }
    void showContextTab() { showInInspector(InspectorTab::Context); }
    void showCodeTab() { showInInspector(InspectorTab::Code); }
    void showPicturesTab() { showInInspector(InspectorTab::Pictures); }
    void showFramesTab() { showInInspector(InspectorTab::Frames); }
    void showFilesTab() { showInInspector(InspectorTab::Files); }
    void showRequestTab() { showInInspector(InspectorTab::Request); }
    void showEngineTab() { showInInspector(InspectorTab::Engine); }
    void focusNextPane() { m_panes->moveFocus(+1); }
    void focusPreviousPane() { m_panes->moveFocus(-1); }
    void zoomIn() { Q_EMIT zoomAsked(+1); }
    void zoomOut() { Q_EMIT zoomAsked(-1); }
    void zoomReset() { Q_EMIT zoomAsked(0); }
    void codeLarger() { Q_EMIT codeZoomAsked(+1); }
    void codeSmaller() { Q_EMIT codeZoomAsked(-1); }
    void codeAsWords() { Q_EMIT codeZoomAsked(0); }
    void useSystemTheme() { Q_EMIT themeAsked(settings::ThemeChoice::System); }
    void useLightTheme() { Q_EMIT themeAsked(settings::ThemeChoice::Light); }
    void useDarkTheme() { Q_EMIT themeAsked(settings::ThemeChoice::Dark); }
    void useSystemLanguage() { Q_EMIT languageAsked(settings::LanguageChoice::System); }
    void useEnglish() { Q_EMIT languageAsked(settings::LanguageChoice::English); }
    void useGerman() { Q_EMIT languageAsked(settings::LanguageChoice::German); }
    /// In this window, until it is closed.
    void toggleReading();
    void useChinese() { Q_EMIT languageAsked(settings::LanguageChoice::Chinese); }
    void dismiss();
    void toggleKeys();
    void showAbout();

Q_SIGNALS:
    void windowAsked();
    void quitAsked();
    void themeAsked(tf::settings::ThemeChoice choice);
    /// From the next start on.
    void languageAsked(tf::settings::LanguageChoice choice);
    /// One step larger (+1), smaller (−1), or back to 100 % (0).
    void zoomAsked(int step);
    /// The same of code alone; 0: as the words.
    void codeZoomAsked(int step);
    void keysChosen(const tf::ui::OwnKeys& own);
    /// New sessions shall ask that one.
    void engineChosen(const QString& name);
    /// The folder of a model for this machine was named.
    void modelChosen(const QString& folder);
    /// How that is loaded, and how its new sessions think.
    void modelSetUp(const tf::settings::LocalEngine& local);
    /// A moment that an answer names was asked for.
    void momentAsked(double seconds);
    /// Another session is shown than before.
    void sessionShown();
    void closing();

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeActions();
    void makeMenus();
    void makePanes();
    void makeInspectorTabs();
    void makePictureTab();
    void makeFramesTab();
    void joinTabs();
    void openThing(workspace::TrayId id);
    void openAttachment(session::TurnId id, int idx);
    void attachAgain(const KeptPicture& picture);
    void checkCitations(std::shared_ptr<workspace::Conversation> conversation);
    void openCited(session::TurnId turn, const workspace::CitedPlace& place, const QPoint& where);
    void chooseCited(session::TurnId turn, const workspace::CitedPlace& place, const QPoint& where);
    void openPath(const std::string& path);
    [[nodiscard]] bool isInCode() const;
    void showInInspector(InspectorTab tab);
    void connectPanes();
    void connectEngines();
    void syncMarks();
    void syncNeeds();
    [[nodiscard]] bool isMet(Needs needs) const;
    [[nodiscard]] bool showsKeys() const;
    [[nodiscard]] QString focusedPane() const;
    /// The page in the middle; the conversation comes back when it is closed.
    void showMiddle(QWidget* page);
    void showConversation();
    void showTalk(std::shared_ptr<workspace::Conversation> conversation);
    void openNeighbour(int step);
    void exportTo(const session::SessionId& id);
    void exportInto(const QString& path, const session::SessionId& id);
    void attachAll(const QStringList& places);
    void newSessionWith(const Pasted& dropped);
    void hearStore();
    void tellTrash();
    void useEngine(const QString& name);
    void editEndpoint(const QString& name);
    void mendEndpoint(const QString& name, EndpointUse use);
    void askForModel();
    void useModel(const QString& folder);
    void useServer(const endpoint::StoredProfile& profile);
    void showEngine();
    void compare(session::TurnId turn);
    void addRetryWays(std::vector<PaletteEntry>& entries);

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    workspace::KeptMedia* m_media; // of earlier questions
    QString m_defaultEngine;
    KeyTable m_keyTable;
    std::array<QAction*, static_cast<std::size_t>(ActionId::Separator)> m_actions{};
    settings::ThemeChoice m_themeChoice = settings::ThemeChoice::System;
    settings::LanguageChoice m_languageChoice = settings::LanguageChoice::System;
    TopBar* m_top = nullptr;
    EngineFacts* m_facts = nullptr;
    NoticeBar* m_notices = nullptr;
    PaneLayout* m_panes = nullptr;
    SessionsPane* m_sessions = nullptr;
    InspectorPane* m_inspector = nullptr;
    WorksPage* m_works = nullptr; // a tab of it
    PicturePage* m_pictures = nullptr;
    FramesPage* m_frames = nullptr;
    CodePage* m_code = nullptr;
    std::shared_ptr<workspace::CitationCheck> m_citations; ///< of the session that is shown
    ContextPage* m_context = nullptr;
    RequestPage* m_request = nullptr;
    QStackedWidget* m_middle = nullptr;
    FocusHandover* m_intoMiddle = nullptr;
    SessionPage* m_page = nullptr;
    FirstRunPage* m_firstRun = nullptr;
    EndpointPage* m_endpoint = nullptr; // made when first asked for
    KeysPage* m_keys = nullptr; // the same
    ComparePage* m_compare = nullptr; // the same
    Palette* m_palette = nullptr;
    StatusRow* m_status = nullptr;
    bool m_hasLookedAround = false;
    Pasted m_dropped; ///< for the session that is being made
    QString m_preset; ///< the same
    bool m_isMakingSession = false;
    session::SessionId m_toldTrash; ///< the session that is shown, if its being there was told
    bool m_readsParagraphs = false; ///< a screen reader hears them
    workspace::Inbox m_inbox; // the last member: what it does uses all others
};

} // namespace tf::ui
