#pragma once

// The small parts of a tokenizer.json: what each asks for, or Unsupported with its name.
//
// Thread: any, all of them.

#include "engine/json/tokenizer_file.h"
#include "engine/json/value.h"

namespace tf::json {

Result<std::vector<TokenizerFile::AddedToken>> readAddedTokens(const Value& value);

Result<Normalization> readNormalizer(const Value& value);

/// The pattern that text is split by; empty for none.
Result<std::string> readPreTokenizer(const Value& value);

/// Nothing may be put before or after the text's own ids.
Result<> checkPostProcessor(const Value& value);

Result<> checkDecoder(const Value& value);

/// One member of "model" other than its lists.
Result<> checkModelSetting(std::string_view name, const Value& value);

} // namespace tf::json
