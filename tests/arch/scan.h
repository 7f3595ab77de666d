#pragma once

// Words, calls and includes found in C++ whose comments and literals are blank.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tf::test::arch {

struct SourceFile;

[[nodiscard]] bool isWordChar(char c);

/// Counted from 1.
[[nodiscard]] int lineAt(std::string_view text, std::size_t place);

/// Every place where `word` stands with no letter, digit or _ beside it.
[[nodiscard]] std::vector<std::size_t> placesOf(std::string_view code, std::string_view word);

/// The code before and after a place, without the white space next to it.
[[nodiscard]] std::string_view codeBefore(std::string_view code, std::size_t place);
[[nodiscard]] std::string_view codeAfter(std::string_view code, std::size_t place);

/// The name that the code ends with; empty when it ends with something else.
[[nodiscard]] std::string_view lastWord(std::string_view code);

/// The arguments of the call whose name ends at `place`; nothing when no ( follows or none closes
/// it. Commas inside brackets and template arguments part nothing.
[[nodiscard]] std::optional<std::vector<std::string>> argumentsAt(std::string_view code,
                                                                  std::size_t place);

struct Include {
    int line = 1;
    std::string name;
    bool quoted = false; ///< "…", not <…>
};

[[nodiscard]] std::vector<Include> includesOf(const SourceFile& file);

/// The lines of a text, without their ends.
[[nodiscard]] std::vector<std::string_view> linesOf(std::string_view text);

/// Without white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

} // namespace tf::test::arch
