// Where a question is written, in each of its states.

#include "tests/app/endpoint/chunk_json.h"
#include "tests/ui/shots/shot_row.h"
#include "ui/composer/chip_row.h"
#include "ui/composer/composer.h"
#include "ui/composer/composer_card.h"
#include "ui/composer/composer_edit.h"
#include "ui/composer/notice_lines.h"
#include "ui/composer/obstacles.h"
#include "ui/shell/session_page.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

using workspace::TrayItem;
using workspace::TrayKind;
using workspace::TrayState;

constexpr QSize kWide(940, 600); // the sessions take 240 of it
constexpr QSize kNarrow(496, 560);

ui::Composer& composer(ShotStage& stage)
{
    return stage.window().page().composer();
}

QWidget* row(ShotStage& stage)
{
    stage.settle();
    return composer(stage).parentWidget();
}

void write(ShotStage& stage, const QString& text)
{
    auto* edit = composer(stage).findChild<ui::ComposerEdit*>();
    edit->setPlainText(text);
    edit->moveCursor(QTextCursor::End);
}

/// Four colours, as few screens have.
workspace::Preview preview()
{
    auto rgb = std::make_shared<std::vector<std::uint8_t>>();
    for (int y = 0; y < 108; ++y) {
        for (int x = 0; x < 192; ++x) {
            const bool isBar = y < 14;
            const bool isCard = x > 40 && x < 150 && y > 34 && y < 86;
            const std::uint8_t grey = isBar ? 60 : isCard ? 250 : 215;
            rgb->insert(rgb->end(), {grey, grey, std::uint8_t(isCard && y > 70 ? 120 : grey)});
        }
    }
    return {192, 108, rgb};
}

TrayItem ready(workspace::TrayId id, TrayKind kind, std::string title, std::string detail,
               std::int64_t tokens)
{
    TrayItem item;
    item.id = id;
    item.kind = kind;
    item.state = TrayState::Ready;
    item.title = std::move(title);
    item.detail = std::move(detail);
    item.tokens = tokens;
    return item;
}

