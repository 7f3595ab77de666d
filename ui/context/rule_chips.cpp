#include "ui/context/rule_chips.h"

#include "ui/context/rule_chip.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace tf::ui {

namespace {

constexpr int kChipSpace = 6;

struct KindRow {
    bool ingest::RuleChoice::*isTaken;
    const char* name;
    const char* hint;
};

constexpr KindRow kKinds[] = {
    {&ingest::RuleChoice::takesIgnored, QT_TRANSLATE_NOOP("tf::ui::RuleChips", "Ignored files"),
     QT_TRANSLATE_NOOP("tf::ui::RuleChips", "What .gitignore leaves out")},
    {&ingest::RuleChoice::takesGenerated, QT_TRANSLATE_NOOP("tf::ui::RuleChips", "Generated code"),
     QT_TRANSLATE_NOOP("tf::ui::RuleChips", "Files that say that a program wrote them")},
    {&ingest::RuleChoice::takesVendored, QT_TRANSLATE_NOOP("tf::ui::RuleChips", "Vendored code"),
     QT_TRANSLATE_NOOP("tf::ui::RuleChips", "node_modules, third_party and the like")},
    {&ingest::RuleChoice::takesLockFiles, QT_TRANSLATE_NOOP("tf::ui::RuleChips", "Lock files"),
     QT_TRANSLATE_NOOP("tf::ui::RuleChips", "package-lock.json and the like")},
};

constexpr std::int64_t kSizes[] = {std::int64_t(256) << 10, std::int64_t(1) << 20,
                                   std::int64_t(4) << 20, std::int64_t(16) << 20};

QString sizeWords(std::int64_t bytes)
{
    return bytes < (1 << 20) ? RuleChips::tr("up to %1 KB").arg(bytes >> 10)
                             : RuleChips::tr("up to %1 MB").arg(bytes >> 20);
}

} // namespace

