#pragma once

// The small tokenizer of tests/golden/tokenizer, and the cases that go with a tokenizer.

#include "engine/text/tokens/tokenizer.h"

#include <string>
#include <string_view>

namespace tf::test {

[[nodiscard]] std::string contentOf(const std::string& path);

/// The file's text, for tests that change it.
[[nodiscard]] std::string sampleTokenizerJson();

[[nodiscard]] text::Tokenizer sampleTokenizer();

/// `json` with its first `from` replaced. Aborts when there is none.
[[nodiscard]] std::string replaced(std::string json, std::string_view from, std::string_view to);

/// Encodes each case of a JSON Lines file and decodes it again; empty, or what went wrong first.
[[nodiscard]] std::string failedCase(const text::Tokenizer& tokenizer, const std::string& path);

} // namespace tf::test
