#pragma once

// Everything the window can be told to do, in one table: menus, key list and tests read it.
//
// A row stands here when it works; nothing is listed that does nothing.

#include <QKeySequence>
#include <QString>

#include <cstdint>
#include <span>

namespace tf::ui {

class MainWindow;

enum class ActionId : std::uint8_t {
    NewSession,
    NewWindow,
    ExportSession,
    Attach,
    AttachFolder,
    CloseWindow,
    Quit,
    Undo,
    Find,
    FindNext,
    FindPrevious,
    SearchSessions,
    CopyLastCode,
    EditQuestion,
    PreviousBranch,
    NextBranch,
    CompareBranches,
    BranchHere,
    PreviousQuestion,
    NextQuestion,
    RetryAnswer,
    RetryOther,
    AskBothWays,
    CycleThinking,
    ChooseEngine,
    StopAnswer,
    Palette,
    OpenFile,
    GoToPlace,
    GoBack,
    GoForward,
    PreviousSession,
    NextSession,
    ToggleSessions,
    ToggleInspector,
    ShowContext,
    ShowCode,
    ShowPictures,
    ShowFrames,
    ShowFiles,
    ShowRequest,
    ShowEngine,
    NextPane,
    PreviousPane,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    CodeLarger,
    CodeSmaller,
    CodeAsWords,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    LanguageSystem,
    LanguageEnglish,
    LanguageGerman,
    LanguageChinese,
    ReadParagraphs,
    Dismiss,
    Keys,
    About,
    Separator, ///< in menus only
};

enum class Checks : std::uint8_t { No, Yes };

/// What must be there for an action to make sense.
enum class Needs : std::uint8_t { Nothing, Session, Turns, Running };

struct ActionRow {
    ActionId id;
    const char* name; ///< in the settings; never changes
    const char* text; ///< in English; actionText() translates
    const char* shortcuts; ///< in Qt's portable form, "; " between several
    Checks checks;
    void (MainWindow::*command)();
    Needs needs = Needs::Nothing;
    /// The platform's keys for it come after `shortcuts`, as far as no other action has them.
    QKeySequence::StandardKey standard = QKeySequence::UnknownKey;
};

enum class Opens : std::uint8_t { FromBar, FromMenuBefore }; ///< that menu is itself in the bar

struct MenuRow {
    const char* title;
    std::span<const ActionId> actions;
    Opens opens = Opens::FromBar;
};

/// In the order of ActionId.
[[nodiscard]] std::span<const ActionRow> actionTable();
[[nodiscard]] std::span<const MenuRow> menuTable();

[[nodiscard]] QString actionText(const char* english);
[[nodiscard]] QString withoutMnemonic(QString text);
/// Where no menu around it says what it is about: "Theme: Light".
[[nodiscard]] QString wholeActionText(ActionId id);
[[nodiscard]] QList<QKeySequence> shortcutsOf(const ActionRow& row);

} // namespace tf::ui
