#include "app/cli/session/export.h"

#include "app/cli/command_line.h"
#include "app/cli/session/store_option.h"
#include "app/session/document.h"
#include "app/session/markdown.h"
#include "kernels/base/new_file.h"
#include "kernels/base/words.h"

#include <array>
#include <cstdio>

namespace tf::cli {

namespace {

enum class Form : std::uint8_t { Json, Markdown };

constexpr std::array<std::pair<std::string_view, Form>, 2> kForms{
    {{"json", Form::Json}, {"markdown", Form::Markdown}}};

constexpr std::string_view kExportUsage =
    "usage: m3 export [ID…] [--as json|markdown] [--out FILE]\n"
    "\n"
    "Without an ID all sessions, those in the trash too. JSON holds everything, attached contents\n"
    "included, and comes back by m3 import; Markdown is for reading.\n"
    "\n"
    "  --as FORM          json (default) or markdown\n"
    "  --out FILE         there instead of standard output, whole or not at all\n"
    "  --reasoning        Markdown shows the reasoning, too\n";

struct Export {
    session::StorePlace place;
    Form form = Form::Json;
    session::Reasoning reasoning = session::Reasoning::Left;
    std::optional<std::string> out;
    std::vector<std::string> ids;
};

Result<std::vector<session::SessionId>> wantedIds(session::Reader& reader, const Export& asked)
{
    std::vector<session::SessionId> ids;
    for (const std::string& beginning : asked.ids)
        ids.push_back(TRY(reader.complete(beginning)));
    if (!asked.ids.empty())
        return ids;
    for (const auto shelf : {session::Shelf::Kept, session::Shelf::Trash}) {
        for (const session::SessionLine& line : TRY(reader.list(shelf)))
            ids.push_back(line.id);
    }
    return ids;
}

Result<std::string> written(session::Reader& reader, const Export& asked)
{
    session::Document document;
    std::string markdown;
    for (const session::SessionId& id : TRY(wantedIds(reader, asked))) {
        session::Session session = TRY(reader.load(id));
        if (asked.form == Form::Markdown) {
            markdown += session::writeMarkdown(session, asked.reasoning);
            continue;
        }
        for (const std::string& blob : session::blobsOf(session)) {
            if (reader.blobs().has(blob))
                document.blobs[blob] = TRY(reader.blobs().get(blob));
        }
        document.sessions.push_back(std::move(session));
    }
    return asked.form == Form::Markdown ? markdown : session::writeDocument(document);
}

Result<> writeOut(const std::string& text, const std::optional<std::string>& out)
{
    if (!out) {
        if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size())
            return Error{Code::Busy, "cannot write to standard output"};
        return {};
    }
    NewFile file = TRY(NewFile::create(*out));
    TRY(file.append(std::as_bytes(std::span(text))));
    return file.moveIntoPlace(NewFile::Durability::Safe);
}

Result<> exportSessions(const Export& asked)
{
    auto reader = TRY(readerOf(asked.place));
    if (!reader)
        return Error{Code::NotFound,
                     words("no sessions are kept in ", asked.place.folder.native())};
    return writeOut(TRY(written(*reader, asked)), asked.out);
}

int runExport(std::span<const std::string> arguments)
{
    Options options(arguments);
    Export asked;
    asked.place = storePlaceOf(options);
    asked.form = options.choice<Form>("--as", kForms);
    asked.out = options.text("--out");
    if (options.flag("--reasoning"))
        asked.reasoning = session::Reasoning::Shown;
    asked.ids = options.rest();
    if (options.problem())
        return misused("export", *options.problem());
    const auto done = exportSessions(asked);
    return done ? int(kDone) : failed(done.error().text);
}

} // namespace

Verb exportVerb()
{
    static const std::string usage = std::string(kExportUsage) + std::string(kStoreHelp);
    return {"export", "sessions as a JSON file or as Markdown", usage, runExport};
}

} // namespace tf::cli
