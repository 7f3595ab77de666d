#include "app/cli/keys/keys.h"

#include "app/cli/command_line.h"
#include "app/cli/json_lines.h"
#include "app/cli/keys/key_place.h"
#include "app/cli/keys/secret_input.h"
#include "app/secrets/choose.h"
#include "app/settings/settings.h"
#include "engine/json/value.h"
#include "kernels/base/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace tf::cli {

namespace {

using secrets::Secret;
using secrets::StoreKind;
using Names = std::vector<std::string>;

constexpr std::string_view kKeysUsage =
    "usage: m3 keys [list] [--store keyring|file]\n"
    "       m3 keys set NAME [--store keyring|file]\n"
    "       m3 keys remove NAME [--store keyring|file]\n"
    "       m3 keys check [--store keyring|file]\n"
    "       m3 keys place [auto|keyring|file|memory]\n"
    "\n"
    "Keys of endpoints, kept under names. The key of \"set\" is one line of standard input, or is\n"
    "typed at the terminal without being shown; it never stands on the command line. \"check\" "
    "writes,\n"
    "reads and removes a key for trial in every place, and fails when the one of --store does not\n"
    "work. No place ever stands in for another. \"place\" says which one is taken without --store, "
    "by\n"
    "m3 ask and m3 endpoints too, or chooses it: auto is the keyring; of memory, a run of m3 has "
    "what\n"
    "a file or a variable gives it.\n"
    "\n"
    "  --store keyring       the desktop's keyring (Secret Service)\n"
    "  --store file          $XDG_CONFIG_HOME/trifold/keys.sealed, encrypted under a password\n"
    "  --password-file FILE  the password of the file is the first line of FILE; /dev/fd/N will "
    "do.\n"
    "                        Without it the terminal is asked\n"
    "  --json                a JSON object a line: {\"name\"} of list; {\"store\", \"usable\", "
    "\"ms\",\n"
    "                        \"failedAt\", \"reason\"} of check\n";

void print(const std::string& text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
}

std::string asJson(json::Value value)
{
    return jsonLine(json::write(value));
}

json::Member textMember(std::string_view name, std::string_view text)
{
    return {std::string(name), json::Value::string(std::string(text))};
}

/// One run of the verb: asks, and ends the program's loop with its exit code.
class KeysRun {
public:
    KeysRun(KeyPlace& place, std::string what, std::string name, bool json)
        : m_place(place)
        , m_what(std::move(what))
        , m_name(std::move(name))
        , m_isJson(json)
    {
    }

    void begin()
    {
        if (m_what == "check")
            return check();
        if (m_what == "set")
            return set();
        m_place.open(KeyPlace::Missing::Fail, [this](Result<> opened) {
            if (!opened)
                return end(opened);
            if (m_what == "remove")
                return m_place.store().remove(m_name, [this](Result<> done) { end(done); });
            m_place.store().list([this](Result<Names> names) { show(names); });
        });
    }

private:
    void end(const Result<>& done)
    {
        QCoreApplication::exit(done ? int(kDone) : failed(done.error().text));
    }

    /// The key first: one that is none costs no password.
    void set()
    {
        auto key = secretFromInput(words("Key for ", m_name, ": "));
        if (!key)
            return end(std::move(key).error());
        if (auto entry = secrets::checkEntry(m_name, *key); !entry)
            return end(entry);
        m_key = std::move(key).value();
        m_place.open(KeyPlace::Missing::Make, [this](Result<> opened) {
            if (!opened)
                return end(opened);
            m_place.store().write(m_name, std::move(m_key), [this](Result<> done) { end(done); });
        });
    }

    void show(const Result<Names>& names)
    {
        if (!names)
            return end(Error(names.error()));
        for (const std::string& name : *names)
            print(m_isJson ? asJson(json::Value::object({textMember("name", name)})) : name + "\n");
        end({});
    }

    void check()
    {
        // A password that was not given is not asked for: a locked file is an answer too.
        if (!m_place.hasPasswordFile())
            return probeAll();
        m_place.open(KeyPlace::Missing::Fail, [this](Result<> opened) {
            if (!opened)
                return end(opened);
            probeAll();
        });
    }

