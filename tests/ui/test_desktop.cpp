#include "tests/ui/test_desktop.h"

#include "ui/theme/fonts.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace tf::test {

TestDesktop::TestDesktop(const QByteArray& settings)
    : m_theme(ui::Shade::Light)
{
    MUST(ui::loadFonts());
    QApplication::setStyle(new ui::Style(m_theme));
    if (!settings.isEmpty()) {
        QFile file(settingsPath());
        CHECK(file.open(QIODevice::WriteOnly), "a temporary folder can be written");
        file.write(settings);
    }
    restart();
}

void TestDesktop::restart()
{
    m_desktop.reset();
    m_desktop = std::make_unique<ui::Desktop>(m_theme, settingsPath());
}

ui::MainWindow& TestDesktop::open(QSize size)
{
    ui::MainWindow& window = m_desktop->openWindow();
    window.resize(size);
    QApplication::processEvents();
    return window;
}

QString TestDesktop::settingsPath() const
{
    return m_folder.filePath(u"settings.json"_s);
}

} // namespace tf::test
