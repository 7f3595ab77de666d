// The inspector's Code tab: no file, one as it was sent, changed since, gone, long, mirrored; and
// an answer whose places carry their marks.

#include "tests/ui/shots/shot_row.h"
#include "ui/inspector/inspector_pane.h"
#include "ui/viewer/code_page.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

constexpr QSize kTabSize(1280, 560); // of which the inspector takes 340
constexpr QSize kWide(1900, 560);

const char* const kSent =
    "#include \"net/retry.h\"\n\nnamespace net {\n\n/// Waits twice as long after each try.\n"
    "Delay Retry::next()\n{\n\tauto delay = m_base << m_attempt++;\n"
    "\tif (delay > kMaxDelay)\n\t\tdelay = kMaxDelay;\n\treturn delay;\n}\n\n} // namespace net\n";
const char* const kNow =
    "#include \"net/retry.h\"\n#include \"net/clock.h\"\n\nnamespace net {\n\n"
    "/// Waits twice as long after each try.\nDelay Retry::next()\n{\n"
    "\tauto delay = std::min(m_base << m_attempt++, kMaxDelay);\n\treturn delay;\n}\n\n"
    "} // namespace net\n";

workspace::SourceSides sidesOf(const std::string& sent, const std::string& now)
{
    workspace::SourceSides sides;
    sides.path = "src/net/retry.cpp";
    sides.turn = 3;
    sides.sent = std::make_shared<workspace::LineText>(sent);
    sides.now = std::make_shared<workspace::LineText>(now);
    sides.map = std::make_shared<workspace::LineMap>(*sides.sent, *sides.now);
    return sides;
}

ui::CodePage& codeTab(ShotStage& stage)
{
    stage.showEmpty();
    stage.part<ui::InspectorPane>().showTab(ui::InspectorTab::Code);
    return stage.part<ui::CodePage>();
}

/// What is really there is another thing, and is waited for.
void open(ui::CodePage& tab, const std::string& path, session::LineRange lines)
{
    tab.open({3, path, lines});
    CHECK(QTest::qWaitFor([&tab] { return !tab.isReading(); }, 20'000), "the file was looked for");
}

QWidget* pane(ShotStage& stage)
{
    stage.settle();
    return &stage.part(u"inspector"_s);
}

QWidget* empty(ShotStage& stage)
{
    codeTab(stage);
    return pane(stage);
}

QWidget* reading(ShotStage& stage)
{
    codeTab(stage).open({3, "src/net/retry.cpp", {8, 10}});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    return &stage.part(u"inspector"_s);
}

ui::CodePage& opened(ShotStage& stage)
{
    ui::CodePage& tab = codeTab(stage);
    open(tab, "src/net/retry.cpp", {8, 10});
    tab.showSides(sidesOf(kSent, kNow));
    return tab;
}

QWidget* sent(ShotStage& stage)
{
    opened(stage);
    return pane(stage);
}

QWidget* now(ShotStage& stage)
{
    opened(stage).showSide(ui::CodePage::Side::Now);
    return pane(stage);
}

QWidget* both(ShotStage& stage)
{
    opened(stage).showSide(ui::CodePage::Side::Both);
    return pane(stage);
}

QWidget* finding(ShotStage& stage)
{
    ui::CodePage& tab = opened(stage);
    tab.openFind();
    stage.type(u"delay"_s);
    return pane(stage);
}

QWidget* gone(ShotStage& stage)
{
    ui::CodePage& tab = opened(stage);
    workspace::SourceSides sides = sidesOf(kSent, "");
    sides.now.reset();
    sides.map.reset();
    sides.whyNotNow = "The file is not there any more.";
    tab.showSides(sides);
    tab.showSide(ui::CodePage::Side::Now);
    return pane(stage);
}

/// Long lines, signs that nobody can see, letters of another direction.
QWidget* odd(ShotStage& stage)
{
    ui::CodePage& tab = codeTab(stage);
    open(tab, "assets/a file with a very long name that does not fit/bundle.min.js", {2, 2});
    auto sides = sidesOf("const a = \"\xe2\x80\xae"
                         "txt.exe\"\n"
                             + std::string(40'000, 'x')
                             + "\n\x01\x02 // \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d\r\n\nend\n",
                         "");
    sides.path = "assets/a file with a very long name that does not fit/bundle.min.js";
    tab.showSides(sides);
    return pane(stage);
}

QWidget* answer(ShotStage& stage)
{
    session::Session talk;
    talk.id = "c17ed0123456789abcdef0123456789a";
    talk.title = "Retry bug";
    talk.createdAt = 1'700'000'000'000;
    session::Turn turn;
    turn.id = 1;
    turn.question.text = "Where does the retry go wrong?";
    turn.question.manifest = {
        {.blob = std::string(40, 'a'), .path = "src/net/retry.cpp", .lines = {1, 60}},
        {.blob = std::string(40, 'b'), .path = "src/ui/wheel.h", .lines = {1, 20}},
        {.blob = std::string(40, 'c'), .path = "lib/ui/wheel.h", .lines = {1, 20}}};
    turn.parts = {
        {session::PartKind::Text,
         "The cap is lost in src/net/retry.cpp:42; `src/net/retry.cpp:57-61` has it, and "
         "wheel.h:9 shows it. See also `docs/retries.md:3`.\n\n| place | what |\n|---|---|\n"
         "| src/net/retry.cpp:44 | doubled before it is compared |\n",
         {},
         {}}};
    turn.ending.state = session::TurnState::Finished;
    turn.beganAt = 1'700'000'000'000;
    turn.endedAt = turn.beganAt + 18'000;
    talk.turns = {turn};
    stage.show(std::move(talk));
    stage.settle();
    return &stage.part(u"conversation"_s);
}

constexpr ShotRow kRows[] = {
    {"code-empty", kTabSize, World::Endpoints, empty},
    {"code-reading", kTabSize, World::Endpoints, reading},
    {"code-sent", kTabSize, World::Endpoints, sent},
    {"code-now", kTabSize, World::Endpoints, now},
    {"code-both", kWide, World::Endpoints, both},
    {"code-finding", kTabSize, World::Endpoints, finding},
    {"code-gone", kTabSize, World::Endpoints, gone},
    {"code-odd", kTabSize, World::Endpoints, odd},
    {"code-mirrored", kTabSize, World::Endpoints, sent, Qt::RightToLeft},
    {"code-large", kTabSize, World::Endpoints, sent, Qt::LeftToRight, 150},
    {"code-answer", kTabSize, World::Endpoints, answer},
};

} // namespace

std::span<const ShotRow> viewerShots()
{
    return kRows;
}

} // namespace tf::test
