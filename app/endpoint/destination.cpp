#include "app/endpoint/destination.h"

#include <QHostAddress>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace tf::endpoint {

namespace {

struct KnownHost {
    std::string_view host; ///< and everything below it
    std::string_view operatorName;
    std::string_view law;
    std::string_view basis;
};

constexpr std::string_view kVendorPages = "vendor's API pages, 2026-11-20";
constexpr std::string_view kSeat = "seat of the company, 2026-11-21, unchecked";

constexpr KnownHost kKnownHosts[] = {
    {"api.minimax.io", "MiniMax (international)", "CN", kVendorPages},
    {"api.minimaxi.com", "MiniMax (mainland)", "CN", kVendorPages},
    {"api.minimax.cn", "MiniMax (mainland)", "CN", kVendorPages},
    {"openrouter.ai", "OpenRouter, which passes it on", "US", kSeat},
    {"api.together.xyz", "Together AI", "US", kSeat},
    {"api.fireworks.ai", "Fireworks AI", "US", kSeat},
    {"integrate.api.nvidia.com", "NVIDIA", "US", kSeat},
    {"api.openai.com", "OpenAI", "US", kSeat},
};

Place placeOfAddress(const QHostAddress& address)
{
    bool isMapped = false;
    const QHostAddress v4(address.toIPv4Address(&isMapped));
    const QHostAddress& plain =
        isMapped && address.protocol() == QAbstractSocket::IPv6Protocol ? v4 : address;
    if (plain.isLoopback())
        return Place::ThisMachine;
    constexpr std::array kPrivate{"10.0.0.0/8",     "172.16.0.0/12", "192.168.0.0/16",
                                  "169.254.0.0/16", "fc00::/7",      "fe80::/10"};
    const bool isPrivate = std::any_of(kPrivate.begin(), kPrivate.end(), [&](const char* subnet) {
        return plain.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(subnet)));
    });
    return isPrivate ? Place::LocalNetwork : Place::Outside;
}

bool isAtOrBelow(const QString& host, QStringView domain)
{
    return host == domain || host.endsWith(u'.' + domain.toString());
}

} // namespace

Place placeOf(const QString& host)
{
    QString name = host.toLower();
    if (name.endsWith(u'.'))
        name.chop(1);
    if (isAtOrBelow(name, u"localhost"))
        return Place::ThisMachine;
    if (const QHostAddress address(name); !address.isNull())
        return placeOfAddress(address);
    // Names that the Internet's root does not serve, each by its RFC or by ICANN's word.
    for (const QStringView local : {u"local", u"home.arpa", u"internal", u"lan"}) {
        if (isAtOrBelow(name, local))
            return Place::LocalNetwork;
    }
    return Place::Outside;
}

Destination destinationOf(const QUrl& url)
{
    Destination destination{placeOf(url.host()), url.host().toLower(), {}, {}, {}};
    for (const KnownHost& known : kKnownHosts) {
        const QString domain =
            QString::fromLatin1(known.host.data(), static_cast<qsizetype>(known.host.size()));
        if (isAtOrBelow(destination.host, domain)) {
            destination.operatorName = known.operatorName;
            destination.law = known.law;
            destination.basis = known.basis;
        }
    }
    return destination;
}

} // namespace tf::endpoint
