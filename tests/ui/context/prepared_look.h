#pragma once

// Sources as they lie in a tray, made by hand: a small one with every kind of file, a large one.

#include "app/workspace/tray/repository_look.h"

namespace tf::test {

struct LookFile {
    const char* path;
    std::int64_t tokens = 100;
    ingest::Why why = ingest::Why::Included;
    const char* detail = "";
};

using Look = std::shared_ptr<const workspace::RepositoryLook>;

/// Sorted by path, as a listing is; those in `cut` do not fit.
[[nodiscard]] Look lookOf(std::vector<LookFile> files, const std::vector<std::string>& cut = {});
/// A service with sources, tests, pictures, a secret, something ignored, something cut.
[[nodiscard]] Look smallLook();
/// So many files in folders of about forty, three deep.
[[nodiscard]] Look largeLook(int numFiles);

} // namespace tf::test
