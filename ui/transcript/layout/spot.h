#pragma once

// Something in a conversation that can be pressed: a link, a button, a fold.
//
// Thread: main.

#include "ui/transcript/story/row.h"

#include <QRect>
#include <QString>

namespace tf::ui {

enum class SpotKind : std::uint8_t {
    Link, ///< `arg`: where it begins in the row's text
    Citation, ///< the same
    Fold,
    CopyCode,
    SaveCode,
    SideBar,
    Edit,
    Retry,
    RetryOther, ///< opens the ways to ask again
    Branch,
    Continue,
    CopyMarkdown,
    Quote,
    PreviousSibling,
    NextSibling,
    Remove,
    Attachment, ///< `arg`: which one
    EditEndpoint,
    TestEndpoint,
    LoadModel,
    Export,
};

struct SpotId {
    RowKey row;
    SpotKind kind = SpotKind::Link;
    int arg = 0;

    auto operator<=>(const SpotId&) const = default;
};

struct Spot {
    SpotKind kind = SpotKind::Link;
    int arg = 0;
    QRect place; ///< in its row
    QString name; ///< what a screen reader says, and a button shows
    QString target = {}; ///< of a Link; of a Citation as an answer writes it
};

} // namespace tf::ui
