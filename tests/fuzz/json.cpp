// Any bytes as JSON: an error, or a tree that is the same after writing and reading again.

#include "engine/json/value.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto value = tf::json::parse(text);
    if (!value)
        return 0;
    const auto again = tf::json::parse(tf::json::write(value.value()));
    CHECK(again.has_value(), "what was written cannot be read");
    CHECK(again.value() == value.value(), "what was read again differs");
    return 0;
}
