// The Files tab: nothing yet, files with what is said of them, a report, before and after saving.

#include "tests/ui/shots/shot_row.h"
#include "ui/composer/composer.h"
#include "ui/inspector/inspector_pane.h"
#include "ui/works/works_page.h"
#include "ui/works/works_watch.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

constexpr QSize kWorksTall(1280, 1000); // of which the inspector takes 340
constexpr QSize kWorksLow(1280, 620);

const char* const kFilesAnswer = R"(```json
{"nodes": [
  {"id": "web", "kind": "service", "name": "Web server", "zone": "public"},
  {"id": "orders", "kind": "database", "name": "Orders", "zone": "private", "uncertain": true},
  {"id": "cache", "kind": "cache", "name": "Session cache", "zone": "private"}],
 "edges": [{"from": "web", "to": "orders", "protocol": "tcp/5432"},
           {"from": "web", "to": "cache", "protocol": "tcp/6379"}],
 "questions": ["Which region?"]}
```
```hcl versions.tf
terraform {
  required_version = ">= 1.5"
}
```
```hcl main.tf
# node: web
resource "aws_security_group" "web" {
  ingress {
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# node: orders
resource "aws_db_instance" "orders" {
  storage_encrypted = true
}
```
```hcl modules/net/outputs.tf
output "zone" {
  value = "private"
}
```
```sh ../outside.sh
```
)";

const char* const kReportAnswer = R"(# Title: The spinner never stops
## Environment
Linux, version 0.1
## Steps to reproduce
1. Open the page [00:02]
2. Pull the network cable
3. Press Send [00:09]
## Expected
A sentence that says what is wrong.
## Actual
The spinner goes on for ever.
## First bad frame
[00:11] the spinner restarts
## Suspect files
- `net/retry.cpp:42` high: the delay is compared before it is doubled
- `ui/spinner.cpp:7` low: it restarts on every signal
## Open questions
- Which version of the server?
## Test idea
Ask for the delay after 100 attempts.
)";

ui::WorksPage& page(ShotStage& stage)
{
    stage.part<ui::InspectorPane>().showTab(ui::InspectorTab::Files);
    stage.settle();
    return stage.part<ui::WorksPage>();
}

QWidget* worksOf(ShotStage& stage, std::vector<std::string> answers)
{
    session::Session session;
    session.id = std::string(32, 'e');
    session.title = "Shop";
    for (std::string& answer : answers) {
        session::Turn turn;
        turn.id = static_cast<session::TurnId>(session.turns.size()) + 1;
        turn.question.parent = turn.id - 1;
        turn.question.text = "Make this into Terraform.";
        turn.parts.push_back({session::PartKind::Text, std::move(answer), {}, {}});
        turn.ending.state = session::TurnState::Finished;
        session.turns.push_back(std::move(turn));
    }
    session.desk.branch = session.turns.back().id;
    stage.show(std::move(session));
    ui::WorksPage& shown = page(stage);
    CHECK(QTest::qWaitFor([&shown] { return !shown.watch().works().isEmpty(); }),
          "the answers are read");
    stage.settle();
    return &stage.part<QWidget>(u"inspector"_s);
}

QWidget* scrolledDown(ShotStage& stage)
{
    for (QWidget* above = page(stage).parentWidget(); above != nullptr;
         above = above->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(above)) {
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
            break;
        }
    }
    stage.settle();
    return &stage.part<QWidget>(u"inspector"_s);
}

QWidget* nothingMade(ShotStage& stage)
{
    stage.showEmpty();
    page(stage);
    return &stage.part<QWidget>(u"inspector"_s);
}

QWidget* filesMade(ShotStage& stage)
{
    return worksOf(stage, {kFilesAnswer});
}

QWidget* versionsMade(ShotStage& stage)
{
    return worksOf(stage,
                   {kFilesAnswer,
                    "```hcl versions.tf\nterraform {\n  required_version = "
                    "\">= 1.6\"\n}\n```\n"});
}

QWidget* graphRead(ShotStage& stage)
{
    filesMade(stage);
    return scrolledDown(stage);
}

QWidget* notChecked(ShotStage& stage)
{
    filesMade(stage);
    ui::WorksWatch& watch = page(stage).watch();
    watch.setTools({{"/nonexistent"}});
    watch.check();
    CHECK(QTest::qWaitFor([&watch] { return watch.checks().has_value(); }), "checks end");
    stage.settle();
    return scrolledDown(stage);
}

QWidget* savingPlanned(ShotStage& stage)
{
    filesMade(stage);
    ui::WorksWatch& watch = page(stage).watch();
    watch.plan(u"/srv"_s); // which every machine has
    CHECK(QTest::qWaitFor([&watch] { return watch.plan().has_value(); }), "a plan is made");
    stage.settle();
    return &stage.part<QWidget>(u"inspector"_s);
}

QWidget* savingRefused(ShotStage& stage)
{
    filesMade(stage);
    ui::WorksWatch& watch = page(stage).watch();
    watch.plan(u"/nonexistent/folder"_s);
    CHECK(QTest::qWaitFor([&watch] { return !watch.trouble().isEmpty(); }), "there is none");
    stage.settle();
    return &stage.part<QWidget>(u"inspector"_s);
}

QWidget* reported(ShotStage& stage)
{
    return worksOf(stage, {kReportAnswer});
}

/// What it is about, before anything lies ready for it.
QWidget* presetChosen(ShotStage& stage)
{
    stage.showEmpty();
    stage.window().page().composer().choosePreset(u"diagram-terraform-aws"_s);
    stage.settle();
    return &stage.window();
}

constexpr ShotRow kRows[] = {
    {"files-empty", kWorksLow, World::Endpoints, nothingMade},
    {"files-made", kWorksTall, World::Endpoints, filesMade},
    {"files-versions", kWorksLow, World::Endpoints, versionsMade},
    {"files-graph", kWorksLow, World::Endpoints, graphRead},
    {"files-not-checked", kWorksTall, World::Endpoints, notChecked},
    {"files-save", kWorksTall, World::Endpoints, savingPlanned},
    {"files-save-refused", kWorksTall, World::Endpoints, savingRefused},
    {"files-report", kWorksTall, World::Endpoints, reported},
    {"files-report-mirrored", kWorksTall, World::Endpoints, reported, Qt::RightToLeft},
    {"files-large", kWorksTall, World::Endpoints, filesMade, Qt::LeftToRight, 150},
    {"composer-preset", kWorksLow, World::Endpoints, presetChosen},
};

} // namespace

std::span<const ShotRow> worksShots()
{
    return kRows;
}

} // namespace tf::test
