#include "ui/context/tree/file_search.h"

#include <algorithm>

namespace tf::ui {

namespace {

constexpr FileId kFilesAtOnce = 4096;

char smallLetter(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

FileSearch::FileSearch(const FileForest& forest, std::string query)
    : m_forest(forest)
    , m_words(std::move(query))
{
    if (m_words.find_first_of("*?[") != std::string::npos)
        m_glob.emplace(m_words);
    std::transform(m_words.begin(), m_words.end(), m_words.begin(), smallLetter);
}

bool FileSearch::matches(FileId id)
{
    const std::string_view path = m_forest.path(id);
    if (m_glob)
        return m_glob->matches(path, m_forest.name(id), ingest::Node::File);
    m_small.assign(path);
    std::transform(m_small.begin(), m_small.end(), m_small.begin(), smallLetter);
    return m_small.find(m_words) != std::string::npos;
}

bool FileSearch::advance()
{
    const FileId end = std::min(m_forest.size(), m_next + kFilesAtOnce);
    for (; m_next < end; ++m_next) {
        if (!m_forest.at(m_next).isFolder && matches(m_next))
            m_found.push_back(m_next);
    }
    return m_next < m_forest.size();
}

} // namespace tf::ui
