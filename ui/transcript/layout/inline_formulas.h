#pragma once

// The formulas among the words of a paragraph, and how its text counts with them.
//
// A formula that is understood becomes one sign, as wide as the formula; offsets of the prose and
// of what is laid out differ behind it. Thread: main.

#include "ui/markdown/prose.h"
#include "ui/maths/formula.h"

namespace tf::ui {

class InlineFormulas {
public:
    InlineFormulas() = default;
    InlineFormulas(const Prose& prose, double pixels);

    struct Placed {
        int at = 0; ///< in the laid out text
        int begin = 0; ///< in the prose
        int length = 0;
        Formula formula;
    };
    [[nodiscard]] const std::vector<Placed>& all() const { return m_placed; }
    /// nullptr: none stands there in the laid out text.
    [[nodiscard]] const Placed* at(int laidOut) const;

    /// What is laid out.
    [[nodiscard]] QString textOf(const Prose& prose) const;
    [[nodiscard]] int toLaidOut(int offset) const;
    [[nodiscard]] int toProse(int laidOut) const;

private:
    std::vector<Placed> m_placed;
};

} // namespace tf::ui
