#pragma once

// A pattern as ignore files write it, matched as git matches it and in bounded time.
//
// `*` and `?` stay within a name, `**` between slashes crosses folders, `[…]` is a set, a backslash
// takes the next byte as it is. With a slash anywhere but at its end a pattern holds for the path
// from its file's folder, else for names at any depth; with one at its end for folders alone.
// Matching takes at most the length of the pattern times that of the path. Thread: any.

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tf::ingest {

enum class Node : std::uint8_t { File, Folder };

class Glob {
public:
    explicit Glob(std::string_view pattern);

    /// `path` from the folder that the pattern is for, `name` its last part.
    [[nodiscard]] bool matches(std::string_view path, std::string_view name, Node node) const
    {
        if (m_forFolders && node != Node::Folder)
            return false;
        return matchesText(m_forNames ? name : path);
    }

    /// True when no path can match: a set that is never closed, a backslash at the end.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    /// True when it may match at any depth.
    [[nodiscard]] bool isFloating() const { return m_forNames || m_pattern.starts_with("**"); }
    /// True when something in that folder may match; never said of floating ones.
    [[nodiscard]] bool reachesInto(std::string_view folder) const;
    /// The pattern without the slash at either end.
    [[nodiscard]] const std::string& pattern() const { return m_pattern; }

private:
    enum class Step : std::uint8_t {
        Byte,
        Any, ///< ? : one byte of a name
        Set,
        Star, ///< any bytes of a name
        Deep, ///< any bytes, slashes too
        Folders, ///< nothing, or any bytes and a slash
    };
    struct Op {
        Step step;
        unsigned char byte = 0;
        std::uint16_t set = 0;
    };

    void compile(std::string_view pattern);
    std::size_t addStars(std::string_view pattern, std::size_t at);
    std::size_t addSet(std::string_view pattern, std::size_t at);
    [[nodiscard]] bool takes(const Op& op, char byte) const;
    [[nodiscard]] bool matchesRest(std::string_view text) const;

    [[nodiscard]] bool matchesText(std::string_view text) const
    {
        if (m_lastByte != 0 && (text.empty() || text.back() != m_lastByte))
            return false;
        if (m_isBroken || !text.starts_with(m_prefix))
            return false;
        text.remove_prefix(m_prefix.size());
        return m_ops.empty() ? text.empty() : matchesRest(text);
    }

    std::string m_prefix; // up to the first special byte
    std::vector<Op> m_ops; // the rest
    std::vector<std::bitset<256>> m_sets;
    std::string m_pattern;
    char m_lastByte = 0; // every match ends with it; 0: not known
    bool m_forNames = false;
    bool m_forFolders = false;
    bool m_isBroken = false;
};

} // namespace tf::ingest
