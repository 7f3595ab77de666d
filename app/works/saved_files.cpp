#include "app/works/saved_files.h"

#include "app/works/safe_path.h"
#include "app/workspace/said.h"
#include "kernels/base/new_file.h"

#include <algorithm>
#include <fstream>
#include <system_error>

namespace tf::works {

namespace {

namespace fs = std::filesystem;
using workspace::Said;
using workspace::said;

constexpr std::uintmax_t kMostBeforeBytes = 16 << 20;

std::string shownPath(const fs::path& path)
{
    return path.u8string().empty() ? std::string()
                                   : std::string(path.native().begin(), path.native().end());
}

/// Nothing: there is no file.
Result<std::optional<std::string>> contentOf(const fs::path& file)
{
    std::error_code why;
    const auto status = fs::symlink_status(file, why);
    if (!fs::exists(status))
        return std::optional<std::string>();
    if (!fs::is_regular_file(status))
        return Error(Code::Denied, said(Said::tr("Something else than a file has that name.")));
    if (fs::file_size(file, why) > kMostBeforeBytes || why)
        return Error(Code::Denied, said(Said::tr("The file that is there is too large.")));
    std::ifstream stream(file, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(stream), {}};
    if (!stream.good() && !stream.eof())
        return Error(Code::Denied, said(Said::tr("The file that is there cannot be read.")));
    return std::optional(std::move(content));
}

/// Every folder on the way is one, and none is a link; those that are missing can be made.
std::optional<std::string> whyNoWay(const fs::path& folder, const fs::path& path)
{
    fs::path way = folder;
    for (const fs::path& name : path.parent_path()) {
        way /= name;
        std::error_code why;
        const auto status = fs::symlink_status(way, why);
        if (fs::is_symlink(status))
            return said(Said::tr("The way there goes through a link."));
        if (fs::exists(status) && !fs::is_directory(status))
            return said(Said::tr("A file has the name of its folder."));
        if (!fs::exists(status))
            return std::nullopt;
    }
    return std::nullopt;
}

SaveRow rowFor(const fs::path& folder, const AnswerFile& file)
{
    SaveRow row{.path = file.path, .text = file.text};
    const auto blocked = [&row](std::string reason) {
        row.state = SaveState::Blocked;
        row.reason = std::move(reason);
    };
    if (auto why = whyUnsafe(file.path)) {
        blocked(std::move(*why));
        return row;
    }
    if (auto why = whyNoWay(folder, file.path)) {
        blocked(std::move(*why));
        return row;
    }
    auto before = contentOf(folder / file.path);
    if (!before) {
        blocked(before.error().text);
        return row;
    }
    row.before = std::move(*before);
    if (row.before)
        row.state = *row.before == row.text ? SaveState::Same : SaveState::Changed;
    return row;
}

/// Is what was planned for still what is there?
Result<> checkUnchanged(const fs::path& folder, const SaveRow& row)
{
    if (auto why = whyNoWay(folder, row.path))
        return Error(Code::Denied, std::move(*why));
    const auto now = TRY(contentOf(folder / row.path));
    if (now != row.before)
        return Error(Code::Busy,
                     said(Said::tr("%1 has changed meanwhile. Nothing was written."), {row.path}));
    return {};
}

Result<> writeFile(const fs::path& file, std::string_view text)
{
    auto made = TRY(NewFile::create(file));
    TRY(made.append(std::as_bytes(std::span(text))));
    return made.moveIntoPlace(NewFile::Durability::Safe);
}

/// The files as they are being written; what is not finished is taken back.
class Writing {
public:
    explicit Writing(const fs::path& folder) { m_saved.folder = folder; }
    ~Writing()
    {
        if (m_isDone)
            return;
        [[maybe_unused]] const auto asFarAsItGoes = undo(m_saved);
    }
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;

    Result<> write(const SaveRow& row)
    {
        TRY(makeFolders(fs::path(row.path).parent_path()));
        TRY(writeFile(m_saved.folder / row.path, row.text));
        m_saved.rows.push_back(row);
        return {};
    }

    Saved finish() &&
    {
        m_isDone = true;
        return std::move(m_saved);
    }

    /// As far as it goes.
    static Result<> undo(const Saved& saved)
    {
        Result<> first;
        for (auto row = saved.rows.rbegin(); row != saved.rows.rend(); ++row) {
            const fs::path file = saved.folder / row->path;
            if (row->before) {
                if (auto put = writeFile(file, *row->before); !put && first)
                    first = std::move(put);
                continue;
            }
            std::error_code why;
            if (fs::remove(file, why); why && first)
                first = Error(Code::Denied, said(Said::tr("%1 cannot be removed."), {row->path}));
        }
        for (auto folder = saved.folders.rbegin(); folder != saved.folders.rend(); ++folder) {
            std::error_code notEmpty; // then somebody else uses it
            fs::remove(*folder, notEmpty);
        }
        return first;
    }

private:
    Result<> makeFolders(const fs::path& path)
    {
        fs::path way = m_saved.folder;
        for (const fs::path& name : path) {
            way /= name;
            std::error_code why;
            if (fs::create_directory(way, why))
                m_saved.folders.push_back(way);
            if (why)
                return Error(Code::Denied,
                             said(Said::tr("The folder %1 cannot be made."), {shownPath(way)}));
        }
        return {};
    }

    Saved m_saved;
    bool m_isDone = false;
};

} // namespace

int SavePlan::count(SaveState state) const
{
    return static_cast<int>(std::count_if(
        rows.begin(), rows.end(), [state](const SaveRow& row) { return row.state == state; }));
}

Result<SavePlan> planSave(const std::filesystem::path& folder, std::span<const AnswerFile> files)
{
    std::error_code why;
    if (!fs::is_directory(folder, why))
        return Error(Code::NotFound, said(Said::tr("There is no folder %1."), {shownPath(folder)}));
    SavePlan plan{fs::canonical(folder, why), {}};
    for (const AnswerFile& file : files)
        plan.rows.push_back(rowFor(plan.folder, file));
    return plan;
}

Result<Saved> save(const SavePlan& plan, Replace replace)
{
    for (const SaveRow& row : plan.rows) {
        if (row.state == SaveState::Blocked)
            return Error(Code::Denied,
                         said(Said::tr("%1 cannot be written: %2"), {row.path, row.reason}));
        TRY(checkUnchanged(plan.folder, row));
    }
    Writing writing(plan.folder);
    for (const SaveRow& row : plan.rows) {
        const bool isToWrite = row.state == SaveState::New
            || (row.state == SaveState::Changed && replace == Replace::Yes);
        if (isToWrite)
            TRY(writing.write(row));
    }
    return std::move(writing).finish();
}

Result<> takeBack(const Saved& saved)
{
    for (const SaveRow& row : saved.rows) {
        const auto now = TRY(contentOf(saved.folder / row.path));
        if (now != row.text)
            return Error(Code::Busy,
                         said(Said::tr("%1 has changed since it was saved. Nothing was "
                                       "taken back."),
                              {row.path}));
    }
    return Writing::undo(saved);
}

} // namespace tf::works
