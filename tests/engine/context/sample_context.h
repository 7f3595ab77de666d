#pragma once

// A small saved context to damage: its header, its pages, and the file that they make.
//
// Everything in it is different from zero and from its neighbours.

#include "engine/context/context_header.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace tf::test {

engine::ContextHeader sampleHeader();
std::vector<std::byte> samplePage(std::int64_t pageIdx);
/// All of the file. Aborts if it cannot be written.
void saveSample(const std::filesystem::path& path);

std::vector<std::byte> readBytes(const std::filesystem::path& path);
/// Requires: the file exists.
void writeBytes(const std::filesystem::path& path, const std::vector<std::byte>& bytes);

} // namespace tf::test
