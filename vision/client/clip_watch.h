#pragma once

// A clip kept open in a decoding process of its own: exact frames, one after the other.
//
// The process keeps its place, so that the next frame costs one. What is wished for while a frame
// is decoded replaces it. Thread: one at a time. Blocks: until the frame is there.

#include "vision/client/conversation.h"
#include "vision/client/pool.h"

namespace tf::vision {

class ClipWatch {
public:
    struct Wish {
        std::int64_t index = 0; ///< in facts().times
        Size box;
    };
    /// What is wished for instead by now, if it is something else; asked every few milliseconds.
    using NewerWish = std::function<std::optional<Wish>()>;

    /// By Decoder::watch().
    static Result<std::unique_ptr<ClipWatch>> open(Decoder::Pool& pool, const Source& source,
                                                   Size box, const CancelToken& cancel);
    ClipWatch(const ClipWatch&) = delete;
    ClipWatch& operator=(const ClipWatch&) = delete;
    /// The process goes back to the others.
    ~ClipWatch();

    [[nodiscard]] const ClipFacts& facts() const { return m_facts; }

    /// The frame that is on the screen at the wished index: with another index where that one
    /// cannot be decoded. NotFound when there is none, and the next wish may be granted; after any
    /// other error the clip has to be opened anew. The sink may be called for frames that were
    /// wished for before.
    Result<FrameSeen> show(Wish wish, const NewerWish& newer, const FrameSink& sink);

private:
    ClipWatch(Decoder::Pool& pool, DecodingProcess process, const Source& source,
              const CancelToken& cancel);

    Decoder::Pool& m_pool;
    DecodingProcess m_process;
    Conversation m_talk; ///< with m_process
    ClipFacts m_facts;
    std::int64_t m_lastCall = 0;
};

} // namespace tf::vision
