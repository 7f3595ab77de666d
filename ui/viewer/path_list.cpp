#include "ui/viewer/path_list.h"

#include <algorithm>

namespace tf::ui {

namespace {

char smaller(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

/// All of `letters` stand in it, in their order.
bool hasLetters(std::string_view text, std::string_view letters)
{
    std::size_t next = 0;
    for (std::size_t at = 0; at < text.size() && next < letters.size(); ++at) {
        if (smaller(text[at]) == letters[next])
            ++next;
    }
    return next == letters.size();
}

std::string_view fileName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

} // namespace

PathList::PathList(std::vector<std::string> paths)
    : m_paths(std::move(paths))
{
    std::sort(m_paths.begin(), m_paths.end());
    m_paths.erase(std::unique(m_paths.begin(), m_paths.end()), m_paths.end());
}

std::vector<std::string> PathList::matching(const QString& typed, std::size_t limit) const
{
    std::string letters = typed.simplified().remove(u' ').toStdString();
    std::transform(letters.begin(), letters.end(), letters.begin(), smaller);
    std::vector<const std::string*> byName;
    std::vector<const std::string*> byPath;
    for (const std::string& path : m_paths) {
        if (hasLetters(fileName(path), letters))
            byName.push_back(&path);
        else if (hasLetters(path, letters))
            byPath.push_back(&path);
    }
    const auto shorter = [](const std::string* one, const std::string* other) {
        return one->size() < other->size();
    };
    if (!letters.empty()) {
        std::stable_sort(byName.begin(), byName.end(), shorter);
        std::stable_sort(byPath.begin(), byPath.end(), shorter);
    }
    byName.insert(byName.end(), byPath.begin(), byPath.end());
    byName.resize(std::min(byName.size(), limit));
    std::vector<std::string> found;
    found.reserve(byName.size());
    for (const std::string* path : byName)
        found.push_back(*path);
    return found;
}

} // namespace tf::ui
