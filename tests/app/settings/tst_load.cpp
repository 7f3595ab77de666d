#include "app/settings/settings.h"
#include "tests/app/settings/tests.h"
#include "tests/support/test_table.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tf::settings;

class SettingsLoadTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aMissingFileMeansDefaults()
    {
        const Loaded loaded = load(path());
        QVERIFY(loaded.settings == Settings());
        QVERIFY(loaded.notices.empty());
        QVERIFY(!QFile::exists(path())); // reading makes nothing
    }

    void aBrokenFileIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("truncated") << QByteArray("{\"theme\":\"dark\",\"zoom");
        QTest::newRow("no JSON") << QByteArray("theme = dark\n");
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("zeros") << QByteArray(4096, '\0');
        QTest::newRow("bad UTF-8") << QByteArray("{\"theme\":\"l\xffght\"}");
        QTest::newRow("too deep") << QByteArray("{\"a\":" + QByteArray(70, '[')
                                                + QByteArray(70, ']') + "}");
        QTest::newRow("too long") << QByteArray("{}" + QByteArray(kMaxFileBytes, ' '));
    }
    void aBrokenFileIsSetAside()
    {
        QFETCH(QByteArray, document);
        put(document);
        const Loaded loaded = load(path());
        QVERIFY(loaded.settings == Settings());
        QCOMPARE(loaded.notices.size(), std::size_t(1));
        QVERIFY(loaded.notices[0].kind == NoticeKind::SetAside);
        QVERIFY(!loaded.notices[0].reason.isEmpty());
        QVERIFY(loaded.saving == Saving::Allowed);
        QVERIFY(!QFile::exists(path()));
        QVERIFY(loaded.notices[0].where.startsWith(path() + u".broken-"_s));
        QCOMPARE(contentOf(loaded.notices[0].where), document); // whole, under its new name
    }

    void breakingAgainInTheSameSecondKeepsBoth()
    {
        put("first");
        const QString first = load(path()).notices.at(0).where;
        put("second");
        const QString second = load(path()).notices.at(0).where;
        QVERIFY(first != second);
        QCOMPARE(contentOf(first), QByteArray("first"));
        QCOMPARE(contentOf(second), QByteArray("second"));
    }

    /// A file of 100 MB is neither read whole nor copied.
    void aHugeFileIsSetAsideAtOnce()
    {
        put("{");
        QVERIFY(QFile::resize(path(), qint64(100) << 20));
        const Loaded loaded = load(path());
        QVERIFY(loaded.notices.at(0).kind == NoticeKind::SetAside);
        QCOMPARE(QFileInfo(loaded.notices[0].where).size(), qint64(100) << 20);
    }

    void oneWrongMemberCostsOnlyItself_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("member");
        QTest::newRow("theme: number") << QByteArray("\"theme\":3") << u"theme"_s;
        QTest::newRow("language: unknown") << QByteArray("\"language\":\"xx\"") << u"language"_s;
        QTest::newRow("theme: unknown") << QByteArray("\"theme\":\"pink\"") << u"theme"_s;
        QTest::newRow("zoom: text") << QByteArray("\"zoomPercent\":\"125\"") << u"zoomPercent"_s;
        QTest::newRow("zoom: too much") << QByteArray("\"zoomPercent\":201") << u"zoomPercent"_s;
        QTest::newRow("zoom: too little") << QByteArray("\"zoomPercent\":79") << u"zoomPercent"_s;
        QTest::newRow("zoom: a fraction") << QByteArray("\"zoomPercent\":99.5") << u"zoomPercent"_s;
        QTest::newRow("zoom: endless") << QByteArray("\"zoomPercent\":1e300") << u"zoomPercent"_s;
        QTest::newRow("window: array") << QByteArray("\"window\":[]") << u"window"_s;
        QTest::newRow("geometry: no base64")
            << QByteArray("\"window\":{\"geometry\":\"?\"}") << u"window.geometry"_s;
        QTest::newRow("width: negative")
            << QByteArray("\"window\":{\"sessionsWidth\":-1}") << u"window.sessionsWidth"_s;
        QTest::newRow("shown: null")
            << QByteArray("\"window\":{\"inspectorShown\":null}") << u"window.inspectorShown"_s;
    }
    void oneWrongMemberCostsOnlyItself()
    {
        QFETCH(QByteArray, document);
        QFETCH(QString, member);
        const QByteArray others = member == u"theme" ? "\"zoomPercent\":150" : "\"theme\":\"dark\"";
        put("{" + others + "," + document + "}");
        const Loaded loaded = load(path());
        QCOMPARE(loaded.notices.size(), std::size_t(1));
        QVERIFY(loaded.notices[0].kind == NoticeKind::MemberIgnored);
        QCOMPARE(loaded.notices[0].where, member);
        Settings want;
        want.asRead = loaded.settings.asRead;
        if (member == u"theme")
            want.zoomPercent = 150;
        else
            want.theme = ThemeChoice::Dark;
        QVERIFY(loaded.settings == want);
        QVERIFY(QFile::exists(path()));
    }

    void whatCannotBeReadIsLeftAlone_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("a folder") << u"folder"_s;
        QTest::newRow("a pipe") << u"pipe"_s; // and does not wait for a writer
        QTest::newRow("no right to read") << u"locked"_s;
    }
    void whatCannotBeReadIsLeftAlone()
    {
        QFETCH(QString, what);
        const QByteArray name = QFile::encodeName(path());
        if (what == u"folder")
            QVERIFY(QDir().mkpath(path()));
        else if (what == u"pipe")
            QCOMPARE(mkfifo(name.constData(), 0600), 0);
        else
            put("{}");
        const bool asNobody = what == u"locked" && geteuid() == 0;
        QCOMPARE(chmod(name.constData(), what == u"locked" ? 0 : 0700), 0);
        if (asNobody)
            QCOMPARE(seteuid(kNobody), 0);
        const Loaded loaded = load(path());
        if (asNobody)
            QCOMPARE(seteuid(0), 0);
        QCOMPARE(loaded.notices.size(), std::size_t(1));
        QVERIFY(loaded.notices[0].kind == NoticeKind::Unreadable);
        QVERIFY(loaded.saving == Saving::Withheld);
        QVERIFY(QFileInfo::exists(path()));
    }

    /// Each row starts in a folder of its own, which others may enter.
    void cleanup() { m_folder = newFolder(); }

private:
    static constexpr uid_t kNobody = 65534;

    QString path() const { return m_folder->filePath(u"settings.json"_s); }

    void put(const QByteArray& document) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(document), document.size());
    }

    static QByteArray contentOf(const QString& where)
    {
        QFile file(where);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot open");
    }

    static std::unique_ptr<QTemporaryDir> newFolder()
    {
        auto folder = std::make_unique<QTemporaryDir>();
        chmod(QFile::encodeName(folder->path()).constData(), 0755);
        return folder;
    }

    std::unique_ptr<QTemporaryDir> m_folder = newFolder();
};

std::unique_ptr<QObject> makeSettingsLoadTest()
{
    return std::make_unique<SettingsLoadTest>();
}

#include "tst_load.moc"
