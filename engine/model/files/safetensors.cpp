#include "engine/model/files/safetensors.h"

#include "engine/json/tensor_header.h"
#include "kernels/base/checked.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace tf::engine {

namespace {

constexpr std::uint64_t kLengthBytes = 8;
constexpr std::uint64_t kMaxHeaderBytes = 100'000'000; // what the format itself allows

/// Bits of one element; nullopt for types that nobody here reads.
std::optional<std::uint64_t> bitsOf(std::string_view type)
{
    struct Width {
        std::string_view type;
        std::uint64_t bits;
    };
    constexpr Width kWidths[] = {
        {"F64", 64}, {"F32", 32},    {"F16", 16},    {"BF16", 16},   {"I64", 64}, {"I32", 32},
        {"I16", 16}, {"I8", 8},      {"U64", 64},    {"U32", 32},    {"U16", 16}, {"U8", 8},
        {"BOOL", 8}, {"F8_E4M3", 8}, {"F8_E5M2", 8}, {"F8_E8M0", 8},
    };
    for (const Width& width : kWidths) {
        if (width.type == type)
            return width.bits;
    }
    return std::nullopt;
}

Result<std::uint64_t> elementsOf(std::span<const std::int64_t> shape)
{
    std::int64_t count = 1;
    for (const auto size : shape)
        count = TRY(checkedMul(count, size));
    return static_cast<std::uint64_t>(count);
}

Result<StoredTensor> placedTensor(json::HeaderTensor&& entry, std::uint64_t bodyBegin,
                                  std::uint64_t fileBytes)
{
    StoredTensor tensor;
    for (const auto size : entry.shape())
        tensor.shape.push_back(TRY(checkedCast<std::int64_t>(size)));
    if (entry.end < entry.begin)
        return Error(Code::Corrupt,
                     words("its bytes go from ", entry.begin, " back to ", entry.end));
    tensor.begin = TRY(checkedAdd(bodyBegin, entry.begin));
    tensor.end = TRY(checkedAdd(bodyBegin, entry.end));
    if (tensor.end > fileBytes)
        return Error(Code::Corrupt,
                     words("its bytes end at ", tensor.end, ", and the file at ", fileBytes,
                           ": the file is cut off, an incomplete download perhaps"));
    const auto numElements = TRY(elementsOf(tensor.shape));
    if (const auto bits = bitsOf(entry.type)) {
        const auto wanted = TRY(checkedMul(numElements, *bits / 8));
        if (wanted != tensor.numBytes())
            return Error(Code::Corrupt,
                         words(describe(entry.type, tensor.shape), " needs ", wanted,
                               " bytes and has ", tensor.numBytes()));
    }
    tensor.name = std::move(entry.name);
    tensor.type = std::move(entry.type);
    return tensor;
}

Result<> checkDisjoint(std::span<const StoredTensor> tensors)
{
    std::vector<const StoredTensor*> byPlace;
    for (const StoredTensor& tensor : tensors) {
        if (tensor.numBytes() > 0)
            byPlace.push_back(&tensor);
    }
    std::sort(byPlace.begin(), byPlace.end(),
              [](const StoredTensor* a, const StoredTensor* b) { return a->begin < b->begin; });
    for (std::size_t idx = 1; idx < byPlace.size(); ++idx) {
        if (byPlace[idx]->begin < byPlace[idx - 1]->end)
            return Error(Code::Corrupt,
                         words("tensors \"", byPlace[idx - 1]->name, "\" and \"",
                               byPlace[idx]->name, "\" overlap at byte ", byPlace[idx]->begin));
    }
    return {};
}

} // namespace

std::string describe(std::string_view type, std::span<const std::int64_t> shape)
{
    std::string out = words(type, " [");
    for (std::size_t idx = 0; idx < shape.size(); ++idx)
        out += words(idx == 0 ? "" : ", ", shape[idx]);
    return out + "]";
}

Result<SafetensorsHeader> readSafetensors(std::span<const std::byte> file)
{
    if (file.size() < kLengthBytes)
        return Error(Code::Corrupt,
                     words("the file has ", file.size(), " bytes and cannot hold a header"));
    std::uint64_t textBytes = 0;
    std::memcpy(&textBytes, file.data(), kLengthBytes);
    if (textBytes > kMaxHeaderBytes)
        return Error(Code::BadInput,
                     words("no safetensors file: it claims a header of ", textBytes, " bytes"));
    if (textBytes > file.size() - kLengthBytes)
        return Error(Code::Corrupt,
                     words("its header has ", textBytes, " bytes, and the file ends after ",
                           file.size() - kLengthBytes, " of them"));
    const std::string_view text(reinterpret_cast<const char*>(file.data()) + kLengthBytes,
                                static_cast<std::size_t>(textBytes));
    auto entries = TRY(json::readTensorHeader(text));
    SafetensorsHeader header;
    header.numBytes = kLengthBytes + textBytes;
    header.tensors.reserve(entries.size());
    for (auto& entry : entries) {
        const auto name = entry.name;
        auto tensor = placedTensor(std::move(entry), header.numBytes, file.size());
        if (!tensor)
            return std::move(tensor).error().because(words("tensor \"", name, "\""));
        header.tensors.push_back(std::move(tensor).value());
    }
    TRY(checkDisjoint(header.tensors));
    return header;
}

} // namespace tf::engine
