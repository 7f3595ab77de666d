#pragma once

// Decoding processes that wait for an ask, and those that replace what has ended.
//
// A process that is started warms itself up, so nothing here waits for one but whoever takes it.
// Thread: any.

#include "kernels/base/mutex.h"
#include "vision/client/decoder.h"
#include "vision/client/decoding_process.h"

#include <vector>

namespace tf::vision {

class Decoder::Pool {
public:
    explicit Pool(DecoderOptions options);
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    [[nodiscard]] const DecoderOptions& options() const { return m_options; }

    /// Starts as many as shall wait.
    Result<> fill();
    /// One that has closed its box; a new one when all are at work. Blocks: until it is warm.
    Result<DecodingProcess> take(const CancelToken& cancel);
    /// One that can be asked again.
    Result<> giveBack(DecodingProcess process);
    /// Ends one that cannot, and starts another in its place.
    Result<> replace(DecodingProcess process);

private:
    Result<DecodingProcess> oldest();
    Result<> fillUp() TF_REQUIRES(m_mutex);

    const DecoderOptions m_options;
    Mutex m_mutex;
    std::vector<DecodingProcess> m_waiting TF_GUARDED_BY(m_mutex); ///< the oldest first
    std::int32_t m_numTaken TF_GUARDED_BY(m_mutex) = 0;
};

} // namespace tf::vision
