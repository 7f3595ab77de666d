// Any bytes as Markdown in pieces of any size: the laws of tests/ui/markdown hold.

#include "kernels/base/check.h"
#include "tests/ui/markdown/block_law.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
    const std::size_t step = data[0] % 32 + 1;
    std::vector<std::string> pieces;
    for (std::size_t at = 0; at < text.size(); at += step)
        pieces.push_back(text.substr(at, step));
    const std::string broken = tf::test::brokenByPieces(pieces);
    CHECK(broken.empty(), broken);
    return 0;
}
