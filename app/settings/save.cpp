#include "app/settings/settings.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tf::settings {

namespace {

QJsonObject localJson(QJsonObject object, const LocalEngine& local)
{
    object["contextTokens"_L1] = qint64(local.contextTokens);
    object["threads"_L1] = local.threads;
    object["thinking"_L1] = QString::fromLatin1(kThinkingNames[static_cast<int>(local.thinking)]);
    return object;
}

QJsonArray rulesJson(const std::vector<RepositoryRule>& rules)
{
    QJsonArray array;
    for (const RepositoryRule& rule : rules) {
        QJsonObject object{
            {u"root"_s, QString::fromStdString(rule.root)},
            {u"leaves"_s, QString::fromLatin1(kLeavingNames[static_cast<int>(rule.leaving)])}};
        QJsonArray hosts;
        for (const std::string& host : rule.hosts)
            hosts.append(QString::fromStdString(host));
        if (!hosts.isEmpty())
            object["hosts"_L1] = hosts;
        array.append(object);
    }
    return array;
}

QJsonObject keysJson(const std::map<QString, QStringList>& keys)
{
    QJsonObject object;
    for (const auto& [action, own] : keys)
        object[action] = QJsonArray::fromStringList(own);
    return object;
}

} // namespace

QByteArray write(const Settings& settings)
{
    QJsonObject window = settings.asRead["window"_L1].toObject();
    window["geometry"_L1] = QString::fromLatin1(settings.window.geometry.toBase64());
    window["sessionsWidth"_L1] = settings.window.sessionsWidth;
    window["inspectorWidth"_L1] = settings.window.inspectorWidth;
    window["sessionsShown"_L1] = settings.window.sessionsShown;
    window["inspectorShown"_L1] = settings.window.inspectorShown;
    window["session"_L1] = settings.window.session;

    QJsonObject top = settings.asRead;
    top["theme"_L1] = QString::fromLatin1(kThemeNames[static_cast<int>(settings.theme)]);
    top["language"_L1] = QString::fromLatin1(kLanguageNames[static_cast<int>(settings.language)]);
    top["zoomPercent"_L1] = settings.zoomPercent;
    if (settings.codeZoomPercent == 0)
        top.remove("codeZoomPercent"_L1);
    else
        top["codeZoomPercent"_L1] = settings.codeZoomPercent;
    if (settings.keys.empty())
        top.remove("keys"_L1);
    else
        top["keys"_L1] = keysJson(settings.keys);
    top["engine"_L1] = settings.engine;
    top["model"_L1] = settings.model;
    top["local"_L1] = localJson(top["local"_L1].toObject(), settings.local);
    top["window"_L1] = window;
    top["keyPlace"_L1] = QString::fromLatin1(kKeyPlaceNames[static_cast<int>(settings.keyPlace)]);
    if (settings.repositories.empty())
        top.remove("repositories"_L1);
    else
        top["repositories"_L1] = rulesJson(settings.repositories);
    return QJsonDocument(top).toJson();
}

Result<> save(const QString& path, const Settings& settings)
{
    return saveJson(path, write(settings));
}

} // namespace tf::settings
