#include "app/cli/session/import.h"

#include "app/cli/command_line.h"
#include "app/cli/session/store_option.h"
#include "app/cli/standard_input.h"
#include "app/session/document.h"
#include "kernels/base/mapped_file.h"
#include "kernels/base/words.h"

#include <cstdio>

namespace tf::cli {

namespace {

constexpr std::string_view kImportUsage =
    "usage: m3 import FILE\n"
    "       m3 import < FILE\n"
    "\n"
    "Takes in what m3 export wrote. A session that is already kept becomes a second one beside "
    "it:\n"
    "nothing is overwritten. A file with a mistake changes nothing.\n"
    "\n";

Result<std::string> contentOf(const std::vector<std::string>& files)
{
    if (files.empty())
        return readAll(stdin);
    const auto file = TRY(MappedFile::open(files.front()));
    if (file.size() > session::kMaxDocumentBytes)
        return Error{Code::BadInput,
                     words(files.front(), ": longer than ", session::kMaxDocumentBytes, " bytes")};
    const auto bytes = TRY(file.bytes(0, file.size()));
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

Result<> importSessions(const session::StorePlace& place, const std::vector<std::string>& files)
{
    session::Document document = TRY(session::readDocument(TRY(contentOf(files))));
    const auto journal = TRY(journalOf(place));
    for (const auto& [id, content] : document.blobs)
        TRY(journal->blobs().put(content));
    const auto ids = TRY(journal->adopt(std::move(document.sessions)));
    for (const session::SessionId& id : ids) {
        const std::string line = id + "\n";
        std::fwrite(line.data(), 1, line.size(), stdout);
    }
    return {};
}

int runImport(std::span<const std::string> arguments)
{
    Options options(arguments);
    const auto place = storePlaceOf(options);
    const auto files = options.rest();
    if (options.problem())
        return misused("import", *options.problem());
    if (files.size() > 1)
        return misused("import", "one file at a time");
    const auto done = importSessions(place, files);
    return done ? int(kDone) : failed(done.error().text);
}

} // namespace

Verb importVerb()
{
    static const std::string usage = std::string(kImportUsage) + std::string(kStoreHelp);
    return {"import", "sessions from a file that m3 export wrote", usage, runImport};
}

} // namespace tf::cli
