#pragma once

// One stretch of a turn as it is shown: a question, reasoning, an answer's text, a tool's call.
//
// Made from a text that may grow at its end, as blocks; what stands in closed blocks is not read
// again. Thread: main.

#include "ui/markdown/growing_document.h"

#include <optional>

namespace tf::ui {

enum class SectionKind : std::uint8_t { Question, Reasoning, Text, ToolCall, ToolResult, Patch };

class Section {
public:
    Section(SectionKind kind, QString name, bool isFolded);

    /// `text` is all there is by now; at most `limit` bytes more of it are read. Returns the first
    /// block that is not as it was.
    std::size_t read(std::string_view text, std::size_t limit);
    /// Nothing comes any more.
    std::size_t finish();

    [[nodiscard]] SectionKind kind() const { return m_kind; }
    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] const Blocks& blocks() const;
    /// Bytes of its text that stand in blocks.
    [[nodiscard]] std::size_t numRead() const { return m_numRead; }
    [[nodiscard]] bool isFolded() const { return m_isFolded; }
    void setFolded(bool folded) { m_isFolded = folded; }

private:
    std::size_t readCode(std::string_view piece);

    SectionKind m_kind;
    QString m_name; ///< of a tool, of a patched file
    bool m_isFolded;
    std::size_t m_numRead = 0;
    std::optional<GrowingDocument> m_document; ///< of Reasoning and Text
    Blocks m_blocks; ///< of the others
};

} // namespace tf::ui
