#include "app/works/safe_path.h"

#include "app/works/line.h"
#include "app/workspace/said.h"

#include <QString>

#include <algorithm>
#include <utility>

namespace tf::works {

namespace {

using workspace::Said;
using workspace::said;

constexpr std::size_t kMostPathBytes = 1000;
constexpr std::size_t kMostNameBytes = 255;
constexpr std::ptrdiff_t kMostFolders = 32;

/// Neither seen nor where they seem to be.
bool isHidden(char32_t letter)
{
    constexpr std::pair<char32_t, char32_t> kRanges[] = {
        {0x00, 0x1F},     {0x7F, 0x9F},      {0xAD, 0xAD},     {0x034F, 0x034F}, {0x061C, 0x061C},
        {0x115F, 0x1160}, {0x17B4, 0x17B5},  {0x180B, 0x180F}, {0x200B, 0x200F}, {0x2028, 0x202E},
        {0x2060, 0x206F}, {0x3164, 0x3164},  {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFFB}, {0xE0000, 0xE0FFF}};
    return std::any_of(std::begin(kRanges), std::end(kRanges), [letter](const auto& range) {
        return letter >= range.first && letter <= range.second;
    });
}

bool isDevice(std::string_view name)
{
    const std::string stem = inSmallLetters(trimmed(name.substr(0, name.find('.'))));
    constexpr std::string_view kDevices[] = {"con", "prn", "aux", "nul", "conin$", "conout$"};
    if (std::find(std::begin(kDevices), std::end(kDevices), stem) != std::end(kDevices))
        return true;
    return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"))
        && stem[3] >= '0' && stem[3] <= '9';
}

std::optional<std::string> whyNameUnsafe(std::string_view name)
{
    if (name.empty() || name == "." || name == "..")
        return said(Said::tr("It leads out of the folder, or nowhere."));
    if (name.size() > kMostNameBytes)
        return said(Said::tr("A name in it is too long."));
    if (name.ends_with('.') || name.ends_with(' ') || name.starts_with(' '))
        return said(Said::tr("A name in it begins or ends with a blank, or ends with a dot."));
    if (name.find_first_of("<>:\"|?*") != std::string_view::npos)
        return said(Said::tr("It holds a character that file names cannot have everywhere."));
    if (isDevice(name))
        return said(Said::tr("A name in it is a device's on Windows."));
    if (inSmallLetters(name) == ".git")
        return said(Said::tr("It lies in a folder that git keeps for itself."));
    return std::nullopt;
}

std::optional<std::string> whyWholeUnsafe(std::string_view path)
{
    if (path.empty())
        return said(Said::tr("It has no name."));
    if (path.size() > kMostPathBytes || std::count(path.begin(), path.end(), '/') > kMostFolders)
        return said(Said::tr("The path is too long."));
    if (path.front() == '/' || path.front() == '~' || path.find('\\') != std::string_view::npos
        || (path.size() > 1 && path[1] == ':'))
        return said(Said::tr("It is not a path below the folder."));
    const auto bytes = QByteArray::fromRawData(path.data(), static_cast<qsizetype>(path.size()));
    const QString letters = QString::fromUtf8(bytes);
    if (letters.toUtf8() != bytes)
        return said(Said::tr("The path is not valid text."));
    const auto points = letters.toUcs4();
    if (std::any_of(points.begin(), points.end(),
                    [](uint letter) { return isHidden(char32_t{letter}); }))
        return said(Said::tr("It holds characters that cannot be seen."));
    return std::nullopt;
}

} // namespace

std::optional<std::string> whyUnsafe(std::string_view path)
{
    if (auto why = whyWholeUnsafe(path))
        return why;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        if (auto why = whyNameUnsafe(path.substr(begin, end - begin)))
            return why;
        begin = end + 1;
    }
    return std::nullopt;
}

std::string foldedPath(std::string_view path)
{
    return QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size()))
        .normalized(QString::NormalizationForm_C)
        .toCaseFolded()
        .toStdString();
}

} // namespace tf::works
