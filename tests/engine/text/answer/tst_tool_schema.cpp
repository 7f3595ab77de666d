#include "engine/text/answer/tool_leaf.h"
#include "tests/engine/text/answer/answer_text.h"
#include "tests/engine/text/answer/tests.h"
#include "tests/support/test_table.h"

using namespace tf;

namespace {

struct LeafRow {
    const char* schema;
    const char* leaf;
    const char* want;
};

constexpr LeafRow kLeafRows[] = {
    {"{}", "42", "'42'"},
    {"true", "42", "'42'"},
    {"{'type':'string'}", "null", "'null'"},
    {"{'type':'string'}", "", "''"},
    {"{'type':['string','null']}", "null", "null"},
    {"{'type':['string','null']}", "", "''"},
    {"{'type':'string','nullable':true}", "NULL", "null"},
    {"{'anyOf':[{'type':'string'},{'type':'null'}]}", "null", "null"},
    {"{'type':['integer','string']}", "42", "42"},
    {"{'type':['string','integer']}", "42", "42"},
    {"{'type':['integer','string']}", "4x", "'4x'"},
    {"{'anyOf':[{'type':'integer'},{'type':'string'}]}", "42", "42"},
    {"{'anyOf':[{'type':'string'},{'type':'integer'}]}", "42", "'42'"},
    {"{'oneOf':[{'type':'boolean'},{'type':'integer'}]}", "42", "42"},
    {"{'allOf':[{'description':'x'},{'type':'integer'}]}", "42", "42"},
    {"{'type':'integer'}", "018956", "18956"},
    {"{'type':'integer'}", "-007", "-7"},
    {"{'type':'integer'}", "000", "0"},
    {"{'type':'integer'}", "+5", "5"},
    {"{'type':'integer'}", " 5\n", "5"},
    {"{'type':'integer'}", "42.0", "42"},
    {"{'type':'integer'}", "42.5", "'42.5'"},
    {"{'type':'integer'}", "123456789012345678901234567890", "123456789012345678901234567890"},
    {"{'type':'integer'}", "", "''"},
    {"{'type':['integer','null']}", "", "null"},
    {"{'type':'number'}", "1.50", "1.50"},
    {"{'type':'number'}", "1e-05", "1e-05"},
    {"{'type':'number'}", "NaN", "'NaN'"},
    {"{'type':'number'}", "1.", "'1.'"},
    {"{'type':'number'}", "0x10", "'0x10'"},
    {"{'type':'boolean'}", "True", "true"},
    {"{'type':'boolean'}", "false", "false"},
    {"{'type':'boolean'}", "1", "true"},
    {"{'type':'boolean'}", "yes", "'yes'"},
    {"{'type':'null'}", "null", "null"},
    {"{'type':'array'}", "", "[]"},
    {"{'type':'object'}", "\n", "{}"},
    {"{'properties':{}}", "", "{}"},
    {"{'type':'array'}", "[1, 2]", "[1,2]"},
    {"{'type':'object'}", "{'a':1}", "{'a':1}"},
    {"{'type':'object'}", "{'a':", "'{\\'a\\':'"},
    {"{'type':'array'}", "a", "'a'"},
    {"{'enum':['a',1,true,null]}", "1", "1"},
    {"{'enum':['a',1,true,null]}", "true", "true"},
    {"{'enum':['a',1,true,null]}", "null", "null"},
    {"{'enum':['1',1]}", "1", "'1'"},
    {"{'enum':['null']}", "null", "'null'"},
    {"{'type':'integer','enum':[1]}", "2", "2"},
    {"{'const':5}", "5", "5"},
    {"{'$ref':'#/$defs/n','$defs':{'n':{'type':'integer'}}}", "5", "5"},
    {"{'$ref':'#/definitions/a~1b','definitions':{'a/b':{'type':'integer'}}}", "5", "5"},
    {"{'$ref':'https://example.org/n'}", "5", "'5'"},
};

std::string quotes(std::string text)
{
    std::replace(text.begin(), text.end(), '\x27', '\x22');
    return text;
}

} // namespace

class ToolSchemaTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void readsALeafByItsSchema_data()
    {
        QTest::addColumn<int>("rowIdx");
        for (int rowIdx = 0; rowIdx < int(std::size(kLeafRows)); ++rowIdx)
            QTest::addRow("%d %s of %s", rowIdx, kLeafRows[rowIdx].leaf, kLeafRows[rowIdx].schema)
                << rowIdx;
    }
    void readsALeafByItsSchema()
    {
        QFETCH(int, rowIdx);
        const LeafRow& row = kLeafRows[rowIdx];
        const auto schema = MUST(json::parse(quotes(row.schema)));
        const auto value =
            text::leafValue(quotes(row.leaf), text::alternatives({&schema, &schema}));
        QCOMPARE(json::write(value), quotes(row.want));
    }

    void refusesWhatIsNoSchema_data()
    {
        QTest::addColumn<QByteArray>("tools");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* name, const char* tools, const char* words) {
            QTest::newRow(name) << QByteArray::fromStdString(quotes(tools)) << QByteArray(words);
        };
        const auto schema = [&row](const char* name, const std::string& text, const char* words) {
            row(name, ("[{'name':'f','parameters':" + text + "}]").c_str(), words);
        };
        row("no list", "{}", "a list of tools");
        row("a tool that is none", "[5]", "tool 0 is no object");
        row("no name", "[{'parameters':{}}]", "tool 0 has no name");
        row("a number as name", "[{'type':'function','function':{'name':5}}]", "has no name");
        row("two of one name", "[{'name':'f'},{'name':'f'}]", "tool 1: the name f is taken");
        schema("a number", "5", "parameters is 5, where a schema");
        schema("a number as type", "{'properties':{'c':{'type':5}}}",
               "parameters.properties.c.type is 5");
        schema("an unknown type", "{'type':'strnig'}", "parameters.type is \"strnig\"");
        schema("no type in a list", "{'type':[]}", "parameters.type is []");
        schema("properties in a list", "{'properties':[]}", "parameters.properties is []");
        schema("anyOf no list", "{'anyOf':{}}", "parameters.anyOf is {}");
        schema("deep in a list", "{'anyOf':[{},{'items':7}]}", "parameters.anyOf[1].items is 7");
        schema("enum no list", "{'enum':'a'}", "parameters.enum is \"a\"");
        schema("required", "{'required':[1]}", "a list of names");
        schema("$ref to nowhere", "{'$ref':'#/$defs/x'}", "leads to a schema");
        schema("$ref in circles",
               "{'$defs':{'a':{'$ref':'#/$defs/b'},'b':{'$ref':'#/$defs/a'}},"
               "'$ref':'#/$defs/a'}",
               "leads to a schema");
    }
    void refusesWhatIsNoSchema()
    {
        QFETCH(QByteArray, tools);
        QFETCH(QByteArray, words);
        const auto read = text::Tools::read(MUST(json::parse(tools.toStdString())));
        QVERIFY(!read.has_value());
        QVERIFY(read.error().code == Code::BadInput);
        QVERIFY2(read.error().text.find(words.toStdString()) != std::string::npos,
                 read.error().text.c_str());
    }

    void aSchemaMayReferToItself()
    {
        const auto tools = test::toolsOf(quotes(
            "[{'name':'f','parameters':{'$ref':'#/$defs/tree','$defs':{'tree':{'type':'object',"
            "'properties':{'v':{'type':'integer'},"
            "'l':{'anyOf':[{'$ref':'#/$defs/tree'},{'type':'null'}]}}}}}}]"));
        ;
        const auto events = test::toolEvents(
            test::longForm(
                "@<tool_call>@<invoke name=\"f\">@<v>1@</v>@<l>@<v>2@</v>@<l>null@</l>@</l>"
                "@</invoke>@</tool_call>"),
            tools);
        QCOMPARE(test::told(events), quotes("call:f{'v':1,'l':{'v':2,'l':null}}"));
    }

    void aSchemaOfItselfAloneIsNoType()
    {
        const auto schema = MUST(json::parse(quotes("{'anyOf':[{'$ref':'#'},{'$ref':'#'}]}")));
        QCOMPARE(json::write(text::leafValue("5", text::alternatives({&schema, &schema}))),
                 std::string("\"5\""));
    }
};

std::unique_ptr<QObject> makeToolSchemaTest()
{
    return test::make<ToolSchemaTest>();
}

#include "tst_tool_schema.moc"
