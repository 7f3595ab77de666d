#include "app/ingest/obtain/unpack/serve.h"

#include "app/ingest/obtain/unpack/box.h"
#include "app/ingest/obtain/unpack/unpacking.h"
#include "kernels/base/system_error.h"
#include "vision/media/channel.h"

#include <cerrno>
#include <new>
#include <utility>

#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tf::ingest {

namespace {

using vision::Channel;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kTellEvery(50);

/// Tells now and then how far it is; fails when nobody listens any more.
class Telling {
public:
    explicit Telling(const Channel& channel)
        : m_channel(channel)
    {
    }

    Result<> operator()(const UnpackProgress& progress)
    {
        if (Clock::now() - m_last < kTellEvery)
            return {};
        m_last = Clock::now();
        return m_channel.send(toBytes(FromUnpack(progress)), {}, {});
    }

private:
    const Channel& m_channel;
    Clock::time_point m_last = Clock::now();
};

Result<UnpackDone> unpackGiven(const Channel& channel, const UnpackOrder& order)
{
    struct stat facts { };
    if (fstat(kUnpackArchive, &facts) != 0)
        return systemError(errno, "cannot tell the archive's size");
    auto reader = TRY(ArchiveReader::open(kUnpackArchive));
    Unpacking work(kUnpackTarget, facts.st_size, order, Telling(channel));
    return work.run(reader);
}

FromUnpack answerOf(Result<UnpackDone> result)
{
    if (result)
        return std::move(*result);
    return std::move(result).error();
}

} // namespace

int serveUnpacking()
{
    const Channel channel{vision::Descriptor(kUnpackSocket)};
    std::set_new_handler([] { _exit(kUnpackOutOfMemory); });
    mallopt(M_ARENA_MAX, 1); // the bound on memory counts addresses
    const auto parcel = channel.receive({});
    if (!parcel)
        return kUnpackMisused;
    const auto order = unpackOrderFromBytes(parcel->bytes);
    if (!order)
        return kUnpackMisused;
    auto hello = closeUnpackBox(kUnpackTarget, order->mostBytes);
    if (!hello) {
        static_cast<void>(
            channel.send(toBytes(FromUnpack(std::move(hello).error())), {}, {}).has_value());
        return kUnpackNoBox;
    }
    if (!channel.send(toBytes(FromUnpack(*hello)), {}, {}))
        return kUnpackDone;
    static_cast<void>(
        channel.send(toBytes(answerOf(unpackGiven(channel, *order))), {}, {}).has_value());
    return kUnpackDone;
}

} // namespace tf::ingest
