#include "app/cli/endpoint/profile_flags.h"

#include "app/endpoint/profile/opened_profile.h"
#include "kernels/base/words.h"

#include <array>

#include <QFileInfo>

namespace tf::cli {

namespace {

constexpr std::int64_t kMostContext = std::int64_t(1) << 30;

constexpr std::array<std::pair<std::string_view, std::optional<bool>>, 3> kYesNo{
    {{"unknown", std::nullopt}, {"yes", true}, {"no", false}}};

endpoint::Header headerOf(Options& options, const std::string& text)
{
    const auto colon = text.find(':');
    if (colon == std::string::npos)
        options.blame(words("--header ", text, ": write it as \"Name: value\""));
    const QByteArray whole = QByteArray::fromStdString(text);
    const auto end = static_cast<qsizetype>(std::min(colon, text.size()));
    return {whole.left(end).trimmed(), whole.mid(end + 1).trimmed()};
}

void readWay(Options& options, endpoint::StoredProfile& profile)
{
    for (const std::string& header : options.texts("--header"))
        profile.headers.push_back(headerOf(options, header));
    if (const auto proxy = options.text("--proxy"); proxy == "none") {
        profile.proxyUse = endpoint::ProxyUse::None;
    } else if (proxy && *proxy != "system") {
        profile.proxyUse = endpoint::ProxyUse::Given;
        profile.proxy = QUrl(QString::fromStdString(*proxy), QUrl::StrictMode);
    }
    if (const auto file = options.text("--ca-file"))
        profile.caFile = QFileInfo(QString::fromStdString(*file)).absoluteFilePath();
    if (options.flag("--plain-http"))
        profile.plainHttp = endpoint::PlainHttp::LocalNetwork;
    constexpr double kMostSeconds = 24 * 3600;
    const double usual = static_cast<double>(profile.timeouts.firstByte.count()) / 1000;
    const double seconds = options.real("--first-byte-seconds", usual, 0.001, kMostSeconds);
    profile.timeouts.firstByte = endpoint::Millis(static_cast<std::int64_t>(seconds * 1000));
}

} // namespace

endpoint::StoredProfile readProfileFlags(Options& options)
{
    const auto url = options.required("--url", "URL");
    auto profile = endpoint::profileOfUrl(QUrl(QString::fromStdString(url), QUrl::StrictMode));
    if (const auto kind = options.text("--kind")) {
        const auto* known = endpoint::findServerKind(*kind);
        if (known == nullptr)
            options.blame(words("--kind ", *kind,
                                ": choose one of vllm, sglang, llamacpp, minimax, openrouter, "
                                "other"));
        else
            profile.kind = known;
        profile.limits = profile.kind->limits;
    }
    profile.model = options.text("--model").value_or("");
    profile.keyName = options.text("--key-name").value_or("");
    readWay(options, profile);
    if (const auto tokens = options.number("--context-tokens", 0, 1, kMostContext); tokens > 0)
        profile.capabilities.contextTokens = tokens;
    profile.capabilities.images = options.choice<std::optional<bool>>("--images", kYesNo);
    profile.capabilities.video = options.choice<std::optional<bool>>("--clips", kYesNo);
    profile.label.operatorName = options.text("--operator").value_or("");
    profile.label.law = options.text("--law").value_or("");
    profile.label.retention = options.text("--retention").value_or("");
    return profile;
}

std::string_view profileFlagsHelp()
{
    return "  --url URL          its address, up to and with /v1\n"
           "  --kind K           vllm, sglang, llamacpp, minimax, openrouter, other (a vendor's "
           "is\n"
           "                     told from its address, else other)\n"
           "  --model ID         as the server names it\n"
           "  --key-name NAME    under which m3 keys has its key\n"
           "  --header \"N: V\"    goes out with every request; may be given more than once\n"
           "  --proxy P          system (default), none, http://HOST:PORT, socks5://HOST:PORT\n"
           "  --ca-file FILE     authorities (PEM) that are trusted for this endpoint\n"
           "  --plain-http       without TLS to a host of the local network\n"
           "  --first-byte-seconds S  how long the answer's beginning is waited for (120)\n"
           "  --context-tokens N its context\n"
           "  --images yes|no    whether it takes pictures\n"
           "  --clips yes|no     whether it takes clips as they are\n"
           "  --operator TEXT, --law TEXT, --retention TEXT   the label in your words\n";
}

} // namespace tf::cli
