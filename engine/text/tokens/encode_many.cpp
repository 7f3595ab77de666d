#include "engine/text/tokens/encode_many.h"

#include "engine/text/tokens/encoder.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tf::text {

namespace {

/// Few enough that the last ones to finish do not keep the others waiting.
constexpr std::size_t kTextsAtOnce = 8;

/// Calls makeWorker() once on every thread and the worker that it returns with each index below
/// `count` once.
template <class MakeWorker>
void forEachOnThreads(std::size_t count, unsigned numThreads, const MakeWorker& makeWorker)
{
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        auto worker = makeWorker();
        for (;;) {
            const auto begin = next.fetch_add(kTextsAtOnce, std::memory_order_relaxed);
            if (begin >= count)
                return;
            for (auto idx = begin; idx < std::min(begin + kTextsAtOnce, count); ++idx)
                worker(idx);
        }
    };
    std::vector<std::jthread> threads;
    for (unsigned threadIdx = 1; threadIdx < numThreads; ++threadIdx)
        threads.emplace_back(work);
    work();
}

Error notDone()
{
    return {Code::Cancelled, "stopped on request"};
}

/// Reads one file after another into the same room: mapping thousands of small files costs more
/// than copying them.
class FileReader {
public:
    FileReader() = default;
    FileReader(FileReader&& other) noexcept
        : m_room(std::move(other.m_room))
    {
    }
    FileReader& operator=(FileReader&&) = delete;
    FileReader(const FileReader&) = delete;
    FileReader& operator=(const FileReader&) = delete;
    ~FileReader() { close(); }

    /// Valid until the next call.
    Result<std::string_view> read(const std::filesystem::path& path)
    {
        close();
        m_descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        struct stat status = {};
        if (m_descriptor < 0 || fstat(m_descriptor, &status) != 0)
            return systemError(errno, words("cannot open ", path.native()));
        if (!S_ISREG(status.st_mode))
            return Error(Code::BadInput, words(path.native(), " is not a regular file"));
        const auto numBytes = static_cast<std::size_t>(status.st_size);
        if (m_room.size() < numBytes)
            m_room.resize(numBytes);
        return readUpTo(numBytes).because(words("reading ", path.native()));
    }

private:
    Result<std::string_view> readUpTo(std::size_t numBytes)
    {
        std::size_t numRead = 0;
        while (numRead < numBytes) {
            const auto count = ::read(m_descriptor, m_room.data() + numRead, numBytes - numRead);
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return systemError(errno, "cannot read");
            if (count == 0)
                break; // shorter than it was: what is there is the file
            numRead += static_cast<std::size_t>(count);
        }
        return std::string_view(m_room).substr(0, numRead);
    }

    void close()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        m_descriptor = -1;
    }

    std::string m_room;
    int m_descriptor = -1;
};

} // namespace

std::vector<Result<std::vector<TokenId>>> encodeMany(const Tokenizer& tokenizer,
                                                     std::span<const std::string_view> texts,
                                                     ControlTokens controls, unsigned numThreads,
                                                     const CancelToken& cancel)
{
    CHECK(numThreads > 0, "somebody must do it");
    std::vector<Result<std::vector<TokenId>>> encoded;
    encoded.reserve(texts.size());
    for (std::size_t textIdx = 0; textIdx < texts.size(); ++textIdx)
        encoded.emplace_back(notDone());
    forEachOnThreads(texts.size(), numThreads, [&] {
        return [&, encoder = Encoder(tokenizer)](std::size_t textIdx) mutable {
            if (cancel.cancelled())
                return;
            encoded[textIdx] = encoder.encode(texts[textIdx], controls).transform([](auto ids) {
                return std::vector<TokenId>(ids.begin(), ids.end());
            });
        };
    });
    return encoded;
}

std::vector<Result<std::size_t>> countFiles(const Tokenizer& tokenizer,
                                            std::span<const std::filesystem::path> files,
                                            unsigned numThreads, const CancelToken& cancel)
{
    CHECK(numThreads > 0, "somebody must do it");
    std::vector<Result<std::size_t>> counts;
    counts.reserve(files.size());
    for (std::size_t fileIdx = 0; fileIdx < files.size(); ++fileIdx)
        counts.emplace_back(notDone());
    const auto countOne = [](Encoder& encoder, FileReader& reader,
                             const std::filesystem::path& path) -> Result<std::size_t> {
        const auto text = TRY(reader.read(path));
        return TRY(encoder.encode(text, ControlTokens::AsText)).size();
    };
    forEachOnThreads(files.size(), numThreads, [&] {
        return
            [&, encoder = Encoder(tokenizer), reader = FileReader()](std::size_t fileIdx) mutable {
                if (!cancel.cancelled())
                    counts[fileIdx] = countOne(encoder, reader, files[fileIdx]);
            };
    });
    return counts;
}

} // namespace tf::text
