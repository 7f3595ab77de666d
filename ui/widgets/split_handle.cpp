#include "ui/widgets/split_handle.h"

#include <QPainter>

namespace tf::ui {

namespace {

class SplitHandle : public QSplitterHandle {
public:
    SplitHandle(const Theme& theme, QSplitter* splitter)
        : QSplitterHandle(Qt::Horizontal, splitter)
        , m_theme(theme)
    {
        setAttribute(Qt::WA_Hover);
        connect(&theme, &Theme::changed, this, [this] { update(); });
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color(underMouse() ? Token::Accent : Token::Divider));
    }

private:
    const Theme& m_theme;
};

} // namespace

PaneSplitter::PaneSplitter(const Theme& theme, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_theme(theme)
{
    // Qt widens a handle of one pixel by an invisible margin on each side for the mouse.
    setHandleWidth(1);
    setChildrenCollapsible(false);
}

QSplitterHandle* PaneSplitter::createHandle()
{
    return new SplitHandle(m_theme, this);
}

} // namespace tf::ui
