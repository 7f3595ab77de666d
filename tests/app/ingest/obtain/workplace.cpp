#include "tests/app/ingest/obtain/workplace.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <QProcess>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

Workplace::Workplace() = default;

bool Workplace::run(const QString& program, const QStringList& arguments) const
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
    for (const auto& who : {u"AUTHOR"_s, u"COMMITTER"_s}) {
        environment.insert(u"GIT_"_s + who + u"_NAME"_s, u"T"_s);
        environment.insert(u"GIT_"_s + who + u"_EMAIL"_s, u"t@example.org"_s);
    }
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(program, arguments);
    return process.waitForFinished(20'000) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

bool Workplace::git(const QStringList& arguments) const
{
    return run(u"/usr/bin/git"_s, arguments);
}

bool Workplace::makeOrigin() const
{
    const QStringList in{u"-C"_s, u"origin"_s};
    if (!git({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s, u"origin"_s}))
        return false;
    write("origin/a.txt", "first\n");
    bool isMade = git(in + QStringList{u"add"_s, u"."_s})
        && git(in + QStringList{u"commit"_s, u"-qm"_s, u"one"_s})
        && git(in + QStringList{u"tag"_s, u"v1"_s});
    write("origin/a.txt", "second\n");
    return isMade && git(in + QStringList{u"commit"_s, u"-qam"_s, u"two"_s});
}

std::string Workplace::path(const std::string& name) const
{
    return m_folder.path().toStdString() + "/" + name;
}

std::string Workplace::write(const std::string& name, const std::string& bytes) const
{
    const std::filesystem::path whole = path(name);
    std::filesystem::create_directories(whole.parent_path());
    std::filesystem::remove(whole); // what is cut and written anew waits for the disk
    std::ofstream(whole, std::ios::binary) << bytes;
    return whole;
}

tf::ingest::ObtainChoice Workplace::choice() const
{
    tf::ingest::ObtainChoice choice;
    choice.cacheFolder = path("cache");
    choice.unpackProgram = TRIFOLD_UNPACK;
    return choice;
}

tf::Result<tf::ingest::Obtained> Workplace::obtain(const std::string& what,
                                                   const tf::ingest::ObtainChoice& choice) const
{
    return tf::ingest::obtain(what, choice, {});
}

std::vector<std::string> Workplace::tree(const std::filesystem::path& root)
{
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
        paths.push_back(entry.path().lexically_relative(root).native()
                        + (entry.is_directory() ? "/" : ""));
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string Workplace::content(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

bool Workplace::isCacheClean() const
{
    const std::filesystem::path cache = path("cache");
    if (!std::filesystem::exists(cache))
        return true;
    for (const auto& place : std::filesystem::directory_iterator(cache))
        if (std::filesystem::exists(place.path() / "incoming"))
            return false;
    return true;
}
