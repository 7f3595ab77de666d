// Any text as code of any language: the first byte chooses it.
//
// Spans are ascending, apart and inside their line; any state that was reached is a beginning.

#include "ui/code/language.h"

#include <QStringList>

#include <cstdlib>
#include <functional>

using namespace tf::ui;

namespace {

void holdAgainstLaw(const InkedLine& inked, qsizetype size)
{
    qsizetype last = 0;
    for (const InkSpan& span : inked.spans) {
        if (span.begin < last || span.length <= 0 || span.begin + span.length > size)
            std::abort();
        last = span.begin + span.length;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    if (size < 2)
        return 0;
    const auto all = languages();
    const Language& language = all[data[0] % all.size()];
    const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    const QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    // Half of all runs begin in a state made of the text's own bytes.
    LexState state = data[0] >= 128 ? std::hash<std::string_view>()(bytes) : 0;
    for (const QString& line : text.split(u'\n')) {
        const InkedLine inked = ink(language, state, line);
        holdAgainstLaw(inked, line.size());
        if (ink(language, state, line).after != inked.after)
            std::abort();
        state = inked.after;
    }
    return 0;
}
