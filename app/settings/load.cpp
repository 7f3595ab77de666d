#include "app/settings/settings.h"

#include "kernels/base/words.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace tf::settings {

namespace {

/// The members of one object, each with its default; remembers which made no sense.
class MemberReader {
public:
    MemberReader(const QJsonObject& object, QString prefix)
        : m_object(object)
        , m_prefix(std::move(prefix))
    {
    }

    bool boolean(QLatin1StringView name, bool fallback)
    {
        const QJsonValue value = m_object.value(name);
        if (value.isUndefined() || value.isBool())
            return value.toBool(fallback);
        ignore(name, u"not true or false"_s);
        return fallback;
    }

    int integer(QLatin1StringView name, int fallback, int least, int most)
    {
        const QJsonValue value = m_object.value(name);
        if (value.isUndefined())
            return fallback;
        const double number = value.toDouble(-1);
        if (number >= least && number <= most && number == static_cast<int>(number))
            return static_cast<int>(number);
        ignore(name, u"not a whole number from %1 to %2"_s.arg(least).arg(most));
        return fallback;
    }

    ThemeChoice theme(QLatin1StringView name, ThemeChoice fallback)
    {
        const QJsonValue value = m_object.value(name);
        if (value.isUndefined())
            return fallback;
        const std::string wanted = value.toString().toStdString();
        const auto* found = std::find(std::begin(kThemeNames), std::end(kThemeNames), wanted);
        if (found != std::end(kThemeNames))
            return static_cast<ThemeChoice>(found - std::begin(kThemeNames));
        ignore(name, u"not \"system\", \"light\" or \"dark\""_s);
        return fallback;
    }

    QByteArray bytes(QLatin1StringView name)
    {
        const QJsonValue value = m_object.value(name);
        if (value.isUndefined())
            return {};
        auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(),
                                                      QByteArray::AbortOnBase64DecodingErrors);
        if (value.isString() && decoded)
            return *decoded;
        ignore(name, u"not base64"_s);
        return {};
    }

    QJsonObject object(QLatin1StringView name)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isUndefined() && !value.isObject())
            ignore(name, u"not an object"_s);
        return value.toObject();
    }

    std::vector<Notice> takeNotices() { return std::move(m_notices); }

private:
    void ignore(QLatin1StringView name, const QString& reason)
    {
        m_notices.push_back({NoticeKind::MemberIgnored, m_prefix + name, reason});
    }

    const QJsonObject& m_object;
    QString m_prefix;
    std::vector<Notice> m_notices;
};

/// How deep brackets nest, seen before the recursive reader sees them.
int depthOf(const QByteArray& document)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype at = 0; at < document.size(); ++at) {
        const char c = document[at];
        if (inString && c == '\\')
            ++at;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '['))
            deepest = std::max(deepest, ++depth);
        else if (!inString && (c == '}' || c == ']'))
            --depth;
    }
    return deepest;
}

Loaded unreadable(const QString& path, const QString& reason)
{
    return {.settings = {},
            .notices = {{NoticeKind::Unreadable, path, reason}},
            .saving = Saving::Withheld};
}

/// Renames, never over a file that is already there.
Loaded setAside(const QString& path, const QString& reason)
{
    const QString name =
        path + u".broken-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    for (int attempt = 1; attempt <= 100; ++attempt) {
        const QString target = attempt == 1 ? name : name + u'-' + QString::number(attempt);
        if (QFile::exists(target))
            continue;
        if (!QFile::rename(path, target))
            break;
        return {.settings = {}, .notices = {{NoticeKind::SetAside, target, reason}}};
    }
    return unreadable(path, reason);
}

} // namespace

QString defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/trifold/settings.json"_s;
}

Result<Loaded> parse(const QByteArray& document)
{
    if (document.size() > kMaxFileBytes)
        return Error{Code::BadInput, words("longer than ", kMaxFileBytes, " bytes")};
    if (depthOf(document) > kMaxDepth)
        return Error{Code::BadInput, words("nested deeper than ", kMaxDepth)};
    QJsonParseError trouble;
    const QJsonDocument json = QJsonDocument::fromJson(document, &trouble);
    if (trouble.error != QJsonParseError::NoError)
        return Error{Code::BadInput,
                     words(trouble.errorString().toStdString(), " at byte ", trouble.offset)};
    if (!json.isObject())
        return Error{Code::BadInput, "the document is no object"};

    Loaded loaded;
    Settings& settings = loaded.settings;
    settings.asRead = json.object();
    MemberReader top(settings.asRead, {});
    settings.theme = top.theme("theme"_L1, settings.theme);
    settings.zoomPercent =
        top.integer("zoomPercent"_L1, settings.zoomPercent, kLeastZoom, kMostZoom);

    const QJsonObject windowObject = top.object("window"_L1);
    MemberReader inner(windowObject, u"window."_s);
    Window& window = settings.window;
    window.geometry = inner.bytes("geometry"_L1);
    window.sessionsWidth =
        inner.integer("sessionsWidth"_L1, window.sessionsWidth, 1, kMostPaneWidth);
    window.inspectorWidth =
        inner.integer("inspectorWidth"_L1, window.inspectorWidth, 1, kMostPaneWidth);
    window.sessionsShown = inner.boolean("sessionsShown"_L1, window.sessionsShown);
    window.inspectorShown = inner.boolean("inspectorShown"_L1, window.inspectorShown);

    loaded.notices = top.takeNotices();
    for (Notice& notice : inner.takeNotices())
        loaded.notices.push_back(std::move(notice));
    return loaded;
}

Loaded load(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {};
    // Asked before opening: a pipe by that name would never answer.
    if (!info.isFile())
        return unreadable(path, u"not a file"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    const QByteArray document = file.read(kMaxFileBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return unreadable(path, file.errorString());
    file.close();
    auto loaded = parse(document);
    if (!loaded)
        return setAside(path, QString::fromStdString(loaded.error().text));
    return std::move(loaded).value();
}

} // namespace tf::settings
