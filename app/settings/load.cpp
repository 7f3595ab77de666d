#include "app/settings/member_reader.h"
#include "app/settings/settings.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tf::settings {

namespace {

Loaded read(QJsonObject object)
{
    Loaded loaded;
    Settings& settings = loaded.settings;
    settings.asRead = std::move(object);
    MemberReader top(settings.asRead, {});
    settings.theme = static_cast<ThemeChoice>(
        top.choice("theme"_L1, kThemeNames, static_cast<std::size_t>(settings.theme)));
    settings.zoomPercent = static_cast<int>(
        top.integer("zoomPercent"_L1, settings.zoomPercent, kLeastZoom, kMostZoom));

    const QJsonObject windowObject = top.object("window"_L1);
    MemberReader inner(windowObject, u"window."_s);
    Window& window = settings.window;
    window.geometry = inner.bytes("geometry"_L1);
    window.sessionsWidth = static_cast<int>(
        inner.integer("sessionsWidth"_L1, window.sessionsWidth, 1, kMostPaneWidth));
    window.inspectorWidth = static_cast<int>(
        inner.integer("inspectorWidth"_L1, window.inspectorWidth, 1, kMostPaneWidth));
    window.sessionsShown = inner.boolean("sessionsShown"_L1, window.sessionsShown);
    window.inspectorShown = inner.boolean("inspectorShown"_L1, window.inspectorShown);

    loaded.notices = top.takeNotices();
    for (Notice& notice : inner.takeNotices())
        loaded.notices.push_back(std::move(notice));
    return loaded;
}

} // namespace

QString defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/trifold/settings.json"_s;
}

Result<Loaded> parse(const QByteArray& document)
{
    return read(TRY(parseObject(document)));
}

Loaded load(const QString& path)
{
    LoadedJson json = loadJson(path);
    Loaded loaded = read(std::move(json.object));
    loaded.saving = json.saving;
    if (!json.notices.empty())
        loaded.notices = std::move(json.notices);
    return loaded;
}

} // namespace tf::settings
