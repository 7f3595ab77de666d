#pragma once

// The sessions as rows of a list: by day, the newest first; what a search found; the trash.
//
// Pure functions of what the store gave and of the time. Thread: any.

#include "app/session/store/reader.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace tf::ui {

enum class SessionRowKind : std::uint8_t { Heading, Session, Found, TrashHeading, Trashed };

struct SessionRow {
    SessionRowKind kind = SessionRowKind::Session;
    QString title;
    QString detail; ///< when, how much; of a finding the words around it
    session::SessionId id = {};
    session::TurnId turn = session::kNoTurn; ///< of a finding
    int matchBegin = 0; ///< in `detail`
    int matchEnd = 0;

    bool operator==(const SessionRow&) const = default;
};

enum class TrashShown : std::uint8_t { Closed, Open };

struct SessionLists {
    std::vector<session::SessionLine> kept; ///< newest first
    std::vector<session::SessionLine> trash;
};

[[nodiscard]] std::vector<SessionRow> rowsOf(const SessionLists& lists, TrashShown trash,
                                             const QDateTime& now);
[[nodiscard]] std::vector<SessionRow> rowsOf(const std::vector<session::Found>& found);

/// "Untitled" for a session that has none yet.
[[nodiscard]] QString shownTitle(const std::string& title);

/// "14:02" today, "Mon 14:02" this week, else the date.
[[nodiscard]] QString shownTime(const QDateTime& then, const QDateTime& now);

} // namespace tf::ui
