// The window as a whole: with nothing, with a list and a conversation, small, large, mirrored.

#include "tests/ui/shots/prepared_talks.h"
#include "tests/ui/shots/shot_row.h"
#include "ui/shell/notice_bar.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

using ui::ActionId;

constexpr QSize kUsual(1040, 600);

QWidget* bare(ShotStage& stage)
{
    return &stage.window();
}

QWidget* empty(ShotStage& stage)
{
    return stage.showEmpty();
}

QWidget* talk(ShotStage& stage)
{
    return stage.open(preparedTalks().front().id);
}

QWidget* floatingSessions(ShotStage& stage)
{
    talk(stage);
    return stage.run(ActionId::ToggleSessions);
}

QWidget* floatingInspector(ShotStage& stage)
{
    talk(stage);
    return stage.run(ActionId::ToggleInspector);
}

QWidget* mirrored(ShotStage& stage)
{
    return stage.show(hebrewTalk());
}

QWidget* draggedOver(ShotStage& stage)
{
    stage.showEmpty();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(u"/home/me/billing"_s)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&stage.part(u"conversation"_s), &enter);
    stage.settle();
    return &stage.window();
}

QWidget* notices(ShotStage& stage)
{
    talk(stage);
    ui::NoticeBar& bar = stage.window().notices();
    bar.add(ui::Tone::Info, u"Exported to /home/me/Documents/Why does the spinner restart.md."_s);
    bar.add(ui::Tone::Caution,
            u"The store of sessions was damaged (database disk image is malformed). 1,204 events "
            "of 14 sessions were recovered, 2 are missing; the damaged file is kept as "
            "/home/me/.local/share/trifold/sessions/store.damaged-20251121."_s);
    stage.settle();
    return &stage.window();
}

QWidget* jobs(ShotStage& stage)
{
    talk(stage);
    workspace::Jobs& running = stage.workspace().jobs();
    running.begin("Reading screenshots");
    const auto job = running.begin("Reading billing", [] {});
    running.tell(job, "counting tokens", 480, 1840, "files");
    stage.settle();
    return &stage.window();
}

QWidget* keys(ShotStage& stage)
{
    stage.showEmpty();
    stage.run(ActionId::Keys);
    return stage.run(ActionId::PreviousPane);
}

constexpr ShotRow kRows[] = {
    {"window-first-run", {860, 500}, World::Nothing, bare},
    {"window-empty", kUsual, World::Endpoints, empty},
    {"window-no-engine", {740, 500}, World::Nothing, empty},
    {"window-talk", kUsual, World::Talks, talk},
    {"window-narrow", {800, 480}, World::Talks, talk},
    {"window-very-narrow", {680, 480}, World::Talks, talk},
    {"window-least", {496, 400}, World::Endpoints, empty},
    {"window-floating-sessions", {680, 480}, World::Talks, floatingSessions},
    {"window-floating-inspector", {680, 480}, World::Talks, floatingInspector},
    {"window-mirrored", {1020, 500}, World::Talks, mirrored, Qt::RightToLeft},
    {"window-dragged-over", {720, 480}, World::Endpoints, draggedOver},
    {"window-notices", {800, 340}, World::Talks, notices},
    {"window-jobs", {800, 340}, World::Talks, jobs},
    {"window-zoomed", {900, 520}, World::Talks, talk, Qt::LeftToRight, 150},
    {"keys", {700, 420}, World::Endpoints, keys},
};

} // namespace

std::span<const ShotRow> windowShots()
{
    return kRows;
}

} // namespace tf::test
