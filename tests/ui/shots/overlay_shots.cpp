// What lies over the window for a moment: the palette, menus, tool tips.

#include "tests/ui/shots/prepared_talks.h"
#include "tests/ui/shots/shot_row.h"
#include "ui/endpoints/engine_facts.h"
#include "ui/sessions/sessions_pane.h"
#include "ui/shell/top_bar.h"

#include <QApplication>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

using ui::ActionId;

constexpr QSize kPaletteSize(600, 400);

QWidget* palette(ShotStage& stage)
{
    return stage.run(ActionId::Palette);
}

QWidget* paletteTyped(ShotStage& stage)
{
    stage.run(ActionId::Palette);
    stage.type(u"se"_s);
    return &stage.window();
}

QWidget* paletteWithoutMatch(ShotStage& stage)
{
    stage.run(ActionId::Palette);
    stage.type(u"qqq"_s);
    return &stage.window();
}

/// The menu that is open.
QWidget* openMenu(ShotStage& stage)
{
    stage.settle();
    QWidget* menu = QApplication::activePopupWidget();
    CHECK(menu != nullptr, "a menu is open");
    return menu;
}

QWidget* menuOf(ShotStage& stage, int place)
{
    QMenu* menu = stage.window().topBar().menus().actions().at(place)->menu();
    menu->popup({0, 0});
    menu->setActiveAction(menu->actions().at(1));
    return openMenu(stage);
}

QWidget* fileMenu(ShotStage& stage)
{
    return menuOf(stage, 0);
}

QWidget* sessionMenu(ShotStage& stage)
{
    return menuOf(stage, 2);
}

QWidget* viewMenu(ShotStage& stage)
{
    return menuOf(stage, 3);
}

QWidget* engineMenu(ShotStage& stage)
{
    stage.showEmpty();
    stage.run(ActionId::ChooseEngine);
    return openMenu(stage);
}

QWidget* sessionRowMenu(ShotStage& stage)
{
    auto& list = *stage.part<ui::SessionsPane>().findChild<QListView*>();
    const QRect row = list.visualRect(list.model()->index(1, 0));
    Q_EMIT list.customContextMenuRequested(row.center());
    return openMenu(stage);
}

QWidget* toolTip(ShotStage& stage)
{
    QToolTip::showText({100, 100}, u"Which engine answers. Click to choose another."_s,
                       &stage.window());
    stage.settle();
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget->inherits("QTipLabel") && widget->isVisible())
            return widget;
    }
    return nullptr;
}

constexpr ShotRow kRows[] = {
    {"palette", kPaletteSize, World::Talks, palette},
    {"palette-typed", kPaletteSize, World::Talks, paletteTyped},
    {"palette-no-match", kPaletteSize, World::Talks, paletteWithoutMatch},
    {"palette-narrow", {496, 400}, World::Talks, paletteTyped},
    {"palette-mirrored", kPaletteSize, World::Talks, paletteTyped, Qt::RightToLeft},
    {"menu-file", kPaletteSize, World::Talks, fileMenu},
    {"menu-session", kPaletteSize, World::Talks, sessionMenu},
    {"menu-view", kPaletteSize, World::Talks, viewMenu},
    {"menu-view-mirrored", kPaletteSize, World::Talks, viewMenu, Qt::RightToLeft},
    {"menu-engine", kPaletteSize, World::Endpoints, engineMenu},
    {"menu-engine-none", kPaletteSize, World::Nothing, engineMenu},
    {"menu-session-row", kPaletteSize, World::Talks, sessionRowMenu},
    {"tool-tip", kPaletteSize, World::Nothing, toolTip},
};

} // namespace

std::span<const ShotRow> overlayShots()
{
    return kRows;
}

} // namespace tf::test
