// The options of a verb: what is taken, what is missing, what nobody knows.

#include "app/cli/options.h"
#include "tests/app/cli/tests.h"
#include "tests/support/test_table.h"

#include <array>

using tf::cli::Options;

using Strings = std::vector<std::string>;

class OptionsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsTakenByItsName()
    {
        const std::vector<std::string> arguments = {
            "--model", "DIR", "hello", "--json", "--dump", "3:blocks", "--dump", "embed:hidden"};
        Options options(arguments);
        QVERIFY(options.flag("--json"));
        QVERIFY(!options.flag("--quiet"));
        QCOMPARE(options.required("--model", "DIR"), std::string("DIR"));
        const std::vector<std::string> dumps = {"3:blocks", "embed:hidden"};
        QCOMPARE(options.texts("--dump"), dumps);
        QCOMPARE(options.rest(), std::vector<std::string>{"hello"});
        QVERIFY(!options.problem());
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<Strings>("arguments");
        QTest::addColumn<std::string>("problem");
        QTest::newRow("missing") << Strings{} << std::string("--model DIR is missing");
        QTest::newRow("without value")
            << Strings{"--model"} << std::string("--model wants a value");
        QTest::newRow("twice") << Strings{"--model", "A", "--model", "B"}
                               << std::string("--model stands there more than once");
        QTest::newRow("unknown") << Strings{"--model", "A", "--sing"}
                                 << std::string("what is \"--sing\"?");
        QTest::newRow("no number")
            << Strings{"--model", "A", "--ranks", "two"}
            << std::string("--ranks two: a whole number from 1 to 64 is wanted");
        QTest::newRow("number too large")
            << Strings{"--model", "A", "--ranks", "65"}
            << std::string("--ranks 65: a whole number from 1 to 64 is wanted");
        QTest::newRow("no real") << Strings{"--model", "A", "--temperature", "1.x"}
                                 << std::string(
                                        "--temperature 1.x: a number from 0 to 2 is wanted");
        QTest::newRow("no choice") << Strings{"--model", "A", "--cache", "int2"}
                                   << std::string("--cache int2: choose one of bf16, fp8");
    }

    void mistakesAreNamed()
    {
        QFETCH(const Strings, arguments);
        QFETCH(const std::string, problem);
        Options options(arguments);
        static constexpr std::array<std::pair<std::string_view, int>, 2> kCaches{
            {{"bf16", 16}, {"fp8", 8}}};
        (void)options.required("--model", "DIR");
        (void)options.number("--ranks", 1, 1, 64);
        (void)options.real("--temperature", 1.0, 0.0, 2.0);
        (void)options.choice<int>("--cache", kCaches);
        (void)options.rest();
        QVERIFY(options.problem().has_value());
        QCOMPARE(*options.problem(), problem);
    }

    void theFirstChoiceIsTheDefault()
    {
        Options options({});
        static constexpr std::array<std::pair<std::string_view, int>, 2> kCaches{
            {{"bf16", 16}, {"fp8", 8}}};
        QCOMPARE(options.choice<int>("--cache", kCaches), 16);
        QVERIFY(!options.problem());
    }
};

std::unique_ptr<QObject> makeOptionsTest()
{
    return std::make_unique<OptionsTest>();
}

#include "tst_options.moc"
