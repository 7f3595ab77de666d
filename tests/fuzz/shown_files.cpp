// Packed texts are read back into files: whatever stands there, what is found lies within it, and
// what is shown anew is found again as it was.

#include "app/ingest/shown/shown_files.h"
#include "app/ingest/shown/shown_file.h"

#include <algorithm>
#include <cstdlib>

using namespace tf::ingest;

namespace {

void hold(bool law)
{
    if (!law)
        std::abort();
}

bool liesIn(std::string_view part, std::string_view whole)
{
    return part.empty()
        || (part.data() >= whole.data()
            && part.data() + part.size() <= whole.data() + whole.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const FoundFile& file : shownFiles(text)) {
        hold(liesIn(file.path, text) && liesIn(file.shown, text));
        const std::string plain = plainLines(file);
        hold(std::count(plain.begin(), plain.end(), '\n') == file.numLines);
        hold(shownFile(text, file.path).has_value());
    }
    const std::string path = "a/b.c";
    const ShownLines shown = shownLines(text);
    const std::string packed = shownHeader(path) + shown.text + "=== end of it: 1 file ===\n";
    const auto found = shownFile(packed, path);
    hold(found && found->numLines == shown.numLines && found->shown == shown.text);
    // A second byte order mark, and a second carriage return, are taken for a first one.
    if (text.find_first_of("\r\xef") == std::string_view::npos)
        hold(shownLines(plainLines(*found)).text == shown.text);
    return 0;
}
