#pragma once

// Which files go along, as the user has it: rules as chips, a field for another one, kinds, sizes.
//
// Says what was chosen; who holds the choice shows it here again. Thread: main.

#include "app/ingest/rules/rules.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace tf::ui {

class RuleChip;
class TextLabel;

class RuleChips : public QWidget {
    Q_OBJECT

public:
    explicit RuleChips(const Theme& theme, QWidget* parent = nullptr);

    void setChoice(const ingest::RuleChoice& choice);
    [[nodiscard]] const ingest::RuleChoice& choice() const { return m_choice; }

Q_SIGNALS:
    /// `words`: what was done, for an undo line.
    void chosen(const tf::ingest::RuleChoice& choice, const QString& words);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QWidget* makeField();
    [[nodiscard]] QWidget* makeKinds();
    void addRule();
    void removeRule(std::size_t place);
    void chooseKind(std::size_t kind, bool isTaken);
    void chooseSize(std::int64_t mostBytes);
    /// Chips in as many rows as they need.
    void arrange();

    const Theme& m_theme;
    ingest::RuleChoice m_choice;
    QWidget* m_chipArea;
    std::vector<RuleChip*> m_chips; ///< in the order of the rules
    QLineEdit* m_field = nullptr;
    TextLabel* m_mistake = nullptr;
    std::array<QCheckBox*, 4> m_kinds{};
    QComboBox* m_sizes = nullptr;
};

} // namespace tf::ui
