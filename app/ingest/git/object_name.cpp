#include "app/ingest/git/object_name.h"

#include "app/ingest/git/git_library.h"

#include <cstring>

#include <git2.h>

namespace tf::ingest {

namespace {

int digitValue(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    return -1;
}

} // namespace

std::string ObjectName::hex() const
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string digits;
    digits.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        digits += kDigits[byte >> 4U];
        digits += kDigits[byte & 15U];
    }
    return digits;
}

std::optional<ObjectName> ObjectName::fromHex(std::string_view digits)
{
    ObjectName name;
    if (digits.size() != name.bytes.size() * 2)
        return std::nullopt;
    for (std::size_t idx = 0; idx < name.bytes.size(); ++idx) {
        const int high = digitValue(digits[idx * 2]);
        const int low = digitValue(digits[idx * 2 + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        name.bytes[idx] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return name;
}

ObjectName ObjectName::fromBytes(std::string_view bytes)
{
    ObjectName name;
    CHECK(bytes.size() == name.bytes.size(), "an object's name has 20 bytes");
    std::memcpy(name.bytes.data(), bytes.data(), bytes.size());
    return name;
}

Result<ObjectName> blobName(std::string_view bytes)
{
    git_oid id;
    if (git_odb_hash(&id, bytes.data(), bytes.size(), GIT_OBJECT_BLOB) != 0)
        return gitError("cannot name the content");
    return ObjectName::fromBytes(
        {reinterpret_cast<const char*>(static_cast<const unsigned char*>(id.id)), GIT_OID_RAWSZ});
}

} // namespace tf::ingest
