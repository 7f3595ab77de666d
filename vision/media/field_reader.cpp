#include "vision/media/field_reader.h"

#include <algorithm>

namespace tf::vision {

namespace {

bool isTail(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Bytes of the printable character that the text begins with; 0 when there is none.
std::size_t printableBytes(std::string_view text)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned first = byte(0);
    if (first < 0x80)
        return first >= 0x20 && first != 0x7F ? 1 : 0;
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < size
        || !std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(size), isTail))
        return 0;
    const unsigned second = byte(1);
    const bool isControl = first == 0xC2 && second < 0xA0;
    const bool isTooLong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool isNone = (first == 0xED && second >= 0xA0) || (first == 0xF4 && second >= 0x90);
    return isControl || isTooLong || isNone ? 0 : size;
}

std::string printable(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto size = printableBytes(text);
        if (size == 0)
            out += '?';
        else
            out += text.substr(0, size);
        text.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return out;
}

} // namespace

void FieldReader::text(std::string& value, std::size_t mostBytes, std::string_view what)
{
    const auto numBytes = count(mostBytes, 1, what);
    if (m_problem)
        return;
    value = printable(std::string_view(reinterpret_cast<const char*>(m_rest.data()), numBytes));
    m_rest = m_rest.subspan(numBytes);
}

void FieldReader::bytes(std::string& value, std::size_t mostBytes, std::string_view what)
{
    std::string read(count(mostBytes, 1, what), '\0');
    if (copyTo(read.data(), read.size(), what))
        value = std::move(read);
}

void FieldReader::texts(std::vector<std::string>& values, std::size_t most, std::size_t mostBytes,
                        std::string_view what)
{
    const auto numTexts = count(most, sizeof(std::uint32_t), what);
    std::vector<std::string> read(numTexts);
    for (std::string& value : read)
        text(value, mostBytes, what);
    if (!m_problem)
        values = std::move(read);
}

Result<> FieldReader::finish()
{
    if (!m_problem && !m_rest.empty())
        blame(words(m_rest.size(), " bytes follow the last field"));
    if (m_problem)
        return Error(Code::BadInput, *m_problem);
    return {};
}

std::size_t FieldReader::count(std::size_t most, std::size_t bytesEach, std::string_view what)
{
    std::uint32_t numEntries = 0;
    number<std::uint32_t>(numEntries, 0, static_cast<std::uint32_t>(most), what);
    if (m_problem)
        return 0;
    if (m_rest.size() / bytesEach < numEntries) {
        blame(words(what, " is cut off"));
        return 0;
    }
    return numEntries;
}

bool FieldReader::copyTo(void* to, std::size_t numBytes, std::string_view what)
{
    if (m_problem)
        return false;
    if (m_rest.size() < numBytes) {
        blame(words(what, " is cut off"));
        return false;
    }
    std::memcpy(to, m_rest.data(), numBytes);
    m_rest = m_rest.subspan(numBytes);
    return true;
}

void FieldReader::blame(std::string problem)
{
    if (!m_problem)
        m_problem = std::move(problem);
}

} // namespace tf::vision
