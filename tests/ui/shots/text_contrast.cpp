#include "tests/ui/shots/text_contrast.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

constexpr double kLeastContrast = 4.5;
constexpr double kLeastDisabled = 3.0;
constexpr int kEdge = 3; ///< a frame and a ring lie within so many pixels of a widget's edge

double luminance(QRgb color)
{
    const auto linear = [](int part) {
        const double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color))
        + 0.0722 * linear(qBlue(color));
}

/// Words with the place they have in their widget.
struct Words {
    const QWidget* widget = nullptr;
    QRect place;
    QString text;
    bool isEnabled = true;
};

void addLabels(const QWidget& shown, std::vector<Words>& all)
{
    for (const auto* label : shown.findChildren<QLabel*>()) {
        if (!label->text().isEmpty())
            all.push_back({label, label->rect(), label->text(), label->isEnabled()});
    }
    for (const auto* button : shown.findChildren<QAbstractButton*>()) {
        if (!button->text().isEmpty())
            all.push_back({button, button->rect().adjusted(kEdge, kEdge, -kEdge, -kEdge),
                           button->text(), button->isEnabled()});
    }
    for (const auto* field : shown.findChildren<QLineEdit*>()) {
        const QString text = field->text().isEmpty() ? field->placeholderText() : field->text();
        if (!text.isEmpty())
            all.push_back({field, field->rect().adjusted(kEdge, kEdge, -kEdge, -kEdge), text,
                           field->isEnabled()});
    }
}

/// Upper and lower half by themselves: many rows have a line of each kind.
void addRows(const QWidget& shown, std::vector<Words>& all)
{
    for (const auto* view : shown.findChildren<QAbstractItemView*>()) {
        if (view->model() == nullptr)
            continue;
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const QModelIndex index = view->model()->index(row, 0);
            const QRect place = view->visualRect(index).adjusted(12, kEdge, -12, -kEdge);
            const bool isEnabled = index.flags().testFlag(Qt::ItemIsEnabled);
            const QString text = index.data().toString();
            all.push_back({view->viewport(),
                           {place.topLeft(), QSize(place.width(), place.height() / 2)},
                           text,
                           isEnabled});
            all.push_back(
                {view->viewport(), place.adjusted(0, place.height() / 2, 0, 0), text, isEnabled});
        }
    }
}

void addMenu(const QWidget& shown, std::vector<Words>& all)
{
    const auto* menu = qobject_cast<const QMenu*>(&shown);
    if (menu == nullptr)
        return;
    for (QAction* action : menu->actions()) {
        if (!action->isSeparator())
            all.push_back({menu, menu->actionGeometry(action).adjusted(8, 2, -8, -2),
                           action->text(), action->isEnabled()});
    }
}

QRect scaled(const QRect& place, double ratio)
{
    return {int(place.x() * ratio), int(place.y() * ratio), int(place.width() * ratio),
            int(place.height() * ratio)};
}

} // namespace

double contrastOf(QRgb one, QRgb other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

double textContrast(const QImage& picture, const QRect& place)
{
    QHash<QRgb, int> counts;
    const QRect inside = place.intersected(picture.rect());
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    if (counts.size() < 2)
        return 21;
    QRgb surface = 0;
    int most = 0;
    for (auto color = counts.cbegin(); color != counts.cend(); ++color) {
        if (color.value() > most) {
            most = color.value();
            surface = color.key();
        }
    }
    double strongest = 1;
    for (auto color = counts.cbegin(); color != counts.cend(); ++color)
        strongest = std::max(strongest, contrastOf(color.key(), surface));
    return strongest;
}

QStringList hardToRead(QWidget& shown, const QImage& picture)
{
    std::vector<Words> all;
    addLabels(shown, all);
    addRows(shown, all);
    addMenu(shown, all);
    QStringList weak;
    for (const Words& words : all) {
        if (!words.widget->isVisible())
            continue;
        const QRect seen = words.place.intersected(words.widget->visibleRegion().boundingRect());
        const QRect place = seen.translated(words.widget->mapTo(&shown, QPoint(0, 0)));
        if (seen.width() < 8 || seen.height() < 8)
            continue; // scrolled out of sight
        const double found = textContrast(picture, scaled(place, picture.devicePixelRatio()));
        if (found < (words.isEnabled ? kLeastContrast : kLeastDisabled))
            weak.append(u"%1: %2"_s.arg(words.text).arg(found, 0, 'f', 2));
    }
    return weak;
}

} // namespace tf::test
