#include "tests/app/ingest/rules/git_folder.h"

#include <QDir>
#include <QFile>
#include <QProcess>

namespace {

constexpr int kMostMs = 30'000;

} // namespace

GitFolder::GitFolder()
{
    git({QStringLiteral("init"), QStringLiteral("--quiet")}, {});
}

std::string GitFolder::git(const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), QStringLiteral("/dev/null"));
    environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.path());
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("git"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(kMostMs) || process.exitCode() > 1)
        m_problem = "git failed: " + process.readAllStandardError().toStdString();
    return process.readAllStandardOutput().toStdString();
}

void GitFolder::makeFolder(const std::string& path)
{
    QDir(m_folder.path()).mkpath(QString::fromStdString(path));
}

void GitFolder::write(const std::string& path, const std::string& content)
{
    QFile file(m_folder.filePath(QString::fromStdString(path)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), qint64(content.size())) < 0)
        m_problem = "cannot write " + path;
}

void GitFolder::remove(const std::string& path)
{
    QFile::remove(m_folder.filePath(QString::fromStdString(path)));
}

std::vector<std::string> GitFolder::deciding(const std::vector<std::string>& paths)
{
    QByteArray input;
    for (const std::string& path : paths)
        input.append(path.c_str(), qsizetype(path.size()) + 1);
    const auto out =
        git({QStringLiteral("check-ignore"), QStringLiteral("-v"), QStringLiteral("-n"),
             QStringLiteral("-z"), QStringLiteral("--no-index"), QStringLiteral("--stdin")},
            input);
    // file, line number, pattern, path: four fields a path, each with a zero byte at its end
    const auto fields = QByteArray::fromStdString(out).split('\0');
    std::vector<std::string> deciding;
    for (qsizetype idx = 0; idx + 3 < fields.size(); idx += 4) {
        const bool ignores = !fields[idx].isEmpty() && !fields[idx + 2].startsWith('!');
        deciding.push_back(ignores ? (fields[idx] + ':' + fields[idx + 1]).toStdString() : "");
    }
    if (deciding.size() != paths.size())
        m_problem = "git answered about " + std::to_string(deciding.size()) + " paths";
    return deciding;
}
