#include "app/cli/ingest/verdict_words.h"

#include <array>

namespace tf::cli {

namespace {

using ingest::Why;

struct WhyWords {
    Why why;
    std::string_view sentence;
    std::string_view word;
};

constexpr std::array<WhyWords, 15> kWhyWords{{
    {Why::Included, "sent", "included"},
    {Why::IgnoredByGit, "ignored by git", "ignoredByGit"},
    {Why::IgnoredByUs, "ignored", "ignored"},
    {Why::Rule, "left out by a rule", "rule"},
    {Why::VersionControl, "version control", "versionControl"},
    {Why::Secret, "secret by its name", "secret"},
    {Why::Binary, "no text", "binary"},
    {Why::Generated, "generated", "generated"},
    {Why::Vendored, "vendored", "vendored"},
    {Why::LockFile, "lock file", "lockFile"},
    {Why::LargeFilePointer, "content is elsewhere", "largeFilePointer"},
    {Why::TooBig, "too big", "tooBig"},
    {Why::NotAFile, "no file", "notAFile"},
    {Why::Unreadable, "cannot be read", "unreadable"},
    {Why::BadName, "name that is not taken", "badName"},
}};

const WhyWords& wordsFor(Why why)
{
    for (const WhyWords& known : kWhyWords) {
        if (known.why == why)
            return known;
    }
    return kWhyWords.front();
}

} // namespace

std::string_view sentence(Why why)
{
    return wordsFor(why).sentence;
}

std::string_view word(Why why)
{
    return wordsFor(why).word;
}

std::string_view word(ingest::EntryKind kind)
{
    constexpr std::array<std::string_view, 5> kWords{"file", "folder", "link", "submodule",
                                                     "special"};
    return kWords.at(static_cast<std::size_t>(kind));
}

} // namespace tf::cli
