#include "ui/transcript/failure/cause.h"

#include <charconv>

namespace tf::ui {

namespace {

struct Fragment {
    std::string_view words;
    Cause cause;
};

/// What our own rooms say; the first that occurs counts.
constexpr Fragment kFragments[] = {
    {"nothing was sent: ", Cause::Secrets},
    {"nothing may go to ", Cause::ReachShut},
    {"there is no endpoint \"", Cause::EndpointGone},
    {"no model is chosen on this machine", Cause::NoModel},
    {"the connection was lost after", Cause::Broken},
    {"nothing more of the answer within", Cause::Broken},
    {"no answer within", Cause::TimedOut},
    {"no connection within", Cause::TimedOut},
    {"the server closed the encrypted connection", Cause::WantsCertificate},
    {"connection refused", Cause::Refused},
    {"no server has that name", Cause::NameUnknown},
    {"the server sent an empty answer", Cause::EmptyAnswer},
    {"something broke behind it", Cause::ServerFailed},
    {"the server sent what is no part of an answer", Cause::NotUnderstood},
    {" answered with a web page", Cause::WebPage},
    {"the server sends requests on to ", Cause::Redirected},
    {"ertificate", Cause::Certificate},
    {"the server's public key is ", Cause::Certificate},
    {"SSL handshake failed", Cause::Certificate},
    {"the key \"", Cause::KeyUnreadable},
    {"and the server takes ", Cause::TooLong},
};

constexpr std::string_view kServerAnswered = "the server answered";

/// "the server answered 429 (code 1002): words", as it was kept.
std::optional<wire::Trouble> readKept(std::string_view kept)
{
    const auto at = kept.find(kServerAnswered);
    if (at == std::string_view::npos)
        return std::nullopt;
    kept.remove_prefix(at + kServerAnswered.size());
    std::int64_t status = 0;
    if (kept.starts_with(' '))
        std::from_chars(kept.data() + 1, kept.data() + kept.size(), status);
    wire::Trouble trouble =
        wire::readTrouble(status, kept.substr(std::min(kept.size(), kept.find(": "))));
    constexpr std::string_view kCode = "(code ";
    if (const auto code = kept.find(kCode); code != std::string_view::npos)
        std::from_chars(kept.data() + code + kCode.size(), kept.data() + kept.size(),
                        trouble.vendorCode);
    return trouble;
}

Cause causeOf(const wire::Trouble& said)
{
    constexpr std::int64_t kTooMany = 429;
    constexpr std::int64_t kVendorTooMany = 1002;
    constexpr std::int64_t kNotThere = 404;
    switch (wire::remedyOf(said)) {
    case wire::Remedy::CheckKey:
        return Cause::KeyRefused;
    case wire::Remedy::Pay:
        return Cause::Unpaid;
    case wire::Remedy::WaitForPlan:
        return Cause::PlanUsedUp;
    case wire::Remedy::Shorten:
        return Cause::TooLong;
    case wire::Remedy::Refused:
        return Cause::Filtered;
    case wire::Remedy::RetryLater:
        return said.status == kTooMany || said.vendorCode == kVendorTooMany ? Cause::TooMany
                                                                            : Cause::ServerFailed;
    case wire::Remedy::ChangeRequest:
        return said.status == kNotThere ? Cause::NotThere : Cause::RequestRefused;
    case wire::Remedy::Nothing:
        break;
    }
    return said.status == 0 || said.status >= 500 ? Cause::ServerFailed : Cause::RequestRefused;
}

Cause causeOf(tf::Code code, bool isLocal)
{
    switch (code) {
    case tf::Code::Cancelled:
        return Cause::Stopped;
    case tf::Code::NotFound:
        return isLocal ? Cause::LocalFailed : Cause::NameUnknown;
    case tf::Code::Denied:
        return isLocal ? Cause::LocalFailed : Cause::Certificate;
    case tf::Code::BadInput:
        return isLocal ? Cause::TooLong : Cause::RequestRefused;
    case tf::Code::Corrupt:
        return isLocal ? Cause::LocalFailed : Cause::NotUnderstood;
    case tf::Code::Unsupported:
        return Cause::CannotDo;
    case tf::Code::OutOfMemory:
        return Cause::OutOfMemory;
    case tf::Code::Network:
        return Cause::Unreachable;
    case tf::Code::Device:
        return Cause::Device;
    case tf::Code::Busy:
        return Cause::TooMany;
    case tf::Code::Internal:
        return Cause::Ours;
    }
    return Cause::Unknown;
}

Cause keepingCauseOf(const Error& error)
{
    if (error.text.find("No space") != std::string::npos
        || error.text.find("full") != std::string::npos)
        return Cause::DiskFull;
    if (error.code == tf::Code::NotFound)
        return Cause::SessionGone;
    return error.code == tf::Code::Denied ? Cause::ReadOnly : Cause::NotKept;
}

} // namespace

Failure failureOf(std::string_view kept, std::optional<tf::Code> code, const wire::Trouble* said,
                  bool isLocal)
{
    const std::optional<wire::Trouble> read = said == nullptr ? readKept(kept) : std::nullopt;
    if (said == nullptr && read)
        said = &*read;
    if (said != nullptr)
        return {causeOf(*said), said->status, said->limitTokens};
    for (const Fragment& fragment : kFragments) {
        if (kept.find(fragment.words) != std::string_view::npos)
            return {fragment.cause, 0, {}};
    }
    if (code)
        return {causeOf(*code, isLocal), 0, {}};
    return {isLocal && !kept.empty() ? Cause::LocalFailed : Cause::Unknown, 0, {}};
}

Failure failureOf(const ShownTurn& turn, const workspace::Trouble* trouble)
{
    const bool isLocal = turn.settings.endpoint.empty();
    if (trouble != nullptr && trouble->of == workspace::Trouble::Of::Keeping)
        return {keepingCauseOf(trouble->error), 0, {}};
    if (trouble != nullptr)
        return failureOf(trouble->error.text, trouble->error.code,
                         trouble->said ? &*trouble->said : nullptr, isLocal);
    if (turn.state == session::TurnState::Interrupted)
        return {turn.reason == "stopped" ? Cause::Stopped : Cause::CutShort, 0, {}};
    return failureOf(turn.reason, {}, nullptr, isLocal);
}

} // namespace tf::ui
