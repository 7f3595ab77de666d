#pragma once

// Which keys each action has: those of the table, or what the user chose in their place.
//
// Thread: main.

#include "ui/shell/actions.h"

#include <QStringList>

#include <map>

namespace tf::ui {

/// By an action's name, as the settings keep them.
using OwnKeys = std::map<QString, QStringList>;

class KeyTable {
public:
    explicit KeyTable(OwnKeys own = {})
        : m_own(std::move(own))
    {
    }

    [[nodiscard]] QList<QKeySequence> keysOf(const ActionRow& row) const;
    [[nodiscard]] bool isOwn(const ActionRow& row) const;
    /// Another action than `row` that has that key; nullptr: it is free.
    [[nodiscard]] const ActionRow* holderOf(const QKeySequence& keys, const ActionRow& row) const;

    /// In place of what it has; taken away from whoever had it. An empty one: no key.
    void give(const ActionRow& row, const QKeySequence& keys);
    /// Back to the table, as far as its keys are free.
    void reset(const ActionRow& row);

    [[nodiscard]] const OwnKeys& own() const { return m_own; }

private:
    void set(const ActionRow& row, const QList<QKeySequence>& keys);

    OwnKeys m_own;
};

} // namespace tf::ui
