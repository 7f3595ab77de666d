// A decoding process that decodes nothing: the medium holds one word that says what it shall do.

#include "vision/media/channel.h"
#include "vision/media/messages.h"
#include "vision/media/source.h"

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace tf;
using namespace tf::vision;

namespace {

struct Ordered {
    Order order;
    std::string script;
    std::optional<FrameSlots> slots;
};

void say(const Channel& channel, const FromDecoder& message)
{
    if (!channel.send(toBytes(message), {}, {}))
        _exit(kDecoderDone);
}

Ordered nextOrder(const Channel& channel)
{
    for (;;) {
        auto parcel = channel.receive({});
        if (!parcel)
            _exit(kDecoderDone);
        auto message = MUST(orderFromBytes(parcel->bytes));
        auto* order = std::get_if<Order>(&message);
        if (order == nullptr)
            continue;
        const auto source = MUST(Source::fromDescriptor(std::move(parcel->descriptors.front())));
        std::string script(static_cast<std::size_t>(source.size()), ' ');
        MUST(source.readAt(0, std::as_writable_bytes(std::span(script))));
        Ordered ordered{*order, std::move(script), std::nullopt};
        if (parcel->descriptors.size() > 1)
            ordered.slots.emplace(
                MUST(FrameSlots::map(std::move(parcel->descriptors[1]), order->slots)));
        return ordered;
    }
}

FrameSeen frame(std::int32_t slot, std::int64_t index)
{
    return {slot, index, static_cast<double>(index), {2, 1}, FrameReason::Asked, 0};
}

/// As a good one would, with as many frames as there are slots at a time.
void showFrames(const Channel& channel, Ordered& ordered, std::int64_t count)
{
    std::int32_t numOut = 0;
    for (std::int64_t index = 0; index < count; ++index) {
        while (numOut == ordered.slots->layout().count) {
            const auto parcel = channel.receive({});
            if (!parcel)
                _exit(kDecoderDone);
            const auto message = MUST(orderFromBytes(parcel->bytes));
            if (std::holds_alternative<Enough>(message)) {
                say(channel, ClipDone{index, static_cast<double>(index), {}, {"stopped"}});
                return;
            }
            --numOut;
        }
        const auto slot = static_cast<std::int32_t>(index % ordered.slots->layout().count);
        std::memset(ordered.slots->writable(slot), static_cast<int>(index), 6);
        say(channel, frame(slot, index));
        ++numOut;
    }
    say(channel, ClipDone{count, static_cast<double>(count), {}, {}});
}

[[noreturn]] void sleepForever()
{
    for (;;)
        pause();
}

[[noreturn]] void spin()
{
    for (volatile std::uint64_t count = 0;;)
        count = count + 1;
}

Facts someClip()
{
    ClipFacts clip;
    clip.size = {2, 1};
    clip.times = {0, 1};
    return {clip};
}

void raw(const Channel& channel, std::string_view bytes)
{
    static_cast<void>(::send(channel.descriptor(), bytes.data(), bytes.size(), MSG_NOSIGNAL));
}

/// Of a clip that stays open, or whose changes are told.
void misbehaveAtAClip(const Channel& channel, const std::string& script)
{
    if (script == "clip, then silence")
        say(channel, someClip());
    else if (script == "answers nobody asked for") {
        say(channel, someClip());
        FrameSeen seen = frame(0, 0);
        seen.call = 2;
        say(channel, seen);
    } else if (script == "a clip without times")
        say(channel, Facts{ClipFacts{}});
    else if (script == "changes that go back")
        say(channel, ChangesSeen{{{2, 0.5F}, {1, 0.5F}}, 2, {}});
    else if (script == "too many moments")
        for (std::int64_t index = 0; index < 100; ++index)
            say(channel, ChangesSeen{{}, 0, {{index, 0, FrameReason::Last, 0}}});
}

/// Each is one way to be hostile or broken.
void misbehave(const Channel& channel, Ordered& ordered)
{
    const std::string& script = ordered.script;
    misbehaveAtAClip(channel, script);
    if (script == "crash") {
        std::signal(SIGSEGV, SIG_DFL); // not a sanitizer's report
        raise(SIGSEGV);
    } else if (script == "forbidden")
        raise(SIGSYS);
    else if (script == "exit")
        _exit(3);
    else if (script == "memory")
        _exit(kDecoderOutOfMemory);
    else if (script == "silent")
        sleepForever();
    else if (script == "spin")
        spin();
    else if (script == "close")
        static_cast<void>(shutdown(channel.descriptor(), SHUT_RDWR));
    else if (script == "garbage")
        raw(channel, std::string_view("\x20\0\0\0garbage garbage garbage garbage ", 36));
    else if (script == "endless message")
        raw(channel, "\xFF\xFF\xFF\xFF");
    else if (script == "half a message")
        raw(channel, std::string_view("\x20\0\0\0half", 8));
    else if (script == "wrong slot")
        say(channel, frame(ordered.order.slots.count, 0));
    else if (script == "too large")
        say(channel, FrameSeen{0, 0, 0, {1 << 20, 1 << 20}, FrameReason::Asked, 0});
    else if (script == "no size")
        say(channel, FrameSeen{0, 0, 0, {0, 0}, FrameReason::Asked, 0});
    else if (script == "large picture")
        say(channel, PictureSeen{{}, {1 << 20, 1 << 20}});
    else if (script == "same frame again")
        for (int count = 0; count < 3; ++count)
            say(channel, frame(0, 1));
    else if (script == "too many")
        for (std::int64_t index = 0; index < 100; ++index)
            say(channel, frame(0, index));
    else if (script == "facts for frames")
        say(channel, Facts{PictureFacts{}});
    else if (script == "hello again")
        say(channel, Hello{});
    else if (script == "descriptor") {
        const int numbers[] = {0};
        static_cast<void>(channel.send(toBytes(FromDecoder(ClipDone{})), numbers, {}));
    } else if (script == "chatter")
        for (;;)
            say(channel, Hello{});
    else if (script == "progress")
        for (;;)
            say(channel, ClipProgress{1, 1});
    else if (script == "frame and progress") {
        say(channel, frame(0, 0));
        for (;;)
            say(channel, ClipProgress{1, 1});
    }
    sleepForever();
}

void answer(const Channel& channel, Ordered ordered)
{
    const std::string& script = ordered.script;
    if (script == "refuse")
        say(channel, Error(Code::Unsupported, "not today"));
    else if (script == "facts")
        say(channel, Facts{PictureFacts{"FAKE", {3, 4}, 8, 1, false, false, {}}});
    else if (script == "picture") {
        std::memcpy(ordered.slots->writable(0), "abcdef", 6);
        say(channel, PictureSeen{{"FAKE", {2, 1}, 8, 1, false, false, {}}, {2, 1}});
    } else if (script.starts_with("frames "))
        showFrames(channel, ordered, std::atoll(script.c_str() + 7));
    else if (script == "descriptors") {
        // How many are open, to prove that nothing was inherited: socket and medium come on top.
        std::int64_t count = 0;
        for (int number = 0; number < 1000; ++number)
            count += fcntl(number, F_GETFD) >= 0 ? 1 : 0;
        say(channel, ClipDone{count, 0, {}, {}});
    } else if (script == "environment")
        say(channel, ClipDone{environ[0] == nullptr ? 0 : 1, 0, {}, {}});
    else
        misbehave(channel, ordered);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    const std::string_view name = argv[0];
    const Channel channel{Descriptor(std::atoi(argv[2]))};
    if (name.ends_with("mute"))
        sleepForever();
    if (name.ends_with("stillborn"))
        return 1;
    if (name.ends_with("boxless"))
        say(channel, Error(Code::Unsupported, "no box here"));
    else
        say(channel, Hello{});
    for (;;)
        answer(channel, nextOrder(channel));
}
