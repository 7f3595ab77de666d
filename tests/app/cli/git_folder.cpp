#include "tests/app/cli/git_folder.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

void GitFolder::write(const QByteArray& name, const QByteArray& content) const
{
    const QString path = m_folder.filePath(QString::fromUtf8(name));
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

QString GitFolder::run(const QStringList& arguments) const
{
    QProcess git;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
    for (const auto& who : {u"AUTHOR"_s, u"COMMITTER"_s}) {
        environment.insert(u"GIT_%1_NAME"_s.arg(who), u"A"_s);
        environment.insert(u"GIT_%1_EMAIL"_s.arg(who), u"a@example.org"_s);
    }
    git.setProcessEnvironment(environment);
    git.setWorkingDirectory(m_folder.path());
    git.start(u"git"_s, arguments);
    if (!git.waitForFinished(30'000) || git.exitCode() != 0)
        qFatal("git: %s", git.readAllStandardError().constData());
    return QString::fromUtf8(git.readAllStandardOutput()).trimmed();
}
