#pragma once

// One thing that was done to a picture, for a screen reader: what it is, where, and selecting it.
//
// Thread: main.

#include "ui/pictures/edit_piece.h"

#include <QAccessible>

namespace tf::ui {

class PictureCanvas;

class PieceAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    /// The `idx`th of the canvas's pieces, whichever that is now.
    PieceAccessible(PictureCanvas& canvas, std::size_t idx);

    // QAccessibleInterface
    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override;
    [[nodiscard]] QAccessibleInterface* parent() const override;
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text which) const override;
    void setText(QAccessible::Text, const QString&) override { }
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Graphic; }
    [[nodiscard]] QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    // QAccessibleActionInterface
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    [[nodiscard]] std::optional<EditPiece> piece() const;

    PictureCanvas& m_canvas;
    std::size_t m_idx;
};

} // namespace tf::ui
