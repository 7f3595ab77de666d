#include "app/workspace/cited/source_now.h"

#include "app/draft/repository_part.h"
#include "app/draft/source_choice.h"
#include "app/ingest/obtain/address.h"
#include "app/ingest/obtain/obtain.h"
#include "app/workspace/said.h"

namespace tf::workspace {

namespace {

bool isFolder(const std::string& place)
{
    std::error_code fault;
    return !ingest::looksLikeAddress(place) && std::filesystem::is_directory(place, fault);
}

/// Where its files lie; nothing is fetched for it.
Result<std::filesystem::path> folderOf(const session::Source& source, const CancelToken& cancel)
{
    if (isFolder(source.place))
        return draft::namedFolder(source.place);
    ingest::ObtainChoice choice;
    choice.ref = draft::choiceFrom(source.choices).ref;
    choice.mayReachNetwork = false;
    return TRY(ingest::obtain(source.place, choice, cancel)).root;
}

/// As a source that can be read; nothing of what has no files with that name.
std::optional<session::Source> readable(const session::Source& source, const std::string& path)
{
    if (source.kind == session::SourceKind::Repository)
        return source;
    const std::filesystem::path file(source.place);
    if (source.kind != session::SourceKind::Document || !file.is_absolute()
        || file.filename() != path)
        return std::nullopt;
    session::Source folder = source; // a text that was dropped by itself
    folder.place = file.parent_path().native();
    return folder;
}

} // namespace

SourceNow::SourceNow(std::vector<session::Source> sources, CancelToken cancel)
    : m_sources(std::move(sources))
    , m_cancel(std::move(cancel))
{
}

Result<SourceNow::Opened*> SourceNow::open(const session::Source& source)
{
    const auto known = m_opened.find(source.place);
    if (known != m_opened.end())
        return &known->second;
    const auto folder = TRY(folderOf(source, m_cancel));
    Opened opened{TRY(ingest::Repository::open(folder)), {}};
    // A bare repository has no files; its listing knows their contents.
    std::error_code fault;
    opened.isListed = std::filesystem::is_directory(folder / "objects", fault)
        && std::filesystem::exists(folder / "HEAD", fault);
    if (opened.isListed) {
        auto listing = TRY(opened.repository.list({}, m_cancel));
        for (ingest::Entry& entry : listing.entries) {
            if (entry.kind == ingest::EntryKind::File)
                opened.entries.emplace(entry.path, std::move(entry));
        }
    }
    return &m_opened.emplace(source.place, std::move(opened)).first->second;
}

Result<std::optional<std::string>> SourceNow::readFrom(const session::Source& source,
                                                       const std::string& path)
{
    Opened& opened = *TRY(open(source));
    ingest::Entry entry{.path = path};
    if (opened.isListed) {
        const auto listed = opened.entries.find(path);
        if (listed == opened.entries.end())
            return std::optional<std::string>();
        entry = listed->second;
    }
    auto content = opened.repository.read(entry, m_cancel);
    if (content)
        return std::optional(std::move(content->bytes));
    const Code code = content.error().code;
    if (code == Code::NotFound || code == Code::BadInput) // a folder, or a link by now
        return std::optional<std::string>();
    return std::move(content).error();
}

Result<std::optional<std::string>> SourceNow::read(const std::string& path)
{
    std::optional<Error> error;
    bool isRead = false;
    for (auto source = m_sources.rbegin(); source != m_sources.rend(); ++source) {
        const auto from = readable(*source, path);
        if (!from)
            continue;
        auto content = readFrom(*from, path);
        if (content && *content)
            return content;
        isRead = isRead || content.has_value();
        if (!content)
            error = std::move(content).error();
    }
    if (error)
        return std::move(*error);
    if (!isRead)
        return Error(Code::NotFound, said(Said::tr("The session has no source with %1."), {path}));
    return std::optional<std::string>();
}

} // namespace tf::workspace
