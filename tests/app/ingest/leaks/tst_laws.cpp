// What holds for every text: findings in order and inside it, redaction that leaves nothing, and
// secrets that no text around them hides.

#include "kernels/base/words.h"
#include "tests/app/ingest/leaks/made_secret.h"
#include "tests/app/ingest/leaks/tests.h"
#include "tests/support/test_table.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace tf;
using namespace tf::ingest;

namespace {

/// Words that rules look for, secrets, and what may stand between them.
std::string soup(test::Gen& gen)
{
    constexpr const char* kPieces[] = {"api_key",
                                       " = \"",
                                       "\"",
                                       "\n",
                                       "://",
                                       "user:",
                                       "@host.net",
                                       "-----BEGIN ",
                                       "PRIVATE KEY-----",
                                       "-----END ",
                                       "curl ",
                                       "-u ",
                                       ": ",
                                       "=",
                                       "\\n",
                                       "password",
                                       "machine ",
                                       "ey",
                                       ".",
                                       "kind: Secret\n",
                                       "data:\n",
                                       "Authorization: ",
                                       "Bearer ",
                                       "Private-Lines: 3\n"};
    constexpr const char* kEnds[] = {" ", "\"", "\n", "\r\n", ";", ")", "\\n", "&"};
    std::string text;
    for (std::size_t count = gen.below(gen.size()); count > 0; --count) {
        if (gen.oneIn(3))
            text += test::secretOf(gen, gen.pick(tokenRules())) + gen.pick(kEnds);
        else if (gen.oneIn(3))
            text +=
                test::lineWith(gen.pick(namedRules()), test::drawn(gen, 'b', 1 + gen.below(80)));
        else
            text += gen.oneIn(4) ? gen.bytes() : std::string(gen.pick(kPieces));
    }
    return text;
}

/// The end of a text that must end soon.
std::string disorder(const std::vector<Leak>& leaks, std::string_view text)
{
    std::size_t last = 0;
    for (const Leak& leak : leaks) {
        if (leak.begin < last || leak.end <= leak.begin || leak.end > text.size())
            return "findings overlap or lie outside";
        const auto before = text.substr(0, leak.begin);
        if (leak.line != 1 + std::count(before.begin(), before.end(), '\n'))
            return "a finding stands on another line";
        if (leak.beginning
            != text.substr(leak.begin, std::min<std::size_t>(4, leak.end - leak.begin)))
            return "a finding begins otherwise";
        last = leak.end;
    }
    return {};
}

} // namespace

class LeakLawsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void findingsStandInOrderInsideTheText()
    {
        const auto report = test::forAll(300, [](test::Gen& gen) -> std::string {
            const std::string text = gen.oneIn(5) ? gen.bytes() : soup(gen);
            return disorder(findLeaks("a.yaml", text), text);
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void redactionLeavesNoFindingAndEveryLine()
    {
        const auto report = test::forAll(300, [](test::Gen& gen) -> std::string {
            const std::string text = soup(gen);
            const auto leaks = findLeaks("a.yaml", text);
            const std::string redacted = redact(text, leaks);
            if (std::count(text.begin(), text.end(), '\n')
                != std::count(redacted.begin(), redacted.end(), '\n'))
                return "the number of lines changed";
            const auto left = findLeaks("a.yaml", redacted);
            return left.empty() ? ""
                                : words("left: ", left[0].rule, " at ", left[0].begin, " of ",
                                        redacted, "\nwhich was ", text);
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void noTextAroundHidesASecret()
    {
        const auto report = test::forAll(300, [](test::Gen& gen) -> std::string {
            const Rule& rule = gen.oneIn(2) ? gen.pick(tokenRules()) : gen.pick(namedRules());
            const std::string secret = test::secretOf(gen, rule);
            const std::string before = words(gen.oneIn(2) ? gen.text() : soup(gen), "\n\n\n");
            const std::string text = words(before, test::lineWith(rule, secret), "\n",
                                           gen.oneIn(2) ? gen.text() : soup(gen));
            const auto at = text.find(secret, before.size());
            for (const Leak& leak : findLeaks("a.txt", text))
                if (leak.begin <= at && leak.end >= at + secret.size())
                    return {};
            return words(rule.id, " is hidden in ", text);
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void redactionSaysWhatStoodThere()
    {
        test::Gen gen(1, 64);
        const auto token = test::secretOf(gen, tokenRules()[0]);
        const std::string text = words("a ", token, "\nb\n");
        QCOMPARE(redact(text, findLeaks("a", text)),
                 std::string("a [REDACTED aws-access-key]\nb\n"));
        QCOMPARE(redact("plain", {}), std::string("plain"));
    }

    /// No text makes the scan much slower than others do.
    void nastyTextsAreQuick()
    {
        constexpr const char* kNasty[] = {"ey",
                                          "eyJaaaaaaaaaaaaaaaaaaaa.eyJ",
                                          "-----BEGIN PRIVATE KEY-----\n",
                                          "key = ",
                                          "curl -u a:b ",
                                          "://a:",
                                          "machine a login b password c ",
                                          "sk-ant-api03-",
                                          "%",
                                          "|",
                                          "123456789012345|",
                                          "api_key=\"",
                                          "data:\n a: b\nkind: Secret\n",
                                          "Private-Lines: 99\n",
                                          "ZXlK",
                                          "Q~"};
        for (const char* piece : kNasty) {
            std::string text;
            while (text.size() < 300'000)
                text += piece;
            QElapsedTimer timer;
            timer.start();
            (void)findLeaks("a.yaml", text);
            QVERIFY2(timer.elapsed() < 3000,
                     words(piece, " took ", timer.elapsed(), " ms").c_str());
        }
    }
};

std::unique_ptr<QObject> makeLeakLawsTest()
{
    return std::make_unique<LeakLawsTest>();
}

#include "tst_laws.moc"
