// m3 sessions, m3 export and m3 import, as a user would run them.

#include "tests/app/cli/m3_process.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

constexpr const char* kDocument =
    "{\"format\":\"trifold-sessions\",\"version\":1,\"sessions\":[{"
    "\"id\":\"0123456789abcdef0123456789abcdef\",\"title\":\"Flush \\u001b[31mred\","
    "\"settings\":{\"request\":{\"thinking\":\"adaptive\"}},\"turns\":[{\"id\":1,"
    "\"question\":{\"text\":\"When is it flushed?\",\"settings\":{\"thinking\":\"adaptive\"}},"
    "\"parts\":[{\"kind\":\"text\",\"text\":\"flush_when_due decides; 数据库 keeps it.\"}],"
    "\"ending\":{\"state\":\"finished\",\"usage\":{\"prompt\":12,\"answer\":5}},"
    "\"beganAt\":1795000000000,\"endedAt\":1795000001000}],\"desk\":{\"draft\":\"next\"},"
    "\"createdAt\":1795000000000}],\"blobs\":{"
    "\"ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73\":\"Y29udGVudA==\"}}\n";

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class SessionsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void nothingIsKeptYet()
    {
        const M3Run list = m3({u"sessions"_s});
        QCOMPARE(list.exitCode, 0);
        QVERIFY(list.out.isEmpty());
        QVERIFY(m3({u"sessions"_s, u"backups"_s}).out.isEmpty());
        QVERIFY(!QFile::exists(store())); // looking makes nothing
        QCOMPARE(m3({u"sessions"_s, u"show"_s, u"01"_s}).exitCode, 1);
        QCOMPARE(m3({u"export"_s}).exitCode, 1);
    }

    void whatIsImportedIsListedShownAndFound()
    {
        const M3Run imported = m3({u"import"_s}, kDocument);
        QCOMPARE(imported.exitCode, 0);
        QCOMPARE(imported.out, QByteArray("0123456789abcdef0123456789abcdef\n"));
        const M3Run list = m3({u"sessions"_s});
        QCOMPARE(list.out, QByteArray("01234567  2026-11-18 11:06  1 turn   Flush  [31mred\n"));
        const M3Run json = m3({u"sessions"_s, u"--json"_s});
        const QJsonObject line = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(line["turns"_L1].toInt(), 1);
        const M3Run show = m3({u"sessions"_s, u"show"_s, u"0123"_s});
        QVERIFY(show.out.contains("## Question 1\n\nWhen is it flushed?\n"));
        for (const QString& words : {u"when_due"_s, u"数据"_s, u"flush_when_due"_s}) {
            const M3Run found = m3({u"sessions"_s, u"search"_s, words});
            QCOMPARE(found.exitCode, 0);
            QVERIFY2(found.out.contains("turn 1, answer: flush_when_due"), found.out.constData());
        }
        QVERIFY(m3({u"sessions"_s, u"search"_s, u"nowhere"_s}).out.isEmpty());
    }

    void whatIsExportedIsTheSame()
    {
        m3({u"import"_s}, kDocument);
        const QString file = m_folder->filePath(u"out.json"_s);
        QCOMPARE(m3({u"export"_s, u"--out"_s, file}).exitCode, 0);
        // The content is kept, but no session mentions it.
        QByteArray wanted = kDocument;
        const auto blobs = wanted.indexOf("\"ed70");
        wanted.remove(blobs, wanted.lastIndexOf("}}\n") - blobs);
        QCOMPARE(contentOf(file), wanted);
        QCOMPARE(m3({u"import"_s, file}).exitCode, 0);
        QCOMPARE(m3({u"sessions"_s}).out.count('\n'), 2); // beside it, not over it
        QVERIFY(m3({u"export"_s, u"0123"_s, u"--as"_s, u"markdown"_s}).out.startsWith("# Flush"));
    }

    void theTrashGivesBack()
    {
        m3({u"import"_s}, kDocument);
        QCOMPARE(m3({u"sessions"_s, u"trash"_s, u"0123"_s}).exitCode, 0);
        QVERIFY(m3({u"sessions"_s}).out.isEmpty());
        QVERIFY(m3({u"sessions"_s, u"search"_s, u"flush"_s}).out.isEmpty());
        QCOMPARE(m3({u"sessions"_s, u"--trash"_s}).out.count('\n'), 1);
        QCOMPARE(m3({u"sessions"_s, u"trash"_s, u"0123"_s}).exitCode, 1);
        QCOMPARE(m3({u"sessions"_s, u"purge"_s}).exitCode, 0);
        QCOMPARE(m3({u"sessions"_s, u"restore"_s, u"0123"_s}).exitCode, 0);
        QCOMPARE(m3({u"sessions"_s}).out.count('\n'), 1);
        m3({u"sessions"_s, u"trash"_s, u"0123"_s});
        const M3Run purged = m3({u"sessions"_s, u"purge"_s, u"--days"_s, u"0"_s});
        QVERIFY2(purged.out.startsWith("purged 1 sessions"), purged.out.constData());
        QVERIFY(m3({u"sessions"_s, u"--trash"_s}).out.isEmpty());
    }

    void aWrongFileChangesNothing()
    {
        m3({u"import"_s}, kDocument);
        const M3Run run = m3({u"import"_s}, QByteArray(kDocument).chopped(9));
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.startsWith("m3: "));
        QCOMPARE(m3({u"sessions"_s}).out.count('\n'), 1);
    }

    void aDamagedStoreIsTold()
    {
        m3({u"import"_s}, kDocument);
        QFile file(store() + u"/sessions.db"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(200, '\0'));
        file.close();
        const M3Run run = m3({u"sessions"_s, u"trash"_s, u"0123"_s});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.err.contains("was damaged") && run.err.contains("4 events"),
                 run.err.constData());
        const QStringList aside = QDir(store()).entryList({u"sessions.db.damaged-*"_s});
        QCOMPARE(aside.size(), 1);
        const M3Run backups = m3({u"sessions"_s, u"backups"_s});
        QCOMPARE(backups.out.count('\n'), 1);
        QVERIFY2(backups.out.contains(aside[0].toUtf8() + "  20")
                     && backups.out.contains(" bytes  damaged; "),
                 backups.out.constData());
        const M3Run json = m3({u"sessions"_s, u"backups"_s, u"--json"_s});
        const QJsonObject line = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(line["file"_L1].toString(), store() + u'/' + aside[0]);
        QCOMPARE(line["why"_L1].toString(), u"damaged"_s);
        QCOMPARE(line["bytes"_L1].toInteger(), QFileInfo(store() + u'/' + aside[0]).size());
    }

    void mistakesAreNamed()
    {
        for (const QStringList& words :
             {QStringList{u"sing"_s}, QStringList{u"show"_s},
              QStringList{u"trash"_s, u"a"_s, u"b"_s}, QStringList{u"purge"_s, u"now"_s},
              QStringList{u"backups"_s, u"old"_s}, QStringList{u"--loud"_s}}) {
            const M3Run run = m3(QStringList{u"sessions"_s} + words);
            QCOMPARE(run.exitCode, 2);
            QVERIFY(run.out.isEmpty());
        }
    }

private:
    [[nodiscard]] QString store() const { return m_folder->filePath(u"store"_s); }
    M3Run m3(const QStringList& arguments, const QByteArray& input = {})
    {
        return runM3(arguments + QStringList{u"--store"_s, store()}, input);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

std::unique_ptr<QObject> makeSessionsTest()
{
    return std::make_unique<SessionsTest>();
}

#include "tst_sessions.moc"
