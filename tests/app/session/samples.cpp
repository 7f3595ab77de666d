#include "tests/app/session/samples.h"

#include "app/session/moment.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <fstream>

namespace tf::test {

using namespace tf::session;

namespace {

RequestSettings makeRequest(Gen& gen)
{
    return {gen.text(), gen.text(), gen.text(), static_cast<Thinking>(gen.below(3)),
            gen.between(0, 1 << 20)};
}

Settings makeSettings(Gen& gen)
{
    return {makeRequest(gen), gen.text()};
}

Source makeSource(Gen& gen)
{
    return {static_cast<SourceKind>(gen.below(4)),
            gen.text(),
            gen.text(),
            gen.text(),
            gen.text(),
            std::vector<std::string>(gen.below(3), "-*.csv")};
}

std::vector<Source> makeSources(Gen& gen)
{
    std::vector<Source> sources;
    for (auto count = gen.below(3); count > 0; --count)
        sources.push_back(makeSource(gen));
    return sources;
}

Part makePart(Gen& gen)
{
    Part part = {static_cast<PartKind>(gen.below(5)), gen.text(), "", ""};
    if (part.kind != PartKind::Text && part.kind != PartKind::Reasoning) {
        part.name = gen.text();
        part.callId = std::to_string(gen.below(3));
    }
    return part;
}

Ending makeEnding(Gen& gen)
{
    return {static_cast<TurnState>(gen.between(1, 3)),
            gen.text(),
            {gen.between(0, 1 << 20), gen.between(0, 9), gen.between(0, 9), gen.between(0, 9)},
            gen.text()};
}

Change makeChange(Gen& gen, TurnId lastTurn)
{
    const auto some = gen.between(0, lastTurn);
    switch (gen.below(lastTurn == 0 ? 5 : 9)) {
    case 0:
        return TurnBegan{lastTurn + 1, makeQuestion(gen, some)};
    case 1:
        return Renamed{gen.text(), gen.text()};
    case 2:
        return Configured{makeSettings(gen), makeSettings(gen)};
    case 3:
        return SourcesChanged{makeSources(gen), makeSources(gen)};
    case 4:
        return Trashed{gen.between(0, 1), gen.oneIn(2) ? 0 : gen.between(1, 1000)};
    case 5:
        return TurnRemoved{std::max<TurnId>(some, 1), gen.oneIn(2), gen.oneIn(2)};
    case 6:
        return TurnEnded{std::max<TurnId>(some, 1), makeEnding(gen)};
    default:
        return PartsGrew{std::max<TurnId>(some, 1), {makePart(gen), makePart(gen)}};
    }
}

} // namespace

Question makeQuestion(Gen& gen, TurnId parent)
{
    Question question = {.parent = parent, .text = gen.text()};
    question.settings = makeRequest(gen);
    for (auto count = gen.below(3); count > 0; --count)
        question.attachments.push_back({gen.text(), gen.text(), gen.text(), gen.between(0, 3),
                                        gen.text(), gen.text(), gen.text(), gen.between(0, 9)});
    for (auto count = gen.below(4); count > 0; --count)
        question.manifest.push_back({gen.text(),
                                     gen.text(),
                                     {gen.between(0, 9), gen.between(0, 9)},
                                     gen.between(0, 1 << 20),
                                     static_cast<ItemRole>(gen.below(5)),
                                     gen.oneIn(2)});
    for (auto count = gen.below(3); count > 0; --count)
        question.overrides.push_back(gen.text());
    return question;
}

std::vector<Event> makeEvents(Gen& gen, const SessionId& id, std::size_t count)
{
    std::vector<Event> events;
    events.push_back({.session = id, .time = 1, .change = Created{gen.text(), makeSettings(gen)}});
    TurnId lastTurn = kNoTurn;
    while (events.size() < count) {
        const auto time = static_cast<std::int64_t>(gen.below(1000)); // clocks jump
        Event event = {.session = id, .time = time, .change = makeChange(gen, lastTurn)};
        lastTurn += std::holds_alternative<TurnBegan>(event.change) ? 1 : 0;
        events.push_back(std::move(event));
    }
    return events;
}

Session makeSession(Gen& gen)
{
    Session session = {
        .title = gen.text(), .settings = makeSettings(gen), .sources = makeSources(gen)};
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (int idx = 0; idx < 32; ++idx)
        session.id += gen.pick(kDigits);
    session.createdAt = gen.between(1, 1'000'000);
    session.trashedAt = gen.oneIn(4) ? gen.between(1, 1'000'000) : 0;
    for (TurnId id = 1, count = gen.between(0, 6); id <= count; ++id) {
        Turn turn = {.id = id, .question = makeQuestion(gen, gen.between(0, id - 1))};
        for (auto parts = gen.below(4); parts > 0; --parts)
            turn.parts.push_back({static_cast<PartKind>(parts), gen.text(), gen.text(), ""});
        turn.ending = makeEnding(gen);
        turn.beganAt = gen.between(1, 1000);
        turn.endedAt = gen.between(1, 1000);
        turn.removed = gen.oneIn(5);
        session.turns.push_back(std::move(turn));
    }
    session.desk = {gen.text(), gen.between(0, 6), gen.text()};
    return session;
}

StoreFolder::StoreFolder()
    : m_folder(QFileInfo(QStringLiteral("/dev/shm")).isWritable()
                   ? QStringLiteral("/dev/shm/trifold-XXXXXX")
                   : QDir::tempPath() + QStringLiteral("/trifold-XXXXXX"))
{
}

StorePlace StoreFolder::place() const
{
    return {.folder = m_folder.path().toStdString() + "/store"};
}

std::unique_ptr<Journal> StoreFolder::open() const
{
    return MUST(Journal::open(place()));
}

Reader StoreFolder::read() const
{
    return MUST(Reader::open(place()));
}

std::vector<Session> StoreFolder::sessions() const
{
    Reader reader = read();
    std::vector<Session> sessions;
    for (const Shelf shelf : {Shelf::Kept, Shelf::Trash}) {
        for (const SessionLine& line : MUST(reader.list(shelf)))
            sessions.push_back(MUST(reader.load(line.id)));
    }
    std::sort(sessions.begin(), sessions.end(),
              [](const Session& a, const Session& b) { return a.id < b.id; });
    return sessions;
}

TurnId addTurn(Journal& journal, const SessionId& id, const std::string& question,
               const std::string& answer, TurnId parent)
{
    const TurnId turn = MUST(journal.begin(id, {.parent = parent, .text = question}));
    const Event grew = {.session = id,
                        .time = nowMs(),
                        .change = PartsGrew{turn, {{PartKind::Text, answer, "", ""}}}};
    MUST(journal.append({&grew, 1}));
    MUST(journal.end(id, turn, {}));
    return turn;
}

std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void put(const std::filesystem::path& path, const std::string& content)
{
    std::ofstream(path, std::ios::binary) << content;
}

} // namespace tf::test
