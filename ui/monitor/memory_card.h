#pragma once

// What the model on this machine takes and does: counted before it is loaded, real beside planned
// afterwards, requests and cache while it works.
//
// Has it counted when it is shown, and not before. Thread: main.

#include "app/workspace/local_model.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace tf::ui {

class FactList;
class MemoryBar;
class TextLabel;

class MemoryCard : public QWidget {
    Q_OBJECT

public:
    explicit MemoryCard(const Theme& theme, QWidget* parent = nullptr);

    /// Requires: it outlives this.
    void follow(workspace::LocalModel& model);

    /// While a model is loaded, or was not for a reason other than its size, nothing is said.
    [[nodiscard]] bool isOfUse() const;

    /// Before it is loaded; nullptr: it is not counted yet.
    void setPlan(const Result<engine::MemoryPlan>* plan);
    /// Once it is.
    void setLoaded(const engine::MemoryPlan& plan, std::int64_t taken,
                   const std::optional<engine::Activity>& activity);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void takeModel();
    void setBars(const engine::MemoryPlan& plan);

    const Theme& m_theme;
    workspace::LocalModel* m_model = nullptr;
    TextLabel* m_verdict;
    TextLabel* m_trouble;
    QVBoxLayout* m_column;
    std::vector<MemoryBar*> m_bars;
    FactList* m_facts;
};

} // namespace tf::ui
