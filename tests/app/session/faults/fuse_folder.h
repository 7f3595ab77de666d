#pragma once

// A folder seen through a file system of this process, which like those that reach over a network
// cannot share memory.
//
// Speaks the kernel's own protocol over /dev/fuse: every call goes to the folder behind it. Needs
// root and a mount namespace that nobody else sees. Thread: one of its own.

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <thread>

struct fuse_in_header;

namespace tf::test {

class FuseFolder {
public:
    /// `behind` and `place` are there.
    FuseFolder(std::filesystem::path behind, std::filesystem::path place);
    ~FuseFolder();
    FuseFolder(const FuseFolder&) = delete;
    FuseFolder& operator=(const FuseFolder&) = delete;

    [[nodiscard]] bool isMounted() const { return m_isMounted; }

private:
    using Node = std::uint64_t;
    struct Call;

    void serve() const;
    void answer(const Call& call);
    void begin(const Call& call) const;
    int look(const Call& call, const std::string& path);
    int attributes(const Call& call, const std::string& path) const;
    int change(const Call& call, const std::string& path) const;
    int open(const Call& call, const std::string& path) const;
    int create(const Call& call);
    int move(const Call& call, std::size_t headBytes, Node newFolder);
    int read(const Call& call) const;
    int write(const Call& call) const;
    int list(const Call& call, const std::string& path) const;
    int withName(const Call& call);
    int withFile(const Call& call) const;

    [[nodiscard]] std::string below(Node folder, std::string_view name) const;
    Node nodeOf(const std::string& path);
    void reply(const Call& call, std::span<const char> bytes) const;
    void refuse(const Call& call, int error) const;

    std::filesystem::path m_behind;
    std::filesystem::path m_place;
    std::map<Node, std::string> m_paths;
    Node m_last = 1;
    int m_device = -1;
    bool m_isMounted = false;
    std::thread m_server;
};

} // namespace tf::test
