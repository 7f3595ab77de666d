#pragma once

// One window of the workspace: menus, facts, notices, three panes, status. Wires, decides nothing.
//
// What concerns more than this window is asked for by signal; ui/shell/desktop answers.
// Thread: main.

#include "ui/shell/actions.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/pane_layout.h"

#include <QMainWindow>

#include <array>

class QStackedWidget;

namespace tf::ui {

class ConversationPane;
class KeysPage;
class StatusRow;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(const Theme& theme, const settings::Window& state);

    /// Where it is and how its panes stand.
    [[nodiscard]] settings::Window state() const;
    [[nodiscard]] QAction* action(ActionId id) const;
    [[nodiscard]] NoticeBar& notices() { return *m_notices; }
    [[nodiscard]] PaneLayout& panes() { return *m_panes; }

    /// The marks in the menus.
    void showThemeChoice(settings::ThemeChoice choice);

    // Commands of the action table.
    void askForWindow() { Q_EMIT windowAsked(); }
    void closeWindow() { close(); }
    void askToQuit() { Q_EMIT quitAsked(); }
    void toggleSessions() { m_panes->toggle(Side::Sessions); }
    void toggleInspector() { m_panes->toggle(Side::Inspector); }
    void focusNextPane() { m_panes->moveFocus(+1); }
    void focusPreviousPane() { m_panes->moveFocus(-1); }
    void zoomIn() { Q_EMIT zoomAsked(+1); }
    void zoomOut() { Q_EMIT zoomAsked(-1); }
    void zoomReset() { Q_EMIT zoomAsked(0); }
    void useSystemTheme() { Q_EMIT themeAsked(settings::ThemeChoice::System); }
    void useLightTheme() { Q_EMIT themeAsked(settings::ThemeChoice::Light); }
    void useDarkTheme() { Q_EMIT themeAsked(settings::ThemeChoice::Dark); }
    void dismiss();
    void toggleKeys();
    void showAbout();

Q_SIGNALS:
    void windowAsked();
    void quitAsked();
    void themeAsked(tf::settings::ThemeChoice choice);
    /// One step larger (+1), smaller (−1), or back to 100 % (0).
    void zoomAsked(int step);
    void closing();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void makeActions();
    void makeMenus();
    QWidget* makeFacts();
    void makePanes();
    void connectPanes();
    void syncMarks();
    [[nodiscard]] bool showsKeys() const;

    const Theme& m_theme;
    std::array<QAction*, static_cast<std::size_t>(ActionId::Separator)> m_actions{};
    settings::ThemeChoice m_themeChoice = settings::ThemeChoice::System;
    NoticeBar* m_notices = nullptr;
    PaneLayout* m_panes = nullptr;
    QStackedWidget* m_middle = nullptr;
    ConversationPane* m_conversation = nullptr;
    KeysPage* m_keys = nullptr; // made when first asked for
    StatusRow* m_status = nullptr;
};

} // namespace tf::ui
