#include "app/endpoint/profile/profile_json.h"

#include "app/settings/member_reader.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tf::endpoint {

namespace {

using settings::MemberReader;

constexpr std::int64_t kMostWhole = std::int64_t(1) << 40;
constexpr double kMostSeconds = 24 * 3600;
constexpr const char* kProxyWords[] = {"system", "none"};
constexpr const char* kPlainWords[] = {"thisMachine", "localNetwork"};
constexpr const char* kFieldWords[] = {"none", "template", "type", "enabled", "effort"};
constexpr QLatin1StringView kModeWords[] = {"off"_L1, "adaptive"_L1, "on"_L1};

/// Reads an inner object with the mistakes of all of them in one list.
class ProfileReader {
public:
    ProfileReader(const QJsonObject& object, QString place)
        : m_object(object)
        , m_place(std::move(place))
        , m_top(object, m_place)
    {
    }

    ReadProfile read() &&
    {
        readMain();
        inner("headers"_L1, [this](const QJsonObject& o, MemberReader& r) { readHeaders(o, r); });
        readProxy();
        inner("timeouts"_L1, [this](const QJsonObject&, MemberReader& r) { readTimeouts(r); });
        inner("limits"_L1, [this](const QJsonObject&, MemberReader& r) { readLimits(r); });
        inner("capabilities"_L1,
              [this](const QJsonObject&, MemberReader& r) { readCapabilities(r); });
        inner("thinking"_L1, [this](const QJsonObject&, MemberReader& r) { readThinking(r); });
        inner("rates"_L1, [this](const QJsonObject&, MemberReader& r) { readRates(r); });
        inner("label"_L1, [this](const QJsonObject&, MemberReader& r) { readLabel(r); });
        m_profile.asRead = m_object;
        take(m_top);
        if (const auto checked = checkProfile(m_profile); !checked && m_mistakes.empty())
            m_mistakes.push_back({settings::NoticeKind::MemberIgnored, m_place.chopped(1),
                                  QString::fromStdString(checked.error().text)});
        return {std::move(m_profile), std::move(m_mistakes)};
    }

private:
    template <class Read>
    void inner(QLatin1StringView name, Read read)
    {
        const QJsonObject object = m_top.object(name);
        if (!m_object.contains(name))
            return;
        MemberReader reader(object, m_place + name + u'.');
        read(object, reader);
        take(reader);
    }

    void take(MemberReader& reader)
    {
        for (settings::Notice& notice : reader.takeNotices())
            m_mistakes.push_back(std::move(notice));
    }

    void readMain()
    {
        m_profile.name = m_top.text("name"_L1).toStdString();
        const QString kind = m_top.text("kind"_L1);
        m_profile.kind = findServerKind(kind.isEmpty() ? "other" : kind.toStdString());
        if (m_profile.kind == nullptr)
            m_top.ignore("kind"_L1, u"no such kind of server"_s);
        else
            m_profile.limits = m_profile.kind->limits;
        m_profile.baseUrl = QUrl(m_top.text("baseUrl"_L1), QUrl::StrictMode);
        m_profile.model = m_top.text("model"_L1).toStdString();
        m_profile.keyName = m_top.text("keyName"_L1).toStdString();
        m_profile.caFile = m_top.text("caFile"_L1);
        m_profile.plainHttp = static_cast<PlainHttp>(m_top.choice("plainHttp"_L1, kPlainWords, 0));
        readPeers();
    }

    void readPeers()
    {
        m_profile.clientCertFile = m_top.text("clientCertFile"_L1);
        m_profile.clientKeyFile = m_top.text("clientKeyFile"_L1);
        const QString pin = m_top.text("publicKeySha256"_L1);
        m_profile.publicKeySha256 = readPin(pin);
        if (!pin.isEmpty() && m_profile.publicKeySha256.isEmpty())
            m_top.ignore("publicKeySha256"_L1, u"it has not 64 hexadecimal digits"_s);
        m_profile.mostAtOnce = static_cast<int>(m_top.integer("mostAtOnce"_L1, 0, 0, kMostAtOnce));
    }

    void readHeaders(const QJsonObject& object, MemberReader& reader)
    {
        for (auto at = object.begin(); at != object.end(); ++at) {
            const QByteArray name = at.key().toUtf8();
            const QString value = reader.text(QLatin1StringView(name.constData(), name.size()));
            m_profile.headers.push_back({name, value.toUtf8()});
        }
    }

    void readProxy()
    {
        const QString proxy = m_top.text("proxy"_L1);
        if (proxy.contains(u"://")) {
            m_profile.proxyUse = ProxyUse::Given;
            m_profile.proxy = QUrl(proxy, QUrl::StrictMode);
        } else {
            m_profile.proxyUse = static_cast<ProxyUse>(m_top.choice("proxy"_L1, kProxyWords, 0));
        }
    }

