#pragma once

// An answer that is given from the event loop, never before the question has returned.

#include "app/secrets/secret_store.h"
#include "kernels/base/words.h"

#include <QObject>

#include <memory>

namespace tf::secrets {

/// Not at all when `context` is gone by then. Thread: main.
template <class T>
void answerLater(QObject& context, Answer<T> answer, Result<T> result)
{
    // Qt copies what it queues, and a Result does not copy.
    auto kept = std::make_shared<Result<T>>(std::move(result));
    QMetaObject::invokeMethod(
        &context, [answer = std::move(answer), kept] { answer(std::move(*kept)); },
        Qt::QueuedConnection);
}

/// That the store has no such key; repeats the name only if it is one.
[[nodiscard]] inline Error noSuchKey(StoreKind kind, std::string_view name)
{
    const std::string quoted = checkName(name) ? words("under \"", name, "\" ") : "of that name ";
    return {Code::NotFound,
            words("no key ", quoted, "is kept in the store \"", tf::secrets::name(kind), "\"")};
}

} // namespace tf::secrets
