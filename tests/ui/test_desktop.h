#pragma once

// The real desktop over a settings file in a folder of its own, as main() builds it.

#include "ui/shell/desktop.h"
#include "ui/shell/main_window.h"

#include <QTemporaryDir>

namespace tf::test {

class TestDesktop {
public:
    /// With what the settings file holds; empty: no file. `vfs`: what the store is opened with.
    explicit TestDesktop(const QByteArray& settings = {}, std::string vfs = {});

    /// As if the program ended and started again.
    void restart();

    /// With a session in it, in which nothing was asked yet.
    ui::MainWindow& open(QSize size);
    [[nodiscard]] ui::Desktop& desktop() { return *m_desktop; }
    [[nodiscard]] ui::Theme& theme() { return m_theme; }
    [[nodiscard]] workspace::Workspace& workspace() { return *m_workspace; }
    [[nodiscard]] QString settingsPath() const;

private:
    QTemporaryDir m_folder;
    std::string m_vfs;
    ui::Theme m_theme;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<ui::Desktop> m_desktop;
};

} // namespace tf::test
