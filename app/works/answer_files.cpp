#include "app/works/answer_files.h"

#include "app/works/block_path.h"
#include "app/works/fenced_block.h"
#include "app/works/safe_path.h"
#include "app/workspace/said.h"

#include <map>

namespace tf::works {

namespace {

using workspace::Said;
using workspace::said;

constexpr std::size_t kMostFiles = 500;
constexpr std::size_t kMostFileBytes = std::size_t{1} << 20;
constexpr std::size_t kMostRefused = 100;

class Gathering {
public:
    void take(const FencedBlock& block)
    {
        std::string path = pathOf(block);
        if (path.empty())
            return;
        if (auto why = whyNot(path, block.text))
            return refuse(std::move(path), std::move(*why));
        const auto [place, isNew] = m_places.try_emplace(path, m_found.files.size());
        if (isNew) {
            claim(path);
            m_found.files.push_back({.path = std::move(path), .text = {}, .language = {}});
        }
        AnswerFile& file = m_found.files[place->second];
        file.numVersions += isNew ? 0 : 1;
        file.text = block.text;
        file.language = block.language();
        file.isWhole = block.isClosed;
    }

    AnswerFiles finish() && { return std::move(m_found); }

private:
    [[nodiscard]] std::optional<std::string> whyNot(const std::string& path,
                                                    const std::string& text) const
    {
        if (auto why = whyUnsafe(path))
            return why;
        if (text.size() > kMostFileBytes)
            return said(Said::tr("The file is too large for an answer."));
        if (m_places.count(path) != 0)
            return std::nullopt;
        if (m_found.files.size() >= kMostFiles)
            return said(Said::tr("There are too many files in the answer."));
        const std::string folded = foldedPath(path);
        if (m_names.count(folded) != 0)
            return said(Said::tr("Another file has that name, in other letters, or lies in it."));
        for (std::size_t end = folded.find('/'); end != std::string::npos;
             end = folded.find('/', end + 1)) {
            const auto above = m_names.find(folded.substr(0, end));
            if (above != m_names.end() && above->second == Name::File)
                return said(Said::tr("A file has the name of its folder."));
        }
        return std::nullopt;
    }

    void claim(const std::string& path)
    {
        const std::string folded = foldedPath(path);
        m_names[folded] = Name::File;
        for (std::size_t end = folded.find('/'); end != std::string::npos;
             end = folded.find('/', end + 1))
            m_names[folded.substr(0, end)] = Name::Folder;
    }

    void refuse(std::string path, std::string reason)
    {
        if (m_found.refused.size() < kMostRefused)
            m_found.refused.push_back({std::move(path), std::move(reason)});
    }

    enum class Name : std::uint8_t { File, Folder };

    AnswerFiles m_found;
    std::map<std::string, std::size_t> m_places; ///< in `m_found.files`
    std::map<std::string, Name> m_names; ///< folded
};

} // namespace

AnswerFiles answerFiles(std::string_view answer)
{
    Gathering gathering;
    for (const FencedBlock& block : fencedBlocks(answer))
        gathering.take(block);
    return std::move(gathering).finish();
}

} // namespace tf::works