RuleChips::RuleChips(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_chipArea(new QWidget(this))
{
    setAccessibleName(tr("Which files go along"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_chipArea);
    column->addWidget(makeField());
    m_mistake = makeParagraph(theme, FontRole::Small, Token::DangerText, {}, this);
    m_mistake->hide();
    column->addWidget(m_mistake);
    column->addWidget(makeKinds());
    connect(&theme, &Theme::changed, this, &RuleChips::arrange);
    setChoice({});
}

QWidget* RuleChips::makeField()
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_field = new QLineEdit(line);
    m_field->setPlaceholderText(QStringLiteral("+src/**   -**/testdata/**"));
    m_field->setAccessibleName(tr("Another rule"));
    m_field->setAccessibleDescription(
        tr("A glob behind + takes along, behind - leaves out; the last that matches holds."));
    m_field->setToolTip(m_field->accessibleDescription());
    auto* add = new IconButton(m_theme, Icon::Plus, tr("Add the rule (Enter)"), line);
    connect(m_field, &QLineEdit::returnPressed, this, &RuleChips::addRule);
    connect(m_field, &QLineEdit::textEdited, this, [this] { m_mistake->hide(); });
    connect(add, &IconButton::clicked, this, &RuleChips::addRule);
    row->addWidget(m_field, 1);
    row->addWidget(add);
    return line;
}

QWidget* RuleChips::makeKinds()
{
    auto* block = new QWidget(this);
    auto* grid = new QGridLayout(block);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    for (std::size_t kind = 0; kind < m_kinds.size(); ++kind) {
        m_kinds[kind] = new QCheckBox(tr(kKinds[kind].name), block);
        m_kinds[kind]->setToolTip(tr(kKinds[kind].hint));
        connect(m_kinds[kind], &QCheckBox::clicked, this,
                [this, kind](bool isTaken) { chooseKind(kind, isTaken); });
        grid->addWidget(m_kinds[kind], int(kind / 2), int(kind % 2));
    }
    m_sizes = new QComboBox(block);
    m_sizes->setAccessibleName(tr("Largest file that goes along"));
    m_sizes->setToolTip(m_sizes->accessibleName());
    for (const std::int64_t size : kSizes)
        m_sizes->addItem(sizeWords(size), qlonglong(size));
    connect(m_sizes, &QComboBox::activated, this,
            [this](int place) { chooseSize(m_sizes->itemData(place).toLongLong()); });
    auto* name = new TextLabel(m_theme, FontRole::Small, Token::TextMuted, tr("Files"), block);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(name);
    line->addWidget(m_sizes);
    line->addStretch();
    grid->addLayout(line, 2, 0, 1, 2);
    return block;
}

void RuleChips::setChoice(const ingest::RuleChoice& choice)
{
    m_choice = choice;
    for (RuleChip* chip : m_chips)
        chip->deleteLater(); // it may be what was pressed
    m_chips.clear();
    for (std::size_t place = 0; place < choice.rules.size(); ++place) {
        auto* chip = new RuleChip(m_theme, choice.rules[place], m_chipArea);
        connect(chip, &RuleChip::removeAsked, this, [this, place] { removeRule(place); });
        chip->show();
        m_chips.push_back(chip);
    }
    for (std::size_t kind = 0; kind < m_kinds.size(); ++kind)
        m_kinds[kind]->setChecked(choice.*kKinds[kind].isTaken);
    int size = m_sizes->findData(qlonglong(choice.mostBytes));
    if (size < 0) {
        m_sizes->addItem(sizeWords(choice.mostBytes), qlonglong(choice.mostBytes));
        size = m_sizes->count() - 1;
    }
    m_sizes->setCurrentIndex(size);
    arrange();
}

void RuleChips::addRule()
{
    const QString text = m_field->text().trimmed();
    if (text.isEmpty())
        return;
    auto rule = ingest::parseUserRule(text.toStdString());
    if (!rule) {
        m_mistake->setText(QString::fromStdString(rule.error().text));
        m_mistake->show();
        m_field->setAccessibleDescription(m_mistake->text());
        return;
    }
    m_field->clear();
    ingest::RuleChoice choice = m_choice;
    std::erase(choice.rules, rule.value());
    choice.rules.push_back(rule.value());
    Q_EMIT chosen(choice, tr("Rule %1 added").arg(shownRule(rule.value())));
}

void RuleChips::removeRule(std::size_t place)
{
    if (place >= m_choice.rules.size())
        return;
    ingest::RuleChoice choice = m_choice;
    const QString words = shownRule(choice.rules[place]);
    choice.rules.erase(choice.rules.begin() + std::ptrdiff_t(place));
    m_field->setFocus(Qt::OtherFocusReason);
    Q_EMIT chosen(choice, tr("Rule %1 removed").arg(words));
}

void RuleChips::chooseKind(std::size_t kind, bool isTaken)
{
    ingest::RuleChoice choice = m_choice;
    choice.*kKinds[kind].isTaken = isTaken;
    const QString name = tr(kKinds[kind].name);
    Q_EMIT chosen(choice, isTaken ? tr("%1: taken along").arg(name) : tr("%1: left out").arg(name));
}

void RuleChips::chooseSize(std::int64_t mostBytes)
{
    ingest::RuleChoice choice = m_choice;
    choice.mostBytes = mostBytes;
    Q_EMIT chosen(choice, tr("Files %1").arg(sizeWords(mostBytes)));
}

void RuleChips::arrange()
{
    const int gap = m_theme.px(kChipSpace);
    const int width = std::max(1, this->width());
    const QRect all(0, 0, width, 0);
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    for (RuleChip* chip : m_chips) {
        QSize size = chip->sizeHint();
        size.setWidth(std::min(size.width(), width));
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += rowHeight + gap;
        }
        chip->setGeometry(QStyle::visualRect(layoutDirection(), all, QRect(QPoint(x, y), size)));
        x += size.width() + gap;
        rowHeight = size.height();
    }
    m_chipArea->setFixedHeight(y + rowHeight);
    m_chipArea->setVisible(!m_chips.empty());
}

void RuleChips::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void RuleChips::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        arrange();
}

} // namespace tf::ui
