#pragma once

// What is announced of an answer: that it began, each paragraph as it is finished, how it ended.
//
// Paragraphs only for those who asked for them; what went wrong at once and always. Thread: main.

#include "ui/transcript/story/shown_turn.h"

#include <QCoreApplication>
#include <QString>

namespace tf::ui {

class LiveStatus;

class Announcer {
    Q_DECLARE_TR_FUNCTIONS(Announcer)

public:
    /// Requires: `status` outlives it.
    explicit Announcer(LiveStatus& status);

    void setReadsParagraphs(bool on) { m_readsParagraphs = on; }

    void grow(const ShownTurn& turn);
    void end(const ShownTurn& turn);
    void fail(const ShownTurn& turn, const QString& why);

private:
    /// What is finished of the answer's text since the last time.
    QString takeFinished(const ShownTurn& turn);
    /// After what is finished and not said yet.
    void sayLast(const ShownTurn& turn, QString words);

    LiveStatus& m_status;
    session::TurnId m_turn = session::kNoTurn; ///< that was announced
    std::size_t m_numSaid = 0; ///< blocks of its text
    bool m_readsParagraphs = false;
};

} // namespace tf::ui
