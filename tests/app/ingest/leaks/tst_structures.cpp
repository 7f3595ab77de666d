// Secrets that no row can tell: key blocks, logins, headers, files of settings.

#include "kernels/base/words.h"
#include "tests/app/ingest/leaks/made_secret.h"
#include "tests/app/ingest/leaks/tests.h"
#include "tests/support/test_table.h"

#include <QByteArray>

using namespace tf;
using namespace tf::ingest;

namespace {

// Put together here, so that this file holds no key block and no login.
const std::string kDashes = "-----";

std::string keyBlock(std::string_view kind, std::string_view lineEnd)
{
    test::Gen gen(5, 64);
    std::string block = words(kDashes, "BEGIN ", kind, kDashes, lineEnd);
    for (int line = 0; line < 3; ++line)
        block += words(test::drawn(gen, 'b', 64), lineEnd);
    return words(block, kDashes, "END ", kind, kDashes);
}

std::string base64(const std::string& text)
{
    return QByteArray::fromStdString(text).toBase64().toStdString();
}

struct Sight {
    std::string path;
    std::string text;
    std::string rules;
};

void check(const std::vector<Sight>& cases)
{
    for (const Sight& one : cases) {
        const auto rules = test::rulesOf(one.path, one.text);
        QVERIFY2(rules == one.rules, words(one.text, " gave \"", rules, "\"").c_str());
    }
}

} // namespace

class LeakStructuresTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void keyBlocks()
    {
        for (const char* kind : {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY",
                                 "OPENSSH PRIVATE KEY", "PGP PRIVATE KEY BLOCK"})
            for (const char* lineEnd : {"\n", "\r\n", "\\n"}) {
                const auto block = keyBlock(kind, lineEnd);
                QCOMPARE(test::foundIn("a", words("x = \"", block, "\"\n")),
                         words("[", block, "]"));
            }
        const auto whole = keyBlock("PRIVATE KEY", "\n");
        const auto cut = whole.substr(0, whole.find(words(kDashes, "END")));
        check(
            {{"a", keyBlock("CERTIFICATE", "\n"), ""},
             {"a", keyBlock("PUBLIC KEY", "\n"), ""},
             {"a", cut, "private-key"},
             {"a", words(kDashes, "BEGIN PRIVATE KEY", kDashes, "\n"), ""},
             {"a", words(kDashes, "BEGIN PRIVATE KEY", kDashes, "\nMIIEpAIBAA...\n"), ""},
             {"a", words("if (line == \"", kDashes, "BEGIN PRIVATE KEY", kDashes, "\") {}"), ""}});
    }

    void puttyKeys()
    {
        test::Gen gen(5, 64);
        const auto line = test::drawn(gen, 'b', 64);
        const std::string head = "PuTTY-User-Key-File-3: ssh-rsa\nPublic-Lines: 1\nAAAA\n";
        QCOMPARE(test::foundIn(
                     "a.ppk",
                     words(head, "Private-Lines: 2\n", line, "\n", line, "\nPrivate-MAC: 00\n")),
                 words("[", line, "\n", line, "]"));
        check({{"a.ppk", words(head, "Private-Lines: 0\n", line), ""},
               {"a.ppk", words(head, "Private-Lines: "), ""}});
    }

    void passwordsInAddresses()
    {
        const std::string at = words("user:", test::kDrawn, "@");
        check({{"a", words("postgres://", at, "db.internal.net/x"), "address-password"},
               {"a", words("\"https://", at, "git.corp.io\""), "address-password"},
               {"a", words("amqp://", at, "localhost"), ""},
               {"a", words("http://", at, "example.com"), ""},
               {"a", "http://user:password@db.internal.net", ""},
               {"a", "http://me:${PASSWORD}@db.internal.net", ""},
               {"a", "http://me:<pw>@db.internal.net", ""},
               {"a", "http://postgres:postgres@db.internal.net", ""},
               {"a", "http://db.internal.net:80/a@b", ""},
               {"a", "git+ssh://git@db.internal.net", ""}});
        QCOMPARE(test::foundIn("a", words("ftp://", at, "files.corp.io/")),
                 words("[", test::kDrawn, "]"));
    }

    void authorization()
    {
        const auto login = base64(words("frank:", test::kDrawn));
        check({{"a", words("Authorization: Bearer ", test::kDrawn, test::kDrawn), "authorization"},
               {"a", words("{'authorization': 'token ", test::kDrawn, "'}"), "authorization"},
               {"a", words("Proxy-Authorization: Basic ", login), "authorization"},
               {"a", words("Authorization: Basic ", base64("user:password")), ""},
               {"a", words("Authorization: Basic ", base64("Aladdin:open sesame")), ""},
               {"a", "Authorization: Bearer ${TOKEN_OF_THE_SERVER_1}", ""},
               {"a", "Authorization: Bearer YOUR_ACCESS_TOKEN_123", ""},
               {"a", "authorization = bearerTokenFromSettings()", ""},
               {"a", "Authorization: Bearer", ""}});
    }

    void curl()
    {
        check({{"a.sh", words("curl -u frank:", test::kDrawn, " https://x.io"), "curl-login"},
               {"a.sh", words("curl https://x.io \\\n  --user 'frank:", test::kDrawn, "'"),
                "curl-login"},
               {"a.sh", words("curl -u ", test::kDrawn, ": https://x.io"), "curl-login"},
               {"a.sh", words("curl -H 'X-Api-Key: ", test::kDrawn, "' x.io"), "curl-header"},
               {"a.sh", words("curl -u frank:\"$PASSWORD\" https://x.io"), ""},
               {"a.sh", words("curl -u user:password https://x.io"), ""},
               {"a.sh", words("docker run -u 1000:", test::kDrawn), ""},
               {"a.sh", words("curl -h 'X-Api-Kez: ", test::kDrawn, "' x.io"), ""}});
    }

    void filesOfSettings()
    {
        const std::string secret = "kind: Secret\ndata:\n  a: ab\n  password: ";
        const std::string add = "<add key=\"ClearTextPassword\" value=\"";
        check({{".netrc", words("machine git.corp.io login me password ", test::kDrawn),
                "netrc-password"},
               {".netrc", words("machine git.corp.io\n\tlogin me\n\tpassword ", test::kDrawn, "\n"),
                "netrc-password"},
               {".netrc", words("machine example.com login me password ", test::kDrawn), ""},
               {".netrc", words("machine learning is password ", test::kDrawn), ""},
               {"a.yaml", words(secret, test::kDrawn), "kubernetes-secret"},
               {"a.txt", words("kind: Secret\ndata:\n  x: ", test::kDrawn), ""},
               {"a.yaml", words("kind: ConfigMap\ndata:\n  x: ", test::kDrawn), ""},
               {"NuGet.Config", "", ""},
               {"nuget.config", words(add, "p1 q2 r3!\" />"), "nuget-password"},
               {"nuget.config", words(add, "%PASSWORD%\" />"), ""},
               {"a.tf", "password = \"tr0ub4dor\"", "file-password"},
               {"a.tf", "password = var.db_password", ""},
               {"a.cpp", "password = \"tr0ub4dor\"", ""},
               {"x/.pypirc", "username: me\npassword: tr0ub4dor\n", "file-password"}});
    }
};

std::unique_ptr<QObject> makeLeakStructuresTest()
{
    return std::make_unique<LeakStructuresTest>();
}

#include "tst_structures.moc"
