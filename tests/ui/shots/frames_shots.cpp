// The Frames tab, in each of its states: hand-made values on a board in a pane of its own.

#include "tests/ui/frames/prepared_clip.h"
#include "tests/ui/shots/shot_row.h"
#include "ui/frames/frames_board.h"
#include "ui/frames/frames_page.h"
#include "ui/frames/screen/frame_screen.h"
#include "ui/widgets/pane.h"

#include <QApplication>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

constexpr QSize kInspector(340, 800);
constexpr QSize kSlim(300, 760);
constexpr QSize kBroad(900, 560);

constexpr QSize kZoomed(440, 1000);

/// The tab has the pane for itself; windows are not as narrow as panes.
ui::Pane& paneWith(ShotStage& stage, QWidget* page, QSize size = kInspector)
{
    auto* pane = new ui::Pane(stage.theme(), ui::Token::SidePane, u"Inspector"_s, &stage.window());
    pane->addPart(page, 1);
    pane->resize(size);
    pane->show();
    return *pane;
}

struct ShownBoard {
    ui::Pane& pane;
    ui::FramesBoard& board;
};

ShownBoard boardOn(ShotStage& stage, ui::BoardUse use = ui::BoardUse::Choosing)
{
    auto* board = new ui::FramesBoard(stage.theme());
    auto& pane = paneWith(stage, board);
    QObject::connect(board, &ui::FramesBoard::smallAsked, board,
                     [board](const std::vector<std::int64_t>& indices) {
                         for (const std::int64_t index : indices)
                             board->setSmall(flatFrame(index, 160, 90));
                     });
    board->begin(use);
    board->setLook(tenMinutes());
    board->setChanges(knownChanges());
    board->setSending(fortyThree());
    board->setTierTokens({3960, 15'840, 63'360});
    board->setFrame(flatFrame(3990, 640, 360));
    board->setCited({133, 305});
    stage.settle();
    return {pane, *board};
}

QWidget* sized(ShotStage& stage, ui::FramesBoard::Side side, QSize size)
{
    const auto shown = boardOn(stage);
    shown.pane.resize(size);
    shown.board.showSide(side);
    stage.settle();
    return &shown.pane;
}

QWidget* normal(ShotStage& stage)
{
    return sized(stage, ui::FramesBoard::Side::Frames, kInspector);
}

QWidget* slim(ShotStage& stage)
{
    return sized(stage, ui::FramesBoard::Side::Frames, kSlim);
}

QWidget* broad(ShotStage& stage)
{
    return sized(stage, ui::FramesBoard::Side::Frames, kBroad);
}

QWidget* sampling(ShotStage& stage)
{
    return sized(stage, ui::FramesBoard::Side::Sampling, kInspector);
}

QWidget* broadSampling(ShotStage& stage)
{
    return sized(stage, ui::FramesBoard::Side::Sampling, kBroad);
}

QWidget* zoomed(ShotStage& stage)
{
    return sized(stage, ui::FramesBoard::Side::Sampling, kZoomed);
}

QWidget* covering(ShotStage& stage)
{
    const auto shown = boardOn(stage);
    app::ClipChoice choice;
    choice.from = 60;
    choice.to = 480;
    choice.covered = {{60, 480, {{300, 420}, {640, 260}}}};
    choice.dropped = {15};
    choice.picked = {133};
    shown.board.setChoice(choice);
    QKeyEvent key(QEvent::KeyPress, Qt::Key_C, Qt::NoModifier);
    QApplication::sendEvent(&shown.board, &key);
    shown.board.screen().choose(0);
    stage.settle();
    return &shown.pane;
}

QWidget* citedWithout(ShotStage& stage)
{
    const auto shown = boardOn(stage);
    shown.board.showMoment(305);
    shown.board.setFrame(flatFrame(9150, 640, 360));
    stage.settle();
    return &shown.pane;
}

QWidget* citedWith(ShotStage& stage)
{
    const auto shown = boardOn(stage);
    shown.board.showMoment(133);
    stage.settle();
    return &shown.pane;
}

QWidget* tooMuch(ShotStage& stage)
{
    const auto shown = boardOn(stage);
    auto sending = fortyThree();
    sending.tokens = 192'000;
    sending.capUsed = 1.12;
    sending.dropped = {"57 of 600 frames were dropped: one clip may show 192,000 tokens."};
    sending.duplicates = 214;
    sending.awaitsMoments = true;
    shown.board.setSending(sending);
    shown.board.setChanges(knownChanges(372));
    stage.settle();
    return &shown.pane;
}

QWidget* refusedClip(ShotStage& stage)
{
    const auto shown = boardOn(stage);
    workspace::ClipSending sending;
    sending.problem = "lab takes neither clips nor pictures: choose another engine.";
    shown.board.setSending(sending);
    stage.settle();
    return &shown.pane;
}

QWidget* earlier(ShotStage& stage)
{
    return &boardOn(stage, ui::BoardUse::Looking).pane;
}

QWidget* mended(ShotStage& stage)
{
    const auto shown = boardOn(stage);
    shown.board.setNote(u"The decoder ended and was started anew; nothing is lost."_s);
    stage.settle();
    return &shown.pane;
}

/// The page itself, with nothing in it.
QWidget* emptyPage(ShotStage& stage)
{
    auto& pane = paneWith(stage, new ui::FramesPage(stage.theme(), stage.workspace().store()));
    stage.settle();
    return &pane;
}

constexpr ShotRow kRows[] = {
    {"frames-empty", kInspector, World::Nothing, emptyPage},
    {"frames", kInspector, World::Nothing, normal},
    {"frames-slim", kInspector, World::Nothing, slim},
    {"frames-broad", kInspector, World::Nothing, broad},
    {"frames-sampling", kInspector, World::Nothing, sampling},
    {"frames-covering", kInspector, World::Nothing, covering},
    {"frames-cited-without", kInspector, World::Nothing, citedWithout},
    {"frames-cited-with", kInspector, World::Nothing, citedWith},
    {"frames-too-much", kInspector, World::Nothing, tooMuch},
    {"frames-refused", kInspector, World::Nothing, refusedClip},
    {"frames-earlier", kInspector, World::Nothing, earlier},
    {"frames-mended", kInspector, World::Nothing, mended},
    {"frames-mirrored", kInspector, World::Nothing, broadSampling, Qt::RightToLeft},
    {"frames-zoomed", kInspector, World::Nothing, zoomed, Qt::LeftToRight, 150},
};

} // namespace

std::span<const ShotRow> framesShots()
{
    return kRows;
}

} // namespace tf::test
