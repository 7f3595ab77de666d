#pragma once

// Small pictures of a clip's frames in order of time, as many beside each other as there is room.
//
// Space sends the chosen frames or leaves them out, Shift with the arrows chooses several, Return
// goes there. Only what is in sight is painted and asked for. Thread: main.

#include "ui/frames/strip/strip_frame.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QPixmap>

namespace tf::ui {

/// What shall become of frames.
enum class FrameWish : std::uint8_t { Send, LeaveOut };

class FrameStrip : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit FrameStrip(const Theme& theme, QWidget* parent = nullptr);

    /// The cursor stays at its frame, or at the nearest.
    void setFrames(std::vector<StripFrame> frames);
    [[nodiscard]] const std::vector<StripFrame>& frames() const { return m_frames; }
    /// Of another clip: no small picture is known.
    void forgetPictures();
    void setPicture(const workspace::ClipPicture& picture);
    /// Width by height of a frame.
    void setShape(QSize frame);
    void setReadOnly(bool readOnly);
    /// The frame that is shown by the player has a mark; it comes into sight if `reveals`.
    void setShown(std::int64_t index);
    void reveal(std::size_t frame);
    /// That one stands out until the cursor moves.
    void setPointedOut(std::optional<std::int64_t> index);

    [[nodiscard]] std::optional<std::size_t> cursor() const;
    /// First and last of what is chosen, with the cursor among them.
    [[nodiscard]] std::pair<std::size_t, std::size_t> chosen() const;
    /// In the viewport.
    [[nodiscard]] QRect placeOf(std::size_t frame) const;
    [[nodiscard]] std::optional<std::size_t> frameAt(QPoint place) const;
    void moveCursorTo(std::size_t frame);
    /// As Space does.
    void togglePicked();
    [[nodiscard]] std::size_t picturesKept() const { return std::size_t(m_pictures.size()); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void jumpAsked(std::int64_t index);
    void wished(const std::vector<tf::ui::StripFrame>& frames, tf::ui::FrameWish wish);
    /// Of what is in sight and not there yet.
    void picturesWanted(const std::vector<std::int64_t>& indices);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Grid {
        int columns = 1;
        QSize tile;
        int rowHeight = 1;
        int pictureHeight = 1;
    };

    [[nodiscard]] Grid grid() const;
    void measure();
    void askForPictures();
    [[nodiscard]] std::pair<std::size_t, std::size_t> inSight() const;
    [[nodiscard]] QRect pickPlace(const QRect& tile) const;
    void moveCursor(std::size_t frame, Qt::KeyboardModifiers modifiers);
    void tellCursor();
    [[nodiscard]] std::optional<std::size_t> neighbour(int key) const;
    void paintTile(QPainter& painter, std::size_t frame) const;
    void paintPicture(QPainter& painter, const QRect& place, const StripFrame& frame) const;
    void paintPick(QPainter& painter, const QRect& place, StripState state) const;

    const Theme& m_theme;
    std::vector<StripFrame> m_frames;
    QCache<std::int64_t, QPixmap> m_pictures;
    QSize m_shape{16, 9};
    std::size_t m_cursor = 0;
    std::size_t m_anchor = 0; ///< where the chosen stretch begins
    std::int64_t m_shown = -1;
    std::optional<std::int64_t> m_pointedOut;
    bool m_isReadOnly = false;
};

} // namespace tf::ui
