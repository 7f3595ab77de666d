#pragma once

// A picture of a widget held against a PNG in tests/shots, to the pixel.
//
// Exact because platform, style, fonts, clock and animations are pinned: a kept PNG has few colours
// and is for looking, a digest in it is of every pixel. On a mismatch three pictures (got, want,
// difference) go to shots/ in the build folder and are named in the report. TRIFOLD_REBASE=1
// accepts; look at the PNG before committing it.

#include <QImage>

#include <string>
#include <string_view>

namespace tf::test {

/// Empty when the picture equals tests/shots/<name>.png, else what differs and where to look.
[[nodiscard]] std::string compareWithShot(std::string_view name, const QImage& got);

/// Where the wanted pictures lie and where those of a mismatch go.
struct ShotFolders {
    std::string want;
    std::string out;
};

/// The same between any folders; what compareWithShot does.
[[nodiscard]] std::string compareWithShotIn(const ShotFolders& folders, std::string_view name,
                                            const QImage& got);

} // namespace tf::test
