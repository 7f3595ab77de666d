#include "ui/markdown/table_row.h"

#include "ui/markdown/line_start.h"

namespace tf::ui {

namespace {

std::optional<Align> alignmentOf(std::string_view cell)
{
    const bool isLeft = cell.starts_with(':');
    if (isLeft)
        cell.remove_prefix(1);
    const bool isRight = cell.ends_with(':');
    if (isRight)
        cell.remove_suffix(1);
    if (cell.empty() || cell.find_first_not_of('-') != std::string_view::npos)
        return {};
    if (isLeft)
        return isRight ? Align::Middle : Align::Left;
    return isRight ? Align::Right : Align::Unsaid;
}

} // namespace

std::vector<std::string> cellsOf(std::string_view line)
{
    line = trimmed(line);
    if (line.starts_with('|'))
        line.remove_prefix(1);
    std::vector<std::string> cells;
    std::string cell;
    for (std::size_t idx = 0; idx < line.size(); ++idx) {
        if (line[idx] == '\\' && idx + 1 < line.size()) {
            if (line[idx + 1] != '|')
                cell += '\\';
            cell += line[++idx];
        } else if (line[idx] == '|') {
            cells.emplace_back(trimmed(cell));
            cell.clear();
        } else {
            cell += line[idx];
        }
    }
    if (!trimmed(cell).empty() || cells.empty())
        cells.emplace_back(trimmed(cell));
    return cells;
}

std::optional<std::vector<Align>> alignmentsOf(std::string_view line)
{
    line = trimmed(line);
    if (line.find('-') == std::string_view::npos
        || line.find_first_not_of("|:- \t") != std::string_view::npos)
        return {};
    std::vector<Align> columns;
    for (const std::string& cell : cellsOf(line)) {
        const auto alignment = alignmentOf(cell);
        if (!alignment)
            return {};
        columns.push_back(*alignment);
    }
    return columns;
}

} // namespace tf::ui
