#include "engine/text/prompt/python_number.h"
#include "engine/text/prompt/python_text.h"
#include "tests/engine/text/prompt/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

using namespace tf;

namespace {

void rowOf(const char* given, const char* wanted)
{
    QTest::newRow(given) << QByteArray(given) << QByteArray(wanted);
}

} // namespace

class PythonTextTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void numbersPrintAsPythonPrintsThem_data()
    {
        QTest::addColumn<QByteArray>("spelled");
        QTest::addColumn<QByteArray>("wanted");
        rowOf("0", "0");
        rowOf("-0", "0");
        rowOf("-7", "-7");
        rowOf("123456789012345678901234567890", "123456789012345678901234567890");
        rowOf("-0.0", "-0.0");
        rowOf("0e5", "0.0");
        rowOf("1.50", "1.5");
        rowOf("1E5", "100000.0");
        rowOf("12e-1", "1.2");
        rowOf("0.0001", "0.0001");
        rowOf("0.00001", "1e-05");
        rowOf("0.000012345", "1.2345e-05");
        rowOf("1e15", "1000000000000000.0");
        rowOf("9007199254740993.0", "9007199254740992.0");
        rowOf("1e16", "1e+16");
        rowOf("12345678901234567890.0", "1.2345678901234567e+19");
        rowOf("1e22", "1e+22");
        rowOf("-2.5E+300", "-2.5e+300");
        rowOf("4.9e-324", "5e-324");
        rowOf("1.7976931348623157e308", "1.7976931348623157e+308");
        rowOf("1e400", "inf");
        rowOf("-1e400", "-inf");
        rowOf("1e-400", "0.0");
        rowOf("-1e-400", "-0.0");
        rowOf("1e99999999999999999999", "inf");
        rowOf("1e-99999999999999999999", "0.0");
        rowOf("0.001e400", "inf");
        rowOf("1000e-400", "0.0");
    }
    void numbersPrintAsPythonPrintsThem()
    {
        QFETCH(QByteArray, spelled);
        QFETCH(QByteArray, wanted);
        QCOMPARE(text::pythonNumber(spelled.toStdString()), wanted.toStdString());
    }

    void aPrintedDoubleIsTheSameDouble()
    {
        const std::string wrong = test::forAll(5000, [](test::Gen& gen) -> std::string {
            const double number =
                std::ldexp(gen.normal(), static_cast<int>(gen.between(-1000, 1000)));
            char spelled[64];
            std::snprintf(spelled, sizeof spelled, "%.17e", number);
            const std::string printed = text::pythonNumber(spelled);
            return std::strtod(printed.c_str(), nullptr) == number
                ? std::string()
                : std::string(spelled) + " became " + printed;
        });
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void valuesPrintAsReprDoes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("wanted");
        rowOf("null", "None");
        rowOf("true", "True");
        rowOf("\"it's \\\"so\\\"\\n\"", "it's \"so\"\n"); // a string alone is printed as it is
        rowOf("{\"a\":[1,1.0,null,false,\"x\"],\"b\":{}}",
              "{'a': [1, 1.0, None, False, 'x'], 'b': {}}");
        rowOf("[\"it's\"]", "[\"it's\"]");
        rowOf("[\"a\\\"b\"]", "['a\"b']");
        rowOf("[\"'\\\"\"]", "['\\'\"']");
        rowOf("[\"\\t\\n\\r\\\\\\u0000\\u007f\"]", "['\\t\\n\\r\\\\\\x00\\x7f']");
        rowOf("[\"\\u00e9\\u00a0\\u00ad\\u2028\\ue000\"]", "['\u00e9\\xa0\\xad\\u2028\\ue000']");
        rowOf("[\"\\ud83d\\ude00\\udb40\\udc01\"]", "['\U0001f600\\U000e0001']");
    }
    void valuesPrintAsReprDoes()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, wanted);
        QCOMPARE(text::pythonStr(MUST(json::parse(json.toStdString()))), wanted.toStdString());
    }

    void schemasPrintAsJsonDumpsDoes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("wanted");
        rowOf("{\"z\":1,\"a\":[true,null,{}],\"m\":[]}",
              "{\"z\": 1, \"a\": [true, null, {}], \"m\": []}");
        rowOf("[1.0,1E2,1e-7,1e400,-1e400]", "[1.0, 100.0, 1e-07, Infinity, -Infinity]");
        rowOf("\"\\u0001\\b\\f\\u007f\\u2028<&>/\\u00fc\"",
              "\"\\u0001\\b\\f\x7f\u2028<&>/\u00fc\"");
    }
    void schemasPrintAsJsonDumpsDoes()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, wanted);
        QCOMPARE(text::pythonJson(MUST(json::parse(json.toStdString()))), wanted.toStdString());
    }

    void nothingIsFalse()
    {
        for (const char* nothing :
             {"null", "false", "0", "-0", "0.0", "-0.0", "0e9", "1e-999", "\"\"", "[]", "{}"})
            QVERIFY2(!text::pythonTruth(MUST(json::parse(nothing))), nothing);
        for (const char* something : {"true", "1", "0.1", "1e999", "\"0\"", "[0]", "{\"\":0}"})
            QVERIFY2(text::pythonTruth(MUST(json::parse(something))), something);
    }
};

std::unique_ptr<QObject> makePythonTextTest()
{
    return std::make_unique<PythonTextTest>();
}

#include "tst_python_text.moc"
