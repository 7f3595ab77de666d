#include "app/cli/endpoint/profile_flags.h"

#include "app/endpoint/profile/opened_profile.h"
#include "kernels/base/words.h"

#include <array>

#include <QFileInfo>

namespace tf::cli {

namespace {

constexpr std::int64_t kMostContext = std::int64_t(1) << 30;

QString fileNamed(const std::string& file)
{
    return file.empty() ? QString() : QFileInfo(QString::fromStdString(file)).absoluteFilePath();
}

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
    } else if (proxy == "system") {
        profile.proxyUse = endpoint::ProxyUse::System;
    } else if (proxy) {
        profile.proxyUse = endpoint::ProxyUse::Given;
        profile.proxy = QUrl(QString::fromStdString(*proxy), QUrl::StrictMode);
    }
    if (const auto file = options.text("--ca-file"))
        profile.caFile = fileNamed(*file);
    if (options.flag("--plain-http"))
        profile.plainHttp = endpoint::PlainHttp::LocalNetwork;
    constexpr double kMostSeconds = 24 * 3600;
    const double usual = static_cast<double>(profile.timeouts.firstByte.count()) / 1000;
    const double seconds = options.real("--first-byte-seconds", usual, 0.001, kMostSeconds);
    profile.timeouts.firstByte = endpoint::Millis(static_cast<std::int64_t>(seconds * 1000));
}

void readPeers(Options& options, endpoint::StoredProfile& profile)
{
    if (const auto file = options.text("--client-cert"))
        profile.clientCertFile = fileNamed(*file);
    if (const auto file = options.text("--client-key"))
        profile.clientKeyFile = fileNamed(*file);
    if (const auto pin = options.text("--pin")) {
        profile.publicKeySha256 = endpoint::readPin(QString::fromStdString(*pin));
        if (profile.publicKeySha256.isEmpty() && !pin->empty() && *pin != "none")
            options.blame("--pin: the SHA-256 of a public key has 64 hexadecimal digits");
    }
    profile.mostAtOnce =
        static_cast<int>(options.number("--at-once", profile.mostAtOnce, 0, endpoint::kMostAtOnce));
}

void readKind(Options& options, endpoint::StoredProfile& profile)
{
    const auto kind = options.text("--kind");
    if (!kind)
        return;
    const auto* known = endpoint::findServerKind(*kind);
    if (known == nullptr)
        return options.blame(words("--kind ", *kind,
                                   ": choose one of vllm, sglang, llamacpp, minimax, openrouter, "
                                   "other"));
    profile.kind = known;
    profile.limits = known->limits;
}

void readTexts(Options& options, endpoint::StoredProfile& profile)
{
    const std::pair<std::string_view, std::string*> texts[] = {
        {"--model", &profile.model},
        {"--key-name", &profile.keyName},
        {"--operator", &profile.label.operatorName},
        {"--law", &profile.label.law},
        {"--retention", &profile.label.retention},
    };
    for (const auto& [name, text] : texts) {
        if (auto given = options.text(name))
            *text = std::move(*given);
    }
}

void readYesNo(Options& options, std::string_view name, std::optional<bool>& can)
{
    // Whatever is known stays first, as the default.
    std::array<std::pair<std::string_view, std::optional<bool>>, 4> words{
        {{"", can}, {"unknown", std::nullopt}, {"yes", true}, {"no", false}}};
    can = options.choice<std::optional<bool>>(name, words);
}

} // namespace

endpoint::StoredProfile readProfileFlags(Options& options)
{
    const auto url = options.required("--url", "URL");
    return changedByFlags(
        endpoint::profileOfUrl(QUrl(QString::fromStdString(url), QUrl::StrictMode)), options);
}

endpoint::StoredProfile changedByFlags(endpoint::StoredProfile profile, Options& options)
{
    if (const auto url = options.text("--url"))
        profile.baseUrl = QUrl(QString::fromStdString(*url), QUrl::StrictMode);
    readKind(options, profile);
    readTexts(options, profile);
    readWay(options, profile);
    readPeers(options, profile);
    if (const auto tokens = options.number("--context-tokens", 0, 1, kMostContext); tokens > 0)
        profile.capabilities.contextTokens = tokens;
    readYesNo(options, "--images", profile.capabilities.images);
    readYesNo(options, "--clips", profile.capabilities.video);
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
           "  --client-cert FILE, --client-key FILE   PEM; for a server that wants to know who "
           "asks\n"
           "  --pin HEX          SHA-256 of the server's public key; with another one nothing is\n"
           "                     sent; none takes it back\n"
           "  --at-once N        requests at the same time, further ones wait (0: no limit)\n"
           "  --plain-http       without TLS to a host of the local network\n"
           "  --first-byte-seconds S  how long the answer's beginning is waited for (120)\n"
           "  --context-tokens N its context\n"
           "  --images yes|no    whether it takes pictures\n"
           "  --clips yes|no     whether it takes clips as they are\n"
           "  --operator TEXT, --law TEXT, --retention TEXT   the label in your words\n";
}

} // namespace tf::cli
