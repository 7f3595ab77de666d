// The list of sessions in each of its states.

#include "tests/ui/shots/prepared_talks.h"
#include "tests/ui/shots/shot_row.h"
#include "ui/sessions/sessions_pane.h"

#include <QApplication>
#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

using ui::ActionId;

constexpr QSize kListSize(1180, 580);

QWidget* pane(ShotStage& stage)
{
    stage.settle();
    return &stage.part(u"sessions"_s);
}

QWidget* many(ShotStage& stage)
{
    stage.open(preparedTalks().front().id);
    return pane(stage);
}

QWidget* focused(ShotStage& stage)
{
    many(stage);
    stage.part<ui::SessionsPane>().findChild<QListView*>()->setFocus(Qt::TabFocusReason);
    return pane(stage);
}

QWidget* searched(ShotStage& stage, const QString& typed)
{
    stage.run(ActionId::SearchSessions);
    auto& list = *stage.part<ui::SessionsPane>().findChild<QListView*>();
    const int before = list.model()->rowCount();
    stage.type(typed);
    CHECK(QTest::qWaitFor([&] { return list.model()->rowCount() != before; }),
          "the search has answered");
    return pane(stage);
}

QWidget* found(ShotStage& stage)
{
    return searched(stage, u"retry"_s);
}

QWidget* nothingFound(ShotStage& stage)
{
    return searched(stage, u"giraffe"_s);
}

QWidget* trashOpen(ShotStage& stage)
{
    many(stage);
    auto& list = *stage.part<ui::SessionsPane>().findChild<QListView*>();
    const int last = list.model()->rowCount() - 1;
    list.setCurrentIndex(list.model()->index(last, 0));
    list.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&list, Qt::Key_Return);
    stage.settle();
    list.scrollToBottom();
    return pane(stage);
}

QWidget* undoOffered(ShotStage& stage)
{
    many(stage);
    auto& list = *stage.part<ui::SessionsPane>().findChild<QListView*>();
    list.setCurrentIndex(list.model()->index(2, 0));
    list.setFocus(Qt::TabFocusReason);
    const int before = list.model()->rowCount();
    QTest::keyClick(&list, Qt::Key_Delete);
    CHECK(QTest::qWaitFor([&] { return list.model()->rowCount() != before; }),
          "the session lies in the trash");
    return pane(stage);
}

QWidget* renaming(ShotStage& stage)
{
    many(stage);
    auto& list = *stage.part<ui::SessionsPane>().findChild<QListView*>();
    list.setCurrentIndex(list.model()->index(2, 0));
    list.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&list, Qt::Key_F2);
    return pane(stage);
}

constexpr ShotRow kRows[] = {
    {"sessions-empty", {1180, 460}, World::Endpoints, pane},
    {"sessions-many", kListSize, World::Talks, many},
    {"sessions-focused", {1180, 420}, World::Talks, focused},
    {"sessions-mirrored", {1180, 460}, World::Talks, many, Qt::RightToLeft},
    {"sessions-found", {1180, 460}, World::Talks, found},
    {"sessions-nothing-found", {1180, 460}, World::Talks, nothingFound},
    {"sessions-trash", {1180, 460}, World::Talks, trashOpen},
    {"sessions-undo", {1180, 460}, World::Talks, undoOffered},
    {"sessions-renaming", {1180, 420}, World::Talks, renaming},
};

} // namespace

std::span<const ShotRow> sessionsShots()
{
    return kRows;
}

} // namespace tf::test
