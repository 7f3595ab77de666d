// By which terms a text is found, and what a typed question asks for.

#include "app/session/search/excerpt.h"
#include "app/session/search/terms.h"
#include "app/session/search/wanted.h"
#include "tests/app/session/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf::session;

namespace {

std::string joined(const std::string& text, bool parts)
{
    std::string out;
    for (const Term& term : termsOf(text)) {
        if ((term.kind == TermKind::Part) == parts)
            out += (out.empty() ? "" : " ") + term.text;
    }
    return out;
}

} // namespace

class SessionTermsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aTextHasTerms_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("terms");
        QTest::addColumn<std::string>("parts");
        const auto row = [](const char* text, const char* terms, const char* parts = "") {
            QTest::newRow(text) << std::string(text) << std::string(terms) << std::string(parts);
        };
        row("Hello, World!", "hello world");
        row("snake_case_name", "snake case name");
        row("camelCaseName", "camelcasename", "camel case name");
        row("HTTPServer2", "httpserver2", "http server2");
        row("std::vector<int>", "std vector int");
        row("app/session/store.cpp", "app session store cpp");
        row("naïve CAFÉ", "naive cafe");
        row("Straße", "straße");
        row("ＡＢＣ", "abc");
        row("数据库", "数据 据库 库", "数 据");
        row("用SQLite存", "用 sqlite 存", "sq lite");
        row("ひらがな", "ひら らが がな な", "ひ ら が");
        row("한국어", "한국 국어 어", "한 국");
        row("русский язык", "русскии язык");
        row("\xff\xfe x", "x");
        row("", "");
    }
    void aTextHasTerms()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, terms);
        QFETCH(std::string, parts);
        QCOMPARE(joined(text, false), terms);
        QCOMPARE(joined(text, true), parts);
    }

    void whatIsTypedIsAQuestion_data()
    {
        QTest::addColumn<std::string>("typed");
        QTest::addColumn<std::string>("match");
        const auto row = [](const char* typed, const char* match) {
            QTest::newRow(typed) << std::string(typed) << std::string(match);
        };
        row("one two", "\"one\" AND \"two\"");
        row("\"one two\"", "\"one two\"");
        row("\"open", "\"open\"");
        row("foo::bar", "\"foo bar\"");
        row("camelCase", "\"camelcase\"");
        row("数据", "\"数据\"");
        row("数据库", "\"数据 据库\"");
        row("数", "\"数\"");
        row("数据ab", "\"数据\" AND \"ab\"");
        row("NOT * AND ( OR", "\"not\" AND \"and\" AND \"or\"");
        row(":: -- \"\"", "");
        row("", "");
    }
    void whatIsTypedIsAQuestion()
    {
        QFETCH(std::string, typed);
        QFETCH(std::string, match);
        QCOMPARE(matchOf(wantedIn(typed, LastWord::Whole)), match);
    }

    void theLastWordMayBeABeginning()
    {
        QCOMPARE(matchOf(wantedIn("one stor", LastWord::Open)),
                 std::string("\"one\" AND \"stor\" *"));
        QCOMPARE(matchOf(wantedIn("one st", LastWord::Open)), std::string("\"one\" AND \"st\""));
        QCOMPARE(matchOf(wantedIn("one stor ", LastWord::Open)),
                 std::string("\"one\" AND \"stor\""));
    }

    void aPairIsNoBeginning()
    {
        QCOMPARE(matchOf(wantedIn("one 数据", LastWord::Open)),
                 std::string("\"one\" AND \"数据\""));
        QCOMPARE(matchOf(wantedIn("::", LastWord::Open)), std::string());
    }

    void anExcerptShowsThePlace()
    {
        const std::string text =
            std::string(300, 'a') + "\n数据库 the Needle here " + std::string(300, 'b');
        const std::pair<const char*, const char*> cases[] = {
            {"needle", "Needle"}, {"数据", "数据"}, {"\"the needle\"", "the Needle"}};
        for (const auto& [typed, shown] : cases) {
            const Excerpt excerpt = excerptOf(text, wantedIn(typed, LastWord::Whole));
            QVERIFY(excerpt.text.size() < 250);
            QCOMPARE(excerpt.text.substr(excerpt.matchBegin, excerpt.matchEnd - excerpt.matchBegin),
                     std::string(shown));
            QVERIFY(excerpt.text.find('\n') == std::string::npos);
        }
    }

    void anyBytesHaveTermsInside()
    {
        const auto report = tf::test::forAll(300, [](tf::test::Gen& gen) -> std::string {
            const std::string bytes = gen.bytes();
            for (const Term& term : termsOf(bytes)) {
                const bool isInside = term.begin < term.end && term.end <= bytes.size();
                if (!isInside || term.text.empty() || term.text.size() > kMaxTermBytes)
                    return "a term outside its text";
            }
            (void)matchOf(wantedIn(bytes, LastWord::Open));
            return {};
        });
        QVERIFY2(report.empty(), report.c_str());
    }
};

std::unique_ptr<QObject> makeSessionTermsTest()
{
    return std::make_unique<SessionTermsTest>();
}

#include "tst_terms.moc"
