#include "ui/context/fit_card.h"

#include "ui/composer/estimate.h"
#include "ui/widgets/escape.h"
#include "ui/widgets/plain_name.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tf::ui {

using workspace::FitCut;
using workspace::FitKind;

QString fitName(FitKind kind)
{
    switch (kind) {
    case FitKind::LockFiles:
        return FitCard::tr("Lock files");
    case FitKind::Vendored:
        return FitCard::tr("Vendored code");
    case FitKind::Data:
        return FitCard::tr("Data");
    case FitKind::Tests:
        return FitCard::tr("Tests");
    case FitKind::Documents:
        return FitCard::tr("Documents");
    case FitKind::Settings:
        return FitCard::tr("Settings");
    case FitKind::Source:
        return FitCard::tr("Source code");
    case FitKind::Entrance:
        break;
    }
    return FitCard::tr("What says how all is built");
}

QString fitPlace(const FitCut& cut)
{
    if (!cut.file.empty())
        return plainName(QString::fromStdString(cut.file));
    const QLocale locale;
    const QString files = cut.numFiles == 1
        ? FitCard::tr("1 file")
        : FitCard::tr("%1 files").arg(locale.toString(qlonglong(cut.numFiles)));
    const QString folder = plainName(QString::fromStdString(cut.folder));
    if (cut.numPlaces > 1) {
        const QString places = locale.toString(qlonglong(cut.numPlaces));
        return folder.isEmpty() ? FitCard::tr("%1 in %2 places").arg(files, places)
                                : FitCard::tr("%1 in %2 places of %3").arg(files, places, folder);
    }
    return folder.isEmpty() ? files : FitCard::tr("%1, %2").arg(folder, files);
}

FitCard::FitCard(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(makeParagraph(theme, FontRole::Strong, Token::Text, {}, this))
    , m_sum(makeParagraph(theme, FontRole::Body, Token::Text, {}, this))
    , m_apply(new QPushButton(tr("Leave these out"), this))
{
    setAccessibleName(tr("What could be left out"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 10);
    column->setSpacing(8);
    column->addWidget(m_title);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto* inside = new QWidget;
    inside->setAutoFillBackground(false);
    m_list = new QVBoxLayout(inside);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->addStretch();
    scroll->setWidget(inside);
    inside->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    column->addWidget(m_sum);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setToolTip(tr("Cancel (Esc)"));
    row->addWidget(m_apply);
    row->addWidget(cancel);
    row->addStretch();
    column->addLayout(row);
    connect(m_apply, &QPushButton::clicked, this, [this] { Q_EMIT applied(rules()); });
    connect(cancel, &QPushButton::clicked, this, &FitCard::cancelled);
}

void FitCard::await(const FitGoal& goal)
{
    m_goal = goal;
    m_fit = {};
    m_boxes.clear();
    delete m_cuts;
    m_cuts = nullptr;
    m_title->setText(tr("To fit into %1").arg(goal.name));
    m_sum->setText(tr("Looking for what could be left out …"));
    m_apply->setEnabled(false);
}

void FitCard::setFit(workspace::Fit fit)
{
    await(m_goal);
    m_fit = std::move(fit);
    m_cuts = new QWidget(this);
    auto* column = new QVBoxLayout(m_cuts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (const FitCut& cut : m_fit.cuts)
        column->addWidget(makeCut(cut));
    m_list->insertWidget(0, m_cuts);
    sumUp();
    if (!m_boxes.empty())
        m_boxes.front()->setFocus(Qt::OtherFocusReason);
}

QWidget* FitCard::makeCut(const FitCut& cut)
{
    auto* block = new QWidget(m_cuts);
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    auto* box = new QCheckBox(fitName(cut.kind), block);
    box->setChecked(true);
    const QString freed = shortTokens(cut.tokens);
    box->setAccessibleName(
        tr("%1: %2, frees %3 tokens").arg(fitName(cut.kind), fitPlace(cut), freed));
    box->setToolTip(box->accessibleName());
    connect(box, &QCheckBox::toggled, this, &FitCard::sumUp);
    m_boxes.push_back(box);
    auto* tokens = new TextLabel(m_theme, FontRole::Keys, Token::Text, u'−' + freed, block);
    row->addWidget(box, 1);
    row->addWidget(tokens);
    column->addLayout(row);
    auto* place = makeParagraph(m_theme, FontRole::Small, Token::TextMuted, fitPlace(cut), block);
    place->setContentsMargins(m_theme.px(22), 0, 0, 0);
    column->addWidget(place);
    return block;
}

void FitCard::sumUp()
{
    std::int64_t after = m_fit.before;
    bool isAny = false;
    for (std::size_t idx = 0; idx < m_boxes.size(); ++idx) {
        if (!m_boxes[idx]->isChecked())
            continue;
        after -= m_fit.cuts[idx].tokens;
        isAny = true;
    }
    m_apply->setEnabled(isAny);
    if (m_fit.cuts.empty()) {
        m_sum->setText(m_fit.before <= m_goal.tokens
                           ? tr("It fits as it is: %1 of %2 tokens.")
                                 .arg(shortTokens(m_fit.before), shortTokens(m_goal.tokens))
                           : tr("Nothing of it fits: the rest of the question needs the room."));
        return;
    }
    const QString sum = tr("Then %1 of the %2 tokens that are left for it")
                            .arg(shortTokens(after), shortTokens(m_goal.tokens));
    m_sum->setText(after <= m_goal.tokens
                       ? tr("%1: it fits.").arg(sum)
                       : tr("%1: %2 too many.").arg(sum, shortTokens(after - m_goal.tokens)));
}

std::vector<ingest::UserRule> FitCard::rules() const
{
    std::vector<ingest::UserRule> rules;
    for (std::size_t idx = 0; idx < m_boxes.size(); ++idx) {
        const auto& more = m_fit.cuts[idx].rules;
        if (m_boxes[idx]->isChecked())
            rules.insert(rules.end(), more.begin(), more.end());
    }
    return rules;
}

bool FitCard::event(QEvent* event)
{
    return claimsEscape(*event) || QWidget::event(event);
}

void FitCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT cancelled();
    QWidget::keyPressEvent(event);
}

} // namespace tf::ui
