#pragma once

// Server-sent events from bytes as they come, and one event as bytes.
//
// A push parser: however the bytes are cut, the events are the same. Line ends are CR, LF or CRLF;
// a byte order mark and comments are passed over; a stream may end without its last empty line.
// What grows beyond the limits is a fault, and nothing is read after it. A value. Pure. Thread:
// any, one at a time.

#include "kernels/base/error.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tf::wire {

struct SseEvent {
    std::string type; ///< empty: "message"
    std::string data; ///< its data lines, joined by line feeds

    bool operator==(const SseEvent&) const = default;
};

struct SseLimits {
    std::size_t eventBytes = std::size_t(8) << 20; ///< of a line too
    std::size_t totalBytes = std::size_t(512) << 20;
};

class SseParser {
public:
    explicit SseParser(SseLimits limits = {});

    /// The events that these bytes complete.
    std::vector<SseEvent> feed(std::string_view bytes);
    /// The event that lacked its empty line, if it has data. Nothing may be fed after it.
    std::vector<SseEvent> finish();

    /// BadInput once a limit was passed; events before that place have been given.
    [[nodiscard]] const std::optional<Error>& fault() const { return m_fault; }
    [[nodiscard]] std::size_t numBytes() const { return m_numBytes; }

private:
    void takeLine(std::vector<SseEvent>& events);
    void takeField(std::string_view name, std::string_view value);
    void refuse(std::string_view what, std::size_t limit);

    SseLimits m_limits;
    std::string m_line;
    SseEvent m_event;
    bool m_hasData = false;
    bool m_isFirstLine = true;
    bool m_lastWasCr = false; ///< a line feed now belongs to the line that has ended
    std::size_t m_numBytes = 0;
    std::optional<Error> m_fault;
};

/// The bytes of an event without a type. Thread: any.
[[nodiscard]] std::string sseFrame(std::string_view data);

} // namespace tf::wire
