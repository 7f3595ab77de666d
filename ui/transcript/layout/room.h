#pragma once

// The room that a row is given: its width, and how far it stands from the row before.
//
// Thread: any.

namespace tf::ui {

struct Room {
    int width = 0;
    int least = 0; ///< what stands in a box is so wide at least: all boxes end at one edge
    int gap = 0; ///< above it
    int numShared = 0; ///< quotes that the block before it stands in, too
    bool isMuted = false; ///< reasoning: smaller and paler than the answer
};

} // namespace tf::ui
