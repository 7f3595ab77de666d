#include "app/settings/json_file.h"

#include "kernels/base/words.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::settings {

namespace {

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

LoadedJson unreadable(const QString& path, const QString& reason)
{
    return {.object = {},
            .notices = {{NoticeKind::Unreadable, path, reason}},
            .saving = Saving::Withheld};
}

/// Renames, never over a file that is already there.
LoadedJson setAside(const QString& path, const QString& reason)
{
    const QString name =
        path + u".broken-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    for (int attempt = 1; attempt <= 100; ++attempt) {
        const QString target = attempt == 1 ? name : name + u'-' + QString::number(attempt);
        if (QFile::exists(target))
            continue;
        if (!QFile::rename(path, target))
            break;
        return {.object = {}, .notices = {{NoticeKind::SetAside, target, reason}}};
    }
    return unreadable(path, reason);
}

Error cannotWrite(const QString& path, const QFileDevice& file)
{
    const bool refused =
        file.error() == QFileDevice::PermissionsError || file.error() == QFileDevice::OpenError;
    return {refused ? Code::Denied : Code::Busy,
            words("cannot write ", path.toStdString(), ": ", file.errorString().toStdString())};
}

} // namespace

Result<QJsonObject> parseObject(const QByteArray& document)
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
    return json.object();
}

LoadedJson loadJson(const QString& path)
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
    auto object = parseObject(document);
    if (!object)
        return setAside(path, QString::fromStdString(object.error().text));
    return {.object = std::move(object).value(), .notices = {}};
}

Result<> saveJson(const QString& path, const QByteArray& document)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return Error{Code::Denied, words("cannot make the folder ", folder.toStdString())};
    // Written beside and renamed: a full disk or a power cut leaves the old file whole.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file);
    file.write(document);
    if (!file.commit())
        return cannotWrite(path, file);
    return {};
}

} // namespace tf::settings
