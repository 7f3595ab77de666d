#include "ui/endpoints/engine_facts.h"

#include "ui/widgets/plain_name.h"

#include <QCoreApplication>
#include <QEvent>
#include <QMenu>
#include <QStyle>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kFactsGap = 8; // around them and between them
constexpr int kFactsDrop = 2; // to the line of the menus' words

struct FactsWords {
    Q_DECLARE_TR_FUNCTIONS(EngineFacts)
};

/// A menu shows "&" of a name as such.
QString inMenu(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

QString placeWords(const workspace::EngineChoice& engine)
{
    switch (engine.label.place) {
    case endpoint::Place::ThisMachine:
        return FactsWords::tr("this machine");
    case endpoint::Place::LocalNetwork:
        return FactsWords::tr("your network");
    case endpoint::Place::Outside:
        return FactsWords::tr("outside");
    }
    UNREACHABLE();
}

} // namespace

PillLook engineLook(const workspace::EngineChoice* engine)
{
    if (engine == nullptr)
        return {Icon::Engine, PillTone::Neutral, FactsWords::tr("No engine")};
    const QString name = engine->isLocal() ? FactsWords::tr("local")
                                           : plainName(QString::fromStdString(engine->name));
    const QString model = plainName(QString::fromStdString(engine->model));
    const QString text =
        model.isEmpty() || model == name ? name : name + QStringLiteral(" · ") + model;
    return {Icon::Engine, engine->problem.empty() ? PillTone::Neutral : PillTone::Caution, text,
            name};
}

PillLook leavesLook(const workspace::EngineChoice* engine)
{
    if (engine == nullptr || engine->label.place == endpoint::Place::ThisMachine)
        return {Icon::Shield, PillTone::Good, FactsWords::tr("Nothing leaves this machine"),
                FactsWords::tr("Nothing leaves")};
    const QString host = plainName(QString::fromStdString(engine->label.host));
    if (engine->label.place == endpoint::Place::LocalNetwork)
        return {Icon::Network, PillTone::Neutral,
                FactsWords::tr("Goes to your network: %1").arg(host),
                FactsWords::tr("Network: %1").arg(host), host};
    return {Icon::Globe, PillTone::Caution, FactsWords::tr("Leaves this machine: %1").arg(host),
            FactsWords::tr("Leaves: %1").arg(host), host};
}

EngineFacts::EngineFacts(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_engine(new PillButton(theme, engineLook(nullptr), this))
    , m_leaves(new Pill(theme, leavesLook(nullptr), this))
{
    connect(m_engine, &PillButton::clicked, this, &EngineFacts::openMenu);
    showEngine();
}

QSize EngineFacts::around(const QSize& engine, const QSize& leaves) const
{
    return {engine.width() + leaves.width() + 3 * m_theme.px(kFactsGap),
            std::max(engine.height(), leaves.height()) + m_theme.px(kFactsDrop)};
}

QSize EngineFacts::sizeHint() const
{
    return around(m_engine->sizeHint(), m_leaves->sizeHint());
}

QSize EngineFacts::briefSizeHint() const
{
    return around(m_engine->briefSizeHint(), m_leaves->briefSizeHint());
}

QSize EngineFacts::minimumSizeHint() const
{
    return around(m_engine->minimumSizeHint(), m_leaves->minimumSizeHint());
}

/// Both say their brief words before one of them says more, and what leaves the machine comes
/// first. A width between brief and full words would help neither.
void EngineFacts::place()
{
    const QSize full = m_leaves->sizeHint();
    const int gap = m_theme.px(kFactsGap);
    const int room = width() - 3 * gap;
    int engine = m_engine->briefSizeHint().width();
    int leaves = m_leaves->briefSizeHint().width();
    if (engine + full.width() <= room)
        leaves = full.width();
    if (m_engine->sizeHint().width() + leaves <= room)
        engine = m_engine->sizeHint().width();
    const int half = room / 2;
    if (engine + leaves > room && std::min(engine, leaves) > half)
        engine = leaves = half;
    else if (engine + leaves > room) // the longer one gives way
        (engine > half ? engine : leaves) = room - std::min(engine, leaves);
    const int top = (height() + m_theme.px(kFactsDrop) - full.height()) / 2;
    const QRect first(gap, top, engine, full.height());
    const QRect second(first.right() + 1 + gap, top, leaves, full.height());
    m_engine->setGeometry(QStyle::visualRect(layoutDirection(), rect(), first));
    m_leaves->setGeometry(QStyle::visualRect(layoutDirection(), rect(), second));
}

void EngineFacts::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

/// Other words are there, or another zoom.
bool EngineFacts::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        place();
    }
    return QWidget::event(event);
}

void EngineFacts::setEngines(workspace::Engines& engines)
{
    m_engines = &engines;
    connect(&engines, &workspace::Engines::changed, this, &EngineFacts::showEngine);
    showEngine();
}

void EngineFacts::setChosen(const std::string& name)
{
    m_chosen = name;
    showEngine();
}

void EngineFacts::showEngine()
{
    const workspace::EngineChoice* engine =
        m_engines == nullptr ? nullptr : m_engines->find(m_chosen);
    m_engine->setLook(engineLook(engine));
    m_leaves->setLook(leavesLook(engine));
    updateGeometry();
    place();
    if (engine == nullptr) {
        m_engine->setToolTip(tr("No model is loaded and no endpoint is chosen."));
        m_leaves->setToolTip(tr("Nothing is sent while no engine is chosen."));
        return;
    }
    const QString problem = QString::fromStdString(engine->problem);
    m_engine->setToolTip(problem.isEmpty() ? tr("Which engine answers. Click to choose another.")
                                           : problem);
    m_leaves->setToolTip(QString::fromStdString(endpoint::shownLabel(engine->label)));
}

void EngineFacts::addChoices(QMenu& menu)
{
    for (const workspace::EngineChoice& engine : m_engines->choices()) {
        const QString name = QString::fromStdString(engine.name);
        QAction* action =
            menu.addAction(inMenu(engineLook(&engine).text) + u'\t' + placeWords(engine), this,
                           [this, name] { Q_EMIT chosen(name); });
        action->setCheckable(true);
        action->setChecked(engine.name == m_chosen);
        action->setToolTip(QString::fromStdString(
            engine.problem.empty() ? endpoint::shownLabel(engine.label) : engine.problem));
    }
}

void EngineFacts::openMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->setAccessibleName(tr("Engines"));
    if (m_engines != nullptr) {
        addChoices(*menu);
        if (!menu->isEmpty())
            menu->addSeparator();
        const auto* engine = m_engines->find(m_chosen);
        if (engine != nullptr && !engine->isLocal())
            menu->addAction(
                tr("&Change “%1”…").arg(inMenu(plainName(QString::fromStdString(m_chosen)))), this,
                [this] { Q_EMIT editAsked(QString::fromStdString(m_chosen)); });
    }
    menu->addAction(tr("&Add an endpoint…"), this, [this] { Q_EMIT editAsked({}); });
    menu->addAction(tr("&Load a model on this machine…"), this, &EngineFacts::loadAsked);
    menu->popup(m_engine->mapToGlobal(QPoint(0, m_engine->height() + m_theme.px(2))));
}

} // namespace tf::ui
