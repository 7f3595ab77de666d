#include "vision/helper/peer_watch.h"

#include "vision/media/messages.h"

#include <thread>

#include <poll.h>
#include <unistd.h>

namespace tf::vision {

void watchPeer(int socket)
{
    std::thread([socket] {
        // No events are asked for: only a closed end wakes it.
        pollfd entry{socket, 0, 0};
        while (poll(&entry, 1, -1) <= 0) { }
        _exit(kDecoderDone);
    }).detach();
}

} // namespace tf::vision
