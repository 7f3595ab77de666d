#pragma once

// What a store of keys answers, waited for: a test asks and compares in one line.

#include "app/secrets/secret_store.h"

#include <QTest>

#include <memory>
#include <optional>

namespace tf::test {

/// The answer to a question; Internal when none comes. Fails the test when it comes before the
/// question has returned.
template <class T>
Result<T> answerTo(const std::function<void(secrets::Answer<T>)>& ask, int patienceMs = 30'000)
{
    const auto got = std::make_shared<std::optional<Result<T>>>();
    ask([got](Result<T> result) { got->emplace(std::move(result)); });
    if (got->has_value())
        return Error{Code::Internal, "answered before the question had returned"};
    if (!QTest::qWaitFor([&] { return got->has_value(); }, patienceMs))
        return Error{Code::Internal, "no answer came"};
    return std::move(**got);
}

inline Result<secrets::Secret> readFrom(secrets::SecretStore& store, const std::string& name)
{
    return answerTo<secrets::Secret>([&](auto answer) { store.read(name, std::move(answer)); });
}

inline Result<> writeTo(secrets::SecretStore& store, const std::string& name, std::string_view key)
{
    return answerTo<void>(
        [&](auto answer) { store.write(name, secrets::Secret(key), std::move(answer)); });
}

inline Result<> removeFrom(secrets::SecretStore& store, const std::string& name)
{
    return answerTo<void>([&](auto answer) { store.remove(name, std::move(answer)); });
}

inline Result<std::vector<std::string>> namesIn(secrets::SecretStore& store)
{
    return answerTo<std::vector<std::string>>([&](auto answer) { store.list(std::move(answer)); });
}

/// "" for a value, else the code's name and the words.
template <class T>
std::string problemOf(const Result<T>& result)
{
    return result ? std::string()
                  : std::string(name(result.error().code)) + ": " + result.error().text;
}

/// The key in clear, or the problem: to be compared.
inline std::string textOf(const Result<secrets::Secret>& result)
{
    return result ? std::string(result->reveal()) : problemOf(result);
}

} // namespace tf::test
