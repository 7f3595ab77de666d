#include "ui/shell/pane_keys.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr PaneKey kPaneKeys[] = {
    {"composer", "Enter", QT_TRANSLATE_NOOP("PaneKeys", "Send, or wait for the answer that runs")},
    {"composer", "Shift+Enter", QT_TRANSLATE_NOOP("PaneKeys", "New line")},
    {"composer", "Ctrl+Enter",
     QT_TRANSLATE_NOOP("PaneKeys", "Send now: stops the answer that runs, what came stays")},
    {"composer", "Ctrl+Shift+V", QT_TRANSLATE_NOOP("PaneKeys", "Paste as text, however long")},
    {"composer", "Esc",
     QT_TRANSLATE_NOOP("PaneKeys", "Stop the answer; once more leaves the field")},
    {"conversation", "Tab", QT_TRANSLATE_NOOP("PaneKeys", "Next button or link")},
    {"conversation", "Enter", QT_TRANSLATE_NOOP("PaneKeys", "Press it")},
    {"conversation", "PgUp  PgDown", QT_TRANSLATE_NOOP("PaneKeys", "Scroll a page")},
    {"conversation", "End", QT_TRANSLATE_NOOP("PaneKeys", "To the end, and follow what comes")},
    {"conversation", "Ctrl+A  Ctrl+C", QT_TRANSLATE_NOOP("PaneKeys", "Select all; copy")},
    {"pictures", "Space",
     QT_TRANSLATE_NOOP("PaneKeys", "Hold: the other look, original or model's eye")},
    {"pictures", "+  -  0  1",
     QT_TRANSLATE_NOOP("PaneKeys", "Larger, smaller, all of it, actual size")},
    {"pictures", "V  C  X",
     QT_TRANSLATE_NOOP("PaneKeys", "Select; send only a part; cover a place")},
    {"pictures", "B  A  N", QT_TRANSLATE_NOOP("PaneKeys", "Draw a box, an arrow, a number")},
    {"pictures", "Enter", QT_TRANSLATE_NOOP("PaneKeys", "Put it into the middle of what is shown")},
    {"pictures", ",  .", QT_TRANSLATE_NOOP("PaneKeys", "Select the mark before, the next one")},
    {"pictures", "← ↑ → ↓",
     QT_TRANSLATE_NOOP("PaneKeys",
                       "Move it, or the picture; with Shift make it larger, with Ctrl by a pixel")},
    {"pictures", "Del", QT_TRANSLATE_NOOP("PaneKeys", "Remove the selected mark")},
    {"pictures", "Ctrl+Z  Ctrl+Shift+Z", QT_TRANSLATE_NOOP("PaneKeys", "Undo; do it once more")},
    {"frames", "J  K  L", QT_TRANSLATE_NOOP("PaneKeys", "Back, pause, on; again: faster")},
    {"frames", ",  .", QT_TRANSLATE_NOOP("PaneKeys", "One frame back, one on")},
    {"frames", "R", QT_TRANSLATE_NOOP("PaneKeys", "Play the stretch again and again")},
    {"frames", "I  O",
     QT_TRANSLATE_NOOP("PaneKeys", "On the timeline: the stretch begins here, ends here")},
    {"frames", "Ctrl+Left  Ctrl+Right",
     QT_TRANSLATE_NOOP("PaneKeys", "On the timeline: to the next frame that is sent or cited")},
    {"frames", "+  -  0", QT_TRANSLATE_NOOP("PaneKeys", "On the timeline: closer, farther, all")},
    {"frames", "Space", QT_TRANSLATE_NOOP("PaneKeys", "Among the frames: send them, or not")},
    {"frames", "P", QT_TRANSLATE_NOOP("PaneKeys", "Send the frame that is shown, or not")},
    {"frames", "S", QT_TRANSLATE_NOOP("PaneKeys", "Send it as a picture besides")},
    {"frames", "C", QT_TRANSLATE_NOOP("PaneKeys", "Cover a part of the picture")},
    {"frames", "Ctrl+Z  Ctrl+Shift+Z",
     QT_TRANSLATE_NOOP("PaneKeys", "Take back what was chosen; and again")},
    {"code", "Up  Down  PgUp  PgDown",
     QT_TRANSLATE_NOOP("PaneKeys", "Code: line by line, page by page")},
    {"code", "Ctrl+Home  Ctrl+End",
     QT_TRANSLATE_NOOP("PaneKeys", "Code: the first line, the last line")},
    {"code", "Ctrl+F  F3", QT_TRANSLATE_NOOP("PaneKeys", "Code: find in the file; next")},
    {"code", "Ctrl+A  Ctrl+C", QT_TRANSLATE_NOOP("PaneKeys", "Code: select all; copy")},
    {"context", "Space", QT_TRANSLATE_NOOP("PaneKeys", "Take along, or leave out")},
    {"context", "Enter", QT_TRANSLATE_NOOP("PaneKeys", "Open the file or the folder")},
    {"context", "*", QT_TRANSLATE_NOOP("PaneKeys", "Open all folders")},
    {"context", "Ctrl+Z", QT_TRANSLATE_NOOP("PaneKeys", "Take back the last choice")},
    {"files", "Enter",
     QT_TRANSLATE_NOOP("PaneKeys", "Show the line that a warning, a check or a suspect names")},
    {"sessions", "Enter", QT_TRANSLATE_NOOP("PaneKeys", "Open the session, or the place found")},
    {"sessions", "F2", QT_TRANSLATE_NOOP("PaneKeys", "Rename")},
    {"sessions", "Del", QT_TRANSLATE_NOOP("PaneKeys", "Move to the trash")},
};

} // namespace

std::span<const PaneKey> paneKeys()
{
    return kPaneKeys;
}

QString paneKeyText(const char* english)
{
    return QCoreApplication::translate("PaneKeys", english);
}

QString paneTitle(const QString& pane)
{
    if (pane == u"composer"_s)
        return QCoreApplication::translate("PaneKeys", "Question field");
    if (pane == u"conversation"_s)
        return QCoreApplication::translate("PaneKeys", "Conversation");
    if (pane == u"pictures"_s)
        return QCoreApplication::translate("PaneKeys", "Pictures");
    if (pane == u"frames"_s)
        return QCoreApplication::translate("PaneKeys", "Frames of a recording");
    if (pane == u"code"_s)
        return QCoreApplication::translate("PaneKeys", "Code");
    if (pane == u"context"_s)
        return QCoreApplication::translate("PaneKeys", "What goes along");
    if (pane == u"files"_s)
        return QCoreApplication::translate("PaneKeys", "Files of the answers");
    if (pane == u"sessions"_s)
        return QCoreApplication::translate("PaneKeys", "List of sessions");
    return {};
}

} // namespace tf::ui
