#include "app/cli/options.h"

#include "kernels/base/words.h"

#include <charconv>

namespace tf::cli {

namespace {

template <class T>
std::optional<T> parsed(std::string_view text)
{
    T value{};
    const auto [at, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || at != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

Options::Options(std::span<const std::string> arguments)
{
    for (const std::string& argument : arguments)
        m_arguments.push_back({argument, false});
}

bool Options::flag(std::string_view name)
{
    bool found = false;
    for (Argument& argument : m_arguments) {
        if (argument.taken || argument.text != name)
            continue;
        argument.taken = true;
        found = true;
    }
    return found;
}

std::vector<std::string> Options::texts(std::string_view name)
{
    std::vector<std::string> values;
    for (std::size_t idx = 0; idx < m_arguments.size(); ++idx) {
        if (m_arguments[idx].taken || m_arguments[idx].text != name)
            continue;
        m_arguments[idx].taken = true;
        if (idx + 1 == m_arguments.size() || m_arguments[idx + 1].taken) {
            blame(words(name, " wants a value"));
            return values;
        }
        m_arguments[++idx].taken = true;
        values.push_back(m_arguments[idx].text);
    }
    return values;
}

std::vector<std::string> Options::lists(std::string_view name)
{
    auto values = texts(name);
    // What follows a value of this option and begins no other one belongs to it.
    bool goesOn = false;
    for (std::size_t idx = 0; idx < m_arguments.size(); ++idx) {
        Argument& argument = m_arguments[idx];
        if (argument.taken) {
            goesOn = idx > 0 && m_arguments[idx - 1].text == name;
        } else if (goesOn && !argument.text.starts_with("--")) {
            argument.taken = true;
            values.push_back(argument.text);
        } else {
            goesOn = false;
        }
    }
    return values;
}

std::optional<std::string> Options::text(std::string_view name)
{
    auto values = texts(name);
    if (values.size() > 1)
        blame(words(name, " stands there more than once"));
    if (values.empty())
        return std::nullopt;
    return std::move(values.front());
}

std::string Options::required(std::string_view name, std::string_view what)
{
    auto value = text(name);
    if (!value)
        blame(words(name, " ", what, " is missing"));
    return std::move(value).value_or("");
}

std::int64_t Options::number(std::string_view name, std::int64_t fallback, std::int64_t least,
                             std::int64_t most)
{
    const auto word = text(name);
    if (!word)
        return fallback;
    const auto value = parsed<std::int64_t>(*word);
    if (value && *value >= least && *value <= most)
        return *value;
    blame(words(name, " ", *word, ": a whole number from ", least, " to ", most, " is wanted"));
    return fallback;
}

double Options::real(std::string_view name, double fallback, double least, double most)
{
    const auto word = text(name);
    if (!word)
        return fallback;
    const auto value = parsed<double>(*word);
    if (value && *value >= least && *value <= most)
        return *value;
    blame(words(name, " ", *word, ": a number from ", least, " to ", most, " is wanted"));
    return fallback;
}

std::vector<std::string> Options::rest()
{
    std::vector<std::string> texts;
    for (const Argument& argument : m_arguments) {
        if (argument.taken)
            continue;
        if (argument.text.starts_with("--"))
            blame(words("what is \"", argument.text, "\"?"));
        texts.push_back(argument.text);
    }
    return texts;
}

void Options::blame(std::string problem)
{
    if (!m_problem)
        m_problem = std::move(problem);
}

} // namespace tf::cli