    void probeAll()
    {
        if (m_place.kind() == StoreKind::Session) {
            print("memory: always works; a run of m3 begins without keys\n");
            return end({});
        }
        secrets::survey({&m_place.keyring(), &m_place.file()}, [this](secrets::Survey survey) {
            for (const secrets::ProbeReport& report : survey)
                print(m_isJson ? jsonOf(report) : textOf(report));
            const auto chosen = secrets::choose(survey, m_place.kind());
            QCoreApplication::exit(chosen ? int(kDone) : int(kFailed));
        });
    }

    static std::string textOf(const secrets::ProbeReport& report)
    {
        const std::string store =
            words(name(report.kind), report.kind == StoreKind::File ? "     " : "  ");
        if (report.isUsable())
            return words(store, "usable, ", report.took.count(), " ms\n");
        return words(store, "not usable, ", name(*report.failedAt), ": ", report.reason, "\n");
    }

    static std::string jsonOf(const secrets::ProbeReport& report)
    {
        std::vector<json::Member> members = {
            textMember("store", name(report.kind)),
            {"usable", json::Value::boolean(report.isUsable())},
            {"ms", json::Value::number(std::to_string(report.took.count()))}};
        if (!report.isUsable()) {
            members.push_back(textMember("failedAt", name(*report.failedAt)));
            members.push_back(textMember("reason", report.reason));
        }
        return asJson(json::Value::object(std::move(members)));
    }

    KeyPlace& m_place;
    std::string m_what;
    std::string m_name;
    bool m_isJson;
    Secret m_key;
};

/// What is wrong with the words of the command line; empty when nothing is.
std::string wrongWords(const std::vector<std::string>& words)
{
    const std::string what = words.empty() ? "list" : words.front();
    const bool wantsName = what == "set" || what == "remove";
    if (what == "place")
        return words.size() > 2 ? "place: too many words" : "";
    if (!wantsName && what != "list" && what != "check")
        return tf::words("what is \"", what, "\"?");
    // Not repeated: it may be a key that was given in the wrong place.
    if (words.size() > (wantsName ? 2U : 1U))
        return tf::words(what, ": too many words; a key never stands on the command line");
    if (wantsName && words.size() < 2)
        return tf::words(what, ": the name is missing");
    if (wantsName && !secrets::checkName(words[1]))
        return secrets::checkName(words[1]).error().text;
    return {};
}

/// Shows the place that is chosen, or chooses it.
int choosePlace(const std::vector<std::string>& rest)
{
    const QString path = settings::defaultPath();
    auto loaded = settings::load(path);
    const std::span names(settings::kKeyPlaceNames);
    if (rest.size() < 2) {
        print(words(names[static_cast<std::size_t>(loaded.settings.keyPlace)], "\n"));
        return kDone;
    }
    const auto chosen = std::find(names.begin(), names.end(), rest[1]);
    if (chosen == names.end())
        return misused("keys", words("place ", rest[1], ": choose auto, keyring, file or memory"));
    if (loaded.saving == settings::Saving::Withheld)
        return failed(words(path.toStdString(), " cannot be read, so it is not written either"));
    loaded.settings.keyPlace = static_cast<settings::KeyPlaceChoice>(chosen - names.begin());
    const auto saved = settings::save(path, loaded.settings);
    return saved ? int(kDone) : failed(saved.error().text);
}

int runKeys(std::span<const std::string> arguments)
{
    Options options(arguments);
    // The program's one loop, for what answers later; Qt wants words of its own.
    int numArguments = 1;
    char program[] = "m3";
    char* programs[] = {program, nullptr};
    QCoreApplication app(numArguments, programs);
    KeyPlace place(options);
    const bool isJson = options.flag("--json");
    const auto rest = options.rest();
    if (options.problem())
        return misused("keys", *options.problem());
    if (const auto wrong = wrongWords(rest); !wrong.empty())
        return misused("keys", wrong);
    if (!rest.empty() && rest.front() == "place")
        return choosePlace(rest);
    KeysRun run(place, rest.empty() ? "list" : rest.front(), rest.size() < 2 ? "" : rest[1],
                isJson);
    QMetaObject::invokeMethod(
        &app, [&run] { run.begin(); }, Qt::QueuedConnection);
    return app.exec();
}

} // namespace

Verb keysVerb()
{
    return {"keys", "keys of endpoints, in the keyring or in an encrypted file", kKeysUsage,
            runKeys};
}

} // namespace tf::cli
