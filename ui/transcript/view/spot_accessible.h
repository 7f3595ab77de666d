#pragma once

// A link, a button, a picture of a message for a screen reader: what it is, where, and pressing it.
//
// Thread: main.

#include "ui/transcript/layout/spot.h"

#include <QAccessible>

#include <optional>

namespace tf::ui {

class TranscriptView;

class SpotAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    /// `message`: what it belongs to; outlives it.
    SpotAccessible(TranscriptView& view, QAccessibleInterface& message, SpotId id);

    // QAccessibleInterface
    [[nodiscard]] bool isValid() const override { return spot().has_value(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override;
    [[nodiscard]] QAccessibleInterface* parent() const override { return &m_message; }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text which) const override;
    void setText(QAccessible::Text, const QString&) override { }
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    // QAccessibleActionInterface
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    [[nodiscard]] std::optional<Spot> spot() const;

    TranscriptView& m_view;
    QAccessibleInterface& m_message;
    SpotId m_id;
};

} // namespace tf::ui
