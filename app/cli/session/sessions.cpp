#include "app/cli/session/sessions.h"

#include "app/cli/command_line.h"
#include "app/cli/json_lines.h"
#include "app/cli/session/store_option.h"
#include "app/cli/shown_text.h"
#include "app/session/markdown.h"
#include "app/session/moment.h"
#include "engine/json/value.h"
#include "kernels/base/words.h"

#include <cstdio>

namespace tf::cli {

namespace {

using session::Journal;
using session::Reader;

constexpr std::string_view kSessionsUsage =
    "usage: m3 sessions [list] [--trash]\n"
    "       m3 sessions show ID\n"
    "       m3 sessions search WORDS\n"
    "       m3 sessions trash ID | restore ID\n"
    "       m3 sessions purge [--days N]\n"
    "       m3 sessions backups\n"
    "\n"
    "ID may be shortened as long as it is clear. Words must all stand in one message; \"in "
    "quotes\"\n"
    "they follow each other. What lies in the trash stays there until it is purged. Backups are "
    "files\n"
    "that a repair or a newer Trifold set aside; they are yours to delete.\n"
    "\n"
    "  --trash            list what lies in the trash\n"
    "  --json             a JSON object a line\n"
    "  --most N           results of a search (default 20)\n"
    "  --days N           purge what has been in the trash longer (default 30), for good\n";

struct Asked {
    session::StorePlace place;
    std::string what;
    std::vector<std::string> rest;
    session::Shelf shelf = session::Shelf::Kept;
    bool json = false;
    int most = 20;
    std::int64_t days = 30;
};

void print(const std::string& text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
}

json::Member member(std::string_view name, const std::string& text)
{
    return {std::string(name), json::Value::string(text)};
}

json::Member member(std::string_view name, std::int64_t number)
{
    return {std::string(name), json::Value::number(std::to_string(number))};
}

std::string jsonOf(const session::SessionLine& line)
{
    return jsonLine(json::write(json::Value::object(
        {member("id", line.id), member("title", line.title), member("createdAt", line.createdAt),
         member("changedAt", line.changedAt), member("trashedAt", line.trashedAt),
         member("turns", line.turns)})));
}

std::string jsonOf(const session::Found& found)
{
    const bool inQuestion = found.in == session::FoundIn::Question;
    return jsonLine(json::write(json::Value::object(
        {member("session", found.session), member("title", found.title), member("turn", found.turn),
         member("in", inQuestion ? "question" : "answer"), member("excerpt", found.excerpt.text),
         member("matchBegin", static_cast<std::int64_t>(found.excerpt.matchBegin)),
         member("matchEnd", static_cast<std::int64_t>(found.excerpt.matchEnd))})));
}

Result<> list(const Asked& asked)
{
    auto reader = TRY(readerOf(asked.place));
    if (!reader)
        return {};
    for (const session::SessionLine& line : TRY(reader->list(asked.shelf))) {
        const std::string shown =
            words(line.id.substr(0, 8), "  ", session::shownTime(line.changedAt), "  ", line.turns,
                  line.turns == 1 ? " turn   " : " turns  ", shownText(line.title), "\n");
        print(asked.json ? jsonOf(line) : shown);
    }
    return {};
}

Result<> show(const Asked& asked)
{
    auto reader = TRY(readerOf(asked.place));
    if (!reader)
        return Error{Code::NotFound, "no sessions are kept yet"};
    const auto id = TRY(reader->complete(asked.rest.at(0)));
    print(session::writeMarkdown(TRY(reader->load(id)), session::Reasoning::Left));
    return {};
}

Result<> search(const Asked& asked)
{
    auto reader = TRY(readerOf(asked.place));
    if (!reader)
        return {};
    session::SearchRequest request;
    for (const std::string& word : asked.rest)
        request.typed += (request.typed.empty() ? "" : " ") + word;
    request.most = asked.most;
    for (const session::Found& found : TRY(reader->search(request))) {
        const std::string shown =
            words(found.session.substr(0, 8), "  ", shownText(found.title), ", turn ", found.turn,
                  found.in == session::FoundIn::Question ? ", question: " : ", answer: ",
                  shownText(found.excerpt.text), "\n");
        print(asked.json ? jsonOf(found) : shown);
    }
    return {};
}

Result<> move(const Asked& asked)
{
    const auto journal = TRY(journalOf(asked.place));
    Reader reader = TRY(Reader::open(asked.place));
    const auto id = TRY(reader.complete(asked.rest.at(0)));
    const bool isTrashed = TRY(reader.load(id)).trashedAt != 0;
    const bool toTrash = asked.what == "trash";
    if (isTrashed == toTrash)
        return Error{Code::BadInput,
                     words(id, toTrash ? " lies in the trash already" : " is not in the trash")};
    TRY(journal->change(id, session::Trashed{0, toTrash ? session::nowMs() : 0}));
    return {};
}

Result<> purge(const Asked& asked)
{
    const auto journal = TRY(journalOf(asked.place));
    constexpr std::int64_t kDayMs = 24 * 3600 * 1000;
    const Journal::Purged purged = TRY(journal->purge(session::nowMs() + 1 - asked.days * kDayMs));
    print(words("purged ", purged.sessions, " sessions and ", purged.swept.blobs, " contents of ",
                purged.swept.bytes, " bytes\n"));
    return {};
}

std::string_view adviceOn(session::SetAside::Why why)
{
    if (why == session::SetAside::Why::Damaged)
        return "damaged; what could be read of it is kept: delete it when nothing is missing";
    return "whole, from before an update; an older Trifold reads it as sessions.db: delete it when "
           "you do not go back";
}

Result<> backups(const Asked& asked)
{
    for (const session::SetAside& aside : session::StoreFiles{asked.place.folder}.setAside()) {
        const bool isDamaged = aside.why == session::SetAside::Why::Damaged;
        const std::string object = json::write(json::Value::object(
            {member("file", aside.file.native()), member("why", isDamaged ? "damaged" : "older"),
             member("time", aside.time), member("bytes", aside.bytes)}));
        const std::string shown =
            words(shownText(aside.file.native()), "  ", session::shownTime(aside.time), "  ",
                  aside.bytes, " bytes  ", adviceOn(aside.why), "\n");
        print(asked.json ? jsonLine(object) : shown);
    }
    return {};
}

Asked read(Options& options)
{
    Asked asked;
    asked.place = storePlaceOf(options);
    asked.shelf = options.flag("--trash") ? session::Shelf::Trash : session::Shelf::Kept;
    asked.json = options.flag("--json");
    asked.most = static_cast<int>(options.number("--most", 20, 1, 10'000));
    asked.days = options.number("--days", 30, 0, 100'000);
    asked.rest = options.rest();
    if (!asked.rest.empty()) {
        asked.what = asked.rest.front();
        asked.rest.erase(asked.rest.begin());
    }
    return asked;
}

struct Job {
    std::string_view name;
    Result<> (*run)(const Asked&);
    std::size_t least; ///< words that must follow
    std::size_t most;
};

constexpr Job kJobs[] = {
    {"", list, 0, 0},          {"list", list, 0, 0},       {"show", show, 1, 1},
    {"search", search, 1, 99}, {"trash", move, 1, 1},      {"restore", move, 1, 1},
    {"purge", purge, 0, 0},    {"backups", backups, 0, 0},
};

int runSessions(std::span<const std::string> arguments)
{
    Options options(arguments);
    const Asked asked = read(options);
    if (options.problem())
        return misused("sessions", *options.problem());
    for (const Job& job : kJobs) {
        if (job.name != asked.what)
            continue;
        if (asked.rest.size() < job.least || asked.rest.size() > job.most)
            return misused("sessions", words(asked.what, ": that many words make no sense"));
        const auto done = job.run(asked);
        return done ? int(kDone) : failed(done.error().text);
    }
    return misused("sessions", words("what is \"", asked.what, "\"?"));
}

} // namespace

Verb sessionsVerb()
{
    static const std::string usage = std::string(kSessionsUsage) + std::string(kStoreHelp);
    return {"sessions", "what was asked and answered, kept on this machine", usage, runSessions};
}

} // namespace tf::cli
