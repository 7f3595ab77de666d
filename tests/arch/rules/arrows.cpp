#include "kernels/base/words.h"
#include "tests/arch/rules.h"
#include "tests/arch/scan.h"

#include <algorithm>

namespace tf::test::arch {

namespace {

struct Arrow {
    std::string_view from;
    std::string_view to;
    std::string_view reason;
};

constexpr Arrow kArrows[] = {
    {"kernels", "kernels", "itself"},
    {"engine", "engine", "itself"},
    {"engine", "kernels", "the engine thinks with kernels"},
    {"vision", "vision", "itself"},
    {"vision", "kernels/base", "errors and words; vision has no weights, so no kernels"},
    {"app", "app", "itself"},
    {"app", "vision", "what is dropped must be seen"},
    {"app", "kernels", "errors, words, and what a device can hold"},
    {"app", "engine/engine.h", "the engine's face"},
    {"app", "engine/request.h", "what is asked of it"},
    {"app", "engine/media.h", "pictures and clips as it takes them"},
    {"app", "engine/event.h", "what it answers"},
    {"app", "engine/activity.h", "what it does, in numbers"},
    {"app", "engine/memory_plan.h", "what it takes, before and after"},
    {"app/cli", "engine/text",
     "m3 shows a rendered, tokenized and parsed conversation without a run"},
    {"app/cli", "engine/json", "their input and output is JSON in its written order"},
    {"app/cli", "engine/model", "m3 shows what a checkpoint holds without loading it"},
    {"app/cli", "engine/run", "m3 logits is a window into the engine"},
    {"app/cli", "engine/viewing.h", "so that it sees as requests do"},
    {"app/endpoint/local", "engine/text",
     "turns a conversation into the model's language and back"},
    {"app/endpoint/local", "engine/json",
     "schemas of tools go into the prompt as they were written"},
    {"app/wire", "engine/json", "schemas and arguments go over the wire as they were written"},
    {"app/wire", "engine/text", "servers let the model's own markup through"},
    {"app/ingest", "engine/text", "a budget is counted in tokens"},
    {"app/ingest", "engine/json", "the tokenizer is read from JSON"},
    {"app/draft", "engine/text", "what goes with a question is counted in tokens"},
    {"app/draft", "engine/json", "what is sent is UTF-8, whatever a folder is called"},
    {"app/workspace", "engine/json", "what is shown and sent is UTF-8, whatever a file is called"},
    {"app/works", "engine/json", "the graph of a diagram comes as JSON, strict and within limits"},
    {"app/session", "engine/json", "events and exports are JSON, strict and within limits"},
    {"ui", "ui", "itself"},
    {"ui", "app", "shows what app decided"},
    {"ui", "kernels/base", "errors become sentences"},
    {"tests", "", "tests hold everything"},
    {"packaging", "packaging", "itself"},
};

bool allowedArrow(std::string_view from, std::string_view to)
{
    return std::any_of(std::begin(kArrows), std::end(kArrows), [&](const Arrow& arrow) {
        return isUnder(from, arrow.from) && (arrow.to.empty() || isUnder(to, arrow.to));
    });
}

bool isRoom(std::string_view name)
{
    return name == "app" || name == "ui" || name == "engine" || name == "kernels"
        || name == "vision" || name == "tests";
}

} // namespace

Violations arrows(const SourceFile& file)
{
    Violations violations;
    for (const auto& include : includesOf(file)) {
        if (include.name.ends_with(".moc"))
            continue;
        if (include.quoted && !isRoom(roomOf(include.name)))
            violations.push_back({file.path, include.line,
                                  words("\"", include.name,
                                        "\": an include of ours begins with "
                                        "its room; a foreign one is <…>")});
        else if (isRoom(roomOf(include.name)) && include.name.find('/') != std::string::npos
                 && !allowedArrow(file.path, include.name))
            violations.push_back({file.path, include.line,
                                  words(folderOf(file.path), " may not include ", include.name)});
    }
    return violations;
}

} // namespace tf::test::arch
