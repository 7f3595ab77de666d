#pragma once

// The page of pictures in a window over a tray, and what a user does there.

#include "app/workspace/picture_pixels.h"
#include "app/workspace/tray.h"
#include "ui/pictures/picture_page.h"

#include <QAbstractButton>

namespace tf::test {

class Viewed {
public:
    Viewed();

    [[nodiscard]] workspace::Tray& tray() { return m_tray; }
    [[nodiscard]] ui::PicturePage& page() { return *m_page; }
    [[nodiscard]] ui::PictureCanvas& canvas() { return m_page->canvas(); }

    /// A screenshot is in the tray, read and on the screen.
    workspace::TrayId lay(vision::Size size);
    /// What was changed is chosen, read anew, and seen.
    [[nodiscard]] bool settles();
    /// With the left button, from one pixel of the picture to another.
    void drag(QPoint from, QPoint to);
    [[nodiscard]] workspace::PictureChoice choice(workspace::TrayId id) const;
    /// Of that text or name; nullptr: there is none that can be seen.
    [[nodiscard]] QAbstractButton* button(const QString& name);

private:
    ui::Theme m_theme;
    workspace::Tray m_tray;
    workspace::PicturePixels m_pixels;
    QWidget m_window;
    ui::PicturePage* m_page;
};

} // namespace tf::test
