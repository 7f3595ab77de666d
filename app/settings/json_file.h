#pragma once

// A user's file of JSON: read within limits, set aside when broken, written whole or not at all.
//
// Thread: any; a file has one writer.

#include "kernels/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace tf::settings {

inline constexpr qsizetype kMaxFileBytes = 1 << 20;
inline constexpr int kMaxDepth = 64;

enum class NoticeKind : std::uint8_t {
    SetAside, ///< the file is broken; it now lies at `where`, and defaults are used
    Unreadable, ///< the file cannot be read and is left alone
    MemberIgnored, ///< one member, `where`, makes no sense; its default is used
};

/// Something to tell the user about what was read; the sentence is made in ui.
struct Notice {
    NoticeKind kind;
    QString where;
    QString reason; ///< for the "details" fold
};

/// Withheld: writing would destroy a file that could not be read.
enum class Saving : std::uint8_t { Allowed, Withheld };

struct LoadedJson {
    QJsonObject object; ///< empty when there is no file, or none that can be read
    std::vector<Notice> notices;
    Saving saving = Saving::Allowed;
};

/// BadInput when it is no JSON object within the limits.
Result<QJsonObject> parseObject(const QByteArray& document);

/// Never fails: a broken file is renamed, one that cannot be read is left alone.
[[nodiscard]] LoadedJson loadJson(const QString& path);

/// Writes the whole file or leaves the old one; makes the folder.
Result<> saveJson(const QString& path, const QByteArray& document);

} // namespace tf::settings
