#include "vision/helper/decoding.h"

#include "vision/helper/box.h"
#include "vision/helper/peer_watch.h"
#include "vision/helper/serve.h"
#include "vision/helper/warm_up.h"
#include "vision/media/channel.h"

#include <new>
#include <utility>

#include <malloc.h>
#include <pthread.h>
#include <unistd.h>

namespace tf::vision {

namespace {

constexpr std::size_t kThreadStackBytes = 2U << 20;

/// The bound on memory counts addresses: threads shall not reserve more of them than they need.
void saveAddresses()
{
    mallopt(M_ARENA_MAX, 2);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, kThreadStackBytes);
    pthread_setattr_default_np(&attributes);
    pthread_attr_destroy(&attributes);
}

Result<Hello> closedBox()
{
    auto walls = TRY(raiseWalls());
    warmUp();
    return closeBox(std::move(walls));
}

} // namespace

int runDecoding(int socket)
{
    const Channel channel{Descriptor(socket)};
    std::set_new_handler([] { _exit(kDecoderOutOfMemory); });
    saveAddresses();
    auto hello = closedBox();
    const bool isClosed = hello.has_value();
    const auto word = isClosed ? FromDecoder(std::move(*hello))
                               : FromDecoder(std::move(hello).error().because(
                                   "the decoder cannot shut itself in, so it does not work"));
    if (isClosed)
        watchPeer(socket);
    if (!channel.send(toBytes(word), {}, {}))
        return kDecoderDone;
    return isClosed ? serve(channel) : kDecoderNoBox;
}

} // namespace tf::vision
