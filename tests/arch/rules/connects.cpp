#include "kernels/base/words.h"
#include "tests/arch/rules.h"
#include "tests/arch/scan.h"

namespace tf::test::arch {

namespace {

bool speaksQt(std::string_view path)
{
    return isCpp(path) && (isUnder(path, "app") || isUnder(path, "ui") || isUnder(path, "tests"));
}

/// `::connect(fd, address, size)` of the operating system.
bool isSystemCall(std::string_view before)
{
    return before.ends_with("::") && lastWord(before.substr(0, before.size() - 2)).empty();
}

void addConnects(const SourceFile& file, Violations& out)
{
    for (const auto place : placesOf(file.code, "connect")) {
        const auto arguments = argumentsAt(file.code, place + 7);
        if (arguments && arguments->size() == 3 && !isSystemCall(codeBefore(file.code, place)))
            out.push_back({file.path, lineAt(file.code, place),
                           "connect without a context: it outlives who it speaks to; write "
                           "connect(sender, signal, context, slot)"});
    }
    for (const std::string_view old : {"SIGNAL", "SLOT"}) {
        for (const auto place : placesOf(file.code, old)) {
            if (argumentsAt(file.code, place + old.size()))
                out.push_back({file.path, lineAt(file.code, place),
                               words(old, "() is checked by nobody: name the member function")});
        }
    }
}

void addTimers(const SourceFile& file, Violations& out)
{
    for (const auto place : placesOf(file.code, "singleShot")) {
        const auto arguments = argumentsAt(file.code, place + 10);
        if (!arguments)
            continue;
        const bool hasTimerType = arguments->size() == 3 && (*arguments)[1].starts_with("Qt::");
        if (arguments->size() == 2 || hasTimerType)
            out.push_back({file.path, lineAt(file.code, place),
                           "singleShot without a context: it fires into what may be gone; write "
                           "singleShot(time, context, slot)"});
    }
}

/// A declaration of a getter named sender has its type in front, a call on another object a dot.
bool isQtSender(std::string_view before)
{
    if (before.ends_with("this->") || before.ends_with("QObject::"))
        return true;
    const auto word = lastWord(before);
    if (!word.empty())
        return word == "return";
    return before.empty()
        || std::string_view("=({,;!}").find(before.back()) != std::string_view::npos;
}

void addSenders(const SourceFile& file, Violations& out)
{
    for (const auto place : placesOf(file.code, "sender")) {
        const auto arguments = argumentsAt(file.code, place + 6);
        if (arguments && arguments->empty() && isQtSender(codeBefore(file.code, place)))
            out.push_back({file.path, lineAt(file.code, place),
                           "sender(): give the slot what it needs in its lambda"});
    }
}

} // namespace

Violations connects(const SourceFile& file)
{
    if (!speaksQt(file.path))
        return {};
    Violations violations;
    addConnects(file, violations);
    addTimers(file, violations);
    addSenders(file, violations);
    return violations;
}

} // namespace tf::test::arch
