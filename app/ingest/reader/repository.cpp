#include "app/ingest/reader/repository.h"

#include "app/ingest/reader/conversation.h"
#include "kernels/base/system_error.h"
#include "kernels/base/words.h"
#include "vision/media/descriptor.h"

#include <cerrno>
#include <optional>
#include <utility>

#include <fcntl.h>

namespace tf::ingest {

class Repository::Process {
public:
    Process(std::filesystem::path program, std::string title, vision::Descriptor folder)
        : m_program(std::move(program))
        , m_title(std::move(title))
        , m_folder(std::move(folder))
    {
    }

    Result<> start(const CancelToken& cancel)
    {
        if (!m_process)
            m_process = TRY(ReadingProcess::start(m_program, m_folder.number(), cancel));
        return {};
    }

    Result<Listing> list(const RuleChoice& choice, const CancelToken& cancel,
                         const Listed& progress);
    Result<FileContent> read(const Entry& entry, const CancelToken& cancel);

private:
    struct ListTry {
        Result<ListAnswer> answer;
        bool hasDied = false;
    };

    ListTry tryToList(const ListAsk& ask, const CancelToken& cancel, const Listed& progress);
    /// One conversation; a process that did not end it well is ended.
    template <class Work>
    auto conversed(const CancelToken& cancel, const Work& work)
        -> decltype(work(std::declval<ReaderConversation&>()));

    std::filesystem::path m_program;
    std::string m_title;
    vision::Descriptor m_folder;
    std::optional<ReadingProcess> m_process;
    bool m_isBare = false;
};

template <class Work>
auto Repository::Process::conversed(const CancelToken& cancel, const Work& work)
    -> decltype(work(std::declval<ReaderConversation&>()))
{
    for (;;) {
        const bool isUsed = m_process.has_value();
        TRY(start(cancel));
        ReaderConversation talk(*m_process, cancel);
        auto result = work(talk);
        if (!talk.isOver())
            m_process.reset();
        // One that ended between two asks is no answer to this one.
        if (!talk.isUnheard() || !isUsed)
            return result;
    }
}

Repository::Process::ListTry Repository::Process::tryToList(const ListAsk& ask,
                                                            const CancelToken& cancel,
                                                            const Listed& progress)
{
    bool hasDied = false;
    auto answer = conversed(cancel, [&](ReaderConversation& talk) {
        auto listed = talk.list(ask, progress);
        hasDied = talk.hasDied();
        return listed;
    });
    return {std::move(answer), hasDied};
}

Result<Listing> Repository::Process::list(const RuleChoice& choice, const CancelToken& cancel,
                                          const Listed& progress)
{
    auto tried = tryToList({choice, GitUse::Yes}, cancel, progress);
    std::vector<std::string> notices;
    if (!tried.answer && tried.hasDied) {
        // What lies in .git is the likeliest cause; without it the folder may still be read.
        auto cause = std::move(tried.answer).error();
        tried = tryToList({choice, GitUse::No}, cancel, progress);
        if (!tried.answer)
            return std::move(tried.answer).error();
        notices.push_back(
            words("git cannot be read: ", cause.text, "; the folder is taken without git"));
    }
    auto answer = TRY(std::move(tried.answer));
    m_isBare = answer.end.isBare;
    Listing listing;
    listing.title = m_title;
    listing.commit = std::move(answer.end.commit);
    listing.branch = std::move(answer.end.branch);
    listing.entries = std::move(answer.entries);
    listing.notices = std::move(notices);
    for (std::string& notice : answer.end.notices)
        listing.notices.push_back(std::move(notice));
    return listing;
}

Result<FileContent> Repository::Process::read(const Entry& entry, const CancelToken& cancel)
{
    if (entry.kind != EntryKind::File || entry.verdict.why == Why::BadName)
        return Error(Code::BadInput, words(entry.path, " is no file that can be read"));
    const ReadAsk ask{entry.path, m_isBare ? entry.blob : std::string()};
    auto content = conversed(cancel, [&](ReaderConversation& talk) { return talk.read(ask); });
    return std::move(content).because(words("reading ", entry.path));
}

Repository::Repository(std::unique_ptr<Process> process)
    : m_process(std::move(process))
{
}

Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;
Repository::~Repository() = default;

Result<Repository> Repository::open(const std::filesystem::path& root)
{
    vision::Descriptor folder(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder)
        return systemError(errno, words("cannot open ", root.native()));
    auto program = TRY(ReadingProcess::usualProgram());
    const auto name = root.has_filename() ? root.filename() : root.parent_path().filename();
    auto title = name.empty() || name == "." ? root.native() : name.native();
    auto process =
        std::make_unique<Process>(std::move(program), std::move(title), std::move(folder));
    TRY(process->start({}));
    return Repository(std::move(process));
}

Result<Listing> Repository::list(const RuleChoice& choice, const CancelToken& cancel,
                                 const Listed& progress)
{
    return m_process->list(choice, cancel, progress);
}

Result<FileContent> Repository::read(const Entry& entry, const CancelToken& cancel)
{
    return m_process->read(entry, cancel);
}

} // namespace tf::ingest
