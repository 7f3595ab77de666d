#include "app/ingest/reader/conversation.h"

#include "app/ingest/reader/beneath/safe_name.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <utility>

namespace tf::ingest {

namespace {

using vision::Deadline;

/// Longest silence of a process at work: a slow disk is no fault.
constexpr std::chrono::seconds kQuiet(60);
/// Processor time between two words.
constexpr std::chrono::seconds kCpu(20);
constexpr std::size_t kNameDigits = 40;

Error nonsense(std::string_view what)
{
    return {Code::Corrupt, words("the reading process answers nonsense: ", what)};
}

bool isObjectName(std::string_view text)
{
    return text.size() == kNameDigits
        && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Only a name that was found wanting may look like one; it is shown, never used.
std::optional<std::string> faultOf(const Entry& entry)
{
    if (!entry.blob.empty() && !isObjectName(entry.blob))
        return "a content without a name";
    if (entry.verdict.why == Why::BadName)
        return entry.path.empty() ? std::optional<std::string>("an empty path") : std::nullopt;
    if (entry.kind != EntryKind::File && entry.verdict.why == Why::Included)
        return words(entry.path, " is included and no file");
    return pathFault(entry.path);
}

} // namespace

ReaderConversation::ReaderConversation(ReadingProcess& process, const CancelToken& cancel)
    : m_process(process)
    , m_cancel(cancel)
{
}

Result<ListAnswer> ReaderConversation::list(const ListAsk& ask, const Listed& progress)
{
    TRY(post(ask));
    ListAnswer listed;
    for (;;) {
        auto answer = TRY(next());
        if (auto* batch = std::get_if<EntryBatch>(&answer)) {
            TRY(take(std::move(*batch), listed.entries));
        } else if (const auto* far = std::get_if<ListProgress>(&answer)) {
            if (progress)
                progress(far->entries);
        } else if (auto* end = std::get_if<ListEnd>(&answer)) {
            if (!end->commit.empty() && !isObjectName(end->commit))
                return nonsense("a commit without a name");
            listed.end = std::move(*end);
            m_isOver = true;
            return listed;
        } else {
            return nonsense("neither entries nor an end");
        }
    }
}

Result<FileContent> ReaderConversation::read(const ReadAsk& ask)
{
    TRY(post(ask));
    auto answer = TRY(next());
    auto* content = std::get_if<ContentSeen>(&answer);
    if (content == nullptr || !isObjectName(content->blob))
        return nonsense("no content");
    m_isOver = true;
    return FileContent{std::move(content->bytes), std::move(content->blob)};
}

Result<> ReaderConversation::take(EntryBatch batch, std::vector<Entry>& entries) const
{
    if (entries.size() + batch.entries.size() > kMostEntries)
        return nonsense("more entries than are listed");
    for (Entry& entry : batch.entries) {
        if (auto fault = faultOf(entry))
            return nonsense(*fault);
        if (!entries.empty() && entries.back().path >= entry.path)
            return nonsense(words(entry.path, " after ", entries.back().path));
        entries.push_back(std::move(entry));
    }
    return {};
}

Result<> ReaderConversation::post(const ToReader& order)
{
    m_process.allowCpu(kCpu);
    const Deadline deadline{Deadline::Clock::now() + kQuiet, &m_cancel};
    auto sent = m_process.channel().send(toBytes(order), {}, deadline);
    if (!sent) {
        m_isUnheard = sent.error().code == Code::Network;
        return lost(std::move(sent).error());
    }
    return {};
}

Result<FromReader> ReaderConversation::next()
{
    const Deadline deadline{Deadline::Clock::now() + kQuiet, &m_cancel};
    auto parcel = m_process.channel().receive(deadline);
    if (!parcel)
        return lost(std::move(parcel).error());
    m_isAnswered = true;
    if (!parcel->descriptors.empty())
        return nonsense("it came with a descriptor");
    auto answer = readerAnswerFromBytes(parcel->bytes);
    if (!answer)
        return nonsense(answer.error().text);
    m_process.allowCpu(kCpu);
    if (auto* error = std::get_if<Error>(&*answer)) {
        m_isOver = true;
        return std::move(*error);
    }
    return answer;
}

/// What a failed channel means to whoever asked.
Error ReaderConversation::lost(Error why)
{
    if (why.code == Code::Cancelled)
        return why;
    if (why.code == Code::BadInput)
        return nonsense(why.text);
    m_hasDied = true;
    m_isUnheard = m_isUnheard || (why.code == Code::NotFound && !m_isAnswered);
    if (why.code == Code::Busy)
        return {Code::Corrupt,
                words("the reading process was silent for ", kQuiet.count(), " s and was stopped")};
    return m_process.causeOfEnd().because("the reading process was lost");
}

} // namespace tf::ingest
