#pragma once

// A conversation laid out beneath a window of some height: what is in sight, and what stays there.
//
// Only rows in sight are laid out; the heights of the others are guessed, and putting a guess right
// never moves the line that is being read. While it follows, the end stays in sight. Thread: main.

#include "ui/transcript/layout/row_maker.h"
#include "ui/transcript/story/rows.h"

#include <QSize>

namespace tf::ui {

enum class Following : std::uint8_t { Off, On };

class Stage {
public:
    /// `theme` outlives it.
    explicit Stage(const Theme& theme);

    void setSource(TurnSource source);
    /// Another size or another look. What is at the top of the window stays there.
    void setUp(QSize window, Qt::LayoutDirection direction);

    /// The branch is another.
    void show();
    /// More of that turn came.
    void grow(session::TurnId id);
    void rewrite(session::TurnId id);
    /// Nothing more comes of it; its facts are known now.
    void end(session::TurnId id);
    /// What a turn says of itself is other words now: its heads, folds and buttons.
    void refreshFacts(session::TurnId id);
    /// Its card says how it went wrong in other words now.
    void refreshNotice(session::TurnId id);
    void setFolded(const ShownRow& row, bool folded);

    struct Settled {
        int dirtyFrom = 0; ///< beneath it the window is not as it was painted; its height: nothing
        std::int64_t moved = 0; ///< how far what was in sight went up
        std::vector<QRect> strips; ///< above that, what is not as it was painted either
    };
    /// Lays out what is in sight.
    Settled settle();
    /// Reads turns that are in sight or wanted but not read, for some milliseconds. False: all are
    /// read.
    bool readOn();
    [[nodiscard]] bool isReading() const { return m_reading != session::kNoTurn || m_wantsAll; }
    /// Turns out of sight shall be read, too. False: there is none that is not.
    bool wantAll();
    void wantInSight() { m_wantsAll = false; }
    [[nodiscard]] bool wantsAll() const { return m_wantsAll; }
    /// Of all bytes of the branch.
    [[nodiscard]] double partRead() const;
    /// There is something in sight, and all of it is read.
    [[nodiscard]] bool isReadable() const;
    /// Colours in sight were not known when they were painted.
    [[nodiscard]] bool isBehind();
    /// Finds some of them out; true: there are more.
    bool inkOn();

    void scrollTo(std::int64_t top);
    void setFollowing(Following following);
    [[nodiscard]] Following following() const { return m_following; }
    /// Lines that came beneath the window since it does not follow.
    [[nodiscard]] int newLines() const;

    [[nodiscard]] std::int64_t top() const { return m_top; }
    [[nodiscard]] std::int64_t height() const;
    [[nodiscard]] std::int64_t maxTop() const;
    [[nodiscard]] const QSize& window() const { return m_window; }

    [[nodiscard]] const Story& story() const { return m_story; }
    [[nodiscard]] const Rows& rows() const { return m_rows; }
    [[nodiscard]] const Measures& measures() const { return m_measures; }
    [[nodiscard]] const LayoutCache& cache() const { return m_cache; }
    RowLayout& layout(std::size_t idx);
    /// Where its content begins, in the window.
    [[nodiscard]] QPoint originOf(std::size_t idx) const;
    [[nodiscard]] Placement placementOf(std::size_t idx) const;
    [[nodiscard]] RowView viewOf(std::size_t idx);
    /// Sideways, what is wider than its place.
    void scrollRow(std::size_t idx, int to);

private:
    struct Anchor {
        RowKey row;
        int offset = 0; ///< in its text
        int y = 0; ///< where that line begins, in the window
        bool isText = false;
    };

    [[nodiscard]] Anchor anchor();
    void restore(const Anchor& anchor);
    void replaceFrom(const RowKey& from, int same = 0);
    void growRows(const RowKey& from);
    int growLayout(const RowKey& from);
    [[nodiscard]] bool isInSight(std::size_t idx) const;
    [[nodiscard]] bool hasCodeAtTop(std::int64_t moved) const;
    [[nodiscard]] std::vector<QRect> takeStrips(std::int64_t moved);
    void rebuild();
    [[nodiscard]] Rows::Guess guesses();
    [[nodiscard]] std::vector<std::size_t> codeInSight() const;
    bool measure(std::size_t idx, std::int64_t rowTop);
    void wantRead(session::TurnId id);
    [[nodiscard]] const ShownTurn* firstUnread() const;

    const Theme& m_theme;
    Story m_story;
    Measures m_measures;
    RowMaker m_maker;
    LayoutCache m_cache;
    Rows m_rows;
    std::map<RowKey, int> m_known; ///< heights that were measured
    std::map<RowKey, int> m_scrolled; ///< how far, sideways
    QSize m_window{0, 0};
    std::int64_t m_top = 0;
    Following m_following = Following::On;
    std::int64_t m_newPixels = 0;
    session::TurnId m_reading = session::kNoTurn;
    bool m_wantsAll = false;
    /// Beneath this place of the content something is not as it was painted.
    static constexpr std::int64_t kNothing = std::numeric_limits<std::int64_t>::max() / 2;
    std::int64_t m_dirty = kNothing;
    std::optional<RowKey> m_strip; ///< the row whose upper strip is not as it was painted
    int m_stripHeight = 0;
    std::int64_t m_shown = 0; ///< `m_top` as it was painted
};

} // namespace tf::ui
