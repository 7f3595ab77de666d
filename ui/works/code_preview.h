#pragma once

// A file of an answer to read: its text in colours, and a line of it that is pointed at.
//
// Thread: main.

#include "ui/theme/theme.h"

#include <QPlainTextEdit>

namespace tf::ui {

class CodePreview : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodePreview(const Theme& theme, QWidget* parent = nullptr);

    /// `path` says the language.
    void show(const QString& path, const QString& text);
    /// From 1; 0: none.
    void point(std::int64_t line);

private:
    void colour();
    void follow();
    void fitHeight();

    const Theme& m_theme;
    QString m_path;
    std::int64_t m_line = 0;
};

} // namespace tf::ui
