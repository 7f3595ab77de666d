#pragma once

// Numbers, texts and lists of a medium as JSON values.

#include "engine/json/utf8_repair.h"
#include "engine/json/value.h"
#include "kernels/base/words.h"

#include <string>
#include <vector>

namespace tf::cli {

template <class N>
[[nodiscard]] json::Value jsonNumber(N number)
{
    return json::Value::number(words(number));
}

/// Any bytes, e.g. a file's name.
[[nodiscard]] inline json::Value jsonText(std::string_view text)
{
    return json::Value::string(json::repairedUtf8(text));
}

[[nodiscard]] inline json::Value jsonTexts(const std::vector<std::string>& texts)
{
    std::vector<json::Value> items;
    items.reserve(texts.size());
    for (const std::string& text : texts)
        items.push_back(jsonText(text));
    return json::Value::array(std::move(items));
}

} // namespace tf::cli
