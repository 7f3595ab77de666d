#pragma once

// The request as it is: what would be sent now, or what a turn was asked with, to read and to copy.
//
// A tab of the inspector. Looks when it is seen and when what it shows has become another; no key
// stands in it. Thread: main.

#include "app/workspace/request_look.h"
#include "app/workspace/tray.h"
#include "ui/theme/theme.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace tf::ui {

class LongText;
class TextLabel;

class RequestPage : public QWidget {
    Q_OBJECT

public:
    explicit RequestPage(const Theme& theme, QWidget* parent = nullptr);
    ~RequestPage() override;

    /// Requires: both outlive it.
    void setSources(session::Store& store, workspace::Engines& engines);
    /// null: none is shown.
    void setSession(workspace::Tray* tray, std::shared_ptr<workspace::Conversation> conversation);
    /// nullptr: none is chosen.
    void setEngine(const workspace::EngineChoice* engine);
    /// What that turn was asked with; kNoTurn: what would be sent now.
    void showTurn(session::TurnId turn);
    /// As it was seen; null: nothing was yet.
    void setSight(const Result<workspace::RequestSight>* sight);

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeButtons();
    void fillTurns();
    void becomesOther();
    void look();
    void lookAtNext();
    void copy(const QString& text, const QString& said);

    const Theme& m_theme;
    std::unique_ptr<workspace::RequestLook> m_look;
    QPointer<workspace::Tray> m_tray;
    std::shared_ptr<workspace::Conversation> m_conversation;
    std::optional<workspace::EngineChoice> m_engine;
    session::TurnId m_turn = session::kNoTurn;
    QString m_curl;
    QComboBox* m_turns = nullptr;
    TextLabel* m_address = nullptr;
    TextLabel* m_headers = nullptr;
    TextLabel* m_size = nullptr;
    TextLabel* m_notes = nullptr;
    TextLabel* m_said = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_copyCurl = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_nothing = nullptr;
    QWidget* m_waiting = nullptr;
    QWidget* m_failed = nullptr;
    TextLabel* m_why = nullptr;
    LongText* m_text = nullptr;
    QTimer m_pause; ///< of typing, before it is looked at once more
    QTimer m_saidAge;
};

} // namespace tf::ui
