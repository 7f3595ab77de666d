#pragma once

// What stands around a question and an answer, in words: who, when, how long, and why not.
//
// Thread: main.

#include "ui/transcript/layout/notice_row.h"
#include "ui/transcript/story/shown_turn.h"
#include "ui/transcript/story/turn_source.h"

#include <QCoreApplication>

namespace tf::ui {

struct FoldWords {
    QString title;
    QString facts;
};

struct TurnWords {
    Q_DECLARE_TR_FUNCTIONS(TurnWords)

public:
    [[nodiscard]] static QString you();
    [[nodiscard]] static QString thinking(session::Thinking mode);
    [[nodiscard]] static QString questionFacts(const ShownTurn& turn);
    /// The model that answers.
    [[nodiscard]] static QString speaker(const ShownTurn& turn);
    /// `running` may be nullptr.
    [[nodiscard]] static QString answerFacts(const ShownTurn& turn,
                                             const workspace::Running* running);
    [[nodiscard]] static FoldWords fold(const ShownTurn& turn, std::int32_t sectionIdx);
    [[nodiscard]] static QString waiting(const workspace::Running* running);
    /// Its actions are left empty.
    [[nodiscard]] static NoticeWords notice(const ShownTurn& turn, const TurnSource& source);

private:
    [[nodiscard]] static QString again(const workspace::Running& running);
    [[nodiscard]] static QString seconds(double seconds);
    [[nodiscard]] static FoldWords reasoning(const ShownTurn& turn, std::int32_t sectionIdx);
};

} // namespace tf::ui
