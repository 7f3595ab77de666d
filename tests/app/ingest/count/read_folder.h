#pragma once

// A folder listed and read in this process: stands in for the process that does it elsewhere.

#include "app/ingest/count/exact_counts.h"

#include <atomic>
#include <memory>

/// Every file below, included, without the names of their contents.
tf::ingest::Listing listFolder(const std::filesystem::path& root);

/// Reads as the reading process does, names contents as git does, and counts how many it read.
tf::ingest::OpenContents readerOf(const std::filesystem::path& root,
                                  std::shared_ptr<std::atomic<int>> numRead);
