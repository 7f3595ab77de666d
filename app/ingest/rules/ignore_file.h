#pragma once

// The lines of one ignore file, and the last of them that matches a path.

#include "app/ingest/rules/glob.h"

namespace tf::ingest {

class IgnoreFile {
public:
    struct Line {
        Glob glob;
        std::string text; ///< as it is written, without spaces at its end
        int number; ///< from 1
        bool ignores; ///< false: takes back what a line before it ignores
    };

    /// Lines that hold no pattern are passed over. Thread: any.
    explicit IgnoreFile(std::string_view content);

    /// nullptr: none does. `path` from the file's folder. Thread: any.
    [[nodiscard]] const Line* lastMatch(std::string_view path, Node node) const;

private:
    void addLine(std::string_view line, int number);

    std::vector<Line> m_lines;
};

} // namespace tf::ingest
