#include "app/ingest/reader/helper/serve.h"

#include "app/ingest/git/git_library.h"
#include "app/ingest/git/repository_state.h"
#include "app/ingest/reader/beneath/safe_name.h"
#include "app/ingest/reader/helper/listing_work.h"

#include <algorithm>
#include <utility>

namespace tf::ingest {

namespace {

/// The folder is also the current one; libgit2 finds it by this name.
constexpr const char* kHere = ".";

class ReaderDesk {
public:
    ReaderDesk(const vision::Channel& channel, OpenFolder root)
        : m_channel(channel)
        , m_root(std::move(root))
    {
    }

    /// What is said last about an order.
    Result<FromReader> answer(const ToReader& order)
    {
        if (const auto* ask = std::get_if<ListAsk>(&order))
            return list(*ask);
        return read(std::get<ReadAsk>(order));
    }

private:
    Result<FromReader> list(const ListAsk& ask)
    {
        Told told(m_channel);
        auto listed = TRY(listFolder(m_root, kHere, ask, told));
        auto& entries = listed.entries;
        for (std::size_t first = 0; first < entries.size(); first += kMostBatch) {
            const auto begin = entries.begin() + static_cast<std::ptrdiff_t>(first);
            const auto count = std::min(kMostBatch, entries.size() - first);
            EntryBatch batch;
            std::move(begin, begin + static_cast<std::ptrdiff_t>(count),
                      std::back_inserter(batch.entries));
            TRY(m_channel.send(toBytes(FromReader(std::move(batch))), {}, {}));
        }
        return FromReader(std::move(listed.end));
    }

    Result<FromReader> read(const ReadAsk& ask)
    {
        if (!ask.object.empty())
            return readObject(ask.object);
        if (auto fault = pathFault(ask.path))
            return Error(Code::BadInput, std::move(*fault));
        ContentSeen content;
        content.bytes = TRY(m_root.read(ask.path, kMostFileBytes));
        content.blob = TRY(blobName(content.bytes)).hex();
        return FromReader(std::move(content));
    }

    Result<FromReader> readObject(const std::string& object)
    {
        const auto name = ObjectName::fromHex(object);
        if (!name)
            return Error(Code::BadInput, "that is no name of an object");
        auto store = TRY(objectsOf(m_root, kHere, GitKind::Bare));
        return FromReader(
            ContentSeen{TRY(store.read(*name, ObjectKind::Blob, kMostFileBytes)), object});
    }

    const vision::Channel& m_channel;
    OpenFolder m_root;
};

Result<FromReader> answerTo(const vision::Parcel& parcel, ReaderDesk& desk)
{
    if (!parcel.descriptors.empty())
        return Error(Code::BadInput, "what was asked came with a descriptor");
    const auto order = TRY(readerAskFromBytes(parcel.bytes));
    return desk.answer(order);
}

} // namespace

int serveReading(const vision::Channel& channel)
{
    const GitLibrary library;
    auto root = OpenFolder::of(vision::Descriptor(kReaderFolder));
    if (!root)
        return kReaderMisused;
    ReaderDesk desk(channel, std::move(*root));
    for (;;) {
        const auto parcel = channel.receive({});
        if (!parcel)
            return parcel.error().code == Code::BadInput ? kReaderMisused : kReaderDone;
        auto reply = answerTo(*parcel, desk);
        const auto message = reply ? std::move(*reply) : FromReader(std::move(reply).error());
        if (!channel.send(toBytes(message), {}, {}))
            return kReaderDone;
    }
}

} // namespace tf::ingest
