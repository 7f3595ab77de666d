#include "kernels/base/words.h"
#include "vision/images/codec.h"
#include "vision/images/svg_cost.h"
#include "vision/images/svg_prologue.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include <cairo.h>
#include <librsvg/rsvg.h>

namespace tf::vision {

namespace {

// An SVG has no pixels of its own. Small ones are made large enough that their text can be read,
// large ones small enough for the model's highest tier.
constexpr double kLeastSvgSide = 1024;
constexpr double kMostSvgSide = 3584;
constexpr double kUnsaidWidth = 300; ///< what browsers take when nothing is said
constexpr double kUnsaidHeight = 150;

struct SvgDeleter {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
    void operator()(GError* error) const { g_error_free(error); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
template <class T>
using SvgOwned = std::unique_ptr<T, SvgDeleter>;

Error svgFault(GError* error)
{
    const SvgOwned<GError> owned(error);
    std::string_view why = owned == nullptr ? "librsvg gave up" : owned->message;
    while (why.ends_with('\n'))
        why.remove_suffix(1);
    return {Code::Corrupt, words("SVG is damaged: ", why)};
}

/// Without a base address, so that librsvg has nowhere to fetch anything from; without the flag
/// that lifts the XML parser's limits.
Result<SvgOwned<RsvgHandle>> openSvg(ByteView bytes)
{
    TRY(expectCheap(svgCost(bytes)));
    GError* error = nullptr;
    SvgOwned<RsvgHandle> handle(rsvg_handle_new_from_data(bytes.data(), bytes.size(), &error));
    if (handle == nullptr)
        return svgFault(error);
    rsvg_handle_set_dpi(handle.get(), 96);
    return handle;
}

struct SvgExtent {
    double width = 0;
    double height = 0;
};

/// Its own width and height; else those of its view box; else those of the browsers.
SvgExtent naturalExtent(RsvgHandle* handle)
{
    SvgExtent extent;
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &extent.width, &extent.height) != FALSE
        && extent.width > 0 && extent.height > 0)
        return extent;
    gboolean hasWidth = FALSE;
    gboolean hasHeight = FALSE;
    gboolean hasBox = FALSE;
    RsvgLength width;
    RsvgLength height;
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(handle, &hasWidth, &width, &hasHeight, &height, &hasBox,
                                         &box);
    if (hasBox != FALSE && box.width > 0 && box.height > 0)
        return {box.width, box.height};
    return {kUnsaidWidth, kUnsaidHeight};
}

std::int32_t svgSide(double side)
{
    return std::max(1, static_cast<std::int32_t>(std::lround(std::min(side, kMostSvgSide))));
}

Size svgSize(RsvgHandle* handle)
{
    const auto [width, height] = naturalExtent(handle);
    const double longSide = std::max(width, height);
    const double scale = std::clamp(longSide, kLeastSvgSide, kMostSvgSide) / longSide;
    return {svgSide(width * scale), svgSide(height * scale)};
}

Result<PictureHeader> svgHeader(ByteView bytes)
{
    const auto handle = TRY(openSvg(bytes));
    PictureHeader header;
    header.size = svgSize(handle.get());
    header.hasAlpha = true;
    return header;
}

/// cairo's pixels are 32-bit numbers, red in the third byte; white lies under them already.
Raster svgRaster(cairo_surface_t* surface, Size size)
{
    Raster raster = blankRaster(size, Alpha::Opaque);
    const std::uint8_t* row = cairo_image_surface_get_data(surface);
    std::uint8_t* to = raster.bytes.data();
    for (std::int32_t y = 0; y < size.height; ++y) {
        const auto* pixels = reinterpret_cast<const std::uint32_t*>(row);
        for (std::int32_t x = 0; x < size.width; ++x) {
            *to++ = static_cast<std::uint8_t>(pixels[x] >> 16);
            *to++ = static_cast<std::uint8_t>(pixels[x] >> 8);
            *to++ = static_cast<std::uint8_t>(pixels[x]);
        }
        row += cairo_image_surface_get_stride(surface);
    }
    return raster;
}

Result<Raster> decodeSvg(ByteView bytes, const PictureHeader& header)
{
    const auto handle = TRY(openSvg(bytes));
    const auto [width, height] = header.size;
    const SvgOwned<cairo_surface_t> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    const SvgOwned<cairo_t> context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    const RsvgRectangle view{0, 0, static_cast<double>(width), static_cast<double>(height)};
    GError* error = nullptr;
    if (rsvg_handle_render_document(handle.get(), context.get(), &view, &error) == FALSE)
        return svgFault(error);
    cairo_surface_flush(surface.get());
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return Error(Code::OutOfMemory, "no memory to draw an SVG");
    return svgRaster(surface.get(), header.size);
}

} // namespace

const Codec& svgCodec()
{
    static constexpr Codec codec{"SVG", beginsLikeSvg, svgHeader, decodeSvg};
    return codec;
}

} // namespace tf::vision
