// Any bytes as an address of a repository, as git's words, and as the beginning of a bundle.
//
// What is taken as an address holds no password and cannot be an option; what is shown of an
// address with a password holds none either.

#include "app/ingest/obtain/address.h"
#include "app/ingest/obtain/git_words.h"

#include <cstdint>

using namespace tf;

namespace {

/// Whatever else the password and the address hold.
void checkPasswordIsHidden(const std::string& rest)
{
    if (rest.find("s3cret") != std::string::npos)
        return;
    for (const char* end : {"@h/x", "/@h/x"}) {
        const auto address = ingest::readAddress("https://u:s3cret" + rest + end);
        CHECK(!address && address.error().text.find("s3cret") == std::string::npos,
              "a password is shown");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto address = ingest::readAddress(text);
    if (address) {
        CHECK(ingest::looksLikeAddress(text), "an address that is taken for a path");
        CHECK(address->url == text, "another address");
        const auto authority = text.substr(0, text.find('/', text.find("://") + 3));
        CHECK(authority.find('@') == std::string::npos, "a password");
        CHECK(address->scheme == "https" || address->isThisMachine(), "http to somewhere");
    } else {
        CHECK(address.error().text.size() < 1000, "too many words of an address");
    }
    checkPasswordIsHidden(text);
    if (const auto branch = ingest::bundleBranch(text); branch && !branch->empty())
        CHECK(ingest::checkRef(*branch).has_value() && branch->front() != '-', "an option");
    const auto error = ingest::gitError(text, "https://h/x", "main");
    CHECK(error.text.size() < 1000, "too many words");
    if (const auto far = ingest::gitProgress(text))
        CHECK(far->done >= 0 && far->total >= 0, "less than nothing");
    return 0;
}
