#include "ui/monitor/setup_form.h"

#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QThread>

namespace tf::ui {

namespace {

constexpr std::int64_t kLeastShown = 4096;
constexpr std::int64_t kMostShown = 1'048'576;

} // namespace

SetupForm::SetupForm(const Theme& theme, workspace::LocalModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_context(new QComboBox(this))
    , m_threads(new QSpinBox(this))
    , m_thinking(new QComboBox(this))
    , m_later(makeParagraph(theme, FontRole::Small, Token::InfoText,
                            tr("Takes effect when the model is loaded again."), this))
{
    setAccessibleName(tr("How the model is loaded"));
    makeFields(theme);
    connect(m_context, &QComboBox::activated, this, &SetupForm::take);
    connect(m_threads, &QSpinBox::valueChanged, this, &SetupForm::take);
    connect(m_thinking, &QComboBox::activated, this, &SetupForm::chosen);
    connect(&model, &workspace::LocalModel::changed, this, &SetupForm::showModel);
    showModel();
}

void SetupForm::makeFields(const Theme& theme)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (std::int64_t tokens = kLeastShown; tokens <= kMostShown; tokens *= 2)
        m_context->addItem(tr("%1 tokens").arg(QLocale().toString(qlonglong(tokens))),
                           qint64(tokens));
    m_context->setToolTip(tr("For all questions and answers together, at most what the model "
                             "takes; longer takes more memory."));
    m_threads->setRange(0, QThread::idealThreadCount());
    m_threads->setSpecialValueText(tr("all"));
    m_thinking->addItem(tr("off"), static_cast<int>(session::Thinking::Disabled));
    m_thinking->addItem(tr("adaptive"), static_cast<int>(session::Thinking::Adaptive));
    m_thinking->addItem(tr("on"), static_cast<int>(session::Thinking::Enabled));
    setThinking(session::Thinking::Adaptive);
    m_thinking->setToolTip(tr("How new sessions begin; each question may say otherwise."));
    const std::array<std::pair<QString, QWidget*>, 3> rows{
        {{tr("Context"), m_context}, {tr("Threads"), m_threads}, {tr("Thinking"), m_thinking}}};
    int row = 0;
    for (const auto& [name, field] : rows) {
        auto* label = new TextLabel(theme, FontRole::Small, Token::TextMuted, name, this);
        label->setBuddy(field);
        field->setAccessibleName(name);
        field->setAccessibleDescription(field->toolTip());
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row++, 1);
    }
    grid->addWidget(m_later, row, 0, 1, 2);
}

void SetupForm::setThinking(session::Thinking thinking)
{
    m_thinking->setCurrentIndex(m_thinking->findData(static_cast<int>(thinking)));
}

ModelSetup SetupForm::setup() const
{
    return {{m_context->currentData().toLongLong(), m_threads->value()},
            static_cast<session::Thinking>(m_thinking->currentData().toInt())};
}

void SetupForm::take()
{
    m_model.setSetup(setup().load);
    Q_EMIT chosen();
}

void SetupForm::showModel()
{
    const QSignalBlocker quiet(m_threads);
    const workspace::LocalSetup& setup = m_model.setup();
    int place = m_context->findData(qint64(setup.contextTokens));
    if (place < 0) { // of a file that somebody wrote
        m_context->addItem(tr("%1 tokens").arg(QLocale().toString(qlonglong(setup.contextTokens))),
                           qint64(setup.contextTokens));
        place = m_context->count() - 1;
    }
    m_context->setCurrentIndex(place);
    m_threads->setValue(setup.threads);
    m_later->setVisible(m_model.state() == workspace::LocalState::Ready
                        && m_model.loadedSetup() != setup);
}

} // namespace tf::ui
