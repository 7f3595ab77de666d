#include "app/draft/checked_citation.h"

#include "kernels/base/check.h"

namespace tf::draft {

ingest::Sent sentWith(const Draft& draft)
{
    ingest::Sent sent;
    if (draft.repository) {
        for (const session::ManifestItem& item : draft.repository->pack.manifest)
            sent.files.push_back({item.path, item.lines, item.lines.last});
    }
    for (const wire::Part& part : draft.media) {
        if (const auto* clip = std::get_if<wire::VideoPart>(&part)) {
            for (const wire::Frame& frame : clip->frames)
                sent.frames.push_back(frame.seconds);
        }
    }
    return sent;
}

std::vector<CheckedCitation> checkCitations(std::string_view answer, const ingest::Sent& sent)
{
    std::vector<CheckedCitation> all;
    for (ingest::Citation& citation : ingest::findCitations(answer)) {
        if (citation.kind == ingest::CiteKind::Moment && sent.frames.empty())
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
    case ingest::CiteState::Ambiguous:
        return "several files that were sent end like that";
    }
    UNREACHABLE();
}

} // namespace tf::draft
