#pragma once

// One of two answers to a question: which it is, its facts, the answer to read, and the way on.
//
// Thread: main.

#include "app/workspace/conversation.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QPushButton;

namespace tf::ui {

class TextLabel;
class TranscriptView;

class CompareSide : public QWidget {
    Q_OBJECT

public:
    explicit CompareSide(const Theme& theme, QWidget* parent = nullptr);
    ~CompareSide() override;

    /// nullptr: nothing is shown. Requires: `turn` is one of `choices`.
    void show(std::shared_ptr<workspace::Conversation> conversation,
              const std::vector<session::TurnId>& choices, session::TurnId turn);
    [[nodiscard]] session::TurnId turn() const { return m_turn; }
    [[nodiscard]] TranscriptView& view() { return *m_view; }
    /// What its head needs, and what it is given: two heads beside each other are as tall.
    [[nodiscard]] int headNeeded() const;
    void setHeadHeight(int height);
    /// In words, as they are shown.
    [[nodiscard]] QString facts() const;

Q_SIGNALS:
    /// Another of the choices.
    void chosen(tf::session::TurnId turn);
    void goOnAsked(tf::session::TurnId turn);
    /// What `headNeeded` says may be another now.
    void headChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHead();
    void showChoices(const std::vector<session::TurnId>& choices);
    void showFacts();
    void listen();

    const Theme& m_theme;
    std::shared_ptr<workspace::Conversation> m_conversation;
    session::TurnId m_turn = session::kNoTurn;
    QWidget* m_head = nullptr;
    TextLabel* m_title;
    QComboBox* m_choice;
    QPushButton* m_goOn;
    TextLabel* m_facts;
    TranscriptView* m_view;
};

} // namespace tf::ui
