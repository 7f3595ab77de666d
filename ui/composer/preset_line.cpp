#include "ui/composer/preset_line.h"

#include "ui/widgets/icon_button.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>

namespace tf::ui {

namespace {

Icon iconOf(works::Work work)
{
    switch (work) {
    case works::Work::Repository:
        return Icon::Repository;
    case works::Work::BugReview:
        return Icon::Recording;
    case works::Work::Diagram:
        break;
    }
    return Icon::Diagram;
}

} // namespace

PresetLine::PresetLine(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_name(new Pill(theme, {}, this))
    , m_needs(new TextLabel(theme, FontRole::Small, Token::TextMuted, {}, this))
    , m_remove(new IconButton(theme, Icon::Close, tr("Remove the kind of work"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_name);
    row->addWidget(m_remove);
    row->addSpacing(6);
    row->addWidget(m_needs, 1);
    m_needs->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(m_remove, &QAbstractButton::clicked, this, &PresetLine::removeAsked);
    hide();
}

void PresetLine::show(const std::optional<works::Preset>& preset, const QString& needs)
{
    setVisible(preset.has_value());
    if (!preset)
        return;
    const QString name = QString::fromStdString(works::nameOf(*preset));
    m_name->setLook({iconOf(preset->work), PillTone::Neutral, name});
    m_name->setToolTip(QString::fromStdString(works::instructionsOf(*preset)));
    setAccessibleName(tr("Kind of work: %1").arg(name));
    m_needs->setText(needs);
    m_needs->setToolTip(needs);
}

} // namespace tf::ui
