#include "app/ingest/rules/user_globs.h"

#include "tests/app/ingest/rules/tests.h"
#include "tests/support/test_table.h"

using namespace tf::ingest;

class UserGlobsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void rulesAreReadAsWritten()
    {
        QCOMPARE(MUST(parseUserRule("+src/**")), (UserRule{"src/**", true}));
        QCOMPARE(MUST(parseUserRule("-*.lock")), (UserRule{"*.lock", false}));
    }

    void whatMakesNoSenseIsRefused()
    {
        for (const char* text : {"", "src", "+", "-", "-/", "+a[", "-x\\", "+[[:no:]]"}) {
            const auto rule = parseUserRule(text);
            QVERIFY2(!rule && rule.error().code == tf::Code::BadInput, text);
        }
    }

    void reachesCountTheParts()
    {
        const UserGlobs globs({{"a/b/**", true}, {"c", false}});
        const auto a = globs.reaches({}, "a", Node::Folder);
        const auto b = globs.reaches(a, "a/b", Node::Folder);
        const auto file = globs.reaches(b, "a/b/c", Node::File);
        QCOMPARE(a[0].whole, -1);
        QCOMPARE(b[0].whole, -1);
        QCOMPARE(b[0].named, 2);
        QCOMPARE(file[0].whole, 3);
        QCOMPARE(file[0].named, 2);
        QCOMPARE(file[1].whole, 3);
        QCOMPARE(globs.excluding(file)->glob, std::string("c"));
        QVERIFY(globs.excluding(b) == nullptr);
    }
};

std::unique_ptr<QObject> makeUserGlobsTest()
{
    return tf::test::make<UserGlobsTest>();
}

#include "tst_user_globs.moc"
