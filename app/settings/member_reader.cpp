#include "app/settings/member_reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::settings {

MemberReader::MemberReader(const QJsonObject& object, QString prefix)
    : m_object(object)
    , m_prefix(std::move(prefix))
{
}

bool MemberReader::boolean(QLatin1StringView name, bool fallback)
{
    return boolean(name).value_or(fallback);
}

std::optional<bool> MemberReader::boolean(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isBool())
        return value.toBool();
    if (!value.isUndefined())
        ignore(name, u"not true or false"_s);
    return std::nullopt;
}

std::int64_t MemberReader::integer(QLatin1StringView name, std::int64_t fallback,
                                   std::int64_t least, std::int64_t most)
{
    return integer(name, least, most).value_or(fallback);
}

std::optional<std::int64_t> MemberReader::integer(QLatin1StringView name, std::int64_t least,
                                                  std::int64_t most)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined())
        return std::nullopt;
    // Beyond 2^53 a double is no longer every whole number; no limit here is.
    const double number = value.toDouble();
    const bool isWithin =
        number >= static_cast<double>(least) && number <= static_cast<double>(most);
    if (value.isDouble() && isWithin
        && number == static_cast<double>(static_cast<std::int64_t>(number)))
        return static_cast<std::int64_t>(number);
    ignore(name, u"not a whole number from %1 to %2"_s.arg(least).arg(most));
    return std::nullopt;
}

double MemberReader::real(QLatin1StringView name, double fallback, double least, double most)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined())
        return fallback;
    if (value.isDouble() && value.toDouble() >= least && value.toDouble() <= most)
        return value.toDouble();
    ignore(name, u"not a number from %1 to %2"_s.arg(least).arg(most));
    return fallback;
}

QString MemberReader::text(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined())
        return {};
    const QString text = value.toString();
    const bool isLine = std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator;
    });
    if (value.isString() && isLine && text.size() <= kMaxTextLength)
        return text;
    ignore(name, u"not a line of text"_s);
    return {};
}

std::size_t MemberReader::choice(QLatin1StringView name, std::span<const char* const> names,
                                 std::size_t fallback)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined())
        return fallback;
    const std::string wanted = value.toString().toStdString();
    const auto found = std::find(names.begin(), names.end(), wanted);
    if (found != names.end())
        return static_cast<std::size_t>(found - names.begin());
    QStringList known;
    for (const char* word : names)
        known << u'"' + QString::fromLatin1(word) + u'"';
    ignore(name, u"not one of "_s + known.join(u", "_s));
    return fallback;
}

QByteArray MemberReader::bytes(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined())
        return {};
    auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(),
                                                  QByteArray::AbortOnBase64DecodingErrors);
    if (value.isString() && decoded)
        return *decoded;
    ignore(name, u"not base64"_s);
    return {};
}

QJsonObject MemberReader::object(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isUndefined() && !value.isObject())
        ignore(name, u"not an object"_s);
    return value.toObject();
}

QJsonArray MemberReader::array(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isUndefined() && !value.isArray())
        ignore(name, u"not an array"_s);
    return value.toArray();
}

void MemberReader::ignore(QLatin1StringView name, const QString& reason)
{
    m_notices.push_back({NoticeKind::MemberIgnored, m_prefix + name, reason});
}

} // namespace tf::settings
