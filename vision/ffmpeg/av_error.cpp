#include "vision/ffmpeg/av_error.h"

#include "kernels/base/words.h"

#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <mutex>

extern "C" {
#include <libavutil/error.h>
#include <libavutil/log.h>
}

namespace tf::vision {

namespace {

// FFmpeg's log has one receiver per process; this is its ear. Plain memory: frame threads may
// still complain while the program ends.
std::mutex complaintMutex;
std::array<char, 200> complaint{};

void keepComplaint(void* /*from*/, int level, const char* form, std::va_list values)
{
    if (level > AV_LOG_ERROR)
        return;
    const std::lock_guard lock(complaintMutex);
    if (complaint[0] != '\0') // what came first is nearest to the cause
        return;
    std::vsnprintf(complaint.data(), complaint.size(), form, values);
}

Code codeOf(int code)
{
    switch (code) {
    case AVERROR(ENOMEM):
        return Code::OutOfMemory;
    case AVERROR(EPERM):
    case AVERROR(EACCES):
        return Code::Denied;
    case AVERROR_EXIT:
        return Code::BadInput;
    case AVERROR_DECODER_NOT_FOUND:
    case AVERROR_DEMUXER_NOT_FOUND:
    case AVERROR(ENOSYS):
    case AVERROR_PATCHWELCOME:
        return Code::Unsupported;
    default:
        return Code::Corrupt;
    }
}

} // namespace

void hushFfmpeg()
{
    av_log_set_callback(keepComplaint);
}

std::string takeComplaint()
{
    const std::lock_guard lock(complaintMutex);
    std::string text;
    for (const char c : std::string_view(complaint.data())) {
        if (c >= ' ' && c <= '~')
            text += c;
    }
    complaint[0] = '\0';
    while (text.ends_with(' ') || text.ends_with('.'))
        text.pop_back();
    return text;
}

Error avError(int code, std::string_view tried, const char* file, int line)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> meaning{};
    av_strerror(code, meaning.data(), meaning.size());
    const std::string last = takeComplaint();
    std::string text = words(tried, ": ", meaning.data());
    if (!last.empty())
        text += words(" (", last, ")");
    return {codeOf(code), std::move(text), file, line};
}

} // namespace tf::vision
