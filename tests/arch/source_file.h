#pragma once

// One file of the tree; of C++ also its text without comments and without the insides of literals.
//
// Blanked characters become spaces and line ends stay, so that a position means the same place in
// `text`, `uncommented` and `code`.

#include <string>
#include <string_view>
#include <vector>

namespace tf::test::arch {

/// A string or character literal, without its quotes.
struct Literal {
    std::size_t begin = 0;
    std::size_t size = 0;
};

struct SourceFile {
    std::string path; ///< from the root of the repository, with slashes
    std::string text;
    std::string uncommented; ///< C++ and CMake: comments are blank
    std::string code; ///< C++: comments and the insides of literals are blank
    std::vector<Literal> literals;
};

/// Splits by what the name says it is: C++, CMake, or something else, which is left whole.
[[nodiscard]] SourceFile makeSourceFile(std::string path, std::string text);

[[nodiscard]] bool isHeader(std::string_view path);
/// A file that is compiled by itself: .cpp or .cu.
[[nodiscard]] bool isUnit(std::string_view path);
[[nodiscard]] bool isCpp(std::string_view path);
[[nodiscard]] bool isCMake(std::string_view path);

/// "app" of "app/cli/verb.h".
[[nodiscard]] std::string_view roomOf(std::string_view path);
/// "app/cli" of "app/cli/verb.h"; empty at the root.
[[nodiscard]] std::string_view folderOf(std::string_view path);
/// "verb.h" of "app/cli/verb.h".
[[nodiscard]] std::string_view fileNameOf(std::string_view path);
/// "verb" of "app/cli/verb.h".
[[nodiscard]] std::string_view stemOf(std::string_view path);

/// True for the place itself and what lies under it: "app/endpoint/local" is over
/// "app/endpoint/local.cpp" and "app/endpoint/local/pipe.h", not over "app/endpoint/locale.h".
[[nodiscard]] bool isUnder(std::string_view path, std::string_view place);

} // namespace tf::test::arch
