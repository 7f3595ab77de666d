#pragma once

// The tokens of the next question as its engine will count them, known a moment after it was last
// changed.
//
// Thread: main. Blocks: never.

#include "app/workspace/request_look.h"

#include <QTimer>

namespace tf::ui {

class PromptCount : public QObject {
    Q_OBJECT

public:
    explicit PromptCount(std::unique_ptr<workspace::RequestLook> look, QObject* parent = nullptr);

    using MakeAsk = std::function<workspace::Ask()>;
    /// `mark` is another one whenever the question is; asked for when that rests.
    void follow(std::size_t mark, std::shared_ptr<workspace::Conversation> talk, MakeAsk ask);
    /// There is no question.
    void stop();

    /// Of the question that was followed last; none: it is not counted yet, or nobody can.
    [[nodiscard]] std::optional<std::int64_t> tokens() const;
    [[nodiscard]] ingest::Quality quality() const;

Q_SIGNALS:
    void counted();

private:
    void look();
    [[nodiscard]] const workspace::RequestSight* sight() const;

    std::unique_ptr<workspace::RequestLook> m_look;
    std::size_t m_mark = 0;
    bool m_isOfMark = false; ///< what was seen last is the question that is followed
    std::shared_ptr<workspace::Conversation> m_talk;
    MakeAsk m_ask;
    QTimer m_pause;
};

} // namespace tf::ui