    void readTimeouts(MemberReader& reader)
    {
        const auto seconds = [&reader](QLatin1StringView name, Millis& millis) {
            const double value =
                reader.real(name, static_cast<double>(millis.count()) / 1000, 0.001, kMostSeconds);
            millis = Millis(std::llround(value * 1000));
        };
        seconds("connectSeconds"_L1, m_profile.timeouts.connect);
        seconds("firstByteSeconds"_L1, m_profile.timeouts.firstByte);
        seconds("gapSeconds"_L1, m_profile.timeouts.gap);
    }

    void readLimits(MemberReader& reader)
    {
        MediaLimits& limits = m_profile.limits;
        limits.bodyBytes = reader.integer("bodyBytes"_L1, limits.bodyBytes, 1, kMostWhole);
        limits.imageBytes = reader.integer("imageBytes"_L1, limits.imageBytes, 0, kMostWhole);
        limits.videoBytes = reader.integer("videoBytes"_L1, limits.videoBytes, 0, kMostWhole);
        limits.images = reader.integer("images"_L1, limits.images, 0, kMostWhole);
        limits.videos = reader.integer("videos"_L1, limits.videos, 0, kMostWhole);
    }

    void readCapabilities(MemberReader& reader)
    {
        Capabilities& can = m_profile.capabilities;
        can.contextTokens = reader.integer("contextTokens"_L1, 1, kMostWhole);
        can.images = reader.boolean("images"_L1);
        can.video = reader.boolean("video"_L1);
        can.reasoning = reader.boolean("reasoning"_L1);
        can.probed = reader.text("probed"_L1).toStdString();
    }

    void readThinking(MemberReader& reader)
    {
        ThinkingMapping mapping;
        mapping.field = static_cast<wire::ThinkingField>(reader.choice("field"_L1, kFieldWords, 0));
        for (std::size_t mode = 0; mode < mapping.words.size(); ++mode)
            mapping.words[mode] = reader.text(kModeWords[mode]).toStdString();
        m_profile.thinking = std::move(mapping);
    }

    void readRates(MemberReader& reader)
    {
        Rates rates;
        rates.date = reader.text("date"_L1).toStdString();
        std::int64_t before = 0;
        for (const QJsonValue& value : reader.array("tiers"_L1)) {
            const QJsonObject object = value.toObject();
            MemberReader tier(object, m_place + u"rates.tiers."_s);
            const auto most = tier.integer("upToInputTokens"_L1, INT64_MAX, 1, kMostWhole);
            if (most <= before)
                tier.ignore("upToInputTokens"_L1, u"tiers ascend"_s);
            before = most;
            constexpr double kMostDollars = 1e6;
            rates.tiers.push_back({most, tier.real("input"_L1, 0, 0, kMostDollars),
                                   tier.real("cachedInput"_L1, 0, 0, kMostDollars),
                                   tier.real("output"_L1, 0, 0, kMostDollars)});
            take(tier);
        }
        m_profile.rates = std::move(rates);
    }

    void readLabel(MemberReader& reader)
    {
        m_profile.label.operatorName = reader.text("operator"_L1).toStdString();
        m_profile.label.law = reader.text("law"_L1).toStdString();
        m_profile.label.retention = reader.text("retention"_L1).toStdString();
    }

    const QJsonObject& m_object;
    QString m_place;
    MemberReader m_top;
    StoredProfile m_profile;
    std::vector<settings::Notice> m_mistakes;
};

/// Puts members into an object where they say something, and takes away those that do not.
class MemberWriter {
public:
    explicit MemberWriter(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    void text(QLatin1StringView name, const QString& text)
    {
        put(name, text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text));
    }
    void text(QLatin1StringView name, std::string_view said)
    {
        text(name, QString::fromUtf8(said.data(), static_cast<qsizetype>(said.size())));
    }
    template <class T>
    void known(QLatin1StringView name, const std::optional<T>& value)
    {
        put(name, value ? QJsonValue(*value) : QJsonValue(QJsonValue::Undefined));
    }
    /// Only what differs from the default, so that a better default is taken later.
    template <class T>
    void other(QLatin1StringView name, T value, T usual)
    {
        put(name, value == usual ? QJsonValue(QJsonValue::Undefined) : QJsonValue(value));
    }
    void object(QLatin1StringView name, QJsonObject inner)
    {
        put(name, inner.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(inner));
    }
    [[nodiscard]] MemberWriter within(QLatin1StringView name) const
    {
        return MemberWriter(m_object.value(name).toObject());
    }
    [[nodiscard]] QJsonObject take() { return std::move(m_object); }

private:
    void put(QLatin1StringView name, const QJsonValue& value)
    {
        if (value.isUndefined())
            m_object.remove(name);
        else
            m_object[name] = value;
    }

