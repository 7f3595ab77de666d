#include "tests/app/workspace/cited/answered_talk.h"

#include "app/draft/kept_part.h"
#include "app/ingest/shown/shown_file.h"

#include <filesystem>

namespace tf::test {

AnsweredTalk::AnsweredTalk()
    : m_store(MUST(session::Store::open({.place = m_folder.place()})))
{
    m_id = MUST(awaited<session::SessionId>([this](auto answer) {
        session::Created created;
        m_store->create(std::move(created), std::move(answer));
    }));
}

std::string AnsweredTalk::keep(std::string content)
{
    return MUST(awaited<std::string>(
        [&](auto answer) { m_store->putBlob(std::move(content), std::move(answer)); }));
}

void AnsweredTalk::write(const std::string& path, const std::string& content) const
{
    const auto whole = std::filesystem::path(folder()) / path;
    std::filesystem::create_directories(whole.parent_path());
    put(whole, content);
}

void AnsweredTalk::remove(const std::string& path) const
{
    std::filesystem::remove(std::filesystem::path(folder()) / path);
}

session::TurnId AnsweredTalk::add(const std::map<std::string, std::string>& files,
                                  const std::string& answer)
{
    session::Question question;
    question.parent = m_last;
    question.text = "why?";
    std::string packed;
    for (const auto& [path, content] : files) {
        const auto shown = ingest::shownLines(content);
        packed += ingest::shownHeader(path) + shown.text;
        question.manifest.push_back({.blob = "git", .path = path, .lines = {1, shown.numLines}});
        write(path, content);
    }
    question.attachments.push_back({.blob = keep(packed + "=== end of it ===\n"),
                                    .mediaType = std::string(draft::kPackType),
                                    .name = "it"});
    m_last = MUST(awaited<session::TurnId>(
        [&](auto told) { m_store->begin(m_id, question, std::move(told)); }));
    m_store->stream(m_id, m_last, {session::PartKind::Text, answer, {}, {}});
    MUST(awaited<session::Seq>(
        [&](auto told) { m_store->end(m_id, m_last, session::Ending(), std::move(told)); }));
    return m_last;
}

std::shared_ptr<workspace::Conversation> AnsweredTalk::open()
{
    auto session = MUST(
        awaited<session::Session>([this](auto answer) { m_store->load(m_id, std::move(answer)); }));
    session.sources.push_back({session::SourceKind::Repository, {}, folder(), {}, {}});
    return std::make_shared<workspace::Conversation>(*m_store, std::move(session),
                                                     workspace::OpenEndpoint());
}

} // namespace tf::test
