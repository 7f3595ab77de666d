#pragma once

// The quotes and items that the next line may belong to, and the lists those items make.
//
// At most kMaxContainers stand in each other. Whether a block is tight is told by what is known
// when it begins: there is a list around it and the block before, and no blank line between the
// two; once a blank line has parted two items of a list, its later items are loose. Plain value.
// Thread: any.

#include "ui/markdown/block.h"
#include "ui/markdown/line_cursor.h"
#include "ui/markdown/line_start.h"

#include <cstdint>
#include <vector>

namespace tf::ui {

constexpr std::size_t kMaxContainers = 16;

class OpenContainers {
public:
    [[nodiscard]] std::size_t size() const { return m_open.size(); }
    [[nodiscard]] bool isItem() const { return !m_open.empty() && m_open.back().isItem(); }
    /// The last item has come, but no block of it.
    [[nodiscard]] bool lacksBlock() const { return !m_open.empty() && m_open.back().lacksBlock; }

    /// How many of them the line goes on; takes their marks off it.
    [[nodiscard]] std::size_t match(LineCursor& line) const;

    void pushQuote();
    /// `contentIndent`: how far in a line must be to belong to the item.
    void pushItem(const ItemMarker& marker, int contentIndent, TaskMark task);
    /// One more item where the last one was; it takes over its indent.
    [[nodiscard]] int contentIndent() const { return m_open.back().contentIndent; }
    void pop() { m_open.pop_back(); }

    void noteBlank() { m_isAfterBlank = true; }
    void noteText() { m_isAfterBlank = false; }

    /// A block begins here.
    [[nodiscard]] bool beginBlock();
    /// For a block that has begun here: what it stands in, each item's marker once.
    [[nodiscard]] std::vector<Container> forBlock();

private:
    struct Open {
        Container shown;
        char mark = 0;
        int contentIndent = 0;
        std::uint32_t id = 0;
        std::uint32_t list = 0; ///< 0: a quote
        bool hasContent = false;
        bool lacksBlock = false;

        [[nodiscard]] bool isItem() const { return list != 0; }
    };
    /// The list whose items stand at a depth.
    struct List {
        std::uint32_t id = 0;
        char mark = 0;
        std::int32_t nextNumber = 0;
        bool isLoose = false;
    };
    struct Place {
        std::uint32_t id = 0;
        std::uint32_t list = 0;
    };

    void push(Open open);

    std::vector<Open> m_open;
    std::vector<List> m_lists; ///< by depth
    std::vector<Place> m_lastPath; ///< of the block before
    std::uint32_t m_lastId = 0;
    bool m_isAfterBlank = false;
};

} // namespace tf::ui
