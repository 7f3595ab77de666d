#pragma once

// One listing, from the folder to the words of its end.

#include "app/ingest/reader/beneath/open_folder.h"
#include "app/ingest/reader/helper/told.h"

namespace tf::ingest {

struct ListedFolder {
    std::vector<Entry> entries; ///< by the bytes of their paths, each once
    ListEnd end;
};

/// `path` is how libgit2 gets to the same folder. Requires: a GitLibrary.
Result<ListedFolder> listFolder(const OpenFolder& root, const std::string& path, const ListAsk& ask,
                                Told& told);

} // namespace tf::ingest
