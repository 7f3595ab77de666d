#pragma once

// A folder of a test's own, which the real git fills, and the same folder as the application sees
// it.

#include "app/ingest/reader/repository.h"

#include <QTemporaryDir>

#include <string>
#include <vector>

class ScratchFolder {
public:
    ScratchFolder() = default;
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    /// What may not be read is made readable, so that it can be removed.
    ~ScratchFolder();

    [[nodiscard]] std::string path(const std::string& beneath = {}) const;
    /// What went wrong while the folder was made; empty: nothing.
    [[nodiscard]] const std::string& problem() const { return m_problem; }

    /// Folders on the way are made.
    void write(const std::string& beneath, const std::string& bytes);
    void append(const std::string& beneath, const std::string& bytes);
    [[nodiscard]] std::string read(const std::string& beneath) const;
    void remove(const std::string& beneath);
    void makeFolder(const std::string& beneath);
    void link(const std::string& target, const std::string& beneath);

    /// All that is in the other one, links as they are.
    void copyFrom(const ScratchFolder& other);

    /// Runs git here with nobody's settings; its output, without a line's end.
    std::string git(const std::vector<std::string>& arguments, const std::string& input = {});
    /// git init, a commit with a.txt and folder/b.txt, modified an hour ago.
    void commitTwoFiles();
    /// All files look as if they were last written so many seconds ago.
    void makeOlder(int seconds);

private:
    QTemporaryDir m_folder;
    std::string m_problem;
};

/// One entry of a listing; one without a path when it is not there.
[[nodiscard]] tf::ingest::Entry entryOf(const tf::ingest::Listing& listing,
                                        const std::string& path);

/// "a.txt Committed Included", in the listing's order; what is of git's own is left out.
[[nodiscard]] std::vector<std::string> briefly(const tf::ingest::Listing& listing);
