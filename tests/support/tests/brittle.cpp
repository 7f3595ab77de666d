// A fuzz target that falls over one input, to see whether the replay notices.

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (std::string_view(reinterpret_cast<const char*>(data), size) == "fall")
        std::abort();
    return 0;
}
