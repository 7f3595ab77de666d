// trifold-read: reads one folder for Trifold, and can do nothing else.

#include "app/ingest/reader/helper/reading.h"

#include <cstdio>
#include <string_view>

#include <unistd.h>

namespace {

constexpr const char* kReadUsage =
    "trifold-read: reads one folder for Trifold, and can do nothing else.\n"
    "\n"
    "usage: trifold-read --serve\n"
    "\n"
    "Trifold and m3 start it; you need not. It takes a socket as descriptor 3 and a folder as\n"
    "descriptor 4, shuts itself in (nothing is read outside that folder, nothing written, no\n"
    "network, bounded memory), then answers orders until the socket's other end closes.\n";

} // namespace

int main(int argc, char** argv)
{
    const std::string_view option = argc > 1 ? argv[1] : "";
    if (option == "--help" || option == "-h") {
        std::fputs(kReadUsage, stdout);
        return 0;
    }
    if (option != "--serve" || argc != 2) {
        std::fputs(kReadUsage, stderr);
        return 2;
    }
    // Libraries' last words want files that are out of reach.
    _exit(tf::ingest::runReading());
}
