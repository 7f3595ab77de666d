#include "app/settings/settings.h"
#include "tests/app/settings/tests.h"
#include "tests/support/test_table.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tf::settings;

using Rules = std::vector<RepositoryRule>;

class RepositoryRuleTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void mayLeave_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("agreed");
        QTest::addColumn<QString>("reason"); // empty: it may
        const auto row = [](const char* name, const QString& source, const QString& host,
                            bool agreed, const QString& reason) {
            QTest::newRow(name) << source << host << agreed << reason;
        };
        const QString far = u"api.example.org"_s;
        row("nobody said anything", u"/free"_s, far, false, {});
        row("never", u"/secret"_s, far, true, u"/secret never goes to a server"_s);
        row("a folder in it", u"/secret/src"_s, far, true, u"/secret never goes"_s);
        row("of a name that begins alike", u"/secrets"_s, far, false, {});
        row("a folder around it", u"/"_s, far, true, u"never goes"_s);
        row("asked", u"/asked"_s, far, false, u"only when asked"_s);
        row("asked and allowed", u"/asked"_s, far, true, {});
        row("a host that is named", u"/shared"_s, u"gpu.lan"_s, true, {});
        row("a part of it wants to be asked", u"/shared"_s, u"gpu.lan"_s, false,
            u"/shared/open goes to a server only when asked"_s);
        row("another host", u"/shared"_s, far, true, u"no server but gpu.lan, box.lan"_s);
        row("a folder with a rule of its own", u"/shared/open"_s, far, true, {});
        row("nobody may", u"/none"_s, far, true, u"no server but nobody"_s);
        row("an address", u"https://git.example.org/a/b"_s, far, false, u"never goes"_s);
        row("another of that host", u"https://git.example.org/a/c"_s, far, false, {});
    }
    void mayLeave()
    {
        QFETCH(QString, source);
        QFETCH(QString, host);
        QFETCH(bool, agreed);
        QFETCH(QString, reason);
        const auto may =
            tf::settings::mayLeave(someRules(), source.toStdString(), host.toStdString(),
                                   agreed ? Agreed::Yes : Agreed::No);
        QCOMPARE(may.has_value(), reason.isEmpty());
        if (may)
            return;
        QVERIFY(may.error().code == tf::Code::Denied);
        QVERIFY2(may.error().text.find(reason.toStdString()) != std::string::npos,
                 may.error().text.c_str());
    }

    /// Whoever goes in by another way comes to the same place.
    void linksAndDotsLeadToTheSameRoot()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"real/src"_s));
        QVERIFY(QFile::link(folder.filePath(u"real"_s), folder.filePath(u"link"_s)));
        const std::string real =
            QFileInfo(folder.filePath(u"real"_s)).canonicalFilePath().toStdString();
        for (const auto& way : {u"real"_s, u"real/"_s, u"link"_s, u"link/src/.."_s, u"real/./"_s})
            QCOMPARE(rootOf(folder.filePath(way).toStdString()), real);
        QCOMPARE(rootOf("https://git.example.org/a/b/"),
                 std::string("https://git.example.org/a/b"));
    }

    void theyAreKept()
    {
        Settings settings;
        settings.repositories = someRules();
        settings.keyPlace = KeyPlaceChoice::File;
        const auto again = MUST(parse(write(settings)));
        QVERIFY(again.notices.empty());
        QVERIFY(again.settings.repositories == settings.repositories);
        QVERIFY(again.settings.keyPlace == KeyPlaceChoice::File);
    }

    /// Somebody wanted something kept from somebody: the strictest is taken, and told.
    void aRuleThatMakesNoSenseMeansNever_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::newRow("no word") << QByteArray("{\"root\": \"/x\"}");
        QTest::newRow("an unknown word") << QByteArray("{\"root\": \"/x\", \"leaves\": \"maybe\"}");
        QTest::newRow("a number") << QByteArray("{\"root\": \"/x\", \"leaves\": 3}");
    }
    void aRuleThatMakesNoSenseMeansNever()
    {
        QFETCH(QByteArray, rule);
        const auto loaded = MUST(parse("{\"repositories\": [" + rule + "]}"));
        QCOMPARE(loaded.settings.repositories, Rules({RepositoryRule{"/x", Leaving::Never, {}}}));
        QVERIFY(!loaded.notices.empty());
        QVERIFY(loaded.notices[0].where.startsWith(u"repositories.0."_s));
    }

private:
    static Rules someRules()
    {
        return {{"/secret", Leaving::Never, {}},
                {"/asked", Leaving::Ask, {}},
                {"/shared", Leaving::Hosts, {"gpu.lan", "box.lan"}},
                {"/shared/open", Leaving::Ask, {}},
                {"/none", Leaving::Hosts, {}},
                {"https://git.example.org/a/b", Leaving::Never, {}}};
    }
};

std::unique_ptr<QObject> makeRepositoryRuleTest()
{
    return std::make_unique<RepositoryRuleTest>();
}

#include "tst_repository_rule.moc"
