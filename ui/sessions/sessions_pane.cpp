#include "ui/sessions/sessions_pane.h"

#include "ui/widgets/empty_state.h"

namespace tf::ui {

SessionsPane::SessionsPane(const Theme& theme, QWidget* parent)
    : Pane(theme, Token::SidePane, tr("Sessions"), parent)
{
    addHeader(Icon::PaneLeft, tr("Hide sessions (Ctrl+B)"));
    setBody(makeEmptyState(theme, Icon::Sessions,
                           {tr("No sessions yet"),
                            tr("A session keeps what you dropped, what you asked and what was "
                               "answered. This version cannot start one.")},
                           this));
}

} // namespace tf::ui
