#include "app/settings/settings.h"

#include "kernels/base/words.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace tf::settings {

namespace {

Error cannotWrite(const QString& path, const QFileDevice& file)
{
    const bool refused =
        file.error() == QFileDevice::PermissionsError || file.error() == QFileDevice::OpenError;
    return {refused ? Code::Denied : Code::Busy,
            words("cannot write ", path.toStdString(), ": ", file.errorString().toStdString())};
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

    QJsonObject top = settings.asRead;
    top["theme"_L1] = QString::fromLatin1(kThemeNames[static_cast<int>(settings.theme)]);
    top["zoomPercent"_L1] = settings.zoomPercent;
    top["window"_L1] = window;
    return QJsonDocument(top).toJson();
}

Result<> save(const QString& path, const Settings& settings)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return Error{Code::Denied, words("cannot make the folder ", folder.toStdString())};
    // Written beside and renamed: a full disk or a power cut leaves the old file whole.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file);
    file.write(write(settings));
    if (!file.commit())
        return cannotWrite(path, file);
    return {};
}

} // namespace tf::settings
