#pragma once

// The keys of the pane that was used last and of every action: found, changed, taken back.

#include "ui/shell/key_table.h"
#include "ui/widgets/pane.h"

class QGridLayout;
class QLineEdit;

namespace tf::ui {

class TextLabel;

class KeysPage : public Pane {
    Q_OBJECT

public:
    explicit KeysPage(const Theme& theme, QWidget* parent = nullptr);

    void showKeys(const KeyTable& table);
    /// objectName of the pane whose own keys come first.
    void setPane(const QString& pane);

Q_SIGNALS:
    void keysChosen(const tf::ui::OwnKeys& own);

private:
    void fill();
    void addTitle(const QString& title);
    [[nodiscard]] QWidget* makeCaps(const QString& keys);
    void addPaneRow(const char* keys, const QString& text);
    void addActionRow(const ActionRow& row);
    [[nodiscard]] bool isWanted(const QString& text, const QString& keys) const;
    void record(const ActionRow& row);
    void hearRecorded(const ActionRow& row, const QKeySequence& keys);
    void leave(const ActionRow& row);
    void settle(const ActionRow& row);

    KeyTable m_table;
    QString m_pane;
    QLineEdit* m_filter;
    TextLabel* m_said; ///< what became of the last change
    QWidget* m_rows;
    QGridLayout* m_grid;
    int m_numRows = 0;
    const ActionRow* m_recording = nullptr; ///< whose new key is waited for
    const ActionRow* m_toFocus = nullptr; ///< whose button has the keyboard after filling
};

} // namespace tf::ui
