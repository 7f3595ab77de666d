#include "tests/support/test_table.h"
#include "tests/ui/sessions/tests.h"
#include "ui/sessions/sessions_model.h"

#include <QAbstractItemModelTester>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;

namespace {

const QDateTime kNow(QDate(2026, 11, 21), QTime(14, 30));

session::SessionLine line(const char* id, const char* title, const QDateTime& changed)
{
    session::SessionLine made;
    made.id = id;
    made.title = title;
    made.changedAt = changed.toMSecsSinceEpoch();
    made.turns = 3;
    return made;
}

/// One row a line: its kind's letter, title, detail.
QStringList dump(const std::vector<SessionRow>& rows)
{
    QStringList lines;
    for (const SessionRow& row : rows)
        lines.append(u"%1 %2 | %3"_s.arg(QChar(u"HSFTt"[static_cast<int>(row.kind)]))
                         .arg(row.title, row.detail));
    return lines;
}

} // namespace

class SessionRowsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void theyStandByDay()
    {
        const SessionLists lists{
            {line("1", "retry bug", kNow.addSecs(-60)), line("2", "", kNow.addSecs(-3600)),
             line("3", "outage", kNow.addDays(-1)), line("4", "diagram", kNow.addDays(-3)),
             line("5", "old", kNow.addDays(-20)), line("6", "older", kNow.addDays(-200))},
            {}};
        QCOMPARE(dump(rowsOf(lists, TrashShown::Closed, kNow)),
                 QStringList({u"H Today | "_s, u"S retry bug | 14:29 · 3 turns"_s,
                              u"S Untitled | 13:30 · 3 turns"_s, u"H Yesterday | "_s,
                              u"S outage | Fr. 14:30 · 3 turns"_s, u"H This week | "_s,
                              u"S diagram | Mi. 14:30 · 3 turns"_s, u"H This month | "_s,
                              u"S old | 01.11.26 · 3 turns"_s, u"H Mai 2026 | "_s,
                              u"S older | 05.05.26 · 3 turns"_s}));
    }

    void theTrashOpensAndCloses()
    {
        const SessionLists lists{{}, {line("9", "gone", kNow)}};
        QCOMPARE(dump(rowsOf(lists, TrashShown::Closed, kNow)),
                 QStringList({u"T Trash (1) | closed"_s}));
        QCOMPARE(dump(rowsOf(lists, TrashShown::Open, kNow)).last(),
                 u"t gone | 14:30 · 3 turns"_s);
    }

    void whatWasFoundIsMarkedWhereItStands()
    {
        session::Found found;
        found.title = "größe";
        found.excerpt = {"weiß: die Größe fehlt", 11, 18};
        const auto rows = rowsOf({found});
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(rows[0].detail.mid(rows[0].matchBegin, rows[0].matchEnd - rows[0].matchBegin),
                 u"Größe"_s);
    }

    void aModelOfThemHolds()
    {
        SessionsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRows(
            rowsOf({{line("1", "a", kNow)}, {line("2", "b", kNow)}}, TrashShown::Open, kNow));
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.find("2").row(), 3);
        QVERIFY(!model.find("").isValid());
        QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsSelectable));
        QVERIFY(!model.flags(model.index(3)).testFlag(Qt::ItemIsEditable));
    }

    void aNewNameIsToldOnce()
    {
        SessionsModel model;
        model.setRows(rowsOf({{line("1", "a", kNow)}, {}}, TrashShown::Closed, kNow));
        QStringList told;
        connect(&model, &SessionsModel::renamed, this,
                [&told](const session::SessionId& id, const QString& title) {
                    told.append(QString::fromStdString(id) + title);
                });
        QVERIFY(!model.setData(model.index(1), u"  "_s, Qt::EditRole));
        QVERIFY(!model.setData(model.index(1), u"a"_s, Qt::EditRole));
        QVERIFY(model.setData(model.index(1), u" a  better\nname "_s, Qt::EditRole));
        QCOMPARE(told, QStringList({u"1a better name"_s}));
    }
};

std::unique_ptr<QObject> makeSessionRowsTest()
{
    return std::make_unique<SessionRowsTest>();
}

#include "tst_session_rows.moc"
