#include "app/cli/endpoint/endpoints.h"

#include "app/cli/answer/asking.h"
#include "app/cli/command_line.h"
#include "app/cli/endpoint/endpoint_choice.h"
#include "app/cli/endpoint/profile_flags.h"
#include "app/cli/interrupt.h"
#include "app/cli/json_lines.h"
#include "app/cli/media/json_build.h"
#include "app/cli/shown_text.h"
#include "app/endpoint/profile/capability_probe.h"
#include "app/endpoint/profile/data_label.h"
#include "app/endpoint/profile/profile_json.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace tf::cli {

namespace {

using endpoint::Capabilities;
using endpoint::StoredProfile;

constexpr std::string_view kEndpointsUsage =
    "usage: m3 endpoints [list]\n"
    "       m3 endpoints show NAME\n"
    "       m3 endpoints add NAME --url URL [options]\n"
    "       m3 endpoints edit NAME [options]\n"
    "       m3 endpoints remove NAME\n"
    "       m3 endpoints probe NAME|URL\n"
    "\n"
    "Servers by name, with a label of where data goes: the place by the host's name alone, the\n"
    "operator from a dated list or your own words, retention only as you wrote it. Keys are not\n"
    "kept here. A probe asks for the list of models, which costs nothing.\n"
    "\n"
    "  --json             a JSON object a line\n"
    "  --replace          add: over the one of that name\n"
    "  --ask              probe: a short question as well, which may cost\n"
    "  --keep             probe: what was found goes into the endpoint\n"
    "  --local-only       probe: nothing goes further than this machine\n";

struct EndpointsOrder {
    QString path;
    std::string what;
    std::vector<std::string> rest;
    StoredProfile profile; ///< add, edit
    KeySource key; ///< probe
    bool json = false;
    bool replaces = false;
    bool asks = false;
    bool keeps = false;
    endpoint::Place farthest = endpoint::Place::Outside;
};

void print(const std::string& text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
}

json::Value labelJson(const endpoint::DataLabel& label)
{
    return json::Value::object({{"place", jsonText(shownPlace(label.place))},
                                {"host", jsonText(label.host)},
                                {"operator", jsonText(label.operatorName)},
                                {"law", jsonText(label.law)},
                                {"basis", jsonText(label.basis)},
                                {"retention", jsonText(label.retention)}});
}

/// The profile as the file has it, with its label.
Result<std::string> profileJsonLine(const StoredProfile& profile)
{
    const QByteArray text = QJsonDocument(writeProfile(profile)).toJson(QJsonDocument::Compact);
    auto object = TRY(json::parse(text.toStdString()));
    object.members.emplace_back("dataLabel", labelJson(labelOf(profile)));
    return jsonLine(json::write(object));
}

std::string shown(const std::optional<bool>& can)
{
    if (!can)
        return "unknown";
    return *can ? "yes" : "no";
}

std::string shown(const Capabilities& can)
{
    return words("context ", can.contextTokens ? words(*can.contextTokens) : "unknown",
                 ", pictures ", shown(can.images), ", clips ", shown(can.video),
                 ", reasoning apart ", shown(can.reasoning),
                 can.probed.empty() ? ", never probed" : ", probed " + can.probed);
}

Result<> list(const EndpointsOrder& order)
{
    const auto list = loadProfilesLoudly(order.path);
    for (const StoredProfile& profile : list.profiles) {
        if (order.json)
            print(TRY(profileJsonLine(profile)));
        else
            print(words(profile.name, "  ", profile.baseUrl.toString().toStdString(), "  ",
                        profile.model.empty() ? "(no model)" : profile.model, "\n    ",
                        shownLabel(labelOf(profile)), "\n"));
    }
    return {};
}

Result<> show(const EndpointsOrder& order)
{
    const auto list = loadProfilesLoudly(order.path);
    const StoredProfile profile = TRY(chosenProfile(list, order.rest.at(0)));
    if (order.json) {
        print(TRY(profileJsonLine(profile)));
        return {};
    }
    const std::string key = profile.keyName.empty()
        ? std::string("none kept; ")
        : words("\"", profile.keyName, "\" of m3 keys, or ");
    print(words("name     ", profile.name, "\nserver   ", profile.kind->name, ", ",
                profile.baseUrl.toString().toStdString(), "\nmodel    ", profile.model,
                "\nkey      ", key, keyVariable(profile.name), "\ngoes to  ",
                shownLabel(labelOf(profile)), "\ncan do   ", shown(profile.capabilities), "\n"));
    if (!profile.publicKeySha256.isEmpty())
        print(words("pinned   ", profile.publicKeySha256.toHex().toStdString(), "\n"));
    if (!profile.clientCertFile.isEmpty())
        print(words("shows    ", profile.clientCertFile.toStdString(), "\n"));
    if (profile.mostAtOnce > 0)
        print(words("at once  ", profile.mostAtOnce, " requests\n"));
    return {};
}

Result<> add(const EndpointsOrder& order)
{
    auto list = loadProfilesLoudly(order.path);
    StoredProfile profile = order.profile;
    profile.name = order.rest.at(0);
    TRY(checkProfile(profile));
    const auto same = std::find_if(list.profiles.begin(), list.profiles.end(),
                                   [&](const auto& kept) { return kept.name == profile.name; });
    if (same != list.profiles.end() && !order.replaces)
        return Error{Code::BadInput,
                     words("there is an endpoint \"", profile.name, "\" already; --replace")};
    if (same != list.profiles.end())
        *same = profile;
    else
        list.profiles.push_back(profile);
    TRY(saveProfiles(order.path, list));
    print(words(profile.name, ": ", shownLabel(labelOf(profile)), "\n"));
    return {};
}

Result<> edit(const EndpointsOrder& order)
{
    auto list = loadProfilesLoudly(order.path);
    (void)TRY(chosenProfile(list, order.rest.at(0)));
    TRY(checkProfile(order.profile));
    for (StoredProfile& kept : list.profiles) {
        if (kept.name == order.profile.name)
            kept = order.profile;
    }
    TRY(saveProfiles(order.path, list));
    print(words(order.profile.name, ": ", shownLabel(labelOf(order.profile)), "\n"));
    return {};
}

Result<> remove(const EndpointsOrder& order)
{
    auto list = loadProfilesLoudly(order.path);
    const auto numErased = std::erase_if(
        list.profiles, [&](const auto& kept) { return kept.name == order.rest.at(0); });
    if (numErased == 0)
        return Error{Code::NotFound, words("there is no endpoint \"", order.rest.at(0), "\"")};
    return saveProfiles(order.path, list);
}

/// Some servers have no list; a question is then all that can be asked.
Result<std::vector<wire::ListedModel>> modelsOf(endpoint::OpenAiEndpoint& server)
{
    std::optional<Result<std::vector<wire::ListedModel>>> answer;
    server.probe([&](Result<std::vector<wire::ListedModel>> models) {
        answer = std::move(models);
        QCoreApplication::exit();
    });
    QCoreApplication::exec(); // until exit() above
    return std::move(*answer);
}

std::string shown(const wire::ListedModel& model)
{
    return words("  ", shownText(model.id), ", context ",
                 model.maxTokens ? words(*model.maxTokens) : "unsaid", "\n");
}

/// A short question; what it shows goes over what is known.
Result<Capabilities> askShortly(endpoint::OpenAiEndpoint& server, Capabilities known,
                                const std::string& model, const std::string& today)
{
    const Interrupt pressed;
    std::vector<endpoint::Event> events;
    endpoint::Request request = endpoint::probeRequest();
    request.chat.model = model;
    const auto start = [&](endpoint::Sink sink) {
        return server.start(std::move(request), std::move(sink));
    };
    TRY(followAnswer(
        start, [&events](const endpoint::Event& event) { events.push_back(event); },
        pressed.token()));
    return foundInAnswer(std::move(known), events, today);
}

Result<> keepFound(const EndpointsOrder& order, const Capabilities& found)
{
    auto list = loadProfilesLoudly(order.path);
    for (StoredProfile& profile : list.profiles) {
        if (profile.name == order.rest.at(0))
            profile.capabilities = found;
    }
    return saveProfiles(order.path, list);
}

Result<> probe(const EndpointsOrder& order)
{
    const std::string& name = order.rest.at(0);
    StoredProfile stored = TRY(chosenProfile(loadProfilesLoudly(order.path), name));
    KeySource key = order.key;
    if (!isAddress(name))
        setEndpoint(key, stored);
    const endpoint::Reach reach(order.farthest);
    endpoint::OpenAiEndpoint server(TRY(openProfile(stored, TRY(keyFrom(key)))), reach);
    auto listed = modelsOf(server);
    if (!listed && order.asks)
        print(words("no list of models: ", shownText(listed.error().text), "\n"));
    else if (!listed)
        return std::move(listed).error();
    const auto models = std::move(listed).value_or(std::vector<wire::ListedModel>());
    const std::string today = QDate::currentDate().toString(Qt::ISODate).toStdString();
    Capabilities found = stored.capabilities;
    const wire::ListedModel* model = endpoint::modelIn(models, stored.model);
    if (model != nullptr)
        found = foundInList(std::move(found), *model, today);
    if (order.asks)
        found = TRY(askShortly(server, std::move(found), model ? model->id : stored.model, today));
    std::string text = words("models: ", models.size(), "\n");
    for (const wire::ListedModel& listed : models)
        text += shown(listed);
    if (model == nullptr)
        text += stored.model.empty() ? "no model is chosen: --model ID\n"
                                     : words(stored.model, " is not among them\n");
    print(words(text, "can do: ", shown(found), "\n"));
    return order.keeps && !isAddress(name) ? keepFound(order, found) : Result<>();
}

/// `name` counts for edit: what its options change is needed before they are read.
EndpointsOrder read(Options& options, std::string_view what, const std::string& name)
{
    EndpointsOrder order;
    order.path = profilesPathOf(options);
    order.json = options.flag("--json");
    if (what == "add") {
        order.replaces = options.flag("--replace");
        order.profile = readProfileFlags(options);
    }
    if (what == "edit") {
        const auto list = endpoint::loadProfiles(order.path);
        const StoredProfile* kept = list.find(name);
        order.profile =
            changedByFlags(kept != nullptr ? *kept : endpoint::profileOfUrl(QUrl()), options);
    }
    if (what == "probe") {
        order.key = keySourceOf(options);
        order.asks = options.flag("--ask");
        order.keeps = options.flag("--keep");
        if (options.flag("--local-only"))
            order.farthest = endpoint::Place::ThisMachine;
    }
    order.rest = options.rest();
    if (!order.rest.empty()) {
        order.what = order.rest.front();
        order.rest.erase(order.rest.begin());
    }
    return order;
}

struct Job {
    std::string_view name;
    Result<> (*run)(const EndpointsOrder&);
    std::size_t numNames; ///< that follow
};

constexpr Job kJobs[] = {{"", list, 0},      {"list", list, 0}, {"show", show, 1},
                         {"add", add, 1},    {"edit", edit, 1}, {"remove", remove, 1},
                         {"probe", probe, 1}};

int runEndpoints(std::span<const std::string> arguments)
{
    // Which options there are depends on the first word.
    const bool hasWord = !arguments.empty() && !arguments.front().starts_with("--");
    Options options(arguments);
    const std::string what = hasWord ? arguments.front() : std::string();
    const EndpointsOrder order = read(options, what, arguments.size() > 1 ? arguments[1] : "");
    if (options.problem())
        return misused("endpoints", *options.problem());
    const auto* job = std::find_if(std::begin(kJobs), std::end(kJobs),
                                   [&](const Job& known) { return known.name == order.what; });
    if (job == std::end(kJobs))
        return misused("endpoints", words("what is \"", order.what, "\"?"));
    if (order.rest.size() != job->numNames)
        return misused("endpoints", words(order.what, ": that many words make no sense"));
    int argc = 1;
    char name[] = "m3";
    char* argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv);
    const auto done = job->run(order);
    return done ? int(kDone) : failed(done.error().text);
}

} // namespace

Verb endpointsVerb()
{
    static const std::string usage = std::string(kEndpointsUsage) + std::string(kProfilesHelp)
        + "\nadd, edit:\n" + std::string(profileFlagsHelp()) + "\nprobe:\n" + std::string(kKeyHelp);
    return {"endpoints", "the servers that are kept, and where data goes", usage, runEndpoints};
}

} // namespace tf::cli
