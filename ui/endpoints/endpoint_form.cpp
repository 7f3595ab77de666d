#include "ui/endpoints/endpoint_form.h"

#include "app/endpoint/profile/opened_profile.h"

#include <QCoreApplication>

namespace tf::ui {

namespace {

struct FormWords {
    Q_DECLARE_TR_FUNCTIONS(EndpointForm)
};

constexpr qint64 kMostFormContext = qint64(1) << 30;

QString sentenceOf(const Error& error)
{
    QString sentence = QString::fromStdString(error.text);
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

void readProxy(const EndpointFields& fields, ReadForm& form)
{
    const QString text = fields.proxy.trimmed();
    endpoint::StoredProfile& profile = form.profile;
    profile.proxy = {};
    if (text.isEmpty()) {
        profile.proxyUse = endpoint::ProxyUse::System;
        return;
    }
    if (text.compare(QStringLiteral("none"), Qt::CaseInsensitive) == 0) {
        profile.proxyUse = endpoint::ProxyUse::None;
        return;
    }
    profile.proxyUse = endpoint::ProxyUse::Given;
    profile.proxy = QUrl(text, QUrl::StrictMode);
    if (!profile.proxy.isValid() || profile.proxy.host().isEmpty())
        form.mistakes.push_back(
            {FormField::Proxy,
             FormWords::tr("Write it as http://host:port or socks5://host:port, "
                           "or “none”.")});
}

void readContext(const EndpointFields& fields, ReadForm& form)
{
    QString text = fields.contextTokens.trimmed();
    form.profile.capabilities.contextTokens = std::nullopt;
    if (text.isEmpty())
        return;
    qint64 unit = 1;
    if (text.endsWith(u'K', Qt::CaseInsensitive))
        unit = 1024;
    if (text.endsWith(u'M', Qt::CaseInsensitive))
        unit = 1024 * 1024;
    if (unit != 1)
        text.chop(1);
    bool isNumber = false;
    const qint64 tokens = text.trimmed().toLongLong(&isNumber);
    if (!isNumber || tokens < 1 || tokens > kMostFormContext / unit) {
        form.mistakes.push_back(
            {FormField::Context, FormWords::tr("A number of tokens, such as 131072, 512K or 1M.")});
        return;
    }
    form.profile.capabilities.contextTokens = tokens * unit;
}

} // namespace

EndpointFields fieldsOf(const endpoint::StoredProfile& profile)
{
    EndpointFields fields;
    fields.name = QString::fromStdString(profile.name);
    if (profile.kind != nullptr)
        fields.kind = QString::fromUtf8(profile.kind->id.data(),
                                        static_cast<qsizetype>(profile.kind->id.size()));
    fields.address = profile.baseUrl.toString();
    fields.model = QString::fromStdString(profile.model);
    if (profile.proxyUse == endpoint::ProxyUse::None)
        fields.proxy = QStringLiteral("none");
    if (profile.proxyUse == endpoint::ProxyUse::Given)
        fields.proxy = profile.proxy.toString();
    fields.caFile = profile.caFile;
    if (profile.capabilities.contextTokens)
        fields.contextTokens = QString::number(*profile.capabilities.contextTokens);
    fields.operatorName = QString::fromStdString(profile.label.operatorName);
    fields.law = QString::fromStdString(profile.label.law);
    fields.retention = QString::fromStdString(profile.label.retention);
    fields.plainHttp = profile.plainHttp == endpoint::PlainHttp::LocalNetwork;
    fields.hasKey = !profile.keyName.empty();
    return fields;
}

ReadForm readForm(const EndpointFields& fields, endpoint::StoredProfile before)
{
    ReadForm form;
    form.profile = std::move(before);
    endpoint::StoredProfile& profile = form.profile;
    profile.name = fields.name.trimmed().toStdString();
    if (const auto named = endpoint::checkProfileName(profile.name); !named)
        form.mistakes.push_back(
            {FormField::Name,
             FormWords::tr("Letters, digits, “.”, “_” and “-”, at most 64, and a "
                           "letter or digit first.")});

    profile.baseUrl = QUrl(fields.address.trimmed(), QUrl::StrictMode);
    const auto* kind = endpoint::findServerKind(fields.kind.toStdString());
    const auto* was = profile.kind;
    profile.kind = kind != nullptr ? kind : endpoint::profileOfUrl(profile.baseUrl).kind;
    if (profile.kind != was && profile.kind != nullptr)
        profile.limits = profile.kind->limits;
    profile.plainHttp =
        fields.plainHttp ? endpoint::PlainHttp::LocalNetwork : endpoint::PlainHttp::ThisMachine;
    if (const auto usable = endpoint::checkUrl(profile.baseUrl, profile.plainHttp); !usable)
        form.mistakes.push_back({FormField::Address, sentenceOf(usable.error())});

    profile.model = fields.model.trimmed().toStdString();
    profile.caFile = fields.caFile.trimmed();
    profile.label.operatorName = fields.operatorName.trimmed().toStdString();
    profile.label.law = fields.law.trimmed().toStdString();
    profile.label.retention = fields.retention.trimmed().toStdString();
    if (!fields.hasKey)
        profile.keyName.clear();
    else if (profile.keyName.empty())
        profile.keyName = profile.name;
    readProxy(fields, form);
    readContext(fields, form);
    if (form.mistakes.empty()) {
        if (const auto whole = endpoint::checkProfile(profile); !whole)
            form.mistakes.push_back({FormField::Whole, sentenceOf(whole.error())});
    }
    return form;
}

QString suggestedName(const QUrl& url, const QStringList& taken)
{
    QString base;
    for (const QChar c : url.host()) {
        const bool isPlain = c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'-');
        if (isPlain && (!base.isEmpty() || c.isLetterOrNumber()))
            base.append(c);
    }
    for (const QString& prefix : {QStringLiteral("api."), QStringLiteral("www.")}) {
        if (base.startsWith(prefix))
            base.remove(0, prefix.size());
    }
    base = base.left(48);
    if (base.isEmpty())
        base = QStringLiteral("endpoint");
    QString name = base;
    for (int number = 2; taken.contains(name); ++number)
        name = QStringLiteral("%1-%2").arg(base).arg(number);
    return name;
}

} // namespace tf::ui
