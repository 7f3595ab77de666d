#include "app/draft/checked_citation.h"

#include "kernels/base/check.h"

#include <algorithm>
#include <limits>
#include <map>

namespace tf::draft {

namespace {

void addFrames(ingest::Sent& sent, const std::vector<wire::Part>& parts)
{
    for (const wire::Part& part : parts) {
        if (const auto* clip = std::get_if<wire::VideoPart>(&part)) {
            for (const wire::Frame& frame : clip->frames)
                sent.frames.push_back(frame.seconds);
        }
    }
}

bool hasClipFile(const wire::Message& message)
{
    return std::any_of(message.parts.begin(), message.parts.end(), [](const wire::Part& part) {
        const auto* clip = std::get_if<wire::VideoPart>(&part);
        return clip != nullptr && clip->frames.empty();
    });
}

} // namespace

ingest::Sent sentWith(const Draft& draft)
{
    ingest::Sent sent;
    std::map<std::string, ingest::SentFile> files; // as they were sent last
    const auto addFiles = [&files](const std::vector<session::ManifestItem>& manifest) {
        for (const session::ManifestItem& item : manifest) {
            if (item.cut)
                continue;
            if (item.blob.empty())
                files.erase(item.path);
            else
                files[item.path] = {item.path, item.lines, item.lines.last};
        }
    };
    addFiles(draft.earlier.files);
    if (draft.repository)
        addFiles(draft.repository->pack.manifest);
    for (auto& [path, file] : files)
        sent.files.push_back(std::move(file));
    for (const wire::Message& message : draft.earlier.messages)
        addFrames(sent, message.parts);
    addFrames(sent, draft.media);
    const auto& watched = draft.watched;
    sent.frames.insert(sent.frames.end(), watched.seconds.begin(), watched.seconds.end());
    sent.clipLength = watched.length;
    const auto& messages = draft.earlier.messages;
    if (watched.seconds.empty() && std::any_of(messages.begin(), messages.end(), hasClipFile))
        sent.clipLength = std::numeric_limits<double>::infinity(); // nobody measured it again
    return sent;
}

std::vector<CheckedCitation> checkCitations(std::string_view answer, const ingest::Sent& sent)
{
    std::vector<CheckedCitation> all;
    for (ingest::Citation& citation : ingest::findCitations(answer)) {
        const bool hasClip = !sent.frames.empty() || sent.clipLength > 0;
        if (citation.kind == ingest::CiteKind::Moment && !hasClip)
            continue;
        CheckedCitation found;
        found.text = answer.substr(citation.begin, citation.end - citation.begin);
        found.checked = ingest::check(citation, sent);
        found.citation = std::move(citation);
        all.push_back(std::move(found));
    }
    return all;
}

std::string_view sentence(ingest::CiteState state)
{
    switch (state) {
    case ingest::CiteState::Sent:
        return "was sent";
    case ingest::CiteState::NoSuchFile:
        return "no file of that name was sent";
    case ingest::CiteState::NoSuchLines:
        return "the file has fewer lines";
    case ingest::CiteState::NotSent:
        return "those lines were not sent";
    case ingest::CiteState::NoFrame:
        return "no frame within a second of it was sent";
    case ingest::CiteState::PastEnd:
        return "the clip ends before it";
    case ingest::CiteState::Ambiguous:
        return "several files that were sent end like that";
    }
    UNREACHABLE();
}

} // namespace tf::draft
