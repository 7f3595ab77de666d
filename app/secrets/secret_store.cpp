#include "app/secrets/secret_store.h"

#include "kernels/base/words.h"

#include <algorithm>

namespace tf::secrets {

namespace {

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isNameChar(char c)
{
    return isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
}

} // namespace

std::string_view name(StoreKind kind)
{
    switch (kind) {
    case StoreKind::Keyring:
        return "keyring";
    case StoreKind::File:
        return "file";
    case StoreKind::Session:
        return "session";
    }
    UNREACHABLE();
}

// The words quote nothing: a key given in place of its name must not stand in an error.
Result<> checkName(std::string_view name)
{
    if (name.empty() || name.size() > kMaxNameBytes || !isLetterOrDigit(name.front())
        || !std::all_of(name.begin(), name.end(), isNameChar))
        return Error{Code::BadInput,
                     words("the name of a key is 1 to ", kMaxNameBytes,
                           " letters, digits, \".\", \"_\" or \"-\", and begins with a letter or a "
                           "digit")};
    return {};
}

Result<> checkKey(const Secret& key)
{
    const std::string_view text = key.reveal();
    if (text.empty())
        return Error{Code::BadInput, "the key is empty"};
    if (text.size() > kMaxKeyBytes)
        return Error{Code::BadInput, words("a key is at most ", kMaxKeyBytes, " bytes long")};
    if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; }))
        return Error{Code::BadInput, "the key is not one line of printable ASCII characters"};
    if (text.front() == ' ' || text.back() == ' ')
        return Error{Code::BadInput, "the key begins or ends with a space"};
    return {};
}

Result<> checkEntry(std::string_view name, const Secret& key)
{
    TRY(checkName(name));
    return checkKey(key);
}

} // namespace tf::secrets
