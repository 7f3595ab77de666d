#include "ui/inspector/inspector_pane.h"

#include "ui/widgets/empty_state.h"

namespace tf::ui {

InspectorPane::InspectorPane(const Theme& theme, QWidget* parent)
    : Pane(theme, Token::SidePane, tr("Inspector"), parent)
{
    addHeader(Icon::PaneRight, tr("Hide inspector (Ctrl+I)"));
    setBody(
        makeEmptyState(theme, Icon::Inspector,
                       {tr("Nothing to inspect"),
                        tr("Files, pictures and frames, with the tokens each one costs, will stand "
                           "here. What goes along with a question is shown beside it.")},
                       this));
}

} // namespace tf::ui
