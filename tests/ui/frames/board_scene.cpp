#include "tests/ui/frames/board_scene.h"

#include "tests/ui/frames/prepared_clip.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace tf::test {

BoardScene::BoardScene(QSize size)
    : m_theme(ui::Shade::Light)
{
    MUST(ui::loadFonts());
    QApplication::setStyle(new ui::Style(m_theme));
    m_theme.set(settings::ThemeChoice::Light, 100);
    m_board = new ui::FramesBoard(m_theme, &m_window);
    auto* column = new QVBoxLayout(&m_window);
    // The platform without a screen warns of every least size that it is told.
    column->setSizeConstraint(QLayout::SetNoConstraint);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_board);
    QObject::connect(m_board, &ui::FramesBoard::choiceMade, m_board,
                     [this](const app::ClipChoice& choice) {
                         made = choice;
                         ++numMade;
                     });
    m_window.resize(size);
    m_window.show();
    m_window.activateWindow();
}

void BoardScene::showClip(ui::BoardUse use)
{
    m_board->begin(use);
    m_board->setLook(tenMinutes());
    m_board->setChanges(knownChanges());
    m_board->setSending(fortyThree());
    m_board->setTierTokens({3960, 15'840, 63'360});
    m_board->setFrame(flatFrame(3990, 320, 180));
    QApplication::processEvents();
}

QString BoardScene::words() const
{
    QStringList lines;
    for (const QLabel* label : m_board->findChildren<QLabel*>()) {
        if (label->isVisibleTo(m_board))
            lines.append(label->text());
    }
    return lines.join(u'\n');
}

} // namespace tf::test
