#pragma once

// The options of one verb, taken from its arguments by name; what nobody takes is a mistake.
//
// The first thing that is wrong is kept and told by problem(); until then every call answers with
// its default, so a verb reads all its options in a row and asks once.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tf::cli {

class Options {
public:
    explicit Options(std::span<const std::string> arguments);

    /// True when --name stands there.
    bool flag(std::string_view name);
    /// What stands after --name.
    std::optional<std::string> text(std::string_view name);
    /// The same, and a mistake when it is missing; `what` names the value, e.g. "DIR".
    std::string required(std::string_view name, std::string_view what);
    /// Every value of an option that may stand there more than once.
    std::vector<std::string> texts(std::string_view name);
    /// The same, where several values may follow one --name, up to the next option.
    std::vector<std::string> lists(std::string_view name);
    std::int64_t number(std::string_view name, std::int64_t fallback, std::int64_t least,
                        std::int64_t most);
    double real(std::string_view name, double fallback, double least, double most);

    /// One of a few words; the first choice is the default.
    template <class T>
    T choice(std::string_view name, std::span<const std::pair<std::string_view, T>> choices)
    {
        return choice(name, choices, choices.front().second);
    }
    /// The same with another default.
    template <class T>
    T choice(std::string_view name, std::span<const std::pair<std::string_view, T>> choices,
             T fallback)
    {
        const auto word = text(name);
        if (!word)
            return fallback;
        std::string known;
        for (const auto& [spelling, value] : choices) {
            if (*word == spelling)
                return value;
            known += known.empty() ? "" : ", ";
            known += spelling;
        }
        blame(std::string(name) + " " + *word + ": choose one of " + known);
        return fallback;
    }

    /// What does not begin with "--" and belongs to no option, in order. Call it last.
    std::vector<std::string> rest();

    /// A mistake that only the verb can see; the first one stays.
    void blame(std::string problem);
    /// What is wrong with the command line, if anything is.
    [[nodiscard]] const std::optional<std::string>& problem() const { return m_problem; }

private:
    struct Argument {
        std::string text;
        bool taken = false;
    };

    std::vector<Argument> m_arguments;
    std::optional<std::string> m_problem;
};

} // namespace tf::cli
