#include "ui/inspector/inspector_pane.h"

#include "ui/widgets/empty_state.h"

namespace tf::ui {

InspectorPane::InspectorPane(const Theme& theme, QWidget* parent)
    : Pane(theme, Token::SidePane, tr("Inspector"), parent)
{
    addHeader(Icon::PaneRight, tr("Hide inspector (Ctrl+I)"));
    setBody(makeEmptyState(theme, Icon::Inspector,
                           {tr("Nothing to inspect"),
                            tr("Here you see exactly what the model is given: files, pictures, "
                               "frames, and the tokens each one costs. Nothing has been added.")},
                           this));
}

} // namespace tf::ui
