#pragma once

// What lies beside a golden model: its tokens, and arrays that the definition gave for them.
//
// Whatever is not there or not such a file aborts with words.

#include "engine/model/npy.h"

#include <filesystem>
#include <vector>

namespace tf::test {

/// The ids of tokens.json in the folder.
std::vector<std::int32_t> goldenTokens(const std::filesystem::path& folder);

template <class T>
std::vector<T> goldenNumbers(const std::filesystem::path& path)
{
    return std::get<std::vector<T>>(MUST(engine::readNpy(path)).numbers);
}

} // namespace tf::test
