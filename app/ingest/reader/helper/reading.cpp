#include "app/ingest/reader/helper/reading.h"

#include "app/ingest/reader/helper/box.h"
#include "app/ingest/reader/helper/serve.h"

#include <new>
#include <thread>
#include <utility>

#include <malloc.h>
#include <poll.h>
#include <unistd.h>

namespace tf::ingest {

namespace {

/// Ends this process when whoever asks is gone, even in the middle of a listing.
void watchAsker()
{
    std::thread([] {
        // No events are asked for: only a closed end wakes it.
        pollfd entry{kReaderSocket, 0, 0};
        while (poll(&entry, 1, -1) <= 0) { }
        _exit(kReaderDone);
    }).detach();
}

} // namespace

int runReading()
{
    const vision::Channel channel{vision::Descriptor(kReaderSocket)};
    std::set_new_handler([] { _exit(kReaderOutOfMemory); });
    mallopt(M_ARENA_MAX, 2); // the bound on memory counts addresses
    auto hello = closeReaderBox(kReaderFolder);
    const bool isClosed = hello.has_value();
    const auto word = isClosed ? FromReader(std::move(*hello))
                               : FromReader(std::move(hello).error().because(
                                   "the reading process cannot shut itself in, so it does not "
                                   "work"));
    if (isClosed)
        watchAsker();
    if (!channel.send(toBytes(word), {}, {}))
        return kReaderDone;
    return isClosed ? serveReading(channel) : kReaderNoBox;
}

} // namespace tf::ingest
