#include "app/ingest/reader/messages.h"

#include "vision/media/message_choice.h"

namespace tf::ingest {

namespace {

using vision::FieldReader;
using vision::FieldWriter;

constexpr std::size_t kMostTextBytes = 2000;
constexpr std::size_t kMostPathBytesSent = 4095;
constexpr std::size_t kMostNameDigits = 40;
constexpr std::size_t kMostRules = 1000;
constexpr std::size_t kLeastEntryBytes = 22;
constexpr std::int64_t kMostSize = INT64_MAX;

template <class Wire, class T>
using Field = typename Wire::template Field<T>;

// What each message holds, with its bounds; a Wire is a FieldWriter or a FieldReader.

template <class Wire>
void fields(Wire& wire, Field<Wire, UserRule>& rule)
{
    wire.text(rule.glob, kMostTextBytes, "a rule");
    wire.flag(rule.includes);
}

template <class Wire>
void fields(Wire& wire, Field<Wire, ListAsk>& ask)
{
    auto& choice = ask.choice;
    wire.list(choice.rules, kMostRules, 5, "the rules",
              [&wire](auto& rule) { fields(wire, rule); });
    wire.template number<std::int64_t>(choice.mostBytes, 0, kMostSize, "the limit on bytes");
    wire.flag(choice.takesIgnored);
    wire.flag(choice.takesGenerated);
    wire.flag(choice.takesVendored);
    wire.flag(choice.takesLockFiles);
    wire.choice(ask.git, GitUse::No, "the use of git");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, ReadAsk>& ask)
{
    wire.text(ask.path, kMostPathBytesSent, "a path");
    wire.text(ask.object, kMostNameDigits, "the name of an object");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, ReaderHello>& hello)
{
    wire.template number<std::int32_t>(hello.landlock, 0, 1000, "the level of Landlock");
    wire.texts(hello.gaps, kMostNotices, kMostTextBytes, "the list of gaps");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, ListProgress>& progress)
{
    wire.template number<std::int64_t>(progress.entries, 0, kMostEntries, "the number of entries");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, Entry>& entry)
{
    wire.text(entry.path, kMostPathBytesSent, "a path");
    wire.choice(entry.kind, EntryKind::Special, "the kind of an entry");
    wire.choice(entry.state, FileState::Plain, "the state of a file");
    wire.template number<std::int64_t>(entry.size, 0, kMostSize, "the size of a file");
    wire.text(entry.blob, kMostNameDigits, "the name of a content");
    wire.choice(entry.verdict.why, Why::BadName, "why a file is left out");
    wire.text(entry.verdict.detail, kMostTextBytes, "why a file is left out");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, EntryBatch>& batch)
{
    wire.list(batch.entries, kMostBatch, kLeastEntryBytes, "a batch of entries",
              [&wire](auto& entry) { fields(wire, entry); });
}

template <class Wire>
void fields(Wire& wire, Field<Wire, ListEnd>& end)
{
    wire.text(end.commit, kMostNameDigits, "the name of a commit");
    wire.text(end.branch, kMostTextBytes, "the name of a branch");
    wire.flag(end.isBare);
    wire.texts(end.notices, kMostNotices, kMostTextBytes, "the list of notices");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, ContentSeen>& content)
{
    wire.bytes(content.bytes, kMostFileBytes, "the content of a file");
    wire.text(content.blob, kMostNameDigits, "the name of a content");
}

template <class Wire>
void fields(Wire& wire, Field<Wire, Error>& error)
{
    wire.choice(error.code, Code::Internal, "the code of an error");
    wire.text(error.text, kMostTextBytes, "the words of an error");
}

// Variants: which one it is, then its fields.

template <class Variant>
std::vector<std::byte> written(const Variant& message)
{
    FieldWriter wire;
    vision::writeChoice(wire, message, [](auto& to, const auto& one) { fields(to, one); });
    return wire.take();
}

template <class Variant>
Result<Variant> readWhole(std::span<const std::byte> bytes)
{
    FieldReader wire(bytes);
    auto message = vision::readChoice<Variant>(wire, "the kind of message",
                                               [](auto& from, auto& one) { fields(from, one); });
    TRY(wire.finish());
    return message;
}

} // namespace

std::vector<std::byte> toBytes(const ToReader& message)
{
    return written(message);
}

std::vector<std::byte> toBytes(const FromReader& message)
{
    return written(message);
}

Result<ToReader> readerAskFromBytes(std::span<const std::byte> bytes)
{
    return readWhole<ToReader>(bytes).because("what was asked makes no sense");
}

Result<FromReader> readerAnswerFromBytes(std::span<const std::byte> bytes)
{
    return readWhole<FromReader>(bytes).because("what was answered makes no sense");
}

} // namespace tf::ingest
