// trifold-unpack: unpacks one archive into one folder for Trifold, and can do nothing else.

#include "app/ingest/obtain/unpack/serve.h"

#include <cstdio>
#include <string_view>

#include <unistd.h>

namespace {

constexpr const char* kUnpackUsage =
    "trifold-unpack: unpacks one archive into one folder for Trifold, and can do nothing else.\n"
    "\n"
    "usage: trifold-unpack --serve\n"
    "\n"
    "Trifold and m3 start it; you need not. It takes a socket, an archive and an empty folder as\n"
    "descriptors 3, 4 and 5, and an order from the socket; it shuts itself in (nothing is read or\n"
    "written outside, no network, bounded memory), unpacks, and ends.\n";

} // namespace

int main(int argc, char** argv)
{
    const std::string_view option = argc > 1 ? argv[1] : "";
    if (option == "--help" || option == "-h") {
        std::fputs(kUnpackUsage, stdout);
        return 0;
    }
    if (option != "--serve" || argc != 2) {
        std::fputs(kUnpackUsage, stderr);
        return 2;
    }
    // Libraries' last words want files that are out of reach.
    _exit(tf::ingest::serveUnpacking());
}
