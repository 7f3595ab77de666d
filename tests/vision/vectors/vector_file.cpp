#include "tests/vision/vectors/vector_file.h"

#include "kernels/base/check.h"
#include "kernels/base/words.h"

#include <charconv>
#include <cstdlib>
#include <fstream>

namespace tf::test {

namespace {

const json::Value& memberOf(const json::Value& value, std::string_view name)
{
    const json::Value* member = value.find(name);
    CHECK(member != nullptr, words("a case has no member ", name));
    return *member;
}

} // namespace

std::string vectorFolder()
{
    const char* folder = std::getenv("TRIFOLD_VECTORS");
    return folder == nullptr ? "" : folder;
}

std::vector<json::Value> readVectors(const std::string& name)
{
    std::ifstream lines(vectorFolder() + "/" + name);
    CHECK(lines.good(), words("cannot read ", vectorFolder(), "/", name));
    std::vector<json::Value> cases;
    for (std::string line; std::getline(lines, line);)
        cases.push_back(MUST(json::parse(line)));
    CHECK(!cases.empty(), words("no case in ", name));
    return cases;
}

std::int64_t integerOf(const json::Value& value, std::string_view name)
{
    const std::string& text = memberOf(value, name).text;
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    CHECK(read.ec == std::errc() && read.ptr == text.data() + text.size(),
          words(name, " is not an integer: ", text));
    return number;
}

double realOf(const json::Value& value)
{
    double number = 0;
    const char* end = value.text.data() + value.text.size();
    const auto read = std::from_chars(value.text.data(), end, number);
    CHECK(read.ec == std::errc() && read.ptr == end, words("not a number: ", value.text));
    return number;
}

std::string textOf(const json::Value& value, std::string_view name)
{
    return memberOf(value, name).text;
}

std::array<std::string, 3> formulaOf(const json::Value& value)
{
    const auto& items = memberOf(value, "formula").items;
    CHECK(items.size() == 3, "a formula has three channels");
    return {items[0].text, items[1].text, items[2].text};
}

} // namespace tf::test
