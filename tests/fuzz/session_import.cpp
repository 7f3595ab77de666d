// Any bytes as a file to import: no crash, and what was understood survives being written.

#include "app/session/document.h"
#include "app/session/markdown.h"
#include "app/session/replay.h"
#include "kernels/base/check.h"

using namespace tf::session;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto document = readDocument({reinterpret_cast<const char*>(data), size});
    if (!document)
        return 0;
    const auto again = readDocument(writeDocument(*document));
    CHECK(again.has_value() && *again == *document, "a written document is the same document");
    for (const Session& session : document->sessions) {
        Session made;
        for (const Event& event : eventsOf(session))
            apply(made, event);
        CHECK(made.turns.size() == session.turns.size(), "every turn has its events");
        (void)writeMarkdown(session, Reasoning::Shown);
    }
    return 0;
}
