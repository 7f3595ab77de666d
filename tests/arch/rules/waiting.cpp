#include "kernels/base/words.h"
#include "tests/arch/rules.h"
#include "tests/arch/scan.h"

namespace tf::test::arch {

namespace {

/// QSqlQuery::exec() runs a statement, not a loop.
constexpr std::string_view kStatements = "app/session";

/// The one loop that a program has: `app.exec()` or `QApplication::exec()` where main() is.
bool isProgramLoop(std::string_view path, std::string_view before)
{
    if (fileNameOf(path) != "main.cpp" && !isUnder(path, "app/cli"))
        return false;
    if (before.ends_with("::"))
        return lastWord(before.substr(0, before.size() - 2)).ends_with("Application");
    const auto object = lastWord(before.substr(0, before.size() - 1));
    return before.ends_with('.') && (object == "app" || object == "application");
}

void addLoops(const SourceFile& file, Violations& out)
{
    for (const auto place : placesOf(file.code, "exec")) {
        const auto before = codeBefore(file.code, place);
        const bool isCall =
            before.ends_with('.') || before.ends_with("->") || before.ends_with("::");
        if (!isCall || !argumentsAt(file.code, place + 4) || isProgramLoop(file.path, before))
            continue;
        out.push_back({file.path, lineAt(file.code, place),
                       "exec() nests an event loop: open() it and connect to its end"});
    }
}

void addWaits(const SourceFile& file, Violations& out)
{
    for (const auto place : placesOf(file.code, "processEvents"))
        out.push_back({file.path, lineAt(file.code, place),
                       "processEvents runs strangers in the middle of a function"});
    for (auto at = file.code.find("waitFor"); at != std::string::npos;
         at = file.code.find("waitFor", at + 1)) {
        auto end = at;
        while (end < file.code.size() && isWordChar(file.code[end]))
            ++end;
        const bool begins = at == 0 || !isWordChar(file.code[at - 1]);
        if (begins && argumentsAt(file.code, end))
            out.push_back({file.path, lineAt(file.code, at),
                           words(file.code.substr(at, end - at),
                                 "() stops the thread: connect to the signal instead")});
    }
}

} // namespace

Violations waiting(const SourceFile& file)
{
    if (!isCpp(file.path) || (!isUnder(file.path, "ui") && !isUnder(file.path, "app")))
        return {};
    Violations violations;
    addWaits(file, violations);
    if (!isUnder(file.path, kStatements))
        addLoops(file, violations);
    return violations;
}

} // namespace tf::test::arch
