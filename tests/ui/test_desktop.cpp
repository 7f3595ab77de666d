#include "tests/ui/test_desktop.h"

#include "ui/theme/fonts.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tf::test {

TestDesktop::TestDesktop(const QByteArray& settings, std::string vfs)
    : m_vfs(std::move(vfs))
    , m_theme(ui::Shade::Light)
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
    m_workspace.reset();
    workspace::Places places;
    places.store = {.folder = m_folder.filePath(u"sessions"_s).toStdString(), .vfs = m_vfs};
    places.profiles = m_folder.filePath(u"endpoints.json"_s);
    m_workspace = MUST(workspace::Workspace::open(places));
    m_desktop = std::make_unique<ui::Desktop>(m_theme, *m_workspace, settingsPath(),
                                              settings::load(settingsPath()));
}

ui::MainWindow& TestDesktop::open(QSize size)
{
    ui::MainWindow& window = m_desktop->openWindow();
    window.resize(size);
    window.newSession();
    CHECK(QTest::qWaitFor([&window] { return window.page().conversation() != nullptr; }),
          "a session is opened");
    QApplication::processEvents();
    return window;
}

QString TestDesktop::settingsPath() const
{
    return m_folder.filePath(u"settings.json"_s);
}

} // namespace tf::test
