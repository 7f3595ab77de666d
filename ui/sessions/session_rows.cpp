#include "ui/sessions/session_rows.h"

#include "ui/widgets/plain_name.h"

#include <QCoreApplication>
#include <QLocale>

namespace tf::ui {

namespace {

struct SessionWords {
    Q_DECLARE_TR_FUNCTIONS(SessionRows)
};

QString dayHeading(const QDate& day, const QDate& today)
{
    const qint64 ago = day.daysTo(today);
    if (ago <= 0)
        return SessionWords::tr("Today");
    if (ago == 1)
        return SessionWords::tr("Yesterday");
    if (ago < 7)
        return SessionWords::tr("This week");
    if (ago < 31)
        return SessionWords::tr("This month");
    return QLocale().toString(day, SessionWords::tr("MMMM yyyy"));
}

SessionRow headingRow(SessionRowKind kind, const QString& title)
{
    SessionRow row;
    row.kind = kind;
    row.title = title;
    return row;
}

SessionRow rowOf(const session::SessionLine& line, SessionRowKind kind, const QDateTime& now)
{
    SessionRow row = headingRow(kind, shownTitle(line.title));
    const auto changed = QDateTime::fromMSecsSinceEpoch(line.changedAt);
    row.detail = line.turns == 1
        ? SessionWords::tr("%1 · 1 turn").arg(shownTime(changed, now))
        : SessionWords::tr("%1 · %2 turns").arg(shownTime(changed, now)).arg(line.turns);
    row.id = line.id;
    return row;
}

/// As the locale writes it in short, without the seconds that some locales have even there.
QString clockTime(const QTime& time, const QLocale& locale)
{
    QString format = locale.timeFormat(QLocale::ShortFormat);
    return locale.toString(time, format.remove(QStringLiteral(":ss")));
}

/// UTF-8 offsets as offsets of the same place in a QString.
int unitsBefore(const std::string& text, std::size_t bytes)
{
    const auto size = static_cast<qsizetype>(std::min(bytes, text.size()));
    return static_cast<int>(QString::fromUtf8(text.data(), size).size());
}

} // namespace

QString shownTitle(const std::string& title)
{
    const QString shown = plainName(QString::fromStdString(title)).simplified();
    return shown.isEmpty() ? SessionWords::tr("Untitled") : shown;
}

QString shownTime(const QDateTime& then, const QDateTime& now)
{
    const QLocale locale;
    const qint64 ago = then.date().daysTo(now.date());
    if (ago <= 0)
        return clockTime(then.time(), locale);
    if (ago < 7)
        return locale.dayName(then.date().dayOfWeek(), QLocale::ShortFormat) + u' '
            + clockTime(then.time(), locale);
    return locale.toString(then.date(), QLocale::ShortFormat);
}

std::vector<SessionRow> rowsOf(const SessionLists& lists, TrashShown trash, const QDateTime& now)
{
    std::vector<SessionRow> rows;
    QString heading;
    for (const session::SessionLine& line : lists.kept) {
        const QDate day = QDateTime::fromMSecsSinceEpoch(line.changedAt).date();
        if (const QString own = dayHeading(day, now.date()); own != heading) {
            heading = own;
            rows.push_back(headingRow(SessionRowKind::Heading, heading));
        }
        rows.push_back(rowOf(line, SessionRowKind::Session, now));
    }
    if (lists.trash.empty())
        return rows;
    rows.push_back(headingRow(SessionRowKind::TrashHeading,
                              SessionWords::tr("Trash (%1)").arg(lists.trash.size())));
    rows.back().detail =
        trash == TrashShown::Open ? SessionWords::tr("open") : SessionWords::tr("closed");
    if (trash == TrashShown::Open) {
        for (const session::SessionLine& line : lists.trash)
            rows.push_back(rowOf(line, SessionRowKind::Trashed, now));
    }
    return rows;
}

std::vector<SessionRow> rowsOf(const std::vector<session::Found>& found)
{
    std::vector<SessionRow> rows;
    for (const session::Found& one : found) {
        SessionRow row = headingRow(SessionRowKind::Found, shownTitle(one.title));
        row.detail = QString::fromStdString(one.excerpt.text);
        row.matchBegin = unitsBefore(one.excerpt.text, one.excerpt.matchBegin);
        row.matchEnd = unitsBefore(one.excerpt.text, one.excerpt.matchEnd);
        row.id = one.session;
        row.turn = one.turn;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace tf::ui
