// The think parser fed whole and in pieces must say the same, and lose no byte.
//
// The first byte chooses the start, the second seeds the sizes of the pieces; the rest is the
// answer.

#include "engine/text/answer/think_parser.h"
#include "kernels/base/check.h"

#include <algorithm>

using namespace tf::text;

namespace {

void addPieces(std::vector<ThinkPiece>& all, std::vector<ThinkPiece> pieces)
{
    for (ThinkPiece& piece : pieces) {
        const bool joins =
            !all.empty() && all.back().kind == piece.kind && piece.kind != ThinkPiece::Kind::Marker;
        if (joins)
            all.back().text += piece.text;
        else
            all.push_back(std::move(piece));
    }
}

std::vector<ThinkPiece> inPieces(ReplyStart start, std::string_view answer, std::uint8_t seed)
{
    ThinkParser parser(start);
    std::vector<ThinkPiece> all;
    for (unsigned state = seed; !answer.empty(); state = state * 5 + 3) {
        const auto numBytes = std::min<std::size_t>(answer.size(), state % 7);
        addPieces(all, parser.feed(answer.substr(0, numBytes)));
        answer.remove_prefix(numBytes);
    }
    addPieces(all, parser.finish());
    return all;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2)
        return 0;
    const auto start = static_cast<ReplyStart>(data[0] % 3);
    const std::string_view answer(reinterpret_cast<const char*>(data) + 2, size - 2);
    ThinkParser parser(start);
    std::vector<ThinkPiece> whole;
    addPieces(whole, parser.feed(answer));
    addPieces(whole, parser.finish());
    CHECK(whole == inPieces(start, answer, data[1]), "the pieces change the events");
    std::string joined;
    for (const ThinkPiece& piece : whole)
        joined += piece.text;
    CHECK(joined == answer, "bytes were lost");
    return 0;
}
