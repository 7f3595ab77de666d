#include "tests/ui/clipped.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLayout>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

QString clipped(const QWidget& widget, const QString& text)
{
    return u"%1x%2 for %3x%4: %5"_s.arg(widget.width())
        .arg(widget.height())
        .arg(widget.sizeHint().width())
        .arg(widget.sizeHint().height())
        .arg(text);
}

} // namespace

QStringList clippedIn(const QWidget& window)
{
    QStringList found;
    for (const auto* label : window.findChildren<QLabel*>()) {
        const int needed =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        const bool tooNarrow = !label->wordWrap() && label->width() < label->sizeHint().width();
        if (label->isVisible() && (tooNarrow || label->height() < needed))
            found.append(clipped(*label, label->text()));
    }
    for (const auto* button : window.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->width() < button->minimumSizeHint().width())
            found.append(clipped(*button, button->accessibleName()));
    }
    for (const auto* widget : window.findChildren<QWidget*>()) {
        const bool isPainted = widget->layout() == nullptr && widget->hasHeightForWidth();
        if (widget->isVisible() && isPainted
            && widget->height() < widget->heightForWidth(widget->width()))
            found.append(clipped(*widget, widget->accessibleName()));
    }
    return found;
}

} // namespace tf::test
