#include "app/session/store/salvage.h"

#include "kernels/base/mapped_file.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace tf::session {

namespace {

using Bytes = std::span<const std::byte>;

constexpr std::size_t kLogHeaderBytes = 32;
constexpr std::size_t kFrameHeaderBytes = 24;
constexpr std::size_t kFirstPageHeaderBytes = 100;
constexpr auto kTableLeaf = std::byte{0x0d};

std::uint64_t bigEndian(Bytes bytes)
{
    std::uint64_t number = 0;
    for (const std::byte byte : bytes)
        number = number << 8 | std::to_integer<std::uint64_t>(byte);
    return number;
}

/// Reads forward; what lies behind the end reads as zeros and says so.
class Cursor {
public:
    explicit Cursor(Bytes bytes)
        : m_bytes(bytes)
    {
    }

    std::uint64_t varint()
    {
        std::uint64_t number = 0;
        for (int idx = 0; idx < 9; ++idx) {
            const auto byte = bigEndian(take(1));
            if (idx == 8)
                return number << 8 | byte;
            number = number << 7 | (byte & 0x7fU);
            if (byte < 0x80)
                break;
        }
        return number;
    }

    Bytes take(std::uint64_t count)
    {
        if (count > m_bytes.size() - m_at) {
            m_isOut = true;
            m_at = m_bytes.size();
            return {};
        }
        const Bytes taken = m_bytes.subspan(m_at, count);
        m_at += count;
        return taken;
    }

