#include "app/cli/endpoint/key_source.h"

#include "app/secrets/keychain.h"
#include "kernels/base/words.h"

#include <QCoreApplication>
#include <QFile>

namespace tf::cli {

namespace {

Result<std::string> keyIn(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return Error{Code::NotFound, words(path, ": ", file.errorString().toStdString())};
    constexpr qint64 kMost = secrets::kMaxKeyBytes + 2;
    return file.readLine(kMost + 1).trimmed().toStdString();
}

Result<std::string> keyInRing(const std::string& name)
{
    secrets::Keychain ring;
    std::optional<Result<secrets::Secret>> answer;
    ring.read(name, [&](Result<secrets::Secret> key) {
        answer = std::move(key);
        QCoreApplication::exit();
    });
    QCoreApplication::exec(); // until exit() above
    const auto key = TRY(std::move(*answer).because(words("the key \"", name, "\"")));
    return std::string(key.reveal());
}

} // namespace

KeySource keySourceOf(Options& options)
{
    KeySource source;
    source.file = options.text("--key-file");
    source.variable = "TRIFOLD_KEY";
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
        key = TRY(keyIn(*source.file));
    else if (isVariable)
        key = qgetenv(source.variable.c_str()).trimmed().toStdString();
    else if (!source.keyName.empty())
        return keyInRing(source.keyName);
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
