#pragma once

// The picture of a clip's frame, whole and undistorted, with what is covered as it will be sent.
//
// While covering, a drag draws a place; arrows move the chosen one, with Shift they resize it,
// Tab's neighbours [ and ] choose another, Delete removes it. Thread: main.

#include "app/workspace/tray/tray_item.h"
#include "ui/frames/screen/picture_fit.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

namespace tf::ui {

class FrameScreen : public QWidget {
    Q_OBJECT

public:
    explicit FrameScreen(const Theme& theme, QWidget* parent = nullptr);

    /// Of the upright original.
    void setSource(QSize source);
    /// No pixels: what was shown stays until others come.
    void setPicture(const workspace::Preview& pixels);
    void clear();
    /// Those that are covered at the time that is shown.
    void setCovered(std::vector<app::Region> covered);
    void choose(std::optional<std::size_t> covered);
    [[nodiscard]] std::optional<std::size_t> chosen() const { return m_chosen; }
    void setCovering(bool covering);
    /// A place in the middle, for whoever has no pointer.
    void coverMiddle();

    /// As it is painted now.
    [[nodiscard]] const QImage& shownPicture() const { return m_shown; }
    [[nodiscard]] PictureFit fit() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    /// How large a picture can be shown, in pixels of the screen.
    void boxChanged(int width, int height);
    void pressed();
    void coverDrawn(const tf::app::Region& region);
    void coverMoved(std::size_t covered, const tf::app::Region& region);
    void coverChosen();
    void coverRemoveAsked(std::size_t covered);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Hold : std::uint8_t { Nothing, Drawing, Moving, Sizing };

    void showCovered();
    [[nodiscard]] std::optional<std::size_t> coveredAt(QPointF point) const;
    [[nodiscard]] QRectF cornerOf(std::size_t covered) const;
    void press(QPointF point);
    bool moveByKey(const QKeyEvent& key);
    void chooseNext(int step);
    void paintCovers(QPainter& painter) const;

    const Theme& m_theme;
    QSize m_source;
    QImage m_picture;
    QImage m_shown; ///< with what is covered
    std::vector<app::Region> m_covered;
    std::optional<std::size_t> m_chosen;
    bool m_isCovering = false;
    Hold m_hold = Hold::Nothing;
    app::Spot m_start;
    app::Region m_held; ///< as it was when it was taken, or what is being drawn
};

} // namespace tf::ui
