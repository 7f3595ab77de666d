#pragma once

// The files of an answer as a tree of folders; each says how many versions it has.
//
// As tall as its rows, up to ten. Thread: main.

#include "app/works/branch_works.h"
#include "ui/theme/theme.h"

#include <QTreeWidget>

namespace tf::ui {

class AnswerTree : public QTreeWidget {
    Q_OBJECT

public:
    explicit AnswerTree(const Theme& theme, QWidget* parent = nullptr);

    /// The file that was chosen stays so, if it is there.
    void show(const works::BranchWorks& works);
    /// Empty: none.
    [[nodiscard]] QString chosenPath() const;
    void choose(const QString& path);

Q_SIGNALS:
    void fileChosen(const QString& path);

private:
    [[nodiscard]] QTreeWidgetItem* folderFor(const QString& path);
    void fitHeight();

    const Theme& m_theme;
};

} // namespace tf::ui
