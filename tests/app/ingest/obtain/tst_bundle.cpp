#include "app/ingest/obtain/git_box.h"
#include "tests/app/ingest/obtain/tests.h"
#include "tests/app/ingest/obtain/workplace.h"
#include "tests/support/test_table.h"
#include "tests/support/tests/variable.h"
#include "tests/support/user_namespaces.h"

#include <QProcess>

using namespace Qt::StringLiterals;
using tf::Code;

namespace {

/// What git finds at a revision of the repository that came of it.
QByteArray contentAt(const std::filesystem::path& repository, const QString& revision)
{
    QProcess git;
    git.start(u"/usr/bin/git"_s,
              {u"--git-dir="_s + QString::fromStdString(repository.native()), u"cat-file"_s,
               u"blob"_s, revision + u":a.txt"_s});
    git.waitForFinished(20'000);
    return git.readAllStandardOutput();
}

} // namespace

/// Real bundles, made by git.
class BundleTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!tf::test::hasUserNamespaces())
            QSKIP("SKIPPED ENTIRELY: git's box needs user namespaces, which this system forbids");
        const QStringList in{u"-C"_s, u"origin"_s, u"bundle"_s, u"create"_s, u"-q"_s};
        QVERIFY(m_place.makeOrigin());
        QVERIFY(m_place.git(in + QStringList{u"../all.bundle"_s, u"--all"_s}));
        QVERIFY(m_place.git(in + QStringList{u"../main.bundle"_s, u"main"_s}));
        QVERIFY(m_place.git(in + QStringList{u"../part.bundle"_s, u"main~1..main"_s}));
    }

    void aBundleBecomesABareRepository()
    {
        for (const char* name : {"all", "main"}) {
            const auto got = m_place.obtain(m_place.path(std::string(name) + ".bundle"));
            QVERIFY2(got, got ? "" : got.error().describe().c_str());
            QCOMPARE(got->title, std::string(name));
            QCOMPARE(contentAt(got->root, u"HEAD"_s), QByteArray("second\n"));
            QVERIFY(!std::filesystem::exists(got->root / "hooks"));
            QVERIFY(!std::filesystem::exists(got->root / "a.txt"));
        }
        QVERIFY(m_place.isCacheClean());
    }

    void atATag()
    {
        auto choice = m_place.choice();
        choice.ref = "v1";
        const auto got = m_place.obtain(m_place.path("all.bundle"), choice);
        QVERIFY2(got, got ? "" : got.error().describe().c_str());
        QCOMPARE(contentAt(got->root, u"HEAD"_s), QByteArray("first\n"));
    }

    void errorsSayWhy_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("ref");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("no such branch") << "all.bundle"
                                        << "nope" << int(Code::NotFound) << "nope";
        QTest::newRow("part of a history") << "part.bundle"
                                           << "" << int(Code::BadInput) << "bundle create";
        QTest::newRow("cut off") << "cut.bundle"
                                 << "" << int(Code::Corrupt) << "cut off";
        QTest::newRow("hostile ref")
            << "all.bundle"
            << "--upload-pack=x" << int(Code::BadInput) << "not the name of a branch";
    }
    void errorsSayWhy()
    {
        QFETCH(QString, file);
        QFETCH(QString, ref);
        QFETCH(int, code);
        QFETCH(QString, says);
        auto whole = Workplace::content(m_place.path("all.bundle"));
        m_place.write("cut.bundle", whole.substr(0, whole.size() - 60));
        auto choice = m_place.choice();
        choice.ref = ref.toStdString();
        const auto got = m_place.obtain(m_place.path(file.toStdString()), choice);
        QVERIFY(!got);
        QVERIFY2(got.error().code == Code(code), got.error().describe().c_str());
        QVERIFY2(got.error().text.find(says.toStdString()) != std::string::npos,
                 got.error().describe().c_str());
        QVERIFY(m_place.isCacheClean());
    }

    void theLimitOnBytesHolds()
    {
        auto choice = m_place.choice();
        choice.mostBytes = 500;
        choice.cacheFolder = m_place.path("cache2");
        const auto got = m_place.obtain(m_place.path("all.bundle"), choice);
        QVERIFY(!got);
        QVERIFY2(got.error().code == Code::BadInput, got.error().describe().c_str());
    }

    void cancelEndsIt()
    {
        auto choice = m_place.choice();
        choice.cacheFolder = m_place.path("cache3");
        tf::CancelSource stop;
        const auto got = tf::ingest::obtain(m_place.path("all.bundle"), choice, stop.token(),
                                            [&stop](const auto&) { stop.cancel(); });
        // It may have been done in the moment it was stopped.
        if (!got)
            QCOMPARE(got.error().code, Code::Cancelled);
        tf::CancelSource before;
        before.cancel();
        const auto none = tf::ingest::obtain(m_place.path("all.bundle"), choice, before.token());
        QVERIFY(!none);
        QCOMPARE(none.error().code, Code::Cancelled);
    }

    void withoutABoxGitDoesNotRun_data()
    {
        QTest::addColumn<QString>("box");
        QTest::newRow("not installed") << "none";
        QTest::newRow("refuses") << "refusing";
    }
    void withoutABoxGitDoesNotRun()
    {
        QFETCH(QString, box);
        const auto mark = m_place.path("ran");
        const auto program =
            m_place.write("refusing",
                          "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\n"
                          "exit 1\n");
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
        auto choice = m_place.choice();
        choice.cacheFolder = m_place.path("cache4");
        choice.boxProgram = m_place.path(box.toStdString());
        const auto got = m_place.obtain(m_place.path("all.bundle"), choice);
        QVERIFY(!got);
        QVERIFY2(got.error().code == Code::Unsupported, got.error().describe().c_str());
        QVERIFY(got.error().text.find("bubblewrap") != std::string::npos);
    }

    /// Settings, hooks and programs that lie in wait for git are not seen.
    void nothingOfTheUsersIsObeyed()
    {
        const auto mark = m_place.path("ran");
        const auto evil = m_place.write("evil/git", "#!/bin/sh\ntouch " + mark + "\nexit 1\n");
        std::filesystem::create_directories(m_place.path("template/hooks"));
        for (const char* hook : {"post-checkout", "reference-transaction", "post-update"})
            std::filesystem::copy_file(evil, m_place.path(std::string("template/hooks/") + hook));
        for (const auto& file :
             std::filesystem::recursive_directory_iterator(m_place.path("template")))
            std::filesystem::permissions(file, std::filesystem::perms::owner_all);
        std::filesystem::permissions(evil, std::filesystem::perms::owner_all);
        const auto config = m_place.write(
            "evil.config",
            "[init]\n\ttemplateDir = " + m_place.path("template") + "\n[core]\n\thooksPath = "
                + m_place.path("template/hooks") + "\n\tfsmonitor = " + evil + "\n");
        const auto bytes = [](const std::string& text) { return QByteArray::fromStdString(text); };
        const tf::test::Variable path("PATH", bytes(m_place.path("evil")) + ":" + qgetenv("PATH"));
        const tf::test::Variable global("GIT_CONFIG_GLOBAL", bytes(config));
        const tf::test::Variable system("GIT_CONFIG_SYSTEM", bytes(config));
        const tf::test::Variable templates("GIT_TEMPLATE_DIR", bytes(m_place.path("template")));
        const tf::test::Variable programs("GIT_EXEC_PATH", bytes(m_place.path("evil")));
        auto choice = m_place.choice();
        choice.cacheFolder = m_place.path("cache5");
        const auto got = m_place.obtain(m_place.path("all.bundle"), choice);
        QVERIFY2(got, got ? "" : got.error().describe().c_str());
        QVERIFY(!std::filesystem::exists(mark));
        QVERIFY(!std::filesystem::exists(got->root / "hooks"));
    }

    void theBoxKeepsTheNetworkForAddresses()
    {
        tf::ingest::GitBox box;
        box.place = "/p";
        const auto arguments = tf::ingest::boxArguments(box, {"clone"});
        const auto has = [](const std::vector<std::string>& list, const std::string& what) {
            return std::find(list.begin(), list.end(), what) != list.end();
        };
        QVERIFY(!has(arguments, "--share-net"));
        const tf::test::Variable proxy("https_proxy", "http://u:s3cret@p:1");
        box.network = tf::ingest::BoxNetwork::Any;
        QVERIFY(has(tf::ingest::boxEnvironment(box), "https_proxy=http://u:s3cret@p:1"));
        for (const auto& argument : tf::ingest::boxArguments(box, {"clone"}))
            QVERIFY(argument.find("s3cret") == std::string::npos);
        box.network = tf::ingest::BoxNetwork::ThisMachine;
        QVERIFY(!has(tf::ingest::boxEnvironment(box), "https_proxy=http://u:s3cret@p:1"));
        QVERIFY(has(tf::ingest::boxArguments(box, {"clone"}), "http.followRedirects=false"));
    }

private:
    Workplace m_place;
};

std::unique_ptr<QObject> makeBundleTest()
{
    return tf::test::make<BundleTest>();
}

#include "tst_bundle.moc"
