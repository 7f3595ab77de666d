#pragma once

// A key or a password as it comes in: from a terminal without being shown, from a pipe or from a
// file. Never from the command line, which others can read.
//
// Blocks: until a line is there. Thread: main.

#include "app/secrets/secret.h"
#include "kernels/base/result.h"

#include <string>

namespace tf::cli {

/// One line of standard input, asked for without echo when that is a terminal.
Result<secrets::Secret> secretFromInput(const std::string& question);

/// One line typed at the terminal, whatever standard input is. Denied when there is no terminal;
/// Cancelled by Ctrl-C.
Result<secrets::Secret> secretFromTerminal(const std::string& question);

/// The first line of a file, or of /dev/fd/N.
Result<secrets::Secret> secretFromFile(const std::string& path);

} // namespace tf::cli
