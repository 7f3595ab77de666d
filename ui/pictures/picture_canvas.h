#pragma once

// One picture, as it is or as the model sees it, at any zoom; edited with the pointer or the keys.
//
// Shows pixels that somebody else decoded, and asks for nothing. What is done to the picture is
// told; whoever hears it shows it again. Places are pixels of the original, so that both looks show
// the same place.

#include "ui/pictures/canvas_place.h"
#include "ui/pictures/edit_tool.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>
#include <memory>

class QGestureEvent;
class QNativeGestureEvent;

namespace tf::ui {

enum class Eye : std::uint8_t { Original, Model };

/// A picture, then each time half as many pixels across and down.
using PixelLevels = std::shared_ptr<const std::vector<vision::Picture>>;

class PictureCanvas : public QWidget {
    Q_OBJECT

public:
    explicit PictureCanvas(const Theme& theme, QWidget* parent = nullptr);

    /// Another picture, fitted; an empty size: none, and only the note is shown.
    void setPicture(QSize original, const QString& name);
    /// nullptr: they are not there yet.
    void setPixels(Eye eye, PixelLevels levels);
    /// Where in the original what the model sees lies.
    void setSeenPart(const QRect& part);
    void setEye(Eye eye);
    void setEdit(const app::PictureEdit& edit);
    void setReadOnly(bool readOnly);
    void setTool(EditTool tool);
    /// In place of the picture: that it is read, or why it cannot be.
    void setNote(const QString& note);

    [[nodiscard]] Eye eye() const { return m_eye; }
    [[nodiscard]] EditTool tool() const { return m_tool; }
    [[nodiscard]] const app::PictureEdit& edit() const { return m_edit; }
    [[nodiscard]] const CanvasPlace& place() const { return m_place; }
    [[nodiscard]] bool hasPixels(Eye eye) const
    {
        return m_pixels.at(static_cast<std::size_t>(eye)) != nullptr;
    }
    [[nodiscard]] const QString& note() const { return m_note; }
    [[nodiscard]] QSize pictureSize() const { return m_size; }
    [[nodiscard]] std::optional<EditPiece> selected() const { return m_selected; }
    /// In this widget. Requires: the edit has it.
    [[nodiscard]] QRect shownPlaceOf(const EditPiece& piece) const;
    /// What it shows, in words.
    [[nodiscard]] QString spoken() const;

    void select(std::optional<EditPiece> piece);
    void fit();
    void zoomBy(double factor, std::optional<QPointF> anchor = {});
    void showPixels(); ///< one for one
    /// Leaves a stroke, a selection or a tool; false: there was nothing to leave.
    bool leave();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited(const tf::app::PictureEdit& edit);
    void toolLeft();
    void placeChanged();
    /// The other look, as long as the key is held.
    void eyeAsked(tf::ui::Eye eye);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Drag : std::uint8_t { None, Pan, Stroke, Move, Grow };

    [[nodiscard]] bool canEdit() const;
    [[nodiscard]] double slack() const; ///< in the picture, for what is meant to be hit
    void beginDrag(QPointF at);
    void applyDrag(QPointF at);
    void endDrag();
    void showCursor(QPointF at);
    bool pressPieceKey(const QKeyEvent& event);
    bool pressPlaceKey(const QKeyEvent& event);
    void selectNext(int step);
    void strokeInTheMiddle();
    void changePlace();
    bool zoomByGesture(QNativeGestureEvent& gesture);
    bool zoomByPinch(QGestureEvent& gesture);

    void paintPixels(QPainter& painter) const;
    void paintEdit(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    void paintNote(QPainter& painter) const;

    const Theme& m_theme;
    QString m_name;
    QString m_note;
    QSize m_size;
    std::array<PixelLevels, 2> m_pixels;
    QRect m_seenPart;
    Eye m_eye = Eye::Original;
    EditTool m_tool = EditTool::Select;
    app::PictureEdit m_edit;
    std::optional<app::PictureEdit> m_trial; ///< while something is dragged
    std::optional<EditPiece> m_selected;
    bool m_readOnly = false;
    CanvasPlace m_place;
    Drag m_drag = Drag::None;
    QPointF m_pressed; ///< in the widget
    QPointF m_last;
};

} // namespace tf::ui
