#pragma once

// What a store answers, waited for: for programs that have nothing else to do.

#include "app/session/store.h"

#include <future>

namespace tf::test {

/// What a command answers. `ask` hands it the function that it is given.
template <class T, class F>
Result<T> awaited(F&& ask)
{
    std::promise<Result<T>> promise;
    auto future = promise.get_future();
    ask(session::Answer<T>([&promise](Result<T> result) { promise.set_value(std::move(result)); }));
    return future.get();
}

} // namespace tf::test
