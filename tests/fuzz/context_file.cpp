// Any bytes as a saved context: refused with words, or a head that says the same when written
// again.
//
// The first byte decides whether the checksum is made right, as nobody but a forger would do.

#include "engine/context/context_header.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

using namespace tf;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto input = std::as_bytes(std::span(data, size));
    std::vector<std::byte> file(input.begin() + 1, input.end());
    std::uint64_t numHeadBytes = 0;
    if (file.size() >= 80)
        std::memcpy(&numHeadBytes, file.data() + 24, sizeof numHeadBytes);
    if (data[0] % 2 == 1 && numHeadBytes >= 80 && numHeadBytes <= file.size())
        engine::sealContextHead(std::span(file).first(numHeadBytes));

    const auto head = engine::readContextHead(file);
    if (!head) {
        CHECK(!head.error().text.empty(), "an error without words");
        return 0;
    }
    CHECK(head->layout.numFileBytes == file.size(), "not the file that was read");
    const auto again = engine::writeContextHead(head->header, head->pageHashes);
    const auto same = MUST(engine::readContextHead([&] {
        auto whole = again;
        whole.resize(file.size());
        return whole;
    }()));
    CHECK(same.header.owner == head->header.owner
              && same.header.text.tokens == head->header.text.tokens
              && same.header.text.media == head->header.text.media
              && same.pageHashes == head->pageHashes,
          "what was written again differs");
    return 0;
}
