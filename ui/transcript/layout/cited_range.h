#pragma once

// The stretches of a paragraph that name places: files and lines, moments of a clip.
//
// Found in what is shown, so that code among the words counts and code blocks do not. Thread: main.

#include "ui/markdown/prose.h"
#include "ui/transcript/layout/letter_room.h"
#include "ui/transcript/layout/row_layout.h"
#include "ui/transcript/story/turn_source.h"

namespace tf::ui {

struct CitedRange {
    TextRange range;
    ingest::Citation citation;
};

/// Without reading it closely.
[[nodiscard]] bool mayNamePlace(QStringView text);

/// Where the places of one turn's answer are looked up; with nothing in it there are none.
struct CitedSource {
    session::TurnId turn = session::kNoTurn;
    std::shared_ptr<const CitationLook> look;

    /// Links and formulas name none.
    [[nodiscard]] std::vector<CitedRange> find(const Prose& prose) const;
    [[nodiscard]] workspace::CitedPlace at(const CitedRange& cited) const
    {
        return look->place(turn, cited.citation);
    }
};

/// The same, and those stretches in a colour of their own. Requires: `formats` are ascending.
[[nodiscard]] TextFormats coloured(const TextFormats& formats, std::vector<TextRange> stretches,
                                   const QColor& color, const QFont& plain);

} // namespace tf::ui
