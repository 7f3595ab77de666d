#include "ui/monitor/memory_card.h"

#include "ui/monitor/fact_list.h"
#include "ui/monitor/load_card.h"
#include "ui/monitor/memory_bar.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace tf::ui {

using workspace::LocalState;

MemoryCard::MemoryCard(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_verdict(makeParagraph(theme, FontRole::Small, Token::Text, {}, this))
    , m_trouble(makeParagraph(theme, FontRole::Small, Token::CautionText, {}, this))
    , m_column(new QVBoxLayout(this))
    , m_facts(new FactList(theme, this))
{
    setAccessibleName(tr("Memory of the model on this machine"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addWidget(m_verdict);
    m_column->addWidget(m_trouble);
    m_column->addWidget(m_facts);
    setPlan(nullptr);
}

void MemoryCard::follow(workspace::LocalModel& model)
{
    m_model = &model;
    connect(&model, &workspace::LocalModel::changed, this, &MemoryCard::takeModel);
    connect(&model, &workspace::LocalModel::activityChanged, this, &MemoryCard::takeModel);
    takeModel();
}

bool MemoryCard::isOfUse() const
{
    if (m_model == nullptr || m_model->folder().empty())
        return false;
    const LocalState state = m_model->state();
    return state == LocalState::None || state == LocalState::Ready
        || (state == LocalState::Failed && m_model->error().code == Code::OutOfMemory);
}

void MemoryCard::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    takeModel();
}

void MemoryCard::takeModel()
{
    if (m_model == nullptr)
        return;
    const LocalState state = m_model->state();
    const auto* plan = m_model->plan();
    if (state == LocalState::Ready && plan != nullptr && *plan)
        return setLoaded(plan->value(), m_model->memory(), m_model->activity());
    // What else is wrong with it is said above.
    const bool isOfRoom = state == LocalState::Failed && m_model->error().code == Code::OutOfMemory;
    const bool isCountable = state == LocalState::None || isOfRoom;
    setPlan(isCountable ? plan : nullptr);
    if (plan == nullptr && isCountable && isVisible())
        m_model->makePlan();
}

void MemoryCard::setPlan(const Result<engine::MemoryPlan>* plan)
{
    m_facts->hide();
    const bool isCounted = plan != nullptr && *plan;
    const bool fits = isCounted && plan->value().missingBytes() == 0;
    const QString words = !isCounted && plan != nullptr
        ? tr("What it takes cannot be counted. %1 %2")
              .arg(faultWords(plan->error()), loadAdvice(plan->error().code))
        : isCounted ? verdictWords(plan->value())
                    : tr("What it takes is counted when a model is chosen.");
    m_verdict->setText(words);
    m_trouble->setText(words);
    m_verdict->setVisible(plan == nullptr ? m_model == nullptr : fits);
    m_trouble->setVisible(plan != nullptr && !fits);
    setBars(isCounted ? plan->value() : engine::MemoryPlan());
}

void MemoryCard::setLoaded(const engine::MemoryPlan& plan, std::int64_t taken,
                           const std::optional<engine::Activity>& activity)
{
    m_verdict->hide();
    m_trouble->hide();
    setBars(plan);
    m_facts->show({loadedFacts(plan, taken, activity)});
    m_facts->setVisible(true);
}

void MemoryCard::setBars(const engine::MemoryPlan& plan)
{
    while (m_bars.size() > plan.devices.size()) {
        delete m_bars.back();
        m_bars.pop_back();
    }
    while (m_bars.size() < plan.devices.size()) {
        m_bars.push_back(new MemoryBar(m_theme, this));
        m_column->insertWidget(m_column->count() - 1, m_bars.back());
    }
    for (std::size_t idx = 0; idx < m_bars.size(); ++idx)
        m_bars[idx]->setDevice(plan.devices[idx]);
}

} // namespace tf::ui
