#pragma once

// What came of the answers that are shown: a bug report, files with their checks, a diagram's
// graph.
//
// A tab of the inspector. Nothing of it is kept: it is read from the answers. Thread: main.

#include "app/workspace/conversation.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace tf::ui {

class CheckList;
class CodePreview;
class AnswerTree;
class GraphTable;
class ReportCard;
class SavePanel;
class TextLabel;
class WorksWatch;

class WorksPage : public QWidget {
    Q_OBJECT

public:
    explicit WorksPage(const Theme& theme, QWidget* parent = nullptr);

    /// nullptr: none is shown.
    void setConversation(std::shared_ptr<workspace::Conversation> conversation);
    [[nodiscard]] WorksWatch& watch() { return *m_watch; }

Q_SIGNALS:
    /// A moment of a recording that was sent.
    void momentAsked(double seconds);
    /// A place in the repository that was sent, as a suspect names it.
    void placeAsked(const QString& path, qint64 line);
    void exportAsked(const QString& name, const QString& text);
    /// There is nothing to show: the user wants to begin a kind of work.
    void beginAsked();

private:
    [[nodiscard]] QWidget* makeNothing();
    [[nodiscard]] QWidget* makeFiles();
    [[nodiscard]] QWidget* makeGraph();
    void follow();
    void showGraph();
    void showFile(const QString& path);
    void showVersion();
    void showPlace(const QString& path, qint64 line);

    const Theme& m_theme;
    WorksWatch* m_watch;
    QWidget* m_nothing;
    ReportCard* m_report;
    QWidget* m_files = nullptr;
    AnswerTree* m_tree = nullptr;
    QComboBox* m_version = nullptr;
    CodePreview* m_preview = nullptr;
    CheckList* m_checks = nullptr;
    SavePanel* m_saving = nullptr;
    QWidget* m_graph = nullptr;
    GraphTable* m_nodes = nullptr;
    GraphTable* m_edges = nullptr;
    TextLabel* m_edgesTitle = nullptr;
    TextLabel* m_questions = nullptr;
    TextLabel* m_faults = nullptr;
};

} // namespace tf::ui
