#include "engine/text/answer/tool_element.h"

#include "engine/json/utf8_repair.h"
#include "engine/text/answer/answer_marker.h"
#include "engine/text/answer/tool_leaf.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <unordered_set>

namespace tf::text {

namespace {

using json::Value;
using Allowed = std::vector<ToolAlternative>;

constexpr std::string_view kItem = "item";
constexpr std::string_view kMixedText = "$text";

class ElementReader {
public:
    explicit ElementReader(std::string_view call)
        : m_call(call)
    {
    }

    Result<Value> object(const ToolElement& element, const Allowed& allowed) const
    {
        Value value = Value::object();
        std::unordered_set<std::string> names;
        std::vector<Value> repeatedItems;
        for (const ToolElement& child : element.children) {
            std::string name = json::repairedUtf8(child.name);
            const bool isNew = names.insert(name).second;
            if (!isNew && name != kItem)
                return givenTwice(name);
            Value member = TRY(any(child, alternatives(memberSchema(allowed, child.name))));
            if (isNew)
                value.members.emplace_back(std::move(name), std::move(member));
            else
                repeatedItems.push_back(std::move(member));
        }
        addItems(value, std::move(repeatedItems));
        if (isBlank(element.text))
            return value;
        if (!names.insert(std::string(kMixedText)).second)
            return givenTwice(kMixedText);
        value.members.emplace_back(kMixedText, Value::string(json::repairedUtf8(element.text)));
        return value;
    }

private:
    Result<Value> any(const ToolElement& element, const Allowed& allowed) const
    {
        if (element.children.empty())
            return leafValue(element.text, allowed);
        if (element.quotesCall || allowsOnlyText(allowed))
            return Value::string(json::repairedUtf8(
                m_call.substr(element.innerBegin, element.innerEnd - element.innerBegin)));
        return isList(element, allowed) ? array(element, allowed) : object(element, allowed);
    }

    static Error givenTwice(std::string_view name)
    {
        return {Code::BadInput, words("the parameter ", name, " is given twice")};
    }

    /// Items beside other children or text: a list of their own under their name.
    static void addItems(Value& object, std::vector<Value> repeated)
    {
        if (repeated.empty())
            return;
        const auto first = std::find_if(object.members.begin(), object.members.end(),
                                        [](const auto& member) { return member.first == kItem; });
        repeated.insert(repeated.begin(), std::move(first->second));
        first->second = Value::array(std::move(repeated));
    }

    Result<Value> array(const ToolElement& element, const Allowed& allowed) const
    {
        Value value = Value::array();
        for (const ToolElement& child : element.children) {
            const auto schema = alternatives(itemSchema(allowed, value.items.size()));
            value.items.push_back(TRY(any(child, schema)));
        }
        return value;
    }

    static bool allowsOnlyText(const Allowed& allowed)
    {
        const bool allowsText = std::any_of(allowed.begin(), allowed.end(),
                                            [](const auto& a) { return a.types & kStringType; });
        const bool allowsMore = std::any_of(allowed.begin(), allowed.end(), [](const auto& a) {
            return a.types & (kObjectType | kArrayType);
        });
        return allowsText && !allowsMore;
    }

    static bool isList(const ToolElement& element, const Allowed& allowed)
    {
        unsigned types = 0;
        for (const auto& alternative : allowed)
            types |= alternative.types;
        const bool mayBeList = (types & kArrayType) || !(types & kObjectType);
        return mayBeList && isBlank(element.text)
            && std::all_of(element.children.begin(), element.children.end(),
                           [](const ToolElement& child) { return child.name == kItem; });
    }

    std::string_view m_call;
};

} // namespace

Result<Value> argumentsOf(const ToolElement& invoke, ToolSchema parameters, std::string_view call)
{
    return ElementReader(call).object(invoke, alternatives(parameters));
}

} // namespace tf::text