std::vector<TrayItem> items()
{
    auto picture = ready(2, TrayKind::Picture, "checkout.png", "1920×1080", 2306);
    picture.quality = ingest::Quality::Exact;
    picture.preview = preview();
    auto clip = ready(4, TrayKind::Clip, "recording of the checkout, second try.mp4",
                      "2:41, 40 frames", 11'200);
    clip.preview = preview();
    return {ready(1, TrayKind::Repository, "billing @ 3f2c1a0 +2", "1,840 files", 212'000), picture,
            ready(3, TrayKind::Text, "server.log", "4,210 lines", 18'400), clip};
}

void putOnTray(ShotStage& stage, const std::vector<TrayItem>& what)
{
    composer(stage).findChild<ui::ChipRow*>()->show(what);
    const auto words = composer(stage).findChild<ui::ComposerEdit*>()->toPlainText().toStdString();
    std::int64_t tokens = words.empty() ? 0 : ingest::roughCount(words);
    for (const TrayItem& item : what)
        tokens += item.tokens;
    composer(stage).findChild<ui::ComposerCard*>()->show(
        ui::estimateOf(tokens, ingest::Quality::Estimated, stage.workspace().engines().find("work"),
                       "2026-11-21"));
}

void say(ShotStage& stage, const ui::Obstacles& obstacles)
{
    composer(stage).findChild<ui::NoticeLines*>()->show(ui::linesOf(obstacles, {}));
}

QWidget* empty(ShotStage& stage)
{
    stage.showEmpty();
    return row(stage);
}

QWidget* written(ShotStage& stage)
{
    stage.showEmpty();
    write(
        stage,
        u"Where does the retry go wrong? The spinner starts again after about two minutes, and "
        "only when the first answer of the server was a time-out.\n\nPlease name file and line."_s);
    return row(stage);
}

QWidget* chips(ShotStage& stage)
{
    stage.showEmpty();
    write(stage, u"Where does the retry go wrong?"_s);
    stage.settle();
    putOnTray(stage, items());
    return row(stage);
}

QWidget* reading(ShotStage& stage)
{
    stage.showEmpty();
    auto what = items();
    what[0].state = TrayState::Reading;
    what[0].detail = "counting tokens";
    what[0].done = 700;
    what[0].total = 1840;
    what[2].state = TrayState::Reading;
    what[2].detail = "reading";
    what[0].tokens = what[2].tokens = 0;
    what.pop_back();
    putOnTray(stage, what);
    ui::Obstacles now;
    now.isWaiting = true;
    now.awaited = ui::Composer::tr("What goes along is still being read.");
    say(stage, now);
    return row(stage);
}

QWidget* refused(ShotStage& stage)
{
    stage.showEmpty();
    auto what = items();
    what.pop_back();
    what[2].kind = TrayKind::Unknown;
    what[2].state = TrayState::Failed;
    what[2].title = "report.pdf";
    what[2].detail = "PDF, 2.3 MB: cannot be read";
    what[2].tokens = 0;
    putOnTray(stage, what);
    ui::Obstacles now;
    now.tray.problems = {
        "report.pdf (PDF, 2.3 MB: cannot be read): remove it, or send its name alone"};
    say(stage, now);
    return row(stage);
}

QWidget* secrets(ShotStage& stage)
{
    stage.showEmpty();
    write(stage, u"Why is this key refused?"_s);
    stage.settle();
    ui::Obstacles now;
    now.tray.leaks = {"AWS access key at settings.py:4, begins AKIA"};
    now.tray.problems = now.tray.leaks;
    say(stage, now);
    return row(stage);
}

QWidget* overBudget(ShotStage& stage)
{
    stage.showEmpty();
    auto what = items();
    what[0].tokens = 1'240'000;
    putOnTray(stage, what);
    ui::Obstacles now;
    now.tray.problems = {"1,271,906 tokens, 271,906 more than there is room for: remove something, "
                         "or choose an engine with a longer context"};
    say(stage, now);
    return row(stage);
}

QWidget* queue(ShotStage& stage)
{
    stage.showEmpty();
    Answer answer;
    answer.head = streamHead();
    answer.after = After::Keep;
    answer.blocks.append("data: " + contentOf("It is") + "\n\n");
    stage.answerWith(answer);
    stage.ask(u"Where does the retry go wrong?"_s, u"It is"_s);
    for (const QString& question :
         {u"And how would you test it?"_s,
          u"Then write the change log, one line for each file that was touched, and say why it was "
          "touched and what would have happened without it."_s}) {
        write(stage, question);
        stage.settle();
        QTest::keyClick(composer(stage).findChild<ui::ComposerEdit*>(), Qt::Key_Return);
    }
    return row(stage);
}

QWidget* mirrored(ShotStage& stage)
{
    stage.showEmpty();
    write(stage, u"למה זה נכשל?"_s);
    stage.settle();
    putOnTray(stage, items());
    return row(stage);
}

QWidget* readOnly(ShotStage& stage)
{
    stage.showEmpty();
    composer(stage).setReadOnly(u"Another Trifold has the sessions open to write."_s);
    return row(stage);
}

constexpr ShotRow kRows[] = {
    {"composer-empty-wide", kWide, World::Endpoints, empty},
    {"composer-no-engine", kWide, World::Nothing, empty},
    {"composer-written", kWide, World::Endpoints, written},
    {"composer-tray", kWide, World::Endpoints, chips},
    {"composer-reading", kWide, World::Endpoints, reading},
    {"composer-refused", kWide, World::Endpoints, refused},
    {"composer-secrets", kWide, World::Endpoints, secrets},
    {"composer-over-budget", kWide, World::Endpoints, overBudget},
    {"composer-queued", kWide, World::Endpoints, queue},
    {"composer-read-only", kWide, World::Endpoints, readOnly},
    {"composer-narrow", kNarrow, World::Endpoints, chips},
    {"composer-mirrored", kWide, World::Endpoints, mirrored, Qt::RightToLeft},
};

} // namespace

std::span<const ShotRow> composerShots()
{
    return kRows;
}

} // namespace tf::test
