#include "tests/ui/pictures/viewed.h"

#include "tests/app/workspace/tray/laid_tray.h"
#include "tests/ui/pictures/flat_screen.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QTest>
#include <QVBoxLayout>

namespace tf::test {

namespace {

constexpr int kCommitWait = 300; // milliseconds until what was changed is chosen

} // namespace

Viewed::Viewed()
    : m_theme(ui::Shade::Light)
    , m_pixels(nullptr)
{
    MUST(ui::loadFonts());
    QApplication::setStyle(new ui::Style(m_theme));
    m_theme.set(settings::ThemeChoice::Light, 100);
    m_page = new ui::PicturePage(m_theme, m_pixels, &m_window);
    auto* column = new QVBoxLayout(&m_window);
    // The platform without a screen warns of every least size that it is told.
    column->setSizeConstraint(QLayout::SetNoConstraint);
    column->addWidget(m_page);
    m_window.resize(420, 720);
    m_page->setTray(&m_tray);
    m_window.show();
    m_window.activateWindow();
    QApplication::processEvents();
}

workspace::TrayId Viewed::lay(vision::Size size)
{
    const auto id = m_tray.addBytes("screen.png", "image/png", flatScreenPng(size));
    CHECK(isRead(m_tray), "a screenshot is read");
    m_page->open(id);
    CHECK(QTest::qWaitFor([this] { return !canvas().pictureSize().isEmpty(); }, 20'000),
          "and decoded");
    return id;
}

bool Viewed::settles()
{
    QTest::qWait(kCommitWait);
    return isRead(m_tray);
}

void Viewed::drag(QPoint from, QPoint to)
{
    const auto at = [this](QPoint pixel) {
        return canvas().place().toView(QPointF(pixel) + QPointF(0.5, 0.5)).toPoint();
    };
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, at(from));
    QTest::mouseMove(&canvas(), at((from + to) / 2));
    QTest::mouseMove(&canvas(), at(to));
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, at(to));
}

workspace::PictureChoice Viewed::choice(workspace::TrayId id) const
{
    const auto choice = m_tray.choiceOf(id);
    const auto* picture = std::get_if<workspace::PictureChoice>(&choice);
    return picture != nullptr ? *picture : workspace::PictureChoice();
}

QAbstractButton* Viewed::button(const QString& name)
{
    for (QAbstractButton* button : m_page->findChildren<QAbstractButton*>()) {
        const bool isIt = button->text().startsWith(name) || button->accessibleName() == name;
        if (isIt && button->isVisibleTo(&m_window))
            return button;
    }
    return nullptr;
}

} // namespace tf::test
