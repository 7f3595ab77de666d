#pragma once

// Owners of FFmpeg's objects: each is given back as its library wants it.

#include <memory>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
#include <libswscale/swscale.h>
}

namespace tf::vision {

/// For functions that take the address of the pointer.
template <auto release>
struct AvRelease {
    template <class T>
    void operator()(T* object) const
    {
        release(&object);
    }
};

struct SwsRelease {
    void operator()(SwsContext* context) const { sws_freeContext(context); }
};

struct AvioRelease {
    void operator()(AVIOContext* context) const
    {
        // The library may have put another buffer in the place of the one it was given.
        av_freep(&context->buffer);
        avio_context_free(&context);
    }
};

using UniqueAvFrame = std::unique_ptr<AVFrame, AvRelease<av_frame_free>>;
using UniqueAvPacket = std::unique_ptr<AVPacket, AvRelease<av_packet_free>>;
using UniqueAvCodecContext = std::unique_ptr<AVCodecContext, AvRelease<avcodec_free_context>>;
using UniqueAvFormatContext = std::unique_ptr<AVFormatContext, AvRelease<avformat_close_input>>;
using UniqueAvioContext = std::unique_ptr<AVIOContext, AvioRelease>;
using UniqueSwsContext = std::unique_ptr<SwsContext, SwsRelease>;

} // namespace tf::vision
