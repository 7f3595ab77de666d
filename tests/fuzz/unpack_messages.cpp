// Any bytes as a message to or from trifold-unpack, and as the path of an entry: refused with
// words, or something that says the same when it is said again.
//
// The first byte decides what they are taken for.

#include "app/ingest/obtain/unpack/entry_path.h"
#include "app/ingest/obtain/unpack/messages.h"

#include <cstdint>

using namespace tf;

namespace {

/// Texts are made printable on the way in, so what is written differs; from then on nothing does.
void checkAnswer(std::span<const std::byte> bytes)
{
    const auto message = ingest::unpackAnswerFromBytes(bytes);
    if (!message)
        return CHECK(!message.error().text.empty(), "an error without words");
    const auto again = ingest::toBytes(*message);
    CHECK(ingest::toBytes(*ingest::unpackAnswerFromBytes(again)) == again,
          "what was written again differs");
}

void checkOrder(std::span<const std::byte> bytes)
{
    const auto order = ingest::unpackOrderFromBytes(bytes);
    if (order)
        CHECK(*ingest::unpackOrderFromBytes(ingest::toBytes(*order)) == *order,
              "an order came back as another");
}

/// No part of what is taken leads anywhere but down.
void checkPath(std::string_view name)
{
    const auto path = ingest::entryPath(name);
    if (!path)
        return;
    const auto whole = "/" + *path + "/";
    CHECK(path->empty() || whole.find("//") == std::string::npos, "an empty part");
    CHECK(whole.find("/../") == std::string::npos, "a way up");
    CHECK(whole.find("/./") == std::string::npos, "a part that is none");
    CHECK(path->find('\0') == std::string::npos, "a name with an end in it");
    CHECK(*ingest::entryPath(*path) == *path, "it is another the second time");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto bytes = std::as_bytes(std::span(data + 1, size - 1));
    switch (data[0] % 3) {
    case 0:
        checkAnswer(bytes);
        break;
    case 1:
        checkOrder(bytes);
        break;
    default:
        checkPath({reinterpret_cast<const char*>(data + 1), size - 1});
    }
    return 0;
}
