#include "ui/monitor/speed_line.h"

#include "ui/monitor/running_watch.h"
#include "ui/monitor/speed_words.h"

#include <QPainter>

namespace tf::ui {

namespace {

QString localWords(const workspace::LocalModel& model)
{
    const workspace::LoadProgress progress = model.progress();
    switch (model.state()) {
    case workspace::LocalState::None:
        return SpeedLine::tr("not loaded");
    case workspace::LocalState::Loading:
        return progress.bytesTotal > 0
            ? SpeedLine::tr("loading %1 %").arg(100 * progress.bytesDone / progress.bytesTotal)
            : SpeedLine::tr("loading");
    case workspace::LocalState::Ready:
        return SpeedLine::tr("ready");
    case workspace::LocalState::Failed:
        return SpeedLine::tr("loading failed");
    }
    UNREACHABLE();
}

} // namespace

SpeedLine::SpeedLine(const Theme& theme, workspace::Engines& engines, QWidget* parent)
    : TextLabel(theme, FontRole::Small, Token::TextMuted, {}, parent)
    , m_engines(engines)
    , m_watch(new RunningWatch(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_watch, &RunningWatch::changed, this, &SpeedLine::tell);
    connect(&engines.speeds(), &workspace::Speeds::changed, this, &SpeedLine::tell);
    connect(&engines.localModel(), &workspace::LocalModel::changed, this, &SpeedLine::tell);
    tell();
}

void SpeedLine::setConversation(std::shared_ptr<workspace::Conversation> conversation)
{
    m_watch->setConversation(std::move(conversation));
}

void SpeedLine::setEngine(const workspace::EngineChoice* engine)
{
    m_engine = engine == nullptr ? std::nullopt : std::optional(*engine);
    tell();
}

QString SpeedLine::stateWords() const
{
    if (!m_engine)
        return tr("no engine");
    if (m_engine->isLocal())
        return localWords(m_engines.localModel());
    return m_engine->problem.empty() ? tr("ready") : tr("cannot be asked");
}

QString SpeedLine::lineWords() const
{
    const auto* running = m_engine ? m_watch->at(m_engine->name) : nullptr;
    if (running != nullptr) {
        const auto own = m_engine->isLocal() ? ownRate(m_engines.localModel()) : std::nullopt;
        const QString words = own ? runningWords(*running, *own) : runningWords(*running);
        return running->firstWord ? tr("answering") + QStringLiteral(" · ") + words : words;
    }
    QStringList parts{stateWords()};
    if (m_engine && !m_engines.speeds().of(m_engine->name).empty())
        parts.append(speedWords(m_engines.speeds().of(m_engine->name).back()));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void SpeedLine::tell()
{
    const QString words = lineWords();
    if (words == text())
        return;
    setText(words);
    setToolTip(words);
    setAccessibleName(tr("Engine: %1").arg(words));
}

QSize SpeedLine::minimumSizeHint() const
{
    return {fontMetrics().height(), TextLabel::minimumSizeHint().height()};
}

void SpeedLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.setPen(palette().color(QPalette::WindowText));
    const QString words = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    painter.drawText(rect(), int(Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine, words);
}

} // namespace tf::ui
