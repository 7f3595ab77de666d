#pragma once

// A repository made to harm whoever opens it, and what becomes of it here.
//
// Each begins as a copy of a clean repository with a.txt and folder/b.txt; beside it lies a folder
// that nothing may read.

#include "tests/app/ingest/reader/scratch_folder.h"

#include <functional>

struct HostileCase {
    std::string name;
    /// The second folder is the one outside.
    std::function<void(ScratchFolder&, const ScratchFolder&)> make;
    std::string notice; ///< part of what must be said; empty: nothing need be
    std::string path; ///< of an entry that must be there; empty: none
    tf::ingest::Why why = tf::ingest::Why::Included; ///< of that entry
};

/// What may never come out: a file's content in the folder outside, and the name of one there.
inline constexpr const char* kSecretContent = "SECRET-CANARY";
inline constexpr const char* kSecretName = "stolen.txt";

/// A repository that holds both.
void makeOutside(ScratchFolder& outside);

using HostileCases = std::vector<HostileCase>;

HostileCases hostileSettings(); ///< settings, hooks, pointers to other places
HostileCases hostileReferences(); ///< HEAD, packed-refs, index
HostileCases hostileTrees(); ///< names and shapes of trees in the commit
HostileCases hostileObjects(); ///< loose objects and packs
HostileCases hostileFiles(); ///< what lies in the work tree

/// All of them.
HostileCases hostileCases();

/// The commit of `folder` gets a tree with these bytes.
void commitTree(ScratchFolder& folder, const std::string& bytes);
/// One entry of a tree.
std::string treeEntry(const std::string& mode, const std::string& name, const std::string& hex);
std::string fromHex(const std::string& hex);
