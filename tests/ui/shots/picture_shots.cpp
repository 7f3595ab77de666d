// The pictures of a question, in each state of their tab.

#include "tests/ui/pictures/flat_screen.h"
#include "tests/ui/shots/shot_row.h"
#include "ui/composer/composer.h"
#include "ui/pictures/picture_page.h"
#include "ui/shell/session_page.h"

#include <QRadioButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

constexpr QSize kTall(1280, 800); // of which the inspector takes 340
constexpr QSize kNarrow(640, 640); // it floats over the conversation
constexpr vision::Size kScreen{1920, 1080};

workspace::Tray& tray(ShotStage& stage)
{
    return stage.window().page().composer().tray();
}

QWidget* inspector(ShotStage& stage)
{
    stage.settle();
    return &stage.part(u"inspector"_s);
}

ui::PicturePage& page(ShotStage& stage)
{
    return stage.part<ui::PicturePage>();
}

void waitUntil(const std::function<bool()>& isSo)
{
    CHECK(QTest::qWaitFor(isSo, 30'000), "a picture is read and decoded");
}

bool isReadyTray(ShotStage& stage)
{
    const auto& items = tray(stage).items();
    return std::all_of(items.begin(), items.end(), [](const workspace::TrayItem& item) {
        return item.state != workspace::TrayState::Reading;
    });
}

workspace::TrayId lay(ShotStage& stage, const char* name, vision::Size size,
                      workspace::PictureChoice choice = {})
{
    const auto id = tray(stage).addBytes(name, "image/png", flatScreenPng(size), std::move(choice));
    waitUntil([&stage] { return isReadyTray(stage); });
    return id;
}

void look(ShotStage& stage, workspace::TrayId id)
{
    Q_EMIT stage.window().page().composer().openAsked(id);
    waitUntil([&stage] { return !page(stage).canvas().pictureSize().isEmpty(); });
}

app::PictureEdit edit()
{
    app::PictureEdit edit;
    edit.covered = {{{690, 300}, {700, 60}}};
    edit.marks = {{app::MarkKind::Box, {680, 680}, {1010, 790}, 0},
                  {app::MarkKind::Arrow, {1300, 900}, {1040, 760}, 0},
                  {app::MarkKind::Number, {1340, 940}, {1340, 940}, 1}};
    return edit;
}

QWidget* empty(ShotStage& stage)
{
    stage.showEmpty();
    const auto id = lay(stage, "checkout.png", {320, 180});
    look(stage, id);
    tray(stage).remove(id);
    QTest::qWait(150); // it is told ten times a second
    return inspector(stage);
}

QWidget* one(ShotStage& stage)
{
    stage.showEmpty();
    look(stage, lay(stage, "checkout.png", kScreen));
    return inspector(stage);
}

QWidget* edited(ShotStage& stage)
{
    stage.showEmpty();
    look(stage, lay(stage, "checkout.png", kScreen, {vision::Tier::Default, false, edit()}));
    page(stage).canvas().select(ui::EditPiece{ui::PieceKind::Mark, 0});
    return inspector(stage);
}

QWidget* cropped(ShotStage& stage)
{
    stage.showEmpty();
    auto some = edit();
    some.crop = app::Region{{560, 160}, {1200, 760}};
    look(stage, lay(stage, "checkout.png", kScreen, {vision::Tier::High, false, some}));
    return inspector(stage);
}

QWidget* seen(ShotStage& stage)
{
    cropped(stage);
    const auto isSeen = [&stage] { return page(stage).canvas().hasPixels(ui::Eye::Model); };
    waitUntil(isSeen);
    for (QRadioButton* button : page(stage).findChildren<QRadioButton*>()) {
        if (button->text() == ui::PicturePage::tr("Model's eye"))
            button->click();
    }
    return inspector(stage);
}

QWidget* many(ShotStage& stage)
{
    stage.showEmpty();
    for (int idx = 1; idx < 8; ++idx)
        lay(stage, "one more", {320 + 40 * idx, 180});
    look(
        stage,
        lay(stage, "a screenshot with a name that is far too long for the inspector.png", kScreen));
    return inspector(stage);
}

/// A server that sees a small area alone: sizes are grey, print may be lost, tiles help.
QWidget* small(ShotStage& stage)
{
    stage.showEmpty();
    const auto id = lay(stage, "4K.png", {3840, 2160});
    const auto* lab = stage.workspace().engines().find("lab");
    CHECK(lab != nullptr, "the endpoint is there");
    tray(stage).setEngine(*lab, 0);
    waitUntil([&stage] { return isReadyTray(stage); });
    look(stage, id);
    return inspector(stage);
}

QWidget* reading(ShotStage& stage)
{
    one(stage);
    page(stage).canvas().setPicture({}, {});
    page(stage).canvas().setNote(ui::PicturePage::tr("It is being decoded …"));
    return inspector(stage);
}

QWidget* failed(ShotStage& stage)
{
    one(stage);
    page(stage).openKept({{"0000", "checkout.png", "image/png"}}, 0);
    waitUntil([&stage] { return page(stage).canvas().note().contains(u':'); });
    return inspector(stage);
}

QWidget* narrow(ShotStage& stage)
{
    edited(stage);
    stage.settle();
    return &stage.window();
}

constexpr ShotRow kRows[] = {
    {"pictures-empty", kTall, World::Endpoints, empty},
    {"pictures-one", kTall, World::Endpoints, one},
    {"pictures-edited", kTall, World::Endpoints, edited},
    {"pictures-cropped", kTall, World::Endpoints, cropped},
    {"pictures-model", kTall, World::Endpoints, seen},
    {"pictures-many", kTall, World::Endpoints, many},
    {"pictures-small-area", kTall, World::Endpoints, small},
    {"pictures-reading", kTall, World::Endpoints, reading},
    {"pictures-failed", kTall, World::Endpoints, failed},
    {"pictures-narrow", kNarrow, World::Endpoints, narrow},
    {"pictures-mirrored", kTall, World::Endpoints, edited, Qt::RightToLeft},
};

} // namespace

std::span<const ShotRow> pictureShots()
{
    return kRows;
}

} // namespace tf::test
