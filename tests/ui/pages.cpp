#include "tests/ui/pages.h"

#include "kernels/base/check.h"
#include "ui/endpoints/engine_facts.h"
#include "ui/inspector/inspector_pane.h"
#include "ui/shell/palette.h"
#include "ui/viewer/code_page.h"

#include <QAction>
#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tf::test {

using ui::ActionId;

namespace {

void keepPicture(const char* page, ui::MainWindow& window)
{
    const QString folder = qEnvironmentVariable("TRIFOLD_PICTURES");
    if (folder.isEmpty())
        return;
    const QString name = u"%1/%2-%3-%4.png"_s.arg(folder, QLatin1StringView(page))
                             .arg(window.width())
                             .arg(QString::fromUtf8(QTest::currentDataTag()));
    CHECK(window.grab().save(name), "TRIFOLD_PICTURES names a folder");
}

} // namespace

void walkPages(TestDesktop& test, QSize size, const LookAtPage& look)
{
    ui::MainWindow& first = test.desktop().openWindow();
    first.resize(size);
    const auto see = [&look](const char* page, ui::MainWindow& window) {
        QApplication::processEvents();
        keepPicture(page, window);
        look(page, window);
    };
    see("first run", first);
    ui::MainWindow& window = test.open(size);
    see("conversation", window);
    window.findChild<ui::InspectorPane*>()->showTab(ui::InspectorTab::Frames);
    see("frames", window);
    window.findChild<ui::InspectorPane*>()->showTab(ui::InspectorTab::Context);
    see("context", window);
    window.findChild<ui::InspectorPane*>()->showTab(ui::InspectorTab::Files);
    see("files", window);
    window.findChild<ui::InspectorPane*>()->showTab(ui::InspectorTab::Request);
    see("request", window);
    window.findChild<ui::InspectorPane*>()->showTab(ui::InspectorTab::Pictures);
    see("pictures", window);
    window.action(ActionId::Keys)->trigger();
    see("keys", window);
    window.action(ActionId::Keys)->trigger();
    window.action(ActionId::Palette)->trigger();
    see("palette", window);
    window.findChild<ui::Palette*>()->close();
    window.action(ActionId::Find)->trigger();
    see("find bar", window);
    Q_EMIT window.findChild<ui::EngineFacts*>()->editAsked({});
    see("endpoint", window);
    window.action(ActionId::Dismiss)->trigger();
    window.action(ActionId::About)->trigger();
    see("notice", window);
    if (window.panes().place(ui::Side::Inspector) == ui::Place::Hidden)
        window.action(ActionId::ToggleInspector)->trigger();
    window.findChild<ui::InspectorPane*>()->showTab(ui::InspectorTab::Code);
    window.findChild<ui::CodePage*>()->open({session::kNoTurn, "src/net/retry.cpp", {2, 3}});
    see("code", window);
}

} // namespace tf::test
