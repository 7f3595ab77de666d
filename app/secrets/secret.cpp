#include "app/secrets/secret.h"

#include "kernels/base/check.h"

#include <sodium.h>

#include <cstring>
#include <utility>

namespace tf::secrets {

namespace {

/// Between guard pages, kept out of swap and core dumps as far as the system's limits allow.
char* guarded(std::size_t numBytes)
{
    CHECK(sodium_init() >= 0, "libsodium finds no source of random numbers");
    void* bytes = sodium_malloc(numBytes);
    CHECK(bytes != nullptr, "no memory for a secret");
    return static_cast<char*>(bytes);
}

} // namespace

Secret Secret::ofSize(std::size_t numBytes)
{
    Secret secret;
    if (numBytes == 0)
        return secret;
    secret.m_bytes = guarded(numBytes);
    secret.m_size = numBytes;
    std::memset(secret.m_bytes, 0, numBytes);
    return secret;
}

Secret::Secret(std::string_view bytes)
    : Secret(ofSize(bytes.size()))
{
    if (!bytes.empty())
        std::memcpy(m_bytes, bytes.data(), bytes.size());
}

Secret::Secret(Secret&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    return *this;
}

Secret::~Secret()
{
    sodium_free(m_bytes); // wipes first
}

std::span<std::byte> Secret::bytes()
{
    return std::as_writable_bytes(std::span(m_bytes, m_size));
}

bool operator==(const Secret& one, const Secret& other)
{
    return one.m_size == other.m_size
        && (one.m_size == 0 || sodium_memcmp(one.m_bytes, other.m_bytes, one.m_size) == 0);
}

void wipe(std::span<std::byte> bytes)
{
    sodium_memzero(bytes.data(), bytes.size());
}

} // namespace tf::secrets
