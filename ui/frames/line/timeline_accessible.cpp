#include "ui/frames/line/timeline_accessible.h"

#include "ui/frames/line/timeline.h"

#include <QAccessibleWidget>

namespace tf::ui {

namespace {

class TimelineAccessible : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit TimelineAccessible(Timeline& line)
        : QAccessibleWidget(&line, QAccessible::Slider)
        , m_line(line)
    {
    }

    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Value ? m_line.placeText() : QAccessibleWidget::text(which);
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    // QAccessibleValueInterface
    [[nodiscard]] QVariant currentValue() const override { return m_line.place(); }
    void setCurrentValue(const QVariant& value) override { m_line.scrubTo(value.toDouble()); }
    [[nodiscard]] QVariant maximumValue() const override { return m_line.look().duration; }
    [[nodiscard]] QVariant minimumValue() const override { return 0.0; }
    [[nodiscard]] QVariant minimumStepSize() const override { return 1.0; }

private:
    Timeline& m_line;
};

} // namespace

QAccessibleInterface* makeTimelineAccessible(const QString&, QObject* object)
{
    auto* line = qobject_cast<Timeline*>(object);
    return line == nullptr ? nullptr : new TimelineAccessible(*line);
}

} // namespace tf::ui
