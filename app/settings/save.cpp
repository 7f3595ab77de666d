#include "app/settings/settings.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tf::settings {

QByteArray write(const Settings& settings)
{
    QJsonObject window = settings.asRead["window"_L1].toObject();
    window["geometry"_L1] = QString::fromLatin1(settings.window.geometry.toBase64());
    window["sessionsWidth"_L1] = settings.window.sessionsWidth;
    window["inspectorWidth"_L1] = settings.window.inspectorWidth;
    window["sessionsShown"_L1] = settings.window.sessionsShown;
    window["inspectorShown"_L1] = settings.window.inspectorShown;

    QJsonObject top = settings.asRead;
    top["theme"_L1] = QString::fromLatin1(kThemeNames[static_cast<int>(settings.theme)]);
    top["zoomPercent"_L1] = settings.zoomPercent;
    top["window"_L1] = window;
    return QJsonDocument(top).toJson();
}

Result<> save(const QString& path, const Settings& settings)
{
    return saveJson(path, write(settings));
}

} // namespace tf::settings
