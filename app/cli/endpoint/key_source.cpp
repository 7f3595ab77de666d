#include "app/cli/endpoint/key_source.h"

#include "app/cli/keys/key_place.h"
#include "app/cli/keys/secret_input.h"
#include "kernels/base/words.h"

#include <QCoreApplication>
#include <QTimer>

namespace tf::cli {

namespace {

/// The key in the store that m3 keys would mean.
Result<std::string> keptKey(const KeySource& source)
{
    Options options(source.place);
    KeyPlace place(options);
    if (options.problem())
        return Error{Code::BadInput, words("--key-store: ", *options.problem())};
    std::optional<Result<secrets::Secret>> answer;
    const auto end = [&](Result<secrets::Secret> key) {
        answer = std::move(key);
        QCoreApplication::exit();
    };
    // From within the loop, since a store may say at once that it is open.
    QTimer::singleShot(0, QCoreApplication::instance(), [&] {
        place.open(KeyPlace::Missing::Fail, [&](Result<> opened) {
            if (!opened)
                return end(std::move(opened).error());
            place.store().read(source.keyName, end);
        });
    });
    QCoreApplication::exec(); // until exit() above
    const auto key = TRY(std::move(*answer).because(words("the key \"", source.keyName, "\"")));
    return std::string(key.reveal());
}

} // namespace

KeySource keySourceOf(Options& options)
{
    KeySource source;
    source.file = options.text("--key-file");
    source.variable = "TRIFOLD_KEY";
    const auto password = options.text("--password-file");
    if (const auto place = options.text("--key-store"))
        source.place = {"--store", *place};
    else if (password)
        source.place = {"--store", "file"};
    if (password)
        source.place.insert(source.place.end(), {"--password-file", *password});
    return source;
}

void setEndpoint(KeySource& source, const endpoint::StoredProfile& profile)
{
    source.variable = keyVariable(profile.name);
    source.keyName = profile.keyName;
}

std::string keyVariable(std::string_view endpointName)
{
    std::string variable = "TRIFOLD_KEY_";
    for (const char c : endpointName) {
        const bool isLower = c >= 'a' && c <= 'z';
        const bool isKept = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        variable += isLower ? static_cast<char>(c - 'a' + 'A') : isKept ? c : '_';
    }
    return variable;
}

Result<std::string> keyFrom(const KeySource& source)
{
    std::string key;
    const bool isVariable = qEnvironmentVariableIsSet(source.variable.c_str());
    if (source.file)
        key = TRY(secretFromFile(*source.file)).reveal();
    else if (isVariable)
        key = qgetenv(source.variable.c_str()).trimmed().toStdString();
    else if (!source.keyName.empty())
        return keptKey(source);
    else
        return key;
    qunsetenv(source.variable.c_str());
    if (const auto checked = secrets::checkKey(secrets::Secret(key)); !checked)
        return Error{
            checked.error().code,
            words(source.file ? *source.file : source.variable, ": ", checked.error().text)};
    return key;
}

} // namespace tf::cli
