#pragma once

// Ends this process when whoever asks is gone, even in the middle of a frame.
//
// A thread of its own waits for the other end of the socket to close. A signal at the parent's
// death would come when the thread that started this process ends, which is too early.

namespace tf::vision {

/// Started once, after the files are closed. Never returns to the rest of the program.
void watchPeer(int socket);

} // namespace tf::vision
