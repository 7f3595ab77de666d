#include "app/workspace/asking/kept_content.h"

#include <future>

namespace tf::workspace {

Result<std::string> keptContent(session::Store& store, const std::string& id)
{
    std::promise<Result<std::string>> promise;
    auto future = promise.get_future();
    store.blob(id, [&promise](Result<std::string> read) { promise.set_value(std::move(read)); });
    return future.get();
}

} // namespace tf::workspace
