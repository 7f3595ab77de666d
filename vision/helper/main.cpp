// trifold-decode: decodes pictures and clips for Trifold where they can do no harm.

#include "vision/helper/decoding.h"

#include <charconv>
#include <cstdio>
#include <string_view>

#include <unistd.h>

namespace {

constexpr const char* kDecodeUsage =
    "trifold-decode: decodes pictures and clips for Trifold, where they can do no harm.\n"
    "\n"
    "usage: trifold-decode --socket N\n"
    "\n"
    "Trifold and m3 start it; you need not. It shuts itself in (no files, no network, bounded\n"
    "memory), then takes orders from the socket with that number until its other end closes.\n";

} // namespace

int main(int argc, char** argv)
{
    const std::string_view option = argc > 1 ? argv[1] : "";
    if (option == "--help" || option == "-h") {
        std::fputs(kDecodeUsage, stdout);
        return 0;
    }
    int socket = -1;
    if (option == "--socket" && argc == 3) {
        const std::string_view number = argv[2];
        std::from_chars(number.data(), number.data() + number.size(), socket);
    }
    if (socket < 0) {
        std::fputs(kDecodeUsage, stderr);
        return 2;
    }
    // Libraries' last words want files and threads that are gone.
    _exit(tf::vision::runDecoding(socket));
}
