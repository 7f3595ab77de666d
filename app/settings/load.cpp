#include "app/settings/member_reader.h"
#include "app/settings/settings.h"

#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::settings {

namespace {

/// A rule that makes no sense keeps its repository here: somebody wanted it kept from something.
RepositoryRule readRule(const QJsonObject& object, MemberReader& reader)
{
    constexpr auto kNever = static_cast<std::size_t>(Leaving::Never);
    RepositoryRule rule;
    rule.root = reader.text("root"_L1).toStdString();
    rule.leaving = static_cast<Leaving>(reader.choice("leaves"_L1, kLeavingNames, kNever));
    if (!object.contains("leaves"_L1))
        reader.ignore("leaves"_L1, u"it is missing, and means never"_s);
    for (const QJsonValue& host : reader.array("hosts"_L1)) {
        const QString name = host.toString();
        if (name.isEmpty() || name.size() > kMaxTextLength || rule.hosts.size() >= kMostHosts)
            reader.ignore("hosts"_L1, u"a host's name is wanted, and not too many of them"_s);
        else
            rule.hosts.push_back(name.toStdString());
    }
    if (rule.leaving != Leaving::Hosts)
        rule.hosts.clear();
    return rule;
}

LocalEngine readLocal(MemberReader& reader)
{
    LocalEngine local;
    local.contextTokens =
        reader.integer("contextTokens"_L1, local.contextTokens, kLeastContext, kMostContext);
    local.threads = static_cast<int>(reader.integer("threads"_L1, local.threads, 0, kMostThreads));
    local.thinking = static_cast<ThinkingStart>(
        reader.choice("thinking"_L1, kThinkingNames, static_cast<std::size_t>(local.thinking)));
    return local;
}

std::vector<RepositoryRule> readRules(MemberReader& top, std::vector<Notice>& notices)
{
    std::vector<RepositoryRule> rules;
    const QJsonArray array = top.array("repositories"_L1);
    for (qsizetype idx = 0; idx < std::min(array.size(), kMostRules); ++idx) {
        const QJsonObject object = array[idx].toObject();
        MemberReader reader(object, u"repositories.%1."_s.arg(idx));
        RepositoryRule rule = readRule(object, reader);
        if (rule.root.empty())
            reader.ignore("root"_L1, u"a rule without a place"_s);
        else
            rules.push_back(std::move(rule));
        for (Notice& notice : reader.takeNotices())
            notices.push_back(std::move(notice));
    }
    if (array.size() > kMostRules)
        top.ignore("repositories"_L1, u"too many of them"_s);
    return rules;
}

std::map<QString, QStringList> readKeys(MemberReader& top)
{
    std::map<QString, QStringList> keys;
    const QJsonObject object = top.object("keys"_L1);
    for (auto member = object.begin(); member != object.end(); ++member) {
        const bool isSensible = member.value().isArray() && member.key().size() <= kMaxTextLength
            && std::ssize(keys) < kMostKeys;
        if (!isSensible) {
            top.ignore("keys"_L1, u"a list of keys for an action's name is wanted"_s);
            continue;
        }
        QStringList own;
        for (const QJsonValue& sequence : member.value().toArray())
            own.append(sequence.toString().left(kMaxTextLength));
        own.removeAll(QString());
        keys.emplace(member.key(), own);
    }
    return keys;
}

Loaded read(QJsonObject object)
{
    Loaded loaded;
    Settings& settings = loaded.settings;
    settings.asRead = std::move(object);
    MemberReader top(settings.asRead, {});
    settings.theme = static_cast<ThemeChoice>(
        top.choice("theme"_L1, kThemeNames, static_cast<std::size_t>(settings.theme)));
    settings.language = static_cast<LanguageChoice>(
        top.choice("language"_L1, kLanguageNames, static_cast<std::size_t>(settings.language)));
    settings.zoomPercent = static_cast<int>(
        top.integer("zoomPercent"_L1, settings.zoomPercent, kLeastZoom, kMostZoom));
    settings.codeZoomPercent =
        static_cast<int>(top.integer("codeZoomPercent"_L1, settings.codeZoomPercent, 0, kMostZoom));
    if (settings.codeZoomPercent != 0)
        settings.codeZoomPercent = std::max(settings.codeZoomPercent, kLeastZoom);
    settings.keys = readKeys(top);
    settings.engine = top.text("engine"_L1);
    settings.model = top.text("model"_L1);

    settings.keyPlace = static_cast<KeyPlaceChoice>(
        top.choice("keyPlace"_L1, kKeyPlaceNames, static_cast<std::size_t>(settings.keyPlace)));
    std::vector<Notice> ofRules;
    settings.repositories = readRules(top, ofRules);

    const QJsonObject localObject = top.object("local"_L1);
    MemberReader ofLocal(localObject, u"local."_s);
    settings.local = readLocal(ofLocal);

    const QJsonObject windowObject = top.object("window"_L1);
    MemberReader inner(windowObject, u"window."_s);
    Window& window = settings.window;
    window.geometry = inner.bytes("geometry"_L1);
    window.sessionsWidth = static_cast<int>(
        inner.integer("sessionsWidth"_L1, window.sessionsWidth, 1, kMostPaneWidth));
    window.inspectorWidth = static_cast<int>(
        inner.integer("inspectorWidth"_L1, window.inspectorWidth, 1, kMostPaneWidth));
    window.sessionsShown = inner.boolean("sessionsShown"_L1, window.sessionsShown);
    window.inspectorShown = inner.boolean("inspectorShown"_L1, window.inspectorShown);
    window.session = inner.text("session"_L1);

    loaded.notices = top.takeNotices();
    for (std::vector<Notice> more :
         {ofLocal.takeNotices(), inner.takeNotices(), std::move(ofRules)}) {
        for (Notice& notice : more)
            loaded.notices.push_back(std::move(notice));
    }
    return loaded;
}

} // namespace

QString defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/trifold/settings.json"_s;
}

Result<Loaded> parse(const QByteArray& document)
{
    return read(TRY(parseObject(document)));
}

Loaded load(const QString& path)
{
    LoadedJson json = loadJson(path);
    Loaded loaded = read(std::move(json.object));
    loaded.saving = json.saving;
    if (!json.notices.empty())
        loaded.notices = std::move(json.notices);
    return loaded;
}

} // namespace tf::settings
