#include "engine/model/npy.h"

#include "kernels/base/checked.h"
#include "kernels/base/mapped_file.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tf::engine {

namespace {

constexpr std::string_view kNpyMagic("\x93NUMPY\x01\x00", 8);
constexpr std::size_t kNpyPreambleBytes = 10; ///< magic, version, two bytes of header length
constexpr std::size_t kNpyAlignment = 64;

std::string_view asNpyText(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// What stands after 'name': in the header, which is a dictionary as Python prints it.
std::optional<std::string_view> npyMember(std::string_view header, std::string_view name)
{
    const auto at = header.find(words('\'', name, "':"));
    if (at == std::string_view::npos)
        return std::nullopt;
    auto rest = header.substr(at + name.size() + 3);
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    return rest;
}

Result<std::vector<std::int64_t>> npyShape(std::string_view tuple)
{
    const auto end = tuple.find(')');
    if (!tuple.starts_with('(') || end == std::string_view::npos)
        return Error(Code::BadInput, "its shape is no list of numbers");
    tuple = tuple.substr(1, end - 1);
    std::vector<std::int64_t> shape;
    while (tuple.find_first_not_of(", ") != std::string_view::npos) {
        tuple.remove_prefix(tuple.find_first_not_of(", "));
        std::int64_t size = 0;
        const auto [at, code] = std::from_chars(tuple.data(), tuple.data() + tuple.size(), size);
        if (code != std::errc() || size < 0)
            return Error(Code::BadInput, words("its shape holds \"", tuple, "\""));
        shape.push_back(size);
        tuple.remove_prefix(static_cast<std::size_t>(at - tuple.data()));
    }
    return shape;
}

template <class N>
Result<NpyArray> npyArray(std::vector<std::int64_t> shape, std::span<const std::byte> body)
{
    std::int64_t count = 1;
    for (const auto size : shape)
        count = TRY(checkedMul(count, size));
    const auto numBytes = TRY(checkedMul(count, static_cast<std::int64_t>(sizeof(N))));
    if (std::cmp_not_equal(numBytes, body.size()))
        return Error(Code::BadInput,
                     words("its shape asks for ", numBytes, " bytes and ", body.size(),
                           " follow the header"));
    std::vector<N> numbers(static_cast<std::size_t>(count));
    if (count > 0)
        std::memcpy(numbers.data(), body.data(), body.size());
    return NpyArray{std::move(shape), std::move(numbers)};
}

/// The header is padded so that the numbers begin at a multiple of 64 bytes.
std::string npyHeader(std::string_view type, std::span<const std::int64_t> shape)
{
    std::string tuple;
    for (const auto size : shape)
        tuple += words(size, ", ");
    std::string text =
        words("{'descr': '", type, "', 'fortran_order': False, 'shape': (", tuple, "), }");
    const auto unpadded = kNpyPreambleBytes + text.size() + 1;
    text.append((kNpyAlignment - unpadded % kNpyAlignment) % kNpyAlignment, ' ');
    text += '\n';
    std::string out(kNpyMagic);
    out += static_cast<char>(text.size() & 0xff);
    out += static_cast<char>(text.size() >> 8);
    return out + text;
}

Result<> writeNpyFile(const std::filesystem::path& path, const std::string& header,
                      std::span<const std::byte> body)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"),
                                                               std::fclose);
    if (!file)
        return systemError(errno, words("cannot write ", path.native()));
    if (std::fwrite(header.data(), 1, header.size(), file.get()) != header.size()
        || std::fwrite(body.data(), 1, body.size(), file.get()) != body.size()
        || std::fflush(file.get()) != 0)
        return systemError(errno, words("cannot write ", path.native()));
    return {};
}

} // namespace

Result<NpyArray> parseNpy(std::span<const std::byte> file)
{
    const auto text = asNpyText(file);
    if (!text.starts_with(kNpyMagic.substr(0, 6)))
        return Error(Code::BadInput, "not a .npy file");
    if (!text.starts_with(kNpyMagic))
        return Error(Code::Unsupported, "a .npy file of another version than 1.0");
    if (text.size() < kNpyPreambleBytes)
        return Error(Code::BadInput, "the .npy header is cut off");
    const std::size_t headerBytes =
        std::to_integer<std::size_t>(file[8]) + (std::to_integer<std::size_t>(file[9]) << 8);
    if (text.size() - kNpyPreambleBytes < headerBytes)
        return Error(Code::BadInput, "the .npy header is cut off");
    const auto header = text.substr(kNpyPreambleBytes, headerBytes);
    const auto body = file.subspan(kNpyPreambleBytes + headerBytes);
    const auto type = npyMember(header, "descr");
    const auto order = npyMember(header, "fortran_order");
    const auto tuple = npyMember(header, "shape");
    if (!type || !order || !tuple)
        return Error(Code::BadInput, "the .npy header lacks descr, fortran_order or shape");
    if (!order->starts_with("False"))
        return Error(Code::Unsupported, "the array is not in C order");
    auto shape = TRY(npyShape(*tuple));
    if (type->starts_with("'<f4'"))
        return npyArray<float>(std::move(shape), body);
    if (type->starts_with("'<i4'"))
        return npyArray<std::int32_t>(std::move(shape), body);
    if (type->starts_with("'<i8'"))
        return npyArray<std::int64_t>(std::move(shape), body);
    if (type->starts_with("'|u1'"))
        return npyArray<std::uint8_t>(std::move(shape), body);
    return Error(Code::Unsupported,
                 words("numbers of type ", type->substr(0, type->find(',')),
                       "; '<f4', '<i4', '<i8' and '|u1' are read"));
}

Result<NpyArray> readNpy(const std::filesystem::path& path)
{
    const auto file = TRY(MappedFile::open(path));
    auto array = TRY(parseNpy(TRY(file.bytes(0, file.size()))).because(path.native()));
    TRY(file.intact());
    return array;
}

Result<> writeNpy(const std::filesystem::path& path, std::span<const std::int64_t> shape,
                  std::span<const float> numbers)
{
    return writeNpyFile(path, npyHeader("<f4", shape), std::as_bytes(numbers));
}

Result<> writeNpy(const std::filesystem::path& path, std::span<const std::int64_t> shape,
                  std::span<const std::int32_t> numbers)
{
    return writeNpyFile(path, npyHeader("<i4", shape), std::as_bytes(numbers));
}

} // namespace tf::engine
