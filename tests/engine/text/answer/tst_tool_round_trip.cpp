#include "kernels/base/words.h"
#include "tests/engine/text/answer/answer_text.h"
#include "tests/engine/text/answer/tests.h"
#include "tests/support/test_table.h"

#include <algorithm>

using namespace tf;
using json::Kind;
using json::Value;

namespace {

/// The XML form in which the chat template writes arguments.
std::string rendered(const Value& value)
{
    std::string out;
    switch (value.kind) {
    case Kind::Null:
        break;
    case Kind::Bool:
        out = value.flag ? "true" : "false";
        break;
    case Kind::Number:
    case Kind::String:
        out = value.text;
        break;
    case Kind::Array:
        for (const Value& item : value.items)
            out += words(text::kNamespace, "<item>", rendered(item), text::kNamespace, "</item>");
        break;
    case Kind::Object:
        for (const auto& [name, member] : value.members)
            out += words(text::kNamespace, "<", name, ">", rendered(member), text::kNamespace, "</",
                         name, ">");
        break;
    }
    return out;
}

std::string randomName(test::Gen& gen, std::size_t place)
{
    std::string name = gen.oneIn(3) ? gen.text().substr(0, 100) : "k";
    for (char& c : name)
        c = c == '<' || c == '>' || c == '\n' || c == '/' || static_cast<unsigned char>(c) >= 0x80
            ? '_'
            : c;
    return name + std::to_string(place); // different from its neighbours, and from tool_call
}

/// A value of JSON that the form can hold: null only in lists, where it is an empty item.
Value randomArgument(test::Gen& gen, int depth)
{
    constexpr const char* kNumbers[] = {
        "0", "-1", "42", "1.50", "1e-05", "-0.0", "1E+400", "123456789012345678901234567890"};
    switch (gen.below(depth > 4 ? 3 : 5)) {
    case 0:
        return Value::boolean(gen.oneIn(2));
    case 1:
        return Value::number(gen.pick(kNumbers));
    case 2:
        return Value::string(gen.text());
    case 3: {
        Value value = Value::array();
        for (auto count = gen.below(4); count > 0; --count)
            value.items.push_back(gen.oneIn(6) ? Value::null() : randomArgument(gen, depth + 1));
        return value;
    }
    default: {
        Value value = Value::object();
        for (auto count = gen.below(4); count > 0; --count)
            value.members.emplace_back(gen.oneIn(9) && value.members.empty()
                                           ? "item"
                                           : randomName(gen, value.members.size()),
                                       randomArgument(gen, depth + 1));
        return value;
    }
    }
}

Value typeNamed(const char* name)
{
    return Value::object({{"type", Value::string(name)}});
}

/// The schema that this value alone would have.
Value schemaFor(const Value& value)
{
    switch (value.kind) {
    case Kind::Null:
        return typeNamed("null");
    case Kind::Bool:
        return typeNamed("boolean");
    case Kind::Number:
        return typeNamed(value.isInteger() ? "integer" : "number");
    case Kind::String:
        return typeNamed("string");
    case Kind::Array: {
        Value items = Value::array();
        for (const Value& item : value.items)
            items.items.push_back(schemaFor(item));
        Value schema = typeNamed("array");
        schema.members.emplace_back("prefixItems", std::move(items));
        return schema;
    }
    case Kind::Object: {
        Value properties = Value::object();
        for (const auto& [name, member] : value.members)
            properties.members.emplace_back(name, schemaFor(member));
        Value schema = typeNamed("object");
        schema.members.emplace_back("properties", std::move(properties));
        return schema;
    }
    }
    UNREACHABLE();
}

std::string roundTrip(test::Gen& gen)
{
    Value arguments = Value::object();
    for (auto count = gen.below(5); count > 0; --count)
        arguments.members.emplace_back(randomName(gen, arguments.members.size()),
                                       randomArgument(gen, 0));
    Value tool = Value::object({{"name", Value::string("f")}});
    tool.members.emplace_back("parameters", schemaFor(arguments));
    auto tools = text::Tools::read(Value::array({tool}));
    if (!tools)
        return tools.error().text;
    const auto answer =
        words(text::kBlockOpen, "\n", text::kNamespace, "<invoke name=\"f\">", rendered(arguments),
              text::kNamespace, "</invoke>\n", text::kBlockClose);
    const auto events =
        test::toolEvents(answer, std::make_shared<const text::Tools>(std::move(tools).value()));
    const auto call = std::find_if(events.begin(), events.end(), [](const auto& event) {
        return event.kind == text::ToolEvent::Kind::Call;
    });
    if (call == events.end())
        return words("no call in ", test::shortForm(answer), "\n  but ", test::told(events));
    if (call->arguments != arguments)
        return words("wrote ", json::write(arguments), "\n  read ", json::write(call->arguments));
    return {};
}

} // namespace

class ToolRoundTripTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void renderedArgumentsComeBack()
    {
        const auto wrong = test::forAll(3000, roundTrip, 16);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }
};

std::unique_ptr<QObject> makeToolRoundTripTest()
{
    return test::make<ToolRoundTripTest>();
}

#include "tst_tool_round_trip.moc"
