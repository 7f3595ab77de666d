#include "tests/engine/text/prompt/template_case.h"

#include "engine/text/prompt/chat_json.h"
#include "engine/text/prompt/template.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <fstream>

namespace tf::test {

namespace {

constexpr std::string_view kSystemEnd = "</thinking_instructions>[e~[\n";

std::string difference(std::string_view got, std::string_view want)
{
    if (got == want)
        return {};
    const auto place = static_cast<std::size_t>(
        std::mismatch(got.begin(), got.end(), want.begin(), want.end()).first - got.begin());
    const auto from = place - std::min<std::size_t>(place, 30);
    return words("byte ", place, ": got …",
                 json::write(json::Value::string(std::string(got.substr(from, 90)))), " want …",
                 json::write(json::Value::string(std::string(want.substr(from, 90)))));
}

std::string differenceOf(const json::Value& wanted, const std::string& prompt)
{
    if (const auto* whole = wanted.find("rendered"))
        return difference(prompt, whole->text);
    const auto mark = prompt.find(kSystemEnd);
    const auto end = mark == std::string::npos ? 0 : mark + kSystemEnd.size();
    const auto* head = wanted.find("head");
    const auto* tail = wanted.find("tail");
    if (tail == nullptr)
        return "it was to be an error";
    if (head != nullptr && head->text != prompt.substr(0, end))
        return difference(prompt.substr(0, end), head->text);
    return difference(prompt.substr(end), tail->text);
}

std::string wrongWith(const json::Value& wanted)
{
    auto request = text::readChatRequest(wanted, text::Shape::Template);
    const auto rendered = std::move(request).and_then(
        [](const text::ChatRequest& read) { return text::render(read); });
    if (!rendered)
        return wanted.find("error") != nullptr ? "" : rendered.error().text;
    return differenceOf(wanted, text::joined(rendered.value().segments));
}

} // namespace

CaseReport checkTemplateCases(const std::string& path)
{
    CaseReport report;
    std::ifstream file(path);
    if (!file)
        return {1, 1, path + " cannot be read"};
    for (std::string line; std::getline(file, line); ++report.numCases) {
        const auto wanted = json::parse(line);
        const auto wrong = wanted ? wrongWith(wanted.value()) : wanted.error().text;
        if (wrong.empty())
            continue;
        const auto* name = wanted ? wanted.value().find("name") : nullptr;
        if (++report.numWrong <= 5)
            report.wrong +=
                words("\n", name == nullptr ? words("line ", report.numCases + 1) : name->text,
                      ": ", wrong);
    }
    return report;
}

} // namespace tf::test
