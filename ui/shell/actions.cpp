#include "ui/shell/actions.h"

#include "ui/shell/main_window.h"

#include <QCoreApplication>

#include <iterator>

namespace tf::ui {

namespace {

constexpr ActionRow kActions[] = {
    {ActionId::NewWindow, QT_TRANSLATE_NOOP("Actions", "&New Window"), "Ctrl+Shift+N", Checks::No,
     &MainWindow::askForWindow},
    {ActionId::CloseWindow, QT_TRANSLATE_NOOP("Actions", "&Close Window"), "Ctrl+W", Checks::No,
     &MainWindow::closeWindow},
    {ActionId::Quit, QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", Checks::No,
     &MainWindow::askToQuit},
    {ActionId::ToggleSessions, QT_TRANSLATE_NOOP("Actions", "&Sessions"), "Ctrl+B", Checks::Yes,
     &MainWindow::toggleSessions},
    {ActionId::ToggleInspector, QT_TRANSLATE_NOOP("Actions", "&Inspector"), "Ctrl+I", Checks::Yes,
     &MainWindow::toggleInspector},
    {ActionId::NextPane, QT_TRANSLATE_NOOP("Actions", "&Next Pane"), "F6", Checks::No,
     &MainWindow::focusNextPane},
    {ActionId::PreviousPane, QT_TRANSLATE_NOOP("Actions", "&Previous Pane"), "Shift+F6", Checks::No,
     &MainWindow::focusPreviousPane},
    {ActionId::ZoomIn, QT_TRANSLATE_NOOP("Actions", "&Larger"), "Ctrl++; Ctrl+=", Checks::No,
     &MainWindow::zoomIn},
    {ActionId::ZoomOut, QT_TRANSLATE_NOOP("Actions", "S&maller"), "Ctrl+-", Checks::No,
     &MainWindow::zoomOut},
    {ActionId::ZoomReset, QT_TRANSLATE_NOOP("Actions", "Ac&tual Size"), "Ctrl+0", Checks::No,
     &MainWindow::zoomReset},
    {ActionId::ThemeSystem, QT_TRANSLATE_NOOP("Actions", "Theme from the S&ystem"), "", Checks::Yes,
     &MainWindow::useSystemTheme},
    {ActionId::ThemeLight, QT_TRANSLATE_NOOP("Actions", "Li&ght Theme"), "", Checks::Yes,
     &MainWindow::useLightTheme},
    {ActionId::ThemeDark, QT_TRANSLATE_NOOP("Actions", "&Dark Theme"), "", Checks::Yes,
     &MainWindow::useDarkTheme},
    {ActionId::Dismiss, QT_TRANSLATE_NOOP("Actions", "Close Key List, Pane or Notice on Top"),
     "Esc", Checks::No, &MainWindow::dismiss},
    {ActionId::Keys, QT_TRANSLATE_NOOP("Actions", "&Keys"), "F1", Checks::Yes,
     &MainWindow::toggleKeys},
    {ActionId::About, QT_TRANSLATE_NOOP("Actions", "&About Trifold"), "", Checks::No,
     &MainWindow::showAbout},
};

constexpr ActionId kFile[] = {ActionId::NewWindow, ActionId::Separator, ActionId::CloseWindow,
                              ActionId::Quit};
constexpr ActionId kView[] = {
    ActionId::ToggleSessions, ActionId::ToggleInspector, ActionId::Separator,
    ActionId::NextPane,       ActionId::PreviousPane,    ActionId::Separator,
    ActionId::ZoomIn,         ActionId::ZoomOut,         ActionId::ZoomReset,
    ActionId::Separator,      ActionId::ThemeSystem,     ActionId::ThemeLight,
    ActionId::ThemeDark,
};
constexpr ActionId kHelp[] = {ActionId::Keys, ActionId::Separator, ActionId::About};

constexpr MenuRow kMenus[] = {
    {QT_TRANSLATE_NOOP("Actions", "&File"), kFile},
    {QT_TRANSLATE_NOOP("Actions", "&View"), kView},
    {QT_TRANSLATE_NOOP("Actions", "&Help"), kHelp},
};

static_assert(std::size(kActions) == static_cast<std::size_t>(ActionId::Separator));

} // namespace

std::span<const ActionRow> actionTable()
{
    return kActions;
}

std::span<const MenuRow> menuTable()
{
    return kMenus;
}

QString actionText(const char* english)
{
    return QCoreApplication::translate("Actions", english);
}

QList<QKeySequence> shortcutsOf(const ActionRow& row)
{
    if (*row.shortcuts == '\0')
        return {}; // of nothing Qt would make one empty sequence
    return QKeySequence::listFromString(QString::fromLatin1(row.shortcuts));
}

} // namespace tf::ui
