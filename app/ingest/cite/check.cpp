#include "app/ingest/cite/citation.h"

#include <algorithm>
#include <cmath>

namespace tf::ingest {

namespace {

constexpr double kNearEnough = 1; ///< seconds

/// "b/c.cpp" may name "a/b/c.cpp"; "./b" is "b".
bool mayMean(std::string_view cited, std::string_view path)
{
    while (cited.starts_with("./"))
        cited.remove_prefix(2);
    if (cited == path)
        return true;
    return path.size() > cited.size() && path.ends_with(cited)
        && path[path.size() - cited.size() - 1] == '/';
}

bool isExactly(std::string_view cited, std::string_view path)
{
    while (cited.starts_with("./"))
        cited.remove_prefix(2);
    return cited == path;
}

/// The files that a path may mean; a whole path means itself alone.
std::vector<const SentFile*> meant(std::string_view cited, const Sent& sent)
{
    std::vector<const SentFile*> files;
    for (const SentFile& file : sent.files) {
        if (isExactly(cited, file.path))
            files.push_back(&file);
    }
    if (!files.empty())
        return files;
    for (const SentFile& file : sent.files) {
        if (mayMean(cited, file.path))
            files.push_back(&file);
    }
    return files;
}

/// Every line lies in one of the ranges of that file that were sent.
bool wereSent(session::LineRange lines, const std::vector<const SentFile*>& pieces)
{
    std::int64_t next = lines.first;
    for (bool isFurther = true; isFurther && next <= lines.last;) {
        isFurther = false;
        for (const SentFile* piece : pieces) {
            const bool isWhole = piece->lines.first == 0;
            const auto first = isWhole ? 1 : piece->lines.first;
            const auto last = isWhole ? piece->numLines : piece->lines.last;
            if (first <= next && next <= last) {
                next = last + 1;
                isFurther = true;
            }
        }
    }
    return next > lines.last;
}

Checked checkLines(const Citation& citation, const Sent& sent)
{
    const auto files = meant(citation.path, sent);
    if (files.empty())
        return {CiteState::NoSuchFile, {}};
    const std::string& path = files.front()->path;
    const bool isOne = std::all_of(files.begin(), files.end(),
                                   [&](const SentFile* file) { return file->path == path; });
    if (!isOne)
        return {CiteState::Ambiguous, {}};
    if (citation.lines.last > files.front()->numLines)
        return {CiteState::NoSuchLines, path};
    return {wereSent(citation.lines, files) ? CiteState::Sent : CiteState::NotSent, path};
}

} // namespace

Checked check(const Citation& citation, const Sent& sent)
{
    if (citation.kind == CiteKind::Lines)
        return checkLines(citation, sent);
    const bool isShown = std::any_of(sent.frames.begin(), sent.frames.end(), [&](double seconds) {
        return std::abs(seconds - citation.seconds) <= kNearEnough;
    });
    if (isShown || citation.seconds <= sent.clipLength)
        return {};
    return {sent.clipLength > 0 ? CiteState::PastEnd : CiteState::NoFrame, {}};
}

} // namespace tf::ingest
