#include "vision/media/channel.h"

#include "kernels/base/system_error.h"
#include "kernels/base/words.h"
#include "vision/media/messages.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>

namespace tf::vision {

namespace {

using std::chrono::milliseconds;

/// How often a cancel token is looked at.
constexpr milliseconds kChannelGlance(5);
constexpr std::size_t kControlBytes = CMSG_SPACE(Channel::kMostDescriptors * sizeof(int));

Error goneError()
{
    return {Code::Network, "the other side is gone"};
}

/// At least a millisecond, so that waiting for less does not spin.
int pollTime(const Deadline& deadline)
{
    if (deadline.until == Deadline::Clock::time_point::max())
        return deadline.cancel != nullptr ? static_cast<int>(kChannelGlance.count()) : -1;
    const auto left = std::chrono::ceil<milliseconds>(deadline.until - Deadline::Clock::now());
    const auto longest = deadline.cancel != nullptr ? kChannelGlance : milliseconds(60'000);
    return static_cast<int>(std::clamp(left, milliseconds(1), longest).count());
}

/// Until the socket is ready for that.
Result<> ready(int socket, short events, const Deadline& deadline)
{
    for (;;) {
        if (deadline.cancel != nullptr)
            TRY(deadline.cancel->check());
        // Looked at first: who sends a byte at a time, or without end, is always ready.
        if (Deadline::Clock::now() >= deadline.until)
            return Error(Code::Busy, "the other side is too slow");
        pollfd entry{socket, events, 0};
        const int numReady = poll(&entry, 1, pollTime(deadline));
        if (numReady > 0)
            return {};
        if (numReady < 0 && errno != EINTR)
            return systemError(errno, "cannot wait for the decoding process");
    }
}

/// Descriptors into the control part of a message.
void attach(msghdr& message, std::span<std::byte> control, std::span<const int> descriptors)
{
    message.msg_control = control.data();
    message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(descriptors.size_bytes());
    std::memcpy(CMSG_DATA(header), descriptors.data(), descriptors.size_bytes());
}

/// Takes over every descriptor that came, wanted or not, so that none stays open.
std::vector<Descriptor> attached(msghdr& message)
{
    std::vector<Descriptor> descriptors;
    for (cmsghdr* header = CMSG_FIRSTHDR(&message); header != nullptr;
         header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
            continue;
        const auto numBytes = header->cmsg_len - CMSG_LEN(0);
        for (std::size_t at = 0; at + sizeof(int) <= numBytes; at += sizeof(int)) {
            int number = -1;
            std::memcpy(&number, CMSG_DATA(header) + at, sizeof number);
            descriptors.emplace_back(number);
        }
    }
    return descriptors;
}

/// Sends what can be sent now, or waits; how many bytes went.
Result<std::size_t> sendSome(int socket, std::span<const std::byte> bytes,
                             std::span<const int> descriptors, const Deadline& deadline)
{
    iovec part{const_cast<std::byte*>(bytes.data()), bytes.size()};
    alignas(cmsghdr) std::array<std::byte, kControlBytes> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (!descriptors.empty())
        attach(message, control, descriptors);
    const ssize_t sent = sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0)
        return static_cast<std::size_t>(sent);
    if (errno == EAGAIN || errno == EINTR) {
        TRY(ready(socket, POLLOUT, deadline));
        return std::size_t(0);
    }
    if (errno == EPIPE || errno == ECONNRESET)
        return goneError();
    return systemError(errno, "cannot send to the decoding process");
}

/// Fills `to`; descriptors that come on the way are added to the parcel.
Result<> receiveInto(int socket, std::span<std::byte> to, Parcel& parcel, const Deadline& deadline)
{
    while (!to.empty()) {
        TRY(ready(socket, POLLIN, deadline));
        iovec part{to.data(), to.size()};
        alignas(cmsghdr) std::array<std::byte, kControlBytes> control{};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        const ssize_t got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (got == 0)
            return goneError();
        if (got < 0 && errno == ECONNRESET)
            return Error(Code::NotFound, "the other side was gone before it read what was sent");
        if (got < 0)
            return systemError(errno, "cannot hear the decoding process");
        for (Descriptor& descriptor : attached(message))
            parcel.descriptors.push_back(std::move(descriptor));
        if ((message.msg_flags & MSG_CTRUNC) != 0
            || parcel.descriptors.size() > Channel::kMostDescriptors)
            return Error(Code::BadInput, "a message came with too many descriptors");
        to = to.subspan(static_cast<std::size_t>(got));
    }
    return {};
}

} // namespace

Result<std::pair<Channel, Channel>> Channel::pair()
{
    int ends[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return systemError(errno, "cannot make a socket for the decoding process");
    return std::pair(Channel(Descriptor(ends[0])), Channel(Descriptor(ends[1])));
}

Result<> Channel::send(std::span<const std::byte> bytes, std::span<const int> descriptors,
                       const Deadline& deadline) const
{
    CHECK(descriptors.size() <= kMostDescriptors, "too many descriptors for a message");
    if (bytes.size() > kMostMessageBytes)
        return Error(Code::BadInput, words("a message of ", bytes.size(), " bytes is too long"));
    const auto numBytes = static_cast<std::uint32_t>(bytes.size());
    std::vector<std::byte> framed(sizeof numBytes);
    std::memcpy(framed.data(), &numBytes, sizeof numBytes);
    framed.insert(framed.end(), bytes.begin(), bytes.end());
    std::span<const std::byte> rest = framed;
    while (!rest.empty()) {
        const auto numSent = TRY(sendSome(m_socket.number(), rest, descriptors, deadline));
        if (numSent > 0)
            descriptors = {}; // they go with the first byte
        rest = rest.subspan(numSent);
    }
    return {};
}

Result<Parcel> Channel::receive(const Deadline& deadline) const
{
    Parcel parcel;
    std::uint32_t numBytes = 0;
    TRY(receiveInto(m_socket.number(), std::as_writable_bytes(std::span(&numBytes, 1)), parcel,
                    deadline));
    if (numBytes == 0 || numBytes > kMostMessageBytes)
        return Error(Code::BadInput, words("a message of ", numBytes, " bytes was announced"));
    parcel.bytes.resize(numBytes);
    TRY(receiveInto(m_socket.number(), parcel.bytes, parcel, deadline));
    return parcel;
}

bool Channel::hasMore() const
{
    return hasMoreWithin(milliseconds(0));
}

bool Channel::hasMoreWithin(std::chrono::milliseconds time) const
{
    pollfd entry{m_socket.number(), POLLIN, 0};
    return poll(&entry, 1, static_cast<int>(time.count())) > 0;
}

bool Channel::isGone() const
{
    pollfd entry{m_socket.number(), 0, 0};
    return poll(&entry, 1, 0) > 0 && (entry.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

} // namespace tf::vision
