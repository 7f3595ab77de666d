#pragma once

// The members of one JSON object of a user's file, each with its default.
//
// What makes no sense gives the default and a notice with the member's place. Thread: any, one at a
// time.

#include "app/settings/json_file.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cstdint>
#include <optional>
#include <span>

namespace tf::settings {

inline constexpr qsizetype kMaxTextLength = 4096;

class MemberReader {
public:
    /// Requires: `object` outlives it. `prefix` stands before names in notices: "window.".
    MemberReader(const QJsonObject& object, QString prefix);

    bool boolean(QLatin1StringView name, bool fallback);
    std::optional<bool> boolean(QLatin1StringView name);
    std::int64_t integer(QLatin1StringView name, std::int64_t fallback, std::int64_t least,
                         std::int64_t most);
    std::optional<std::int64_t> integer(QLatin1StringView name, std::int64_t least,
                                        std::int64_t most);
    double real(QLatin1StringView name, double fallback, double least, double most);
    /// One line, at most kMaxTextLength long.
    QString text(QLatin1StringView name);
    /// The place of the word among `names`.
    std::size_t choice(QLatin1StringView name, std::span<const char* const> names,
                       std::size_t fallback);
    QByteArray bytes(QLatin1StringView name);
    QJsonObject object(QLatin1StringView name);
    QJsonArray array(QLatin1StringView name);

    void ignore(QLatin1StringView name, const QString& reason);
    std::vector<Notice> takeNotices() { return std::move(m_notices); }

private:
    const QJsonObject& m_object;
    QString m_prefix;
    std::vector<Notice> m_notices;
};

} // namespace tf::settings
