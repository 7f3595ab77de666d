#include "vision/ffmpeg/paint/tone_map.h"

#include <algorithm>
#include <cmath>

namespace tf::vision {

namespace {

constexpr int kCodes = 4096; ///< 12 bits of light are told apart
constexpr int kShades = 16384; ///< steps of linear light in front of the sRGB curve
constexpr double kReferenceWhite = 203; ///< cd/m²
constexpr double kHlgPeak = 1000; ///< cd/m²
constexpr float kKnee = 0.8F;

/// SMPTE ST 2084, to cd/m².
double pqLight(double code)
{
    constexpr double kM1 = 2610.0 / 16384;
    constexpr double kM2 = 2523.0 / 4096 * 128;
    constexpr double kC1 = 3424.0 / 4096;
    constexpr double kC2 = 2413.0 / 4096 * 32;
    constexpr double kC3 = 2392.0 / 4096 * 32;
    const double root = std::pow(code, 1 / kM2);
    return 10000 * std::pow(std::max(root - kC1, 0.0) / (kC2 - kC3 * root), 1 / kM1);
}

/// ARIB STD-B67, to the scene's light, 0 to 1.
double hlgLight(double code)
{
    constexpr double kA = 0.17883277;
    constexpr double kB = 1 - 4 * kA;
    const double c = 0.5 - kA * std::log(4 * kA);
    return code <= 0.5 ? code * code / 3 : (std::exp((code - c) / kA) + kB) / 12;
}

double srgbLight(double code)
{
    return code <= 0.04045 ? code / 12.92 : std::pow((code + 0.055) / 1.055, 2.4);
}

double srgbCode(double light)
{
    return light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
}

double lightOfCode(Light light, double code)
{
    switch (light) {
    case Light::Pq:
        return pqLight(code) / kReferenceWhite;
    case Light::Hlg:
        return hlgLight(code);
    case Light::Sdr:
        break;
    }
    return srgbLight(code);
}

constexpr std::array<float, 9> kSame{1, 0, 0, 0, 1, 0, 0, 0, 1};
/// BT.2087.
constexpr std::array<float, 9> kFromBt2020{1.660491F,  -0.587641F, -0.072850F,
                                           -0.124550F, 1.132900F,  -0.008349F,
                                           -0.018151F, -0.100579F, 1.118730F};
/// From the chromaticities of both, white D65.
constexpr std::array<float, 9> kFromDisplayP3{
    1.224940F, -0.224940F, 0, -0.042057F, 1.042057F, 0, -0.019638F, -0.078636F, 1.098274F};

const std::array<float, 9>& matrixFrom(Gamut gamut)
{
    switch (gamut) {
    case Gamut::Bt2020:
        return kFromBt2020;
    case Gamut::DisplayP3:
        return kFromDisplayP3;
    case Gamut::Bt709:
        break;
    }
    return kSame;
}

/// What an sRGB screen is sent for linear light, as a table.
const std::vector<std::uint8_t>& srgbCodes()
{
    static const std::vector<std::uint8_t> codes = [] {
        std::vector<std::uint8_t> made;
        for (int shade = 0; shade <= kShades; ++shade)
            made.push_back(
                static_cast<std::uint8_t>(std::lround(255 * srgbCode(double(shade) / kShades))));
        return made;
    }();
    return codes;
}

std::uint8_t codeOf(float light, const std::uint8_t* codes)
{
    const float bounded = std::min(std::max(light, 0.0F), 1.0F);
    return codes[static_cast<int>(bounded * kShades + 0.5F)];
}

} // namespace

ToneMap::ToneMap(Light light, Gamut gamut)
    : m_light(light)
    , m_toBt709(matrixFrom(gamut))
{
    for (int code = 0; code < kCodes; ++code)
        m_linear.push_back(
            static_cast<float>(lightOfCode(light, static_cast<double>(code) / (kCodes - 1))));
    if (light != Light::Hlg)
        return;
    // The system gamma of BT.2100, 1.2 for the peak above: Y^1.2 / Y = sqrt(Y)^0.4.
    for (int root = 0; root <= kCodes; ++root)
        m_systemGain.push_back(static_cast<float>(
            kHlgPeak / kReferenceWhite * std::pow(static_cast<double>(root) / kCodes, 0.4)));
}

ToneMap::Rgb ToneMap::lightOf(const std::uint16_t* pixel) const
{
    const auto linear = [&](std::uint16_t code) {
        return m_linear[static_cast<std::size_t>((std::uint32_t{code} * (kCodes - 1) + 32767)
                                                 / 65535)];
    };
    Rgb rgb{linear(pixel[0]), linear(pixel[1]), linear(pixel[2])};
    if (m_light == Light::Hlg) {
        const float luminance = 0.2627F * rgb.r + 0.6780F * rgb.g + 0.0593F * rgb.b;
        const float root = std::sqrt(std::min(luminance, 1.0F));
        const float gain = m_systemGain[static_cast<std::size_t>(root * kCodes)];
        rgb = {rgb.r * gain, rgb.g * gain, rgb.b * gain};
    }
    const auto& m = m_toBt709;
    return {m[0] * rgb.r + m[1] * rgb.g + m[2] * rgb.b, m[3] * rgb.r + m[4] * rgb.g + m[5] * rgb.b,
            m[6] * rgb.r + m[7] * rgb.g + m[8] * rgb.b};
}

float ToneMap::bent(float brightest) const
{
    if (m_light == Light::Sdr || brightest <= kKnee)
        return 1;
    const float over = brightest - kKnee;
    constexpr float kRest = 1 - kKnee;
    return (kKnee + kRest * over / (over + kRest)) / brightest;
}

void ToneMap::apply(std::span<const std::uint16_t> rgb, std::span<std::uint8_t> to) const
{
    const std::uint8_t* codes = srgbCodes().data();
    for (std::size_t at = 0; at + 2 < rgb.size(); at += 3) {
        const Rgb light = lightOf(&rgb[at]);
        const float scale = bent(std::max(light.r, std::max(light.g, light.b)));
        to[at] = codeOf(light.r * scale, codes);
        to[at + 1] = codeOf(light.g * scale, codes);
        to[at + 2] = codeOf(light.b * scale, codes);
    }
}

} // namespace tf::vision
