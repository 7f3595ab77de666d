// Any bytes as a safetensors file: an error, or tensors that lie apart within the file. The length
// of the header is put in front, so that inputs are headers from the start.

#include "engine/model/files/safetensors.h"

#include <algorithm>

using namespace tf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t kBodyBytes = 64;
    const std::uint64_t headerBytes = size;
    const auto length = std::as_bytes(std::span(&headerBytes, 1));
    const auto text = std::as_bytes(std::span(data, size));
    std::vector<std::byte> file(length.begin(), length.end());
    file.insert(file.end(), text.begin(), text.end());
    file.resize(file.size() + kBodyBytes);

    if (const auto raw = engine::readSafetensors(std::span(file).subspan(8, size)))
        CHECK(raw->numBytes <= size, "a header longer than the file");
    const auto header = engine::readSafetensors(file);
    if (!header)
        return 0;
    auto tensors = header->tensors;
    std::sort(tensors.begin(), tensors.end(), [](const auto& a, const auto& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    std::uint64_t lastEnd = header->numBytes;
    for (const auto& tensor : tensors) {
        CHECK(tensor.begin <= tensor.end && tensor.end <= file.size(), "outside the file");
        CHECK(tensor.numBytes() == 0 || tensor.begin >= lastEnd, "overlapping");
        if (tensor.numBytes() > 0)
            lastEnd = tensor.end;
    }
    return 0;
}
