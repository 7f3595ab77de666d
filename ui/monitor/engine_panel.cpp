#include "ui/monitor/engine_panel.h"

#include "ui/monitor/fact_list.h"
#include "ui/monitor/load_card.h"
#include "ui/monitor/memory_card.h"
#include "ui/monitor/running_watch.h"
#include "ui/monitor/setup_form.h"
#include "ui/monitor/speed_plot.h"
#include "ui/monitor/speed_table.h"
#include "ui/monitor/speed_words.h"
#include "ui/widgets/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tf::ui {

EnginePanel::EnginePanel(const Theme& theme, workspace::Engines& engines, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_engines(engines)
    , m_watch(new RunningWatch(this))
{
    setAccessibleName(tr("Engine"));
    makeParts();
    connect(&engines.speeds(), &workspace::Speeds::changed, this, &EnginePanel::showSpeeds);
    connect(&engines.localModel(), &workspace::LocalModel::changed, this,
            &EnginePanel::showLoadCard);
    connect(m_watch, &RunningWatch::changed, this, &EnginePanel::showRunning);
    setEngine(nullptr);
}

void EnginePanel::makeParts()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 4, 14, 16);
    column->setSpacing(12);
    m_name = makeParagraph(m_theme, FontRole::Heading, Token::Text, {}, this);
    m_problem =
        makeParagraph(m_theme, FontRole::Small, Token::CautionText, tr("It can be asked."), this);
    m_none = makeNone();
    m_load = new LoadCard(m_theme, m_engines.localModel(), this);
    m_memory = new MemoryCard(m_theme, this);
    m_memory->follow(m_engines.localModel());
    m_setup = new SetupForm(m_theme, m_engines.localModel(), this);
    m_speeds = makeSpeeds();
    m_facts = new FactList(m_theme, this);
    for (QWidget* part :
         {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_problem), m_none,
          static_cast<QWidget*>(m_load), static_cast<QWidget*>(m_setup),
          static_cast<QWidget*>(m_memory), m_speeds, static_cast<QWidget*>(m_facts)})
        column->addWidget(part);
    column->addStretch(1);
    connect(m_load, &LoadCard::loadAsked, this, &EnginePanel::loadAsked);
}

QWidget* EnginePanel::makeSpeeds()
{
    auto* block = new QWidget(this);
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_running = makeParagraph(m_theme, FontRole::Small, Token::InfoText, {}, block);
    m_last = makeParagraph(m_theme, FontRole::Small, Token::TextMuted,
                           tr("It has not answered since Trifold was started."), block);
    m_rates = new SpeedPlot(m_theme, PlotOf::AnswerRate, block);
    m_firstWords = new SpeedPlot(m_theme, PlotOf::FirstWord, block);
    m_rates->startWith(*m_firstWords);
    m_firstWords->startWith(*m_rates);
    m_table = new SpeedTable(m_theme, block);
    column->addWidget(
        makeParagraph(m_theme, FontRole::Strong, Token::Text, tr("Last answers"), block));
    for (QWidget* part : {static_cast<QWidget*>(m_running), static_cast<QWidget*>(m_last),
                          static_cast<QWidget*>(m_rates), static_cast<QWidget*>(m_firstWords),
                          static_cast<QWidget*>(m_table)})
        column->addWidget(part);
    return block;
}

QWidget* EnginePanel::makeNone()
{
    auto* block = new QWidget(this);
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeParagraph(
        m_theme, FontRole::Body, Token::TextMuted,
        tr("No model is loaded and no endpoint is chosen. Questions can be written meanwhile."),
        block));
    auto* add = new QPushButton(tr("Add an endpoint…"), block);
    add->setAccessibleName(add->text());
    column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, &EnginePanel::endpointAsked);
    return block;
}

void EnginePanel::setConversation(std::shared_ptr<workspace::Conversation> conversation)
{
    m_watch->setConversation(std::move(conversation));
}

void EnginePanel::setEngine(const workspace::EngineChoice* engine)
{
    m_engine = engine == nullptr ? std::nullopt : std::optional(*engine);
    showEngine();
    showLoadCard();
    showSpeeds();
    showRunning();
}

void EnginePanel::showEngine()
{
    m_none->setVisible(!m_engine);
    m_speeds->setVisible(m_engine.has_value());
    m_facts->setVisible(m_engine.has_value());
    m_problem->setVisible(m_engine && !m_engine->problem.empty());
    if (!m_engine) {
        m_name->setText(tr("No engine"));
        return;
    }
    const QString name =
        m_engine->isLocal() ? tr("This machine") : QString::fromStdString(m_engine->name);
    m_name->setText(name);
    if (!m_engine->problem.empty())
        m_problem->setText(QString::fromStdString(m_engine->problem));
    m_facts->show(factsOf(*m_engine, QDate::currentDate()));
}

void EnginePanel::showLoadCard()
{
    // An unloaded model is of no concern while another engine answers; its memory is.
    const auto state = m_engines.localModel().state();
    const bool isBusy =
        state == workspace::LocalState::Loading || state == workspace::LocalState::Ready;
    const bool isLocal = m_engine && m_engine->isLocal();
    m_load->setVisible(!m_engine || isLocal || isBusy);
    m_setup->setVisible(isLocal && !m_engines.localModel().folder().empty());
    m_memory->setVisible(m_load->isVisibleTo(this) && m_memory->isOfUse());
    // The card says it, and what to do.
    m_problem->setVisible(m_engine && !isLocal && !m_engine->problem.empty());
}

void EnginePanel::showSpeeds()
{
    if (!m_engine)
        return;
    const auto& speeds = m_engines.speeds().of(m_engine->name);
    const QString last = speeds.empty() ? tr("It has not answered since Trifold was started.")
                                        : speedWords(speeds.back());
    m_last->setText(last);
    m_last->setVisible(!last.isEmpty());
    m_rates->setVisible(!speeds.empty());
    m_firstWords->setVisible(!speeds.empty());
    m_table->setVisible(!speeds.empty());
    m_rates->setShape(plotOf(speeds, PlotOf::AnswerRate));
    m_firstWords->setShape(plotOf(speeds, PlotOf::FirstWord));
    m_table->show(speeds);
}

void EnginePanel::showRunning()
{
    const auto* running = m_engine ? m_watch->at(m_engine->name) : nullptr;
    m_running->setVisible(running != nullptr);
    const auto own =
        running != nullptr && m_engine->isLocal() ? ownRate(m_engines.localModel()) : std::nullopt;
    if (running == nullptr)
        return m_running->setText(tr("Now: no answer"));
    m_running->setText(
        tr("Now: %1").arg(own ? runningWords(*running, *own) : runningWords(*running)));
}

} // namespace tf::ui
