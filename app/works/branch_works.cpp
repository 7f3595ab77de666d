#include "app/works/branch_works.h"

#include "app/works/safe_path.h"
#include "app/workspace/said.h"

#include <algorithm>
#include <map>

namespace tf::works {

namespace {

using workspace::Said;
using workspace::said;

class JoiningAnswers {
public:
    void take(const BranchAnswer& answer)
    {
        AnswerFiles found = answerFiles(answer.text);
        for (AnswerFile& file : found.files)
            addVersion({answer.turn, std::move(file)});
        for (RefusedFile& refused : found.refused) {
            if (std::find(m_works.refused.begin(), m_works.refused.end(), refused)
                == m_works.refused.end())
                m_works.refused.push_back(std::move(refused));
        }
        if (auto graph = diagramGraph(answer.text))
            m_works.graph = std::move(graph);
        if (auto report = bugReport(answer.text))
            m_works.report = std::move(report);
    }

    BranchWorks finish() &&
    {
        const auto newest = m_works.newestFiles();
        m_works.warnings = staticWarnings(newest);
        if (m_works.graph)
            m_works.bareNodes = nodesWithoutResource(*m_works.graph, newest);
        return std::move(m_works);
    }

private:
    /// Two answers may spell a name differently, where one answer may not.
    void addVersion(FileVersion version)
    {
        const auto [place, isNew] =
            m_places.try_emplace(foldedPath(version.file.path), m_works.files.size());
        if (isNew)
            m_works.files.push_back({version.file.path, {}});
        BranchFile& file = m_works.files[place->second];
        if (file.path == version.file.path)
            file.versions.push_back(std::move(version));
        else
            m_works.refused.push_back(
                {version.file.path,
                 said(Said::tr("An earlier answer has that name in other letters."))});
    }

    BranchWorks m_works;
    std::map<std::string, std::size_t> m_places;
};

} // namespace

std::vector<AnswerFile> BranchWorks::newestFiles() const
{
    std::vector<AnswerFile> newest;
    newest.reserve(files.size());
    for (const BranchFile& file : files)
        newest.push_back(file.newest());
    return newest;
}

BranchWorks worksOf(std::span<const BranchAnswer> answers)
{
    JoiningAnswers joining;
    for (const BranchAnswer& answer : answers)
        joining.take(answer);
    return std::move(joining).finish();
}

} // namespace tf::works
