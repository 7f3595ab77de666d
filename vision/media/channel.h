#pragma once

// One end of the socket between the program and the decoding process: whole messages, with
// descriptors beside them.
//
// A message is its length and its bytes. Thread: one at a time. Blocks: as long as its Deadline
// says. Errors: Network when the other side is gone, NotFound when it went without having read what
// was sent, Busy when it is too slow, BadInput when it sends what no message is, Cancelled.

#include "kernels/base/cancel.h"
#include "vision/media/descriptor.h"

#include <chrono>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace tf::vision {

/// How long somebody waits, and on whose word they stop.
struct Deadline {
    using Clock = std::chrono::steady_clock;

    Clock::time_point until = Clock::time_point::max();
    const CancelToken* cancel = nullptr; ///< nobody's, when null
};

struct Parcel {
    std::vector<std::byte> bytes;
    std::vector<Descriptor> descriptors;
};

class Channel {
public:
    /// As many descriptors may travel with a message.
    static constexpr std::size_t kMostDescriptors = 2;

    /// Two ends that are closed on exec.
    static Result<std::pair<Channel, Channel>> pair();
    explicit Channel(Descriptor socket)
        : m_socket(std::move(socket))
    {
    }

    [[nodiscard]] int descriptor() const { return m_socket.number(); }

    Result<> send(std::span<const std::byte> bytes, std::span<const int> descriptors,
                  const Deadline& deadline) const;
    Result<Parcel> receive(const Deadline& deadline) const;
    /// True when receive() would not wait, if only for its first byte.
    [[nodiscard]] bool hasMore() const;
    /// The same, waiting so long for it.
    [[nodiscard]] bool hasMoreWithin(std::chrono::milliseconds time) const;
    /// True when the other side has closed its end, whatever is still to be read.
    [[nodiscard]] bool isGone() const;

private:
    Descriptor m_socket;
};

} // namespace tf::vision
