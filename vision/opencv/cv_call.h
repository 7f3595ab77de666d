#pragma once

// Where cv::Exception ends: a piece of work with OpenCV whose failure is an Error.

#include "kernels/base/result.h"
#include "kernels/base/words.h"

#include <new>
#include <utility>

#include <opencv2/core.hpp>

namespace tf::vision {

/// What `work` returns. OpenCV's own threads are off: the decoder has the cores.
template <class Work>
auto cvCall(const char* doing, Work&& work) -> Result<decltype(work())>
{
    try {
        cv::setNumThreads(1);
        return std::forward<Work>(work)();
    } catch (const cv::Exception& fault) {
        const auto code = fault.code == cv::Error::StsNoMem ? Code::OutOfMemory : Code::Internal;
        return Error(code, words(doing, ": ", fault.err));
    } catch (const std::bad_alloc&) {
        return Error(Code::OutOfMemory, words(doing, ": no memory"));
    }
}

} // namespace tf::vision
