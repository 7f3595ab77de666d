#include "ui/shell/desktop.h"

#include "ui/shell/main_window.h"

#include <QApplication>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kZoomSteps[] = {80, 90, 100, 110, 125, 150, 175, 200};
constexpr QPoint kAside(32, 32);

int zoomAfter(int percent, int step)
{
    if (step == 0)
        return 100;
    if (step > 0) {
        const auto* next = std::upper_bound(std::begin(kZoomSteps), std::end(kZoomSteps), percent);
        return next == std::end(kZoomSteps) ? percent : *next;
    }
    const auto* here = std::lower_bound(std::begin(kZoomSteps), std::end(kZoomSteps), percent);
    return here == std::begin(kZoomSteps) ? percent : *(here - 1);
}

} // namespace

Desktop::Desktop(Theme& theme, workspace::Workspace& workspace, const QString& settingsPath,
                 settings::Loaded loaded)
    : m_theme(theme)
    , m_workspace(workspace)
    , m_path(settingsPath)
    , m_loaded(std::move(loaded))
{
    m_workspace.engines().localModel().setSetup(
        {m_loaded.settings.local.contextTokens, m_loaded.settings.local.threads});
    applyLooks();
}

Desktop::~Desktop() = default;

MainWindow& Desktop::openWindow(const QStringList& places)
{
    const bool first = m_windows.empty();
    settings::Window state = first ? m_loaded.settings.window : m_windows.back()->state();
    if (!places.isEmpty())
        state.session.clear();
    m_windows.push_back(
        std::make_unique<MainWindow>(m_theme, m_workspace, state, m_loaded.settings.engine));
    MainWindow& window = *m_windows.back();
    if (!first)
        window.move(window.pos() + kAside);
    window.showThemeChoice(m_loaded.settings.theme);
    window.setKeys(KeyTable(m_loaded.settings.keys));
    window.showLanguageChoice(m_loaded.settings.language);
    window.showLocalEngine(m_loaded.settings.local);
    if (first)
        tellNews(window);
    connectWindow(window);
    if (!places.isEmpty())
        window.openPlaces(places);
    window.show();
    return window;
}

/// Told once, to whoever comes first.
void Desktop::tellNews(MainWindow& window)
{
    for (const settings::Notice& notice : m_loaded.notices)
        window.notices().add(Tone::Caution, sentenceFor(notice), notice.reason);
    m_loaded.notices.clear();
    for (const std::string& notice : m_workspace.notices())
        window.notices().add(Tone::Caution, QString::fromStdString(notice));
}

void Desktop::connectWindow(MainWindow& window)
{
    connect(&window, &MainWindow::windowAsked, this, [this] { openWindow(); });
    connect(&window, &MainWindow::quitAsked, this, [] { QApplication::closeAllWindows(); });
    connect(&window, &MainWindow::themeAsked, this,
            [this, &window](settings::ThemeChoice choice) { setTheme(window, choice); });
    connect(&window, &MainWindow::languageAsked, this,
            [this, &window](settings::LanguageChoice choice) { setLanguage(window, choice); });
    connect(&window, &MainWindow::zoomAsked, this,
            [this, &window](int step) { setZoom(window, step); });
    connect(&window, &MainWindow::codeZoomAsked, this,
            [this, &window](int step) { setCodeZoom(window, step); });
    connect(&window, &MainWindow::keysChosen, this,
            [this, &window](const OwnKeys& own) { setKeys(window, own); });
    connect(&window, &MainWindow::engineChosen, this, [this, &window](const QString& name) {
        m_loaded.settings.engine = name;
        saveFrom(window);
    });
    connect(&window, &MainWindow::modelChosen, this, [this, &window](const QString& folder) {
        m_loaded.settings.model = folder;
        saveFrom(window);
    });
    connect(&window, &MainWindow::modelSetUp, this,
            [this, &window](const settings::LocalEngine& local) {
                m_loaded.settings.local = local;
                saveFrom(window);
            });
    // Saved at once, so that a crash does not forget it.
    connect(&window, &MainWindow::sessionShown, this, [this, &window] { saveFrom(window); });
    connect(&window, &MainWindow::closing, this, [this, &window] { forget(window); });
}

void Desktop::setTheme(MainWindow& window, settings::ThemeChoice choice)
{
    m_loaded.settings.theme = choice;
    applyLooks();
    saveFrom(window);
}

/// Every widget takes its words when it is made, so the new ones come with the next start.
void Desktop::setLanguage(MainWindow& window, settings::LanguageChoice choice)
{
    m_loaded.settings.language = choice;
    for (const auto& shown : m_windows)
        shown->showLanguageChoice(choice);
    window.notices().add(Tone::Info, tr("The language changes when Trifold is started again."));
    saveFrom(window);
}

void Desktop::setZoom(MainWindow& window, int step)
{
    m_loaded.settings.zoomPercent = zoomAfter(m_loaded.settings.zoomPercent, step);
    applyLooks();
    saveFrom(window);
}

void Desktop::setCodeZoom(MainWindow& window, int step)
{
    m_loaded.settings.codeZoomPercent = step == 0 ? 0 : zoomAfter(m_theme.codeZoomPercent(), step);
    applyLooks();
    saveFrom(window);
}

void Desktop::setKeys(MainWindow& window, const OwnKeys& own)
{
    m_loaded.settings.keys = own;
    for (const auto& each : m_windows)
        each->setKeys(KeyTable(own));
    saveFrom(window);
}

void Desktop::applyLooks()
{
    m_theme.set(m_loaded.settings.theme, m_loaded.settings.zoomPercent,
                m_loaded.settings.codeZoomPercent);
    for (const auto& window : m_windows)
        window->showThemeChoice(m_loaded.settings.theme);
}

void Desktop::saveFrom(MainWindow& window)
{
    m_loaded.settings.window = window.state();
    if (m_loaded.saving == settings::Saving::Withheld)
        return; // said when it was loaded
    const auto saved = settings::save(m_path, m_loaded.settings);
    if (saved)
        return;
    window.notices().add(Tone::Caution, tr("Settings could not be saved to %1.").arg(m_path),
                         QString::fromStdString(saved.error().text));
}

void Desktop::forget(MainWindow& window)
{
    saveFrom(window);
    const auto found = std::find_if(m_windows.begin(), m_windows.end(),
                                    [&window](const auto& held) { return held.get() == &window; });
    // It is in the middle of closing: the event loop deletes it afterwards.
    found->release()->deleteLater();
    m_windows.erase(found);
}

QString sentenceFor(const settings::Notice& notice)
{
    switch (notice.kind) {
    case settings::NoticeKind::SetAside:
        return Desktop::tr("The settings file was broken, so Trifold starts with its defaults. "
                           "The old file is kept as %1.")
            .arg(notice.where);
    case settings::NoticeKind::Unreadable:
        return Desktop::tr("The settings in %1 cannot be read. The file is left as it is, and "
                           "changes are not saved.")
            .arg(notice.where);
    case settings::NoticeKind::MemberIgnored:
        return Desktop::tr("The setting “%1” makes no sense; its default is used.")
            .arg(notice.where);
    }
    UNREACHABLE();
}

} // namespace tf::ui
