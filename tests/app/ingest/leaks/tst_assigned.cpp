// Values behind telling names: which are secrets, and which only look a little like them.

#include "app/ingest/leaks/assignment.h"
#include "app/ingest/leaks/value.h"
#include "kernels/base/words.h"
#include "tests/app/ingest/leaks/made_secret.h"
#include "tests/app/ingest/leaks/tests.h"
#include "tests/support/test_table.h"

using namespace tf;
using namespace tf::ingest;

namespace {

struct Spelling {
    const char* before;
    const char* after;
};

constexpr Spelling kFound[] = {
    {"api_key = \"", "\""},
    {"apiKey: '", "',"},
    {"API_KEY=", "\n"},
    {"export SERVICE_SECRET=", "\n"},
    {"secret := `", "`"},
    {"\"token\": \"", "\"}"},
    {"\\\"token\\\": \\\"", "\\\"}"},
    {":password => '", "'"},
    {"setProperty(\"db.password\", \"", "\")"},
    {"<accessKey>", "</accessKey>"},
    {"auth_key ?= ", "\n"},
    {"credentials:\n  passphrase: ", "\n"},
    {"my.secret.name=", " # mine\n"},
};

constexpr Spelling kNotFound[] = {
    {"colour = \"", "\""},        {"key = ", "(a)"},
    {"key = ", " + other"},       {"public_key = \"", "\""},
    {"key_hash = \"", "\""},      {"cache_key: '", "'"},
    {"access_key_id = \"", "\""}, {"key = \"sha256-", "\""},
    {"key = \"0x", "\""},         {"key of the whole that is longer than any name = \"", "\""},
};

} // namespace

class LeakAssignedTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void drawnValuesBehindTellingNamesAreFound()
    {
        for (const auto& [before, after] : kFound)
            QCOMPARE(test::foundIn("a", words(before, test::kDrawn, after)),
                     words("[", test::kDrawn, "]"));
    }

    void othersAreNot()
    {
        for (const auto& [before, after] : kNotFound)
            QCOMPARE(test::foundIn("a", words(before, test::kDrawn, after)), std::string());
    }

    void valuesThatStandForSecretsAreNone()
    {
        constexpr const char* kValues[] = {
            "your-api-key-1A2b3C4d",  "${SECRET_1A2b3C4d5E}",
            "EXAMPLEq7Rz0Lk2Wm9Xc4",  "{{ vault_1A2b3C4d5E6f }}",
            "xxxxxq7Rz0Lk2Wm9Xc4Vb",  "q7Rz0Lk2Wm9...",
            "changeme1A2b3C4d5E6f",   "01234567-89ab-4def-8123-456789abcdef",
            "auth.CustomUserWithM2M", "kSecAttrAccountName2",
            "aaaaaaaaaaaaaaaa1111",   "process.environ.KEY1a2B3c",
            "https://a1B2c3D4e5F6g7", "short1A2b"};
        for (const char* value : kValues)
            QCOMPARE(test::foundIn("a", words("secret = \"", value, "\"")), std::string());
    }

    void anAssignmentIsTakenApart()
    {
        const std::string_view text = "x; my_api-key.name = 'value' ;";
        const auto found = assignmentAround(text, {6, 9});
        QVERIFY(found);
        QCOMPARE(std::string(found->name.of(text)), std::string("my_api-key.name "));
        QCOMPARE(std::string(found->value.of(text)), std::string("value"));
        QCOMPARE(found->sign, '=');
        QVERIFY(found->quoting == Quoting::Quoted);
        QVERIFY(!assignmentAround("key value", {0, 3}));
        QVERIFY(!assignmentAround("key =", {0, 3}));
        QVERIFY(!assignmentAround("key", {0, 3}));
    }

    void entropyIsShannons()
    {
        QCOMPARE(entropyOf(""), 0.0);
        QCOMPARE(entropyOf("aaaa"), 0.0);
        QCOMPARE(entropyOf("abab"), 1.0);
        QCOMPARE(entropyOf("abcdefgh"), 3.0);
    }

    void namesDoNotLookDrawn()
    {
        for (const char* value : {"sha256_password_caching", "CustomUserWithManyToMany2",
                                  "getElementById3", "version-1.2.3-beta4", "0123456789", "abcdef"})
            QVERIFY2(!looksDrawn(value), value);
        for (const char* value : {"q7Rz0Lk2Wm9Xc4Vb", "671da331c47d4e29bb6ea1d270154ec3"})
            QVERIFY2(looksDrawn(value), value);
    }
};

std::unique_ptr<QObject> makeLeakAssignedTest()
{
    return std::make_unique<LeakAssignedTest>();
}

#include "tst_assigned.moc"
