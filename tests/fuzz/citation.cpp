// Answers are read for citations: whatever a model writes, places lie within the text.

#include "app/ingest/cite/citation.h"

#include <cstdlib>

using namespace tf::ingest;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Sent sent = {{{"src/a.cpp", {}, 100}, {"b.c", {3, 9}, 20}}, {1.5}};
    std::size_t last = 0;
    for (const Citation& citation : findCitations(text)) {
        if (citation.begin < last || citation.end <= citation.begin || citation.end > size)
            std::abort();
        last = citation.end;
        if (check(citation, sent).state == CiteState::Sent && citation.kind == CiteKind::Lines
            && citation.lines.last > 100)
            std::abort();
    }
    return 0;
}
