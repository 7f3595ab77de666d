// Any bytes as a file of sealed keys, and any bytes as what is sealed in it: no crash, no key out
// of a file that nobody sealed, and what was sealed comes back.

#include "app/secrets/sealed_map.h"
#include "kernels/base/check.h"

using namespace tf::secrets;

namespace {

/// Not made from a password: that takes a while on purpose.
Secret someKey()
{
    return Secret(std::string(32, 'K'));
}

void readAsFile(std::string_view bytes)
{
    const auto sealed = readSealed(bytes);
    if (!sealed)
        return;
    CHECK(sealed->lock.hardness.memoryBytes <= kMostHardness.memoryBytes
              && sealed->lock.hardness.passes <= kMostHardness.passes,
          "what a header asks for is bounded");
    CHECK(!unseal(*sealed, someKey()), "nobody sealed this");
}

/// The checksum would stop nearly everything: given the right one, the rest is reached.
void readAsRepairedFile(std::string_view bytes)
{
    std::string repaired(bytes);
    repaired += checksumOf(bytes);
    readAsFile(repaired);
}

void readAsKeys(std::string_view bytes)
{
    const auto keys = unpacked(bytes);
    if (!keys)
        return;
    const Secret again = packed(*keys);
    CHECK(again.size() == bytes.size(), "every byte of the keys means something");
    const Lock lock = {kLeastHardness, {}};
    const auto sealed = seal(*keys, lock, someKey());
    CHECK(sealed.has_value(), "what was read can be sealed");
    const auto read = readSealed(*sealed);
    CHECK(read.has_value() && read->lock == lock, "what was sealed is read");
    const auto opened = unseal(*read, someKey());
    CHECK(opened.has_value() && packed(*opened) == again, "and comes back as it was");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    readAsFile(bytes);
    readAsRepairedFile(bytes);
    readAsKeys(bytes);
    return 0;
}
