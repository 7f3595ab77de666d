#include "app/settings/settings.h"
#include "tests/app/settings/tests.h"
#include "tests/support/test_table.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tf::settings;

class SettingsSaveTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsSavedIsLoaded()
    {
        Settings settings;
        settings.theme = ThemeChoice::Dark;
        settings.language = LanguageChoice::German;
        settings.zoomPercent = 175;
        settings.codeZoomPercent = 90;
        settings.keys = {{u"Find"_s, {u"Ctrl+Shift+L"_s}}, {u"Undo"_s, {}}};
        settings.engine = u"work"_s;
        settings.model = u"/models/nano"_s;
        settings.local = {.contextTokens = 8192, .threads = 3, .thinking = ThinkingStart::Off};
        settings.window = {.geometry = QByteArray("\0\xff\n geometry", 12),
                           .sessionsWidth = 201,
                           .inspectorWidth = 555,
                           .sessionsShown = false,
                           .inspectorShown = false,
                           .session = u"0123"_s};
        const QString path = m_folder.filePath(u"a/new/folder/settings.json"_s);
        QVERIFY(save(path, settings).has_value());
        const Loaded loaded = load(path);
        QVERIFY(loaded.notices.empty());
        settings.asRead = loaded.settings.asRead;
        QVERIFY(loaded.settings == settings);
    }

    void unknownMembersSurvive()
    {
        const QByteArray document = "{\"later\":{\"list\":[1,null,\"é\",9007199254740993]},"
                                    "\"window\":{\"workspaces\":3},\"theme\":\"light\"}";
        Loaded loaded = MUST(parse(document));
        loaded.settings.theme = ThemeChoice::Dark;
        const QJsonObject again = QJsonDocument::fromJson(write(loaded.settings)).object();
        QCOMPARE(again["later"_L1], QJsonDocument::fromJson(document).object()["later"_L1]);
        QCOMPARE(again["later"_L1]["list"_L1][3].toInteger(), 9007199254740993LL);
        QCOMPARE(again["window"_L1]["workspaces"_L1].toInt(), 3);
        QCOMPARE(again["theme"_L1].toString(), u"dark"_s);
    }

    void aFolderWithoutRightsIsAnError()
    {
        const QString path = m_folder.filePath(u"locked/settings.json"_s);
        QVERIFY(save(path, {}).has_value());
        const QByteArray old = contentOf(path);
        chmod(QFile::encodeName(m_folder.filePath(u"locked"_s)).constData(), 0555);
        Settings settings;
        settings.zoomPercent = 150;
        const bool asNobody = geteuid() == 0;
        if (asNobody)
            QCOMPARE(seteuid(65534), 0);
        const auto saved = save(path, settings);
        if (asNobody)
            QCOMPARE(seteuid(0), 0);
        chmod(QFile::encodeName(m_folder.filePath(u"locked"_s)).constData(), 0755);
        QVERIFY(!saved.has_value());
        QVERIFY(saved.error().code == tf::Code::Denied);
        QVERIFY(saved.error().text.find(path.toStdString()) != std::string::npos);
        QCOMPARE(contentOf(path), old);
    }

    void aFileInTheWayOfTheFolderIsAnError()
    {
        QFile file(m_folder.filePath(u"way"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto saved = save(m_folder.filePath(u"way/settings.json"_s), {});
        QVERIFY(!saved.has_value());
        QVERIFY(saved.error().code == tf::Code::Denied);
    }

    void nothingIsLeftBesideTheFile()
    {
        const QString path = m_folder.filePath(u"alone/settings.json"_s);
        QVERIFY(save(path, {}).has_value());
        QVERIFY(save(path, {}).has_value());
        QCOMPARE(QDir(m_folder.filePath(u"alone"_s)).entryList(QDir::Files | QDir::Hidden),
                 QStringList(u"settings.json"_s));
    }

    void initTestCase() { chmod(QFile::encodeName(m_folder.path()).constData(), 0755); }

private:
    static QByteArray contentOf(const QString& where)
    {
        QFile file(where);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot open");
    }

    QTemporaryDir m_folder;
};

std::unique_ptr<QObject> makeSettingsSaveTest()
{
    return std::make_unique<SettingsSaveTest>();
}

#include "tst_save.moc"
