#pragma once

// What a user keeps about a server: address, model, the name of its key, limits, prices.
//
// A plain value without the key itself. What is not said here is as its kind of server has it; what
// is, goes over it. Thread: any.

#include "app/endpoint/connection.h"
#include "app/endpoint/server_kind.h"

#include <QJsonObject>
#include <QString>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace tf::endpoint {

/// What the server can do, found by asking it or said by the user.
struct Capabilities {
    std::optional<std::int64_t> contextTokens; ///< of prompt and answer together
    std::optional<bool> images;
    std::optional<bool> video; ///< as clips; false: as pictures of its frames
    std::optional<bool> reasoning; ///< comes apart from the answer
    std::string probed; ///< the day, "2026-11-21"; empty: never

    bool operator==(const Capabilities&) const = default;
};

/// How this server is told to think, where its kind does not know.
struct ThinkingMapping {
    wire::ThinkingField field = wire::ThinkingField::None;
    std::array<std::string, 3> words; ///< by wire::Thinking; empty: cannot be asked for

    bool operator==(const ThinkingMapping&) const = default;
};

struct Rates {
    std::vector<PriceTier> tiers; ///< ascending
    std::string date;
};

/// In the user's own words; empty: not said.
struct LabelWords {
    std::string operatorName;
    std::string law;
    std::string retention;

    bool operator==(const LabelWords&) const = default;
};

struct StoredProfile {
    std::string name; ///< by which verbs and sessions call it
    const ServerKind* kind = nullptr;
    QUrl baseUrl;
    std::string model;
    std::string keyName; ///< in the store of keys; empty: the server wants none
    std::vector<Header> headers;
    ProxyUse proxyUse = ProxyUse::System;
    QUrl proxy; ///< http:// or socks5://, without a password
    QString caFile; ///< PEM
    QString clientCertFile; ///< PEM; shown to a server that wants to know who asks
    QString clientKeyFile; ///< PEM; of that certificate
    QByteArray publicKeySha256; ///< the server's key must be this one; 32 bytes, or empty
    int mostAtOnce = 0; ///< requests, further ones wait in line; 0: no limit
    PlainHttp plainHttp = PlainHttp::ThisMachine;
    Timeouts timeouts;
    MediaLimits limits;
    Capabilities capabilities;
    std::optional<ThinkingMapping> thinking;
    std::optional<Rates> rates;
    LabelWords label;
    QJsonObject asRead; ///< with what this version does not know
};

inline constexpr std::size_t kMaxProfileNameBytes = 64;
inline constexpr int kMostAtOnce = 1000;

/// Of 64 hexadecimal digits, with or without colons between pairs; empty when it is none.
[[nodiscard]] QByteArray readPin(const QString& text);

/// BadInput unless it is 1 to 64 of A-Z a-z 0-9 . _ - and begins with a letter or a digit.
Result<> checkProfileName(std::string_view name);

/// BadInput when nothing could be sent by it: its name, kind, address, headers or proxy.
Result<> checkProfile(const StoredProfile& profile);

} // namespace tf::endpoint
