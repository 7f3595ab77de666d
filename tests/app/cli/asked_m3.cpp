#include "tests/app/cli/asked_m3.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tf::test {

QString wordsOf(const QJsonArray& parts, qsizetype idx)
{
    return parts[idx][u"text"_s].toString();
}

QJsonObject objectOf(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

AskedM3::AskedM3()
    : server(std::make_unique<ReplayServer>([this](const Incoming&) { return answer; }))
{
    addEndpoint({u"my-box"_s, u"--url"_s, server->url().toString()});
}

void AskedM3::addEndpoint(const QStringList& arguments)
{
    const QStringList verb = {u"endpoints"_s, u"add"_s};
    const M3Run added =
        run(verb + arguments + QStringList{u"--kind"_s, u"vllm"_s, u"--model"_s, u"m"_s});
    if (added.exitCode != 0)
        qFatal("%s", added.err.constData());
}

M3Run AskedM3::run(const QStringList& arguments, const QByteArray& input)
{
    return start(arguments, input)->finish();
}

std::unique_ptr<ServedM3> AskedM3::start(const QStringList& arguments, const QByteArray& input)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
    environment.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
    environment.insert(u"XDG_CACHE_HOME"_s, path(u"cache"_s));
    return std::make_unique<ServedM3>(arguments, environment, input);
}

M3Run AskedM3::ask(const QStringList& more)
{
    return run(QStringList{u"ask"_s, u"--endpoint"_s, u"my-box"_s} + more);
}

QJsonArray AskedM3::sentParts() const
{
    const QJsonArray messages =
        objectOf(server->requests.value(0).body).value("messages"_L1).toArray();
    return messages.last().toObject().value("content"_L1).toArray();
}

QByteArray AskedM3::exported()
{
    return run({u"export"_s}).out;
}

QJsonObject AskedM3::keptSession()
{
    return objectOf(exported())["sessions"_L1][0].toObject();
}

} // namespace tf::test
