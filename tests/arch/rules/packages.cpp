#include "kernels/base/words.h"
#include "tests/arch/rules.h"
#include "tests/arch/rules/gui_headers.h"
#include "tests/arch/scan.h"

#include <algorithm>
#include <vector>

namespace tf::test::arch {

namespace {

/// Includes that begin with one of these are for `places` and for the tests that mirror them.
struct Package {
    std::vector<std::string_view> beginnings;
    std::vector<std::string_view> places;
    std::string_view reason;
};

const std::vector<Package>& packageTable()
{
    static const std::vector<Package> table = {
        {{"simdjson"}, {"engine/json"}, "JSON stands behind one file with limits"},
        {{"git2"}, {"app/ingest/git"}, "libgit2 never leaves its folder"},
        {{"archive"}, {"app/ingest/obtain"}, "archives are unpacked in one folder"},
        {{"sodium"}, {"app/secrets"}, "what is encrypted is encrypted in one room"},
        {{"sqlite3"}, {"app/session"}, "the store owns its database"},
        {{"libav", "libsw"}, {"vision/ffmpeg"}, "FFmpeg stands behind unique handles"},
        {{"opencv2/"}, {"vision/opencv"}, "cv::Exception is caught in one folder"},
        {{"cuda", "cooperative_groups", "cub/", "cutlass/", "cute/", "thrust/", "cublas", "nvrtc",
          "nvtx3/", "mma.h"},
         {"kernels/cuda"},
         "CUDA is a plug-in"},
        {{"nccl"}, {"kernels/cuda", "kernels/comm/nccl"}, "NCCL is opened on demand in one file"},
        {{"boost/"}, {"app/server"}, "Beast speaks HTTP for the server alone"},
        {{"unicode/"},
         {"engine/text", "tests/fuzz"},
         "ICU is for the tokenizer, and to hold it against"},
        {{"pcre2"}, {"engine/text"}, "regular expressions are for the tokenizer"},
        {{"hwy/"}, {"kernels/cpu"}, "vector code stays beside its plain truth"},
        {{"md4c"}, {"ui/markdown"}, "Markdown becomes blocks in one place"},
        {{"png.h", "tiffio", "jpeglib", "webp/", "librsvg/", "cairo"},
         {"vision/images"},
         "picture codecs run in the helper alone"},
        {{"seccomp", "linux/seccomp", "linux/landlock", "linux/filter"},
         {"vision/helper", "app/ingest/reader", "app/ingest/obtain/unpack"},
         "a box is for a process that reads what is not trusted"},
        {{"zlib"}, {"app/media"}, "zlib packs PNG files in one place"},
        {{"qt6keychain"}, {"app/secrets"}, "secrets stand behind one interface"},
        {{"QNetworkAccessManager"},
         {"app/endpoint/egress"},
         "one door to the network, which can be shut"},
        {{"QTcpSocket", "QSslSocket", "QUdpSocket", "QWebSocket"},
         {"app/endpoint/egress", "app/endpoint/handshake", "tests"},
         "one door to the network, which can be shut"},
        {{"QtTest", "QTest", "QSignalSpy"}, {"tests"}, "Qt Test is for tests"},
        {{"iostream"}, {"tests"}, "text is made with words(), lines go to the log"},
        {{"format"}, {}, "g++ 12 has no std::format: use words()"},
        {{"expected"}, {}, "g++ 12 has it only in C++23: use Result"},
        {{"source_location"}, {}, "clang 14 lacks it: use __builtin_FILE"},
    };
    return table;
}

bool isQt(std::string_view name)
{
    return name.size() > 1 && name[0] == 'Q'
        && ((name[1] >= 'A' && name[1] <= 'Z') || name[1] == 't');
}

/// A test may touch what the room that it mirrors may.
std::string_view mirrored(std::string_view path)
{
    return path.starts_with("tests/") ? path.substr(6) : path;
}

bool allowedIn(std::string_view path, const std::vector<std::string_view>& places)
{
    return std::any_of(places.begin(), places.end(), [path](std::string_view place) {
        return isUnder(path, place) || isUnder(mirrored(path), place);
    });
}

bool matches(const Package& package, std::string_view name)
{
    const bool isWord = package.places.empty(); // a standard header: the whole name
    return std::any_of(package.beginnings.begin(), package.beginnings.end(),
                       [&](std::string_view beginning) {
                           return isWord ? name == beginning : name.starts_with(beginning);
                       });
}

/// Why the file may not include that; empty when it may.
std::string wrongPackage(std::string_view path, std::string_view name)
{
    for (const auto& package : packageTable()) {
        if (matches(package, name) && !allowedIn(path, package.places))
            return words("<", name, "> does not belong here: ", package.reason);
    }
    if (isGuiHeader(name) && !allowedIn(path, {"ui", "tests", "packaging"}))
        return words("<", name, "> does not belong here: only ui paints");
    if (isQt(name) && !allowedIn(path, {"app", "ui", "tests", "packaging"}))
        return words("<", name, "> does not belong here: Qt is for app, ui and tests");
    return {};
}

bool isCudaSource(std::string_view path)
{
    return path.ends_with(".cu") || path.ends_with(".cuh");
}

} // namespace

Violations packages(const SourceFile& file)
{
    Violations violations;
    if (isCudaSource(file.path) && !allowedIn(file.path, {"kernels/cuda"}))
        violations.push_back({file.path, 1, "CUDA sources live in kernels/cuda"});
    for (const auto& include : includesOf(file)) {
        if (include.name.find('/') != std::string::npos && include.quoted)
            continue; // ours: arrows looks at it
        if (auto wrong = wrongPackage(file.path, include.name); !wrong.empty())
            violations.push_back({file.path, include.line, std::move(wrong)});
    }
    return violations;
}

} // namespace tf::test::arch
