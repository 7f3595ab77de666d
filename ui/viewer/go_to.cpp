#include "ui/viewer/go_to.h"

#include "kernels/base/words.h"

namespace tf::ui {

namespace {

/// The whole of a text that is one citation.
std::optional<ingest::Citation> only(const std::string& text)
{
    auto found = ingest::findCitations(text);
    if (found.size() != 1 || found[0].begin != 0 || found[0].end != text.size())
        return std::nullopt;
    return std::move(found[0]);
}

} // namespace

std::optional<ingest::Citation> goTo(const QString& typed, const std::string& path)
{
    const std::string text = typed.trimmed().toStdString();
    if (auto place = only(text))
        return place;
    if (auto moment = only(words('[', text, ']')))
        return moment;
    bool isNumber = false;
    const qlonglong line = typed.trimmed().toLongLong(&isNumber);
    if (!isNumber || line < 1 || path.empty())
        return std::nullopt;
    ingest::Citation place;
    place.path = path;
    place.lines = {line, line};
    return place;
}

} // namespace tf::ui
