#include "ui/context/request/long_text_accessible.h"

#include "ui/context/request/long_text.h"

#include <QAccessibleWidget>

namespace tf::ui {

namespace {

class LongTextAccessible : public QAccessibleWidget {
public:
    explicit LongTextAccessible(LongText& view)
        : QAccessibleWidget(&view, QAccessible::StaticText)
        , m_view(view)
    {
    }

    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Value ? m_view.shownText() : QAccessibleWidget::text(which);
    }

private:
    LongText& m_view;
};

} // namespace

QAccessibleInterface* makeLongTextAccessible(const QString&, QObject* object)
{
    auto* view = qobject_cast<LongText*>(object);
    return view == nullptr ? nullptr : new LongTextAccessible(*view);
}

} // namespace tf::ui
