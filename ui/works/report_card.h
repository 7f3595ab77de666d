#pragma once

// A bug report as a card: steps with their moments, suspects with how sure the answer is of each.
//
// Moments and files lead to where they are. Thread: main.

#include "app/works/bug_report.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace tf::ui {

class ReportCard : public QWidget {
    Q_OBJECT

public:
    explicit ReportCard(const Theme& theme, QWidget* parent = nullptr);

    void show(const works::BugReport& report);

Q_SIGNALS:
    void momentAsked(double seconds);
    void placeAsked(const QString& path, qint64 line);
    /// The user wants it in a file of their own.
    void exportAsked(const QString& name, const QString& markdown);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fill();
    void addHead(QVBoxLayout& column);
    void addPart(QVBoxLayout& column, const QString& title, const QString& text);
    void addSteps(QVBoxLayout& column, const QString& title,
                  const std::vector<works::ReportStep>& steps);
    void addSuspects(QVBoxLayout& column);
    void addButtons(QVBoxLayout& column);

    const Theme& m_theme;
    works::BugReport m_report;
    QVBoxLayout* m_column;
    QWidget* m_inside = nullptr;
};

} // namespace tf::ui
