#include "kernels/base/check.h"
#include "tests/support/test_table.h"
#include "tests/ui/pages.h"
#include "tests/ui/tests.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace tf::ui;
using tf::test::TestDesktop;

namespace {

constexpr int kLeastTarget = 24; ///< pixels, for a finger or a hand that shakes
constexpr int kMostStops = 200; ///< of the Tab key

QString described(const QAccessibleInterface& thing)
{
    const QObject* object = thing.object();
    return u"%1, role %2, at %3 %4"_s
        .arg(object == nullptr ? u"no widget"_s
                               : QLatin1StringView(object->metaObject()->className()))
        .arg(int(thing.role()))
        .arg(thing.rect().x())
        .arg(thing.rect().y());
}

bool isWorkedWith(const QAccessibleInterface& thing)
{
    switch (thing.role()) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::List:
    case QAccessible::ListItem:
    case QAccessible::Tree:
    case QAccessible::TreeItem:
    case QAccessible::Table:
    case QAccessible::Link:
    case QAccessible::MenuItem:
    case QAccessible::PageTab:
    case QAccessible::PageTabList:
    case QAccessible::ProgressBar:
    case QAccessible::Slider:
    case QAccessible::Graphic:
    case QAccessible::Chart:
        return true;
    default:
        return thing.state().focusable;
    }
}

/// What can be worked with and has no name, `from` downwards.
void addNameless(QAccessibleInterface& from, QStringList& found)
{
    const auto state = from.state();
    if (state.invisible || state.invalid)
        return;
    const bool isSeparator = from.role() == QAccessible::Separator;
    if (!isSeparator && isWorkedWith(from) && from.text(QAccessible::Name).trimmed().isEmpty())
        found.append(described(from));
    for (int childIdx = 0; childIdx < from.childCount(); ++childIdx) {
        if (QAccessibleInterface* child = from.child(childIdx))
            addNameless(*child, found);
    }
}

QString nameOf(QWidget* widget)
{
    const QAccessibleInterface* thing = QAccessible::queryAccessibleInterface(widget);
    const QString name = thing == nullptr ? QString() : thing->text(QAccessible::Name);
    return u"%1 \"%2\""_s.arg(QLatin1StringView(widget->metaObject()->className()), name);
}

/// Where the Tab key leads, in its order, until it comes back to where it stopped first.
std::vector<QWidget*> stopsOf(QWidget& window, const std::function<void(QWidget&)>& look)
{
    window.activateWindow();
    CHECK(QTest::qWaitForWindowActive(&window), "the window has the keyboard");
    std::vector<QWidget*> stops;
    for (int step = 0; step < kMostStops; ++step) {
        QWidget* before = QApplication::focusWidget();
        QTest::keyClick(before == nullptr ? &window : before, Qt::Key_Tab);
        QWidget* here = QApplication::focusWidget();
        if (here == nullptr || here == before)
            continue; // within what is painted
        if (std::find(stops.begin(), stops.end(), here) != stops.end())
            break;
        stops.push_back(here);
        look(*here);
    }
    return stops;
}

/// The window around a widget, wide enough for a ring outside of it.
QImage around(QWidget& widget)
{
    QApplication::processEvents();
    QWidget* window = widget.window();
    const QRect place(widget.mapTo(window, QPoint(0, 0)), widget.size());
    return window->grab(place.adjusted(-6, -6, 6, 6)).toImage();
}

} // namespace

class AccessibleTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatCanBeWorkedWithHasAName()
    {
        TestDesktop test;
        QStringList found;
        int numPages = 0;
        tf::test::walkPages(test, {1280, 800}, [&](const char* page, MainWindow& window) {
            QStringList nameless;
            addNameless(*QAccessible::queryAccessibleInterface(&window), nameless);
            for (const QString& one : nameless)
                found.append(QLatin1StringView(page) + u": "_s + one);
            ++numPages;
        });
        found.removeDuplicates();
        QVERIFY(numPages > 5);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void namelessThingsAreSeen()
    {
        QWidget window;
        new QLineEdit(&window);
        window.show();
        QStringList found;
        addNameless(*QAccessible::queryAccessibleInterface(&window), found);
        QCOMPARE(found.size(), 1);
    }

    void whatIsClickedIsLargeEnough()
    {
        TestDesktop test;
        QStringList found;
        tf::test::walkPages(test, {1280, 800}, [&](const char* page, MainWindow& window) {
            for (auto* button : window.findChildren<QAbstractButton*>()) {
                if (button->isVisible()
                    && (button->width() < kLeastTarget || button->height() < kLeastTarget))
                    found.append(u"%1: %2 is %3x%4"_s.arg(QLatin1StringView(page), nameOf(button))
                                     .arg(button->width())
                                     .arg(button->height()));
            }
        });
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void theTabKeyReachesEverything()
    {
        TestDesktop test;
        QStringList found;
        tf::test::walkPages(test, {1280, 800}, [&](const char* page, MainWindow& window) {
            if (QLatin1StringView(page) == "palette"_L1)
                return; // holds the keyboard until it is closed
            const auto stops = stopsOf(window, [](QWidget&) {});
            for (auto* widget : window.findChildren<QWidget*>()) {
                const bool isStop = widget->isVisible() && widget->isEnabled()
                    && widget->focusProxy() == nullptr
                    && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus
                    && qobject_cast<QScrollBar*>(widget) == nullptr;
                if (isStop && std::find(stops.begin(), stops.end(), widget) == stops.end())
                    found.append(QLatin1StringView(page) + u": "_s + nameOf(widget));
            }
        });
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void theFocusIsSeen_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::newRow("light") << QByteArray("{\"theme\":\"light\"}");
        QTest::newRow("dark") << QByteArray("{\"theme\":\"dark\"}");
    }
    void theFocusIsSeen()
    {
        QFETCH(QByteArray, settings);
        TestDesktop test(settings);
        QStringList found;
        tf::test::walkPages(test, {1280, 800}, [&](const char* page, MainWindow& window) {
            if (QLatin1StringView(page) == "palette"_L1)
                return;
            stopsOf(window, [&](QWidget& stop) {
                const QImage with = around(stop);
                stop.clearFocus();
                const QImage without = around(stop);
                stop.setFocus(Qt::TabFocusReason);
                if (with == without)
                    found.append(QLatin1StringView(page) + u": "_s + nameOf(&stop));
            });
        });
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

std::unique_ptr<QObject> makeAccessibleTest()
{
    return std::make_unique<AccessibleTest>();
}

#include "tst_accessible.moc"
