#include "app/ingest/git/config_notices.h"
#include "tests/app/ingest/git/tests.h"
#include "tests/support/test_table.h"

using namespace tf::ingest;

class ConfigNoticesTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatAnOrdinaryRepositoryHasIsNoNotice()
    {
        const auto notices = configNotices(
            "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tfsmonitor = true\n"
            "[remote \"origin\"]\n\turl = https://example.org/x\n"
            "[branch \"main\"]\n\tremote = origin\n[user]\n\tname = A\n",
            ".git/config");
        QVERIFY(notices.empty());
    }

    void spellingsOfOneSetting_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"[core]\nhooksPath=x", "[CORE]\n\tHOOKSPATH = x\n", "[core] hookspath = x",
              "  [core]\r\n hooksPath\t= x\r\n", "# a\n;b\n[core]\nhooksPath = \"x\"\n"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void spellingsOfOneSetting()
    {
        QFETCH(QString, text);
        const auto notices = configNotices(text.toStdString(), ".git/config");
        QCOMPARE(notices.size(), std::size_t{1});
        QCOMPARE(notices.front(),
                 "core.hookspath in .git/config was not obeyed: it would start a program");
    }

    void eachSettingIsToldOnce()
    {
        const auto notices =
            configNotices("[filter \"a\"]\nclean=x\n[filter \"b\"]\nclean=y\n", "c");
        QCOMPARE(notices.size(), std::size_t{1});
    }

    void formatsThatAreNotReadAreRecognised()
    {
        QVERIFY(saysSha256("[extensions]\n\tobjectFormat = sha256\n"));
        QVERIFY(!saysSha256("[extensions]\n\tobjectFormat = sha1\n"));
        QVERIFY(saysReftable("[extensions]\n\trefStorage = reftable\n"));
    }
};

std::unique_ptr<QObject> makeConfigNoticesTest()
{
    return tf::test::make<ConfigNoticesTest>();
}

#include "tst_config_notices.moc"
