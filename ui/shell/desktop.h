#pragma once

// All windows of this process, and the settings they share. Owned by main(). Thread: main.

#include "app/settings/settings.h"
#include "app/workspace/workspace.h"
#include "ui/shell/key_table.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QObject>

#include <memory>
#include <vector>

namespace tf::ui {

class MainWindow;

class Desktop : public QObject {
    Q_DECLARE_TR_FUNCTIONS(Desktop)

public:
    /// Applies what was loaded to `theme`; opens nothing. Requires: `workspace` outlives it.
    Desktop(Theme& theme, workspace::Workspace& workspace, const QString& settingsPath,
            settings::Loaded loaded);
    ~Desktop() override;

    /// Like the window that was closed last; further ones stand a little aside.
    /// With `places` (paths, addresses) it begins a session that has them in its tray.
    MainWindow& openWindow(const QStringList& places = {});

    [[nodiscard]] const std::vector<std::unique_ptr<MainWindow>>& windows() const
    {
        return m_windows;
    }

private:
    void connectWindow(MainWindow& window);
    void setTheme(MainWindow& window, settings::ThemeChoice choice);
    void setLanguage(MainWindow& window, settings::LanguageChoice choice);
    void setZoom(MainWindow& window, int step);
    void setCodeZoom(MainWindow& window, int step);
    void setKeys(MainWindow& window, const OwnKeys& own);
    void forget(MainWindow& window);
    void tellNews(MainWindow& window);
    void applyLooks();
    void saveFrom(MainWindow& window);

    Theme& m_theme;
    workspace::Workspace& m_workspace;
    QString m_path;
    settings::Loaded m_loaded;
    std::vector<std::unique_ptr<MainWindow>> m_windows;
};

/// What to tell the user about a settings file, in one sentence.
[[nodiscard]] QString sentenceFor(const settings::Notice& notice);

} // namespace tf::ui
