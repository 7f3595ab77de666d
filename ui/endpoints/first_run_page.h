#pragma once

// What a new user sees first: where answers can come from, and the shortest way to each.
//
// Shown while there is no engine at all; goes when there is one. Thread: main.

#include "app/workspace/nearby.h"
#include "ui/widgets/pane.h"

class QVBoxLayout;

namespace tf::ui {

class ChoiceCard;

class FirstRunPage : public Pane {
    Q_OBJECT

public:
    /// Requires: `engines` outlives it.
    FirstRunPage(const Theme& theme, workspace::Engines& engines, QWidget* parent = nullptr);

Q_SIGNALS:
    void loadAsked();
    void endpointAsked();
    /// A server that listens on this machine.
    void serverChosen(const tf::endpoint::StoredProfile& profile);
    /// A folder that holds a model.
    void folderChosen(const QString& folder);
    /// Without any engine: the window as it is.
    void lookAsked();

private:
    QWidget* makeBody();
    [[nodiscard]] QWidget* makeFound(QWidget* parent);
    void showLoading();
    void showFound();
    void addFound(ChoiceCard* card);

    workspace::Engines& m_engines;
    workspace::Nearby m_nearby;
    bool m_hasLooked = false;
    ChoiceCard* m_machine = nullptr;
    ChoiceCard* m_search = nullptr;
    QVBoxLayout* m_found = nullptr; ///< a card for each thing that was found
};

} // namespace tf::ui