    [[nodiscard]] Bytes rest() const { return m_bytes.subspan(m_at); }
    [[nodiscard]] std::size_t at() const { return m_at; }
    [[nodiscard]] bool isOut() const { return m_isOut; }

private:
    Bytes m_bytes;
    std::size_t m_at = 0;
    bool m_isOut = false;
};

bool isText(std::uint64_t type)
{
    return type >= 13 && type % 2 == 1;
}

/// A whole number as records keep them, by its serial type; nothing for other types.
std::optional<std::int64_t> integer(Cursor& body, std::uint64_t type)
{
    constexpr std::array<std::uint64_t, 7> kSizes = {0, 1, 2, 3, 4, 6, 8};
    if (type == 8 || type == 9)
        return static_cast<std::int64_t>(type - 8);
    if (type == 0 || type >= kSizes.size())
        return std::nullopt;
    const std::uint64_t size = kSizes[type];
    const auto raw = bigEndian(body.take(size)) << (64 - 8 * size);
    return static_cast<std::int64_t>(raw) >> (64 - 8 * size);
}

/// NULL, three texts, two whole numbers: an event, if its sum fits.
std::optional<EventRow> eventIn(Bytes record, std::int64_t seq)
{
    Cursor header(record);
    const auto headerBytes = header.varint();
    std::array<std::uint64_t, 6> types{};
    for (auto& type : types)
        type = header.varint();
    if (header.isOut() || header.at() != headerBytes || types[0] != 0)
        return std::nullopt;
    Cursor body(header.rest());
    EventRow row;
    row.seq = seq;
    int column = 1;
    for (std::string* text : {&row.session, &row.kind, &row.payload}) {
        const auto type = types[static_cast<std::size_t>(column++)];
        if (!isText(type))
            return std::nullopt;
        const Bytes bytes = body.take((type - 13) / 2);
        text->assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
    const auto time = integer(body, types[4]);
    const auto sum = integer(body, types[5]);
    if (!time || !sum || body.isOut())
        return std::nullopt;
    row.time = *time;
    row.sum = *sum;
    return row.fitsSum() ? std::optional(std::move(row)) : std::nullopt;
}

class Salvager {
public:
    Salvager(Bytes store, Bytes log, const RowSink& sink)
        : m_store(store)
        , m_log(log)
        , m_sink(sink)
    {
        m_pageBytes = pageBytes();
        const std::uint64_t unused =
            m_store.size() > 20 ? std::to_integer<std::uint64_t>(m_store[20]) : 0;
        m_usable = unused <= 32 ? m_pageBytes - unused : m_pageBytes;
    }

    Result<> run()
    {
        const std::uint64_t stride = m_pageBytes + kFrameHeaderBytes;
        for (auto at = kLogHeaderBytes; at + stride <= m_log.size(); at += stride)
            m_frames[bigEndian(m_log.subspan(at, 4))] = at + kFrameHeaderBytes;
        for (std::uint64_t at = 0; at + kFirstPageHeaderBytes < m_store.size(); at += m_pageBytes)
            TRY(leaf(page(m_store, at), at == 0 ? kFirstPageHeaderBytes : 0));
        for (auto at = kLogHeaderBytes; at + stride <= m_log.size(); at += stride)
            TRY(leaf(page(m_log, at + kFrameHeaderBytes), 0));
        return {};
    }

private:
    /// From the store's header, else from the log's, else what ours has.
    [[nodiscard]] std::uint64_t pageBytes() const
    {
        const auto fits = [](std::uint64_t size) {
            return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
        };
        const auto inStore = m_store.size() > 18 ? bigEndian(m_store.subspan(16, 2)) : 0;
        const auto inLog = m_log.size() > 12 ? bigEndian(m_log.subspan(8, 4)) : 0;
        return fits(inStore) ? inStore : fits(inLog) ? inLog : 4096;
    }

    [[nodiscard]] Bytes page(Bytes file, std::uint64_t at) const
    {
        return file.subspan(at, std::min<std::uint64_t>(m_pageBytes, file.size() - at));
    }

    Result<> leaf(Bytes page, std::size_t header)
    {
        if (page.size() < header + 8 || page[header] != kTableLeaf)
            return {};
        const auto numCells = bigEndian(page.subspan(header + 3, 2));
        for (std::uint64_t idx = 0; idx < numCells; ++idx) {
            const auto pointer = header + 8 + 2 * idx;
            if (pointer + 2 > page.size())
                break;
            const auto place = bigEndian(page.subspan(pointer, 2));
            if (place < page.size())
                TRY(cell(page.subspan(place)));
        }
        return {};
    }

    Result<> cell(Bytes bytes)
    {
        Cursor cursor(bytes);
        const auto numBytes = cursor.varint();
        const auto seq = static_cast<std::int64_t>(cursor.varint());
        const auto most = m_usable - 35;
        if (cursor.isOut() || seq <= 0 || numBytes > std::uint64_t(1) << 30)
            return {};
        if (numBytes <= most)
            return deliver(eventIn(cursor.take(numBytes), seq));
        const auto least = (m_usable - 12) * 32 / 255 - 23;
        const auto wanted = least + (numBytes - least) % (m_usable - 4);
        const Bytes local = cursor.take(wanted <= most ? wanted : least);
        const auto next = bigEndian(cursor.take(4));
        if (cursor.isOut())
            return {};
        auto row = eventIn(whole(local, numBytes, next, Newest::InLog), seq);
        if (!row && !m_frames.empty())
            row = eventIn(whole(local, numBytes, next, Newest::InStore), seq);
        return deliver(std::move(row));
    }

    enum class Newest : std::uint8_t { InLog, InStore };

    /// A row longer than its page, gathered along its chain; short when the chain breaks.
    std::vector<std::byte> whole(Bytes local, std::uint64_t numBytes, std::uint64_t next,
                                 Newest newest) const
    {
        std::vector<std::byte> record(local.begin(), local.end());
        while (record.size() < numBytes && next != 0) {
            const Bytes link = linkAt(next, newest);
            if (link.size() < m_usable)
                break;
            const auto missing = numBytes - record.size();
            const Bytes content = link.subspan(4, std::min(missing, m_usable - 4));
            record.insert(record.end(), content.begin(), content.end());
            next = bigEndian(link.first(4));
        }
        return record;
    }

    [[nodiscard]] Bytes linkAt(std::uint64_t number, Newest newest) const
    {
        const auto frame = m_frames.find(number);
        if (newest == Newest::InLog && frame != m_frames.end())
            return page(m_log, frame->second);
        const auto at = (number - 1) * m_pageBytes;
        return at < m_store.size() ? page(m_store, at) : Bytes();
    }

    Result<> deliver(const std::optional<EventRow>& row) { return row ? m_sink(*row) : Result<>(); }

    Bytes m_store;
    Bytes m_log;
    const RowSink& m_sink;
    std::uint64_t m_pageBytes = 0;
    std::uint64_t m_usable = 0; ///< of a page
    std::map<std::uint64_t, std::uint64_t> m_frames; ///< page number to its last place in the log
};

} // namespace

Result<> checkLog(const std::filesystem::path& store)
{
    const auto file = MappedFile::open(store);
    const auto log = MappedFile::open(store.native() + "-wal");
    if (!file || !log || log->size() == 0)
        return {};
    std::map<std::int64_t, std::int64_t> sums;
    const RowSink keep = [&sums](const EventRow& row) {
        sums[row.seq] = row.sum;
        return Result<>();
    };
    TRY(Salvager(MUST(file->bytes(0, file->size())), {}, keep).run());
    const RowSink compare = [&sums](const EventRow& row) -> Result<> {
        const auto same = sums.find(row.seq);
        if (same != sums.end() && same->second != row.sum)
            return Error{Code::Corrupt,
                         words("the log belongs to another store: event ", row.seq, " differs")};
        return {};
    };
    return Salvager({}, MUST(log->bytes(0, log->size())), compare).run();
}

Result<> salvage(const std::filesystem::path& store, const RowSink& sink)
{
    const auto file = MappedFile::open(store);
    const auto log = MappedFile::open(store.native() + "-wal");
    const auto bytesOf = [](const Result<MappedFile>& mapped) {
        return mapped ? MUST(mapped->bytes(0, mapped->size())) : Bytes();
    };
    if (!file && file.error().code != Code::NotFound)
        return Error(file.error());
    return Salvager(bytesOf(file), bytesOf(log), sink).run();
}

} // namespace tf::session