    QJsonObject m_object;
};

double secondsOf(Millis millis)
{
    return static_cast<double>(millis.count()) / 1000;
}

QJsonObject timeoutsJson(MemberWriter inner, const Timeouts& timeouts)
{
    const Timeouts usual;
    inner.other("connectSeconds"_L1, secondsOf(timeouts.connect), secondsOf(usual.connect));
    inner.other("firstByteSeconds"_L1, secondsOf(timeouts.firstByte), secondsOf(usual.firstByte));
    inner.other("gapSeconds"_L1, secondsOf(timeouts.gap), secondsOf(usual.gap));
    return inner.take();
}

QJsonObject limitsJson(MemberWriter inner, const MediaLimits& limits, const MediaLimits& usual)
{
    const auto whole = [&inner](QLatin1StringView name, std::int64_t value, std::int64_t before) {
        inner.other(name, static_cast<qint64>(value), static_cast<qint64>(before));
    };
    whole("bodyBytes"_L1, limits.bodyBytes, usual.bodyBytes);
    whole("imageBytes"_L1, limits.imageBytes, usual.imageBytes);
    whole("videoBytes"_L1, limits.videoBytes, usual.videoBytes);
    whole("images"_L1, limits.images, usual.images);
    whole("videos"_L1, limits.videos, usual.videos);
    return inner.take();
}

QJsonObject capabilitiesJson(MemberWriter inner, const Capabilities& can)
{
    inner.known("contextTokens"_L1,
                can.contextTokens ? std::optional(static_cast<qint64>(*can.contextTokens))
                                  : std::nullopt);
    inner.known("images"_L1, can.images);
    inner.known("video"_L1, can.video);
    inner.known("reasoning"_L1, can.reasoning);
    inner.text("probed"_L1, can.probed);
    return inner.take();
}

QJsonObject thinkingJson(MemberWriter inner, const std::optional<ThinkingMapping>& mapping)
{
    if (!mapping)
        return {};
    inner.text("field"_L1, std::string_view(kFieldWords[static_cast<int>(mapping->field)]));
    for (std::size_t mode = 0; mode < mapping->words.size(); ++mode)
        inner.text(kModeWords[mode], mapping->words[mode]);
    return inner.take();
}

QJsonObject ratesJson(MemberWriter inner, const std::optional<Rates>& rates)
{
    if (!rates)
        return {};
    inner.text("date"_L1, rates->date);
    QJsonArray tiers;
    for (const PriceTier& tier : rates->tiers) {
        QJsonObject object{{u"input"_s, tier.input},
                           {u"cachedInput"_s, tier.cachedInput},
                           {u"output"_s, tier.output}};
        if (tier.mostInputTokens != INT64_MAX)
            object["upToInputTokens"_L1] = static_cast<qint64>(tier.mostInputTokens);
        tiers.append(object);
    }
    QJsonObject whole = inner.take();
    whole["tiers"_L1] = tiers;
    return whole;
}

QString proxyText(const StoredProfile& profile)
{
    if (profile.proxyUse == ProxyUse::Given)
        return profile.proxy.toString();
    return profile.proxyUse == ProxyUse::None ? u"none"_s : QString();
}

} // namespace

ReadProfile readProfile(const QJsonObject& object, const QString& place)
{
    return ProfileReader(object, place).read();
}

QJsonObject writeProfile(const StoredProfile& profile)
{
    MemberWriter top(profile.asRead);
    top.text("name"_L1, profile.name);
    top.text("kind"_L1, profile.kind->id);
    top.text("baseUrl"_L1, profile.baseUrl.toString());
    top.text("model"_L1, profile.model);
    top.text("keyName"_L1, profile.keyName);
    QJsonObject headers;
    for (const Header& header : profile.headers)
        headers[QString::fromLatin1(header.name)] = QString::fromLatin1(header.value);
    top.object("headers"_L1, headers);
    top.text("proxy"_L1, proxyText(profile));
    top.text("caFile"_L1, profile.caFile);
    top.text("clientCertFile"_L1, profile.clientCertFile);
    top.text("clientKeyFile"_L1, profile.clientKeyFile);
    top.text("publicKeySha256"_L1, QString::fromLatin1(profile.publicKeySha256.toHex()));
    top.other("mostAtOnce"_L1, profile.mostAtOnce, 0);
    const bool isStrict = profile.plainHttp == PlainHttp::ThisMachine;
    top.text("plainHttp"_L1, std::string_view(isStrict ? "" : "localNetwork"));
    top.object("timeouts"_L1, timeoutsJson(top.within("timeouts"_L1), profile.timeouts));
    top.object("limits"_L1,
               limitsJson(top.within("limits"_L1), profile.limits, profile.kind->limits));
    top.object("capabilities"_L1,
               capabilitiesJson(top.within("capabilities"_L1), profile.capabilities));
    top.object("thinking"_L1, thinkingJson(top.within("thinking"_L1), profile.thinking));
    top.object("rates"_L1, ratesJson(top.within("rates"_L1), profile.rates));
    MemberWriter label = top.within("label"_L1);
    label.text("operator"_L1, profile.label.operatorName);
    label.text("law"_L1, profile.label.law);
    label.text("retention"_L1, profile.label.retention);
    top.object("label"_L1, label.take());
    return top.take();
}

} // namespace tf::endpoint
