#include "tests/app/ingest/reader/scratch_folder.h"

#include "kernels/base/words.h"

#include <QProcess>

#include <chrono>
#include <filesystem>
#include <fstream>

using namespace tf::ingest;
namespace fs = std::filesystem;

namespace {

constexpr int kMostGitMs = 600'000;

std::string nameOf(FileState state)
{
    constexpr const char* kNames[] = {"Committed", "Changed", "Untracked", "Plain"};
    return kNames[static_cast<int>(state)];
}

std::string nameOf(Why why)
{
    constexpr const char* kNames[] = {
        "Included",         "IgnoredByGit", "IgnoredByUs", "Rule",       "VersionControl",
        "Secret",           "Binary",       "Generated",   "Vendored",   "LockFile",
        "LargeFilePointer", "TooBig",       "NotAFile",    "Unreadable", "BadName"};
    return kNames[static_cast<int>(why)];
}

} // namespace

ScratchFolder::~ScratchFolder()
{
    std::error_code why;
    for (const auto& entry : fs::recursive_directory_iterator(path(), why)) {
        if (entry.is_directory(why) && !entry.is_symlink(why))
            fs::permissions(entry.path(), fs::perms::owner_all, fs::perm_options::add, why);
    }
    // Names that are not UTF-8 are beyond Qt.
    fs::remove_all(path(), why);
}

std::string ScratchFolder::path(const std::string& beneath) const
{
    const auto root = m_folder.path().toStdString();
    return beneath.empty() ? root : root + '/' + beneath;
}

void ScratchFolder::write(const std::string& beneath, const std::string& bytes)
{
    std::error_code why;
    fs::create_directories(fs::path(path(beneath)).parent_path(), why);
    std::ofstream file(path(beneath), std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush())
        m_problem = "cannot write " + beneath;
}

void ScratchFolder::append(const std::string& beneath, const std::string& bytes)
{
    write(beneath, read(beneath) + bytes);
}

std::string ScratchFolder::read(const std::string& beneath) const
{
    std::ifstream file(path(beneath), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void ScratchFolder::remove(const std::string& beneath)
{
    std::error_code why;
    fs::remove_all(path(beneath), why);
}

void ScratchFolder::makeFolder(const std::string& beneath)
{
    std::error_code why;
    fs::create_directories(path(beneath), why);
    if (why)
        m_problem = "cannot make " + beneath;
}

void ScratchFolder::link(const std::string& target, const std::string& beneath)
{
    std::error_code why;
    fs::create_directories(fs::path(path(beneath)).parent_path(), why);
    fs::create_symlink(target, path(beneath), why);
    if (why)
        m_problem = "cannot link " + beneath;
}

void ScratchFolder::copyFrom(const ScratchFolder& other)
{
    std::error_code why;
    fs::copy(other.path(), path(), fs::copy_options::recursive | fs::copy_options::copy_symlinks,
             why);
    if (why)
        m_problem = "cannot copy " + other.path();
}

std::string ScratchFolder::git(const std::vector<std::string>& arguments, const std::string& input)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto& [name, value] :
         {std::pair("GIT_CONFIG_GLOBAL", "/dev/null"), std::pair("GIT_CONFIG_NOSYSTEM", "1"),
          std::pair("GIT_AUTHOR_NAME", "A"), std::pair("GIT_AUTHOR_EMAIL", "a@example.org"),
          std::pair("GIT_COMMITTER_NAME", "A"), std::pair("GIT_COMMITTER_EMAIL", "a@example.org")})
        environment.insert(QString::fromUtf8(name), QString::fromUtf8(value));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    QStringList all;
    for (const std::string& argument : arguments)
        all.append(QString::fromStdString(argument));
    process.start(QStringLiteral("git"), all);
    process.write(input.data(), static_cast<qint64>(input.size()));
    process.closeWriteChannel();
    if (!process.waitForFinished(kMostGitMs) || process.exitCode() != 0)
        m_problem =
            "git " + arguments.front() + " failed: " + process.readAllStandardError().toStdString();
    return process.readAllStandardOutput().trimmed().toStdString();
}

void ScratchFolder::commitTwoFiles()
{
    git({"init", "--quiet", "--initial-branch=main", "--template="}); // no samples of hooks
    write("a.txt", "alpha\n");
    write("folder/b.txt", "beta\n");
    makeOlder(3600);
    git({"add", "."});
    git({"commit", "--quiet", "-m", "two files"});
}

void ScratchFolder::makeOlder(int seconds)
{
    const auto then = fs::file_time_type::clock::now() - std::chrono::seconds(seconds);
    std::error_code why;
    for (const auto& entry : fs::recursive_directory_iterator(path(), why)) {
        if (entry.is_regular_file(why) && entry.path().native().find("/.git/") == std::string::npos)
            fs::last_write_time(entry.path(), then, why);
    }
}

Entry entryOf(const Listing& listing, const std::string& path)
{
    for (const Entry& entry : listing.entries) {
        if (entry.path == path)
            return entry;
    }
    return {};
}

std::vector<std::string> briefly(const Listing& listing)
{
    std::vector<std::string> lines;
    for (const Entry& entry : listing.entries) {
        if (entry.verdict.why != Why::VersionControl)
            lines.push_back(
                tf::words(entry.path, ' ', nameOf(entry.state), ' ', nameOf(entry.verdict.why)));
    }
    return lines;
}
