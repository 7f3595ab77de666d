#include "app/ingest/rules/file_kind.h"

#include <algorithm>
#include <array>
#include <string>

namespace tf::ingest {

namespace {

/// A name, with one star at most.
struct KnownName {
    std::string_view pattern;
    Why why;
};

constexpr std::array kFolders{
    KnownName{".git", Why::VersionControl},
    KnownName{".hg", Why::VersionControl},
    KnownName{".svn", Why::VersionControl},
    KnownName{".bzr", Why::VersionControl},
    KnownName{".jj", Why::VersionControl},
    KnownName{".pijul", Why::VersionControl},
    KnownName{"_darcs", Why::VersionControl},
    KnownName{".ssh", Why::Secret},
    KnownName{".gnupg", Why::Secret},
    KnownName{"node_modules", Why::Vendored},
    KnownName{"bower_components", Why::Vendored},
    KnownName{"jspm_packages", Why::Vendored},
    KnownName{"vendor", Why::Vendored},
    KnownName{"_vendor", Why::Vendored},
    KnownName{"third_party", Why::Vendored},
    KnownName{"third-party", Why::Vendored},
    KnownName{"thirdparty", Why::Vendored},
    KnownName{"3rdparty", Why::Vendored},
    KnownName{"godeps", Why::Vendored},
    KnownName{"pods", Why::Vendored},
    KnownName{"carthage", Why::Vendored},
    KnownName{".bundle", Why::Vendored},
    KnownName{".pnpm-store", Why::Vendored},
    KnownName{".yarn", Why::Vendored},
    KnownName{".venv", Why::Vendored},
    KnownName{"venv", Why::Vendored},
    KnownName{"site-packages", Why::Vendored},
    KnownName{"__pycache__", Why::Generated},
    KnownName{".mypy_cache", Why::Generated},
    KnownName{".pytest_cache", Why::Generated},
    KnownName{".ruff_cache", Why::Generated},
    KnownName{".tox", Why::Generated},
    KnownName{".nox", Why::Generated},
    KnownName{".eggs", Why::Generated},
    KnownName{"*.egg-info", Why::Generated},
    KnownName{".ipynb_checkpoints", Why::Generated},
    KnownName{"htmlcov", Why::Generated},
    KnownName{".nyc_output", Why::Generated},
    KnownName{".next", Why::Generated},
    KnownName{".nuxt", Why::Generated},
    KnownName{".svelte-kit", Why::Generated},
    KnownName{".parcel-cache", Why::Generated},
    KnownName{".turbo", Why::Generated},
    KnownName{".gradle", Why::Generated},
    KnownName{".dart_tool", Why::Generated},
    KnownName{".terraform", Why::Generated},
    KnownName{".vs", Why::Generated},
    KnownName{"deriveddata", Why::Generated},
    KnownName{"cmakefiles", Why::Generated},
    KnownName{"cmake-build-*", Why::Generated},
};

// Below the root these are as often the sources of a build system.
constexpr std::array kTopFolders{
    KnownName{"build", Why::Generated},
    KnownName{"dist", Why::Generated},
    KnownName{"out", Why::Generated},
    KnownName{"target", Why::Generated},
};

// Before the secrets: what is made to be shared.
constexpr std::array kHarmless{
    KnownName{".env.example", Why::Included},  KnownName{".env.sample", Why::Included},
    KnownName{".env.template", Why::Included}, KnownName{".env.dist", Why::Included},
    KnownName{".env.defaults", Why::Included}, KnownName{"example.env", Why::Included},
    KnownName{"sample.env", Why::Included},    KnownName{"template.env", Why::Included},
};

constexpr std::array kFiles{
    // Worktrees and submodules have a file of that name.
    KnownName{".git", Why::VersionControl},
    KnownName{".env", Why::Secret},
    KnownName{".env.*", Why::Secret},
    KnownName{"*.env", Why::Secret},
    KnownName{".envrc", Why::Secret},
    KnownName{"id_rsa", Why::Secret},
    KnownName{"id_dsa", Why::Secret},
    KnownName{"id_ecdsa", Why::Secret},
    KnownName{"id_ed25519", Why::Secret},
    KnownName{"*.pem", Why::Secret},
    KnownName{"*.key", Why::Secret},
    KnownName{"*.p12", Why::Secret},
    KnownName{"*.pfx", Why::Secret},
    KnownName{"*.jks", Why::Secret},
    KnownName{"*.keystore", Why::Secret},
    KnownName{"*.kdbx", Why::Secret},
    KnownName{"*.ppk", Why::Secret},
    KnownName{"*.ovpn", Why::Secret},
    KnownName{"*.tfstate", Why::Secret},
    KnownName{"*.tfstate.backup", Why::Secret},
    KnownName{".npmrc", Why::Secret},
    KnownName{".pypirc", Why::Secret},
    KnownName{".netrc", Why::Secret},
    KnownName{"_netrc", Why::Secret},
    KnownName{".git-credentials", Why::Secret},
    KnownName{".htpasswd", Why::Secret},
    KnownName{".pgpass", Why::Secret},
    KnownName{".my.cnf", Why::Secret},
    KnownName{".s3cfg", Why::Secret},
    KnownName{".boto", Why::Secret},
    KnownName{".dockercfg", Why::Secret},
    KnownName{".vault-token", Why::Secret},
    KnownName{"kubeconfig", Why::Secret},
    KnownName{"credentials", Why::Secret},
    KnownName{"credentials.json", Why::Secret},
    KnownName{"client_secret*.json", Why::Secret},
    KnownName{"service-account*.json", Why::Secret},
    KnownName{"service_account*.json", Why::Secret},
    KnownName{"secrets.json", Why::Secret},
    KnownName{"secrets.toml", Why::Secret},
    KnownName{"secrets.yaml", Why::Secret},
    KnownName{"secrets.yml", Why::Secret},
    KnownName{"package-lock.json", Why::LockFile},
    KnownName{"npm-shrinkwrap.json", Why::LockFile},
    KnownName{"yarn.lock", Why::LockFile},
    KnownName{"pnpm-lock.yaml", Why::LockFile},
    KnownName{"bun.lock", Why::LockFile},
    KnownName{"bun.lockb", Why::LockFile},
    KnownName{"deno.lock", Why::LockFile},
    KnownName{"cargo.lock", Why::LockFile},
    KnownName{"poetry.lock", Why::LockFile},
    KnownName{"pipfile.lock", Why::LockFile},
    KnownName{"pdm.lock", Why::LockFile},
    KnownName{"uv.lock", Why::LockFile},
    KnownName{"composer.lock", Why::LockFile},
    KnownName{"gemfile.lock", Why::LockFile},
    KnownName{"podfile.lock", Why::LockFile},
    KnownName{"cartfile.resolved", Why::LockFile},
    KnownName{"package.resolved", Why::LockFile},
    KnownName{"packages.lock.json", Why::LockFile},
    KnownName{"paket.lock", Why::LockFile},
    KnownName{"go.sum", Why::LockFile},
    KnownName{"go.work.sum", Why::LockFile},
    KnownName{"mix.lock", Why::LockFile},
    KnownName{"rebar.lock", Why::LockFile},
    KnownName{"pubspec.lock", Why::LockFile},
    KnownName{"flake.lock", Why::LockFile},
    KnownName{"conan.lock", Why::LockFile},
    KnownName{"buf.lock", Why::LockFile},
    KnownName{"chart.lock", Why::LockFile},
    KnownName{"shard.lock", Why::LockFile},
    KnownName{"gradle.lockfile", Why::LockFile},
    KnownName{"stack.yaml.lock", Why::LockFile},
    KnownName{"cabal.project.freeze", Why::LockFile},
    KnownName{"module.bazel.lock", Why::LockFile},
    KnownName{".terraform.lock.hcl", Why::LockFile},
    KnownName{"*.min.js", Why::Generated},
    KnownName{"*.min.mjs", Why::Generated},
    KnownName{"*.min.css", Why::Generated},
    KnownName{"*.bundle.js", Why::Generated},
    KnownName{"*.chunk.js", Why::Generated},
    KnownName{"*.js.map", Why::Generated},
    KnownName{"*.mjs.map", Why::Generated},
    KnownName{"*.css.map", Why::Generated},
    KnownName{"*.pb.go", Why::Generated},
    KnownName{"*.pb.gw.go", Why::Generated},
    KnownName{"*.pb.cc", Why::Generated},
    KnownName{"*.pb.h", Why::Generated},
    KnownName{"*.pb.swift", Why::Generated},
    KnownName{"*_pb2.py", Why::Generated},
    KnownName{"*_pb2.pyi", Why::Generated},
    KnownName{"*_pb2_grpc.py", Why::Generated},
    KnownName{"*.gen.go", Why::Generated},
    KnownName{"*_generated.go", Why::Generated},
    KnownName{"zz_generated.*", Why::Generated},
    KnownName{"*.g.dart", Why::Generated},
    KnownName{"*.freezed.dart", Why::Generated},
    KnownName{"*.g.cs", Why::Generated},
    KnownName{"*.designer.cs", Why::Generated},
    KnownName{"moc_*.cpp", Why::Generated},
    KnownName{"qrc_*.cpp", Why::Generated},
};

// What is no text, whatever its first bytes.
constexpr std::string_view kBinaryEndings[] = {
    "7z",      "a",    "aac",   "aab",    "apk",  "avi",   "avif",        "bin",  "blend",
    "bmp",     "br",   "bz2",   "class",  "cur",  "db",    "deb",         "dex",  "dll",
    "dmg",     "docx", "dylib", "eot",    "epub", "exe",   "flac",        "gguf", "gif",
    "gz",      "h5",   "heic",  "icns",   "ico",  "iso",   "jar",         "jpeg", "jpg",
    "ko",      "lz4",  "lzma",  "m4a",    "m4v",  "mkv",   "mov",         "mp3",  "mp4",
    "npy",     "npz",  "o",     "odp",    "ods",  "odt",   "ogg",         "onnx", "otf",
    "parquet", "pdb",  "pdf",   "pickle", "pkl",  "png",   "ppt",         "pptx", "psd",
    "pth",     "pyc",  "pyd",   "pyo",    "rar",  "rpm",   "safetensors", "so",   "sqlite",
    "sqlite3", "swf",  "tar",   "tgz",    "tif",  "tiff",  "ttc",         "ttf",  "war",
    "wasm",    "wav",  "webm",  "webp",   "woff", "woff2", "xls",         "xlsx", "xz",
    "zip",     "zst",
};

std::string lowered(std::string_view name)
{
    std::string lower(name);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

bool isNamed(std::string_view name, std::string_view pattern)
{
    const auto star = pattern.find('*');
    if (star == std::string_view::npos)
        return name == pattern;
    return name.size() + 1 >= pattern.size() && name.starts_with(pattern.substr(0, star))
        && name.ends_with(pattern.substr(star + 1));
}

template <std::size_t numKnown>
Verdict look(const std::array<KnownName, numKnown>& table, std::string_view name)
{
    if (name.empty())
        return {};
    for (const KnownName& known : table) {
        const char last = known.pattern.back();
        const bool mayFit = last == name.back() || last == '*'; // most differ in it
        if (mayFit && isNamed(name, known.pattern))
            return {known.why, std::string(known.pattern)};
    }
    return {};
}

} // namespace

Verdict kindOfFolder(std::string_view name)
{
    return look(kFolders, lowered(name));
}

Verdict kindOfTopFolder(std::string_view name)
{
    return look(kTopFolders, lowered(name));
}

Verdict kindOfFile(std::string_view name)
{
    const auto lower = lowered(name);
    for (const KnownName& known : kHarmless) {
        if (lower == known.pattern)
            return {};
    }
    auto verdict = look(kFiles, lower);
    if (verdict.why != Why::Included)
        return verdict;
    const auto dot = lower.rfind('.');
    if (dot == std::string::npos || dot == 0)
        return {};
    const auto ending = std::string_view(lower).substr(dot + 1);
    if (std::find(std::begin(kBinaryEndings), std::end(kBinaryEndings), ending)
        != std::end(kBinaryEndings))
        return {Why::Binary, "*." + std::string(ending)};
    return {};
}

} // namespace tf::ingest
