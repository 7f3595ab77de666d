#pragma once

// Media that were seen for one turn and are there for the next, while there is room for them.
//
// The same bytes, asked for in the same way. A value: a job gets a copy, which shares the patches.

#include "app/media/seen_media.h"
#include "app/wire/message.h"

#include <list>
#include <optional>

namespace tf::endpoint {

struct SeenPart {
    wire::Part part;
    app::SeenMedium medium;
};

class SeenBefore {
public:
    /// In bytes of patches.
    static constexpr std::size_t kRoom = std::size_t(1) << 30;

    explicit SeenBefore(std::size_t room = kRoom)
        : m_room(room)
    {
    }

    [[nodiscard]] const app::SeenMedium* find(const wire::Part& part) const;
    /// Becomes the last that was used; the first goes when there is no room.
    void keep(SeenPart seen);

private:
    std::size_t m_room;
    std::size_t m_numBytes = 0;
    std::list<SeenPart> m_parts; ///< the last used first
};

} // namespace tf::endpoint
