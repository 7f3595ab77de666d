#include "ui/shell/actions.h"

#include "ui/shell/main_window.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace tf::ui {

namespace {

constexpr ActionRow kActions[] = {
    {ActionId::NewSession, "NewSession", QT_TRANSLATE_NOOP("Actions", "&New Session"), "Ctrl+N",
     Checks::No, &MainWindow::newSession, Needs::Nothing, QKeySequence::New},
    {ActionId::NewWindow, "NewWindow", QT_TRANSLATE_NOOP("Actions", "New &Window"), "Ctrl+Shift+N",
     Checks::No, &MainWindow::askForWindow},
    {ActionId::ExportSession, "ExportSession", QT_TRANSLATE_NOOP("Actions", "&Export Session…"), "",
     Checks::No, &MainWindow::exportSession, Needs::Session},
    {ActionId::Attach, "Attach", QT_TRANSLATE_NOOP("Actions", "&Attach Files…"), "Ctrl+U",
     Checks::No, &MainWindow::attach, Needs::Session},
    {ActionId::AttachFolder, "AttachFolder", QT_TRANSLATE_NOOP("Actions", "Attach &Folder…"),
     "Ctrl+Shift+U", Checks::No, &MainWindow::attachFolder, Needs::Session},
    {ActionId::CloseWindow, "CloseWindow", QT_TRANSLATE_NOOP("Actions", "&Close Window"), "Ctrl+W",
     Checks::No, &MainWindow::closeWindow, Needs::Nothing, QKeySequence::Close},
    {ActionId::Quit, "Quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", Checks::No,
     &MainWindow::askToQuit, Needs::Nothing, QKeySequence::Quit},
    {ActionId::Undo, "Undo", QT_TRANSLATE_NOOP("Actions", "&Undo in Session"), "Ctrl+Alt+Z",
     Checks::No, &MainWindow::undo, Needs::Session},
    {ActionId::Find, "Find", QT_TRANSLATE_NOOP("Actions", "&Find in Session"), "Ctrl+F", Checks::No,
     &MainWindow::find, Needs::Session, QKeySequence::Find},
    {ActionId::FindNext, "FindNext", QT_TRANSLATE_NOOP("Actions", "Find &Next"), "F3", Checks::No,
     &MainWindow::findNext, Needs::Session, QKeySequence::FindNext},
    {ActionId::FindPrevious, "FindPrevious", QT_TRANSLATE_NOOP("Actions", "Find &Previous"),
     "Shift+F3", Checks::No, &MainWindow::findPrevious, Needs::Session, QKeySequence::FindPrevious},
    {ActionId::SearchSessions, "SearchSessions",
     QT_TRANSLATE_NOOP("Actions", "Search &All Sessions"), "Ctrl+Shift+F", Checks::No,
     &MainWindow::searchSessions},
    {ActionId::CopyLastCode, "CopyLastCode", QT_TRANSLATE_NOOP("Actions", "&Copy Last Code Block"),
     "Ctrl+Shift+C", Checks::No, &MainWindow::copyLastCode, Needs::Turns},
    {ActionId::EditQuestion, "EditQuestion", QT_TRANSLATE_NOOP("Actions", "&Edit Last Question"),
     "Ctrl+E", Checks::No, &MainWindow::editQuestion, Needs::Turns},
    {ActionId::PreviousBranch, "PreviousBranch", QT_TRANSLATE_NOOP("Actions", "Previous &Branch"),
     "Ctrl+[", Checks::No, &MainWindow::previousBranch, Needs::Turns},
    {ActionId::NextBranch, "NextBranch", QT_TRANSLATE_NOOP("Actions", "Next B&ranch"), "Ctrl+]",
     Checks::No, &MainWindow::nextBranch, Needs::Turns},
    {ActionId::CompareBranches, "CompareBranches",
     QT_TRANSLATE_NOOP("Actions", "Co&mpare Branches"), "Ctrl+Shift+D", Checks::No,
     &MainWindow::compareBranches, Needs::Turns},
    {ActionId::BranchHere, "BranchHere", QT_TRANSLATE_NOOP("Actions", "Branc&h Here"),
     "Ctrl+Shift+B", Checks::No, &MainWindow::branchHere, Needs::Turns},
    {ActionId::PreviousQuestion, "PreviousQuestion",
     QT_TRANSLATE_NOOP("Actions", "&Previous Question"), "Ctrl+Up", Checks::No,
     &MainWindow::previousQuestion, Needs::Turns},
    {ActionId::NextQuestion, "NextQuestion", QT_TRANSLATE_NOOP("Actions", "&Next Question"),
     "Ctrl+Down", Checks::No, &MainWindow::nextQuestion, Needs::Turns},
    {ActionId::RetryAnswer, "RetryAnswer", QT_TRANSLATE_NOOP("Actions", "Retr&y Last Answer"),
     "Ctrl+R", Checks::No, &MainWindow::retryAnswer, Needs::Turns},
    {ActionId::RetryOther, "RetryOther", QT_TRANSLATE_NOOP("Actions", "Retry &With…"),
     "Ctrl+Shift+R", Checks::No, &MainWindow::retryOther, Needs::Turns},
    {ActionId::AskBothWays, "AskBothWays",
     QT_TRANSLATE_NOOP("Actions", "Ask With Thinking O&ff and On"), "", Checks::No,
     &MainWindow::askBothWays, Needs::Turns},
    {ActionId::CycleThinking, "CycleThinking", QT_TRANSLATE_NOOP("Actions", "&Thinking: Next Mode"),
     "Ctrl+Shift+T", Checks::No, &MainWindow::cycleThinking, Needs::Session},
    {ActionId::ChooseEngine, "ChooseEngine", QT_TRANSLATE_NOOP("Actions", "Choose En&gine…"),
     "Ctrl+Shift+E", Checks::No, &MainWindow::chooseEngine},
    {ActionId::StopAnswer, "StopAnswer", QT_TRANSLATE_NOOP("Actions", "&Stop Answer"), "Ctrl+.",
     Checks::No, &MainWindow::stopAnswer, Needs::Running},
    {ActionId::Palette, "Palette", QT_TRANSLATE_NOOP("Actions", "C&ommands…"), "Ctrl+K", Checks::No,
     &MainWindow::openPalette},
    {ActionId::OpenFile, "OpenFile", QT_TRANSLATE_NOOP("Actions", "Open &File of the Repository…"),
     "Ctrl+P", Checks::No, &MainWindow::openFile, Needs::Session},
    {ActionId::GoToPlace, "GoToPlace", QT_TRANSLATE_NOOP("Actions", "&Jump to Line or Moment…"),
     "Ctrl+G", Checks::No, &MainWindow::goToPlace, Needs::Session},
    {ActionId::GoBack, "GoBack", QT_TRANSLATE_NOOP("Actions", "&Back to the Place Before"),
     "Alt+Left", Checks::No, &MainWindow::goBack, Needs::Session},
    {ActionId::GoForward, "GoForward", QT_TRANSLATE_NOOP("Actions", "Forwar&d Again"), "Alt+Right",
     Checks::No, &MainWindow::goForward, Needs::Session},
    {ActionId::PreviousSession, "PreviousSession",
     QT_TRANSLATE_NOOP("Actions", "Pre&vious Session"), "Ctrl+PgUp", Checks::No,
     &MainWindow::previousSession, Needs::Session},
    {ActionId::NextSession, "NextSession", QT_TRANSLATE_NOOP("Actions", "Ne&xt Session"),
     "Ctrl+PgDown", Checks::No, &MainWindow::nextSession, Needs::Session},
    {ActionId::ToggleSessions, "ToggleSessions", QT_TRANSLATE_NOOP("Actions", "&Sessions"),
     "Ctrl+B", Checks::Yes, &MainWindow::toggleSessions},
    {ActionId::ToggleInspector, "ToggleInspector", QT_TRANSLATE_NOOP("Actions", "&Inspector"),
     "Ctrl+I", Checks::Yes, &MainWindow::toggleInspector},
    {ActionId::ShowContext, "ShowContext", QT_TRANSLATE_NOOP("Actions", "What Goes &Along"),
     "Ctrl+1", Checks::No, &MainWindow::showContextTab},
    {ActionId::ShowCode, "ShowCode", QT_TRANSLATE_NOOP("Actions", "&Code"), "Ctrl+2", Checks::No,
     &MainWindow::showCodeTab},
    {ActionId::ShowPictures, "ShowPictures", QT_TRANSLATE_NOOP("Actions", "&Pictures"), "Ctrl+3",
     Checks::No, &MainWindow::showPicturesTab},
    {ActionId::ShowFrames, "ShowFrames", QT_TRANSLATE_NOOP("Actions", "&Frames of a Recording"),
     "Ctrl+4", Checks::No, &MainWindow::showFramesTab},
    {ActionId::ShowFiles, "ShowFiles", QT_TRANSLATE_NOOP("Actions", "Files of an Ans&wer"),
     "Ctrl+5", Checks::No, &MainWindow::showFilesTab},
    {ActionId::ShowRequest, "ShowRequest", QT_TRANSLATE_NOOP("Actions", "&Request"), "Ctrl+6",
     Checks::No, &MainWindow::showRequestTab},
    {ActionId::ShowEngine, "ShowEngine", QT_TRANSLATE_NOOP("Actions", "&Engine"), "Ctrl+7",
     Checks::No, &MainWindow::showEngineTab},
    {ActionId::NextPane, "NextPane", QT_TRANSLATE_NOOP("Actions", "&Next Pane"), "F6", Checks::No,
     &MainWindow::focusNextPane},
    {ActionId::PreviousPane, "PreviousPane", QT_TRANSLATE_NOOP("Actions", "&Previous Pane"),
     "Shift+F6", Checks::No, &MainWindow::focusPreviousPane},
    {ActionId::ZoomIn, "ZoomIn", QT_TRANSLATE_NOOP("Actions", "&Larger"),
     "Ctrl++; Ctrl+=", Checks::No, &MainWindow::zoomIn, Needs::Nothing, QKeySequence::ZoomIn},
    {ActionId::ZoomOut, "ZoomOut", QT_TRANSLATE_NOOP("Actions", "S&maller"), "Ctrl+-", Checks::No,
     &MainWindow::zoomOut, Needs::Nothing, QKeySequence::ZoomOut},
    {ActionId::ZoomReset, "ZoomReset", QT_TRANSLATE_NOOP("Actions", "Ac&tual Size"), "Ctrl+0",
     Checks::No, &MainWindow::zoomReset},
    {ActionId::CodeLarger, "CodeLarger", QT_TRANSLATE_NOOP("Actions", "La&rger Code"),
     "Ctrl+Alt++; Ctrl+Alt+=", Checks::No, &MainWindow::codeLarger},
    {ActionId::CodeSmaller, "CodeSmaller", QT_TRANSLATE_NOOP("Actions", "Sm&aller Code"),
     "Ctrl+Alt+-", Checks::No, &MainWindow::codeSmaller},
    {ActionId::CodeAsWords, "CodeAsWords", QT_TRANSLATE_NOOP("Actions", "Code as Large as &Words"),
     "Ctrl+Alt+0", Checks::No, &MainWindow::codeAsWords},
    {ActionId::ThemeSystem, "ThemeSystem", QT_TRANSLATE_NOOP("Actions", "From the &System"), "",
     Checks::Yes, &MainWindow::useSystemTheme},
    {ActionId::ThemeLight, "ThemeLight", QT_TRANSLATE_NOOP("Actions", "&Light"), "", Checks::Yes,
     &MainWindow::useLightTheme},
    {ActionId::ThemeDark, "ThemeDark", QT_TRANSLATE_NOOP("Actions", "&Dark"), "", Checks::Yes,
     &MainWindow::useDarkTheme},
    {ActionId::LanguageSystem, "LanguageSystem", QT_TRANSLATE_NOOP("Actions", "From the &System"),
     "", Checks::Yes, &MainWindow::useSystemLanguage},
    {ActionId::LanguageEnglish, "LanguageEnglish", QT_TRANSLATE_NOOP("Actions", "&English"), "",
     Checks::Yes, &MainWindow::useEnglish},
    {ActionId::LanguageGerman, "LanguageGerman", QT_TRANSLATE_NOOP("Actions", "&Deutsch"), "",
     Checks::Yes, &MainWindow::useGerman},
    {ActionId::LanguageChinese, "LanguageChinese", QT_TRANSLATE_NOOP("Actions", "简体中文 (&Z)"),
     "", Checks::Yes, &MainWindow::useChinese},
    {ActionId::ReadParagraphs, "ReadParagraphs",
     QT_TRANSLATE_NOOP("Actions", "Announce Finished Paragrap&hs"), "", Checks::Yes,
     &MainWindow::toggleReading},
    {ActionId::Dismiss, "Dismiss",
     QT_TRANSLATE_NOOP("Actions", "Close Key List, Pane or Notice on Top"), "Esc", Checks::No,
     &MainWindow::dismiss},
    {ActionId::Keys, "Keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), "F1", Checks::Yes,
     &MainWindow::toggleKeys},
    {ActionId::About, "About", QT_TRANSLATE_NOOP("Actions", "&About Trifold"), "", Checks::No,
     &MainWindow::showAbout},
};

constexpr ActionId kFile[] = {ActionId::NewSession, ActionId::NewWindow,    ActionId::Separator,
                              ActionId::Attach,     ActionId::AttachFolder, ActionId::ExportSession,
                              ActionId::Separator,  ActionId::CloseWindow,  ActionId::Quit};
constexpr ActionId kEdit[] = {ActionId::Undo,      ActionId::Separator,    ActionId::Find,
                              ActionId::FindNext,  ActionId::FindPrevious, ActionId::SearchSessions,
                              ActionId::Separator, ActionId::CopyLastCode};
constexpr ActionId kSession[] = {
    ActionId::EditQuestion,     ActionId::PreviousBranch,  ActionId::NextBranch,
    ActionId::BranchHere,       ActionId::CompareBranches, ActionId::Separator,
    ActionId::PreviousQuestion, ActionId::NextQuestion,    ActionId::Separator,
    ActionId::RetryAnswer,      ActionId::RetryOther,      ActionId::AskBothWays,
    ActionId::CycleThinking,    ActionId::ChooseEngine,    ActionId::StopAnswer,
};
constexpr ActionId kView[] = {
    ActionId::Palette,         ActionId::OpenFile,        ActionId::GoToPlace,
    ActionId::GoBack,          ActionId::GoForward,       ActionId::Separator,
    ActionId::PreviousSession, ActionId::NextSession,     ActionId::Separator,
    ActionId::ToggleSessions,  ActionId::ToggleInspector, ActionId::Separator,
    ActionId::NextPane,        ActionId::PreviousPane,    ActionId::Separator,
    ActionId::ZoomIn,          ActionId::ZoomOut,         ActionId::ZoomReset,
    ActionId::CodeLarger,      ActionId::CodeSmaller,     ActionId::CodeAsWords,
    ActionId::Separator,       ActionId::ReadParagraphs,
};
constexpr ActionId kInspector[] = {
    ActionId::ShowContext, ActionId::ShowCode,    ActionId::ShowPictures, ActionId::ShowFrames,
    ActionId::ShowFiles,   ActionId::ShowRequest, ActionId::ShowEngine,
};
constexpr ActionId kTheme[] = {ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark};
constexpr ActionId kLanguage[] = {ActionId::LanguageSystem, ActionId::LanguageEnglish,
                                  ActionId::LanguageGerman, ActionId::LanguageChinese};
constexpr ActionId kHelp[] = {ActionId::Keys, ActionId::Separator, ActionId::About};

constexpr MenuRow kMenus[] = {
    {QT_TRANSLATE_NOOP("Actions", "&File"), kFile},
    {QT_TRANSLATE_NOOP("Actions", "&Edit"), kEdit},
    {QT_TRANSLATE_NOOP("Actions", "&Session"), kSession},
    {QT_TRANSLATE_NOOP("Actions", "&View"), kView},
    {QT_TRANSLATE_NOOP("Actions", "Inspe&ctor Tab"), kInspector, Opens::FromMenuBefore},
    {QT_TRANSLATE_NOOP("Actions", "Th&eme"), kTheme, Opens::FromMenuBefore},
    {QT_TRANSLATE_NOOP("Actions", "Lan&guage"), kLanguage, Opens::FromMenuBefore},
    {QT_TRANSLATE_NOOP("Actions", "&Help"), kHelp},
};

/// As the table has them.
QList<QKeySequence> ownKeys(const ActionRow& row)
{
    if (*row.shortcuts == '\0')
        return {}; // of nothing Qt would make one empty sequence
    return QKeySequence::listFromString(QString::fromLatin1(row.shortcuts));
}

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

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

QString wholeActionText(ActionId id)
{
    const QString text = withoutMnemonic(actionText(kActions[static_cast<std::size_t>(id)].text));
    for (const MenuRow& menu : kMenus) {
        if (menu.opens == Opens::FromMenuBefore
            && std::find(menu.actions.begin(), menu.actions.end(), id) != menu.actions.end())
            return QCoreApplication::translate("Actions", "%1: %2")
                .arg(withoutMnemonic(actionText(menu.title)), text);
    }
    return text;
}

QList<QKeySequence> shortcutsOf(const ActionRow& row)
{
    auto keys = ownKeys(row);
    if (row.standard == QKeySequence::UnknownKey)
        return keys;
    for (const QKeySequence& one : QKeySequence::keyBindings(row.standard)) {
        const bool isTaken =
            std::any_of(std::begin(kActions), std::end(kActions),
                        [&one](const ActionRow& other) { return ownKeys(other).contains(one); });
        if (!isTaken)
            keys.append(one);
    }
    return keys;
}

} // namespace tf::ui
