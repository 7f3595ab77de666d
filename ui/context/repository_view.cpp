#include "ui/context/repository_view.h"

#include "app/workspace/tray/path_rule.h"
#include "ui/composer/estimate.h"
#include "ui/composer/text_button.h"
#include "ui/context/rule_chips.h"
#include "ui/context/tree/file_tree.h"
#include "ui/context/tree/file_words.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/plain_name.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tf::ui {

using workspace::TrayState;

namespace {

constexpr int kSide = 14;
constexpr int kTreeSide = 6; ///< its rows have room of their own
constexpr int kRefusalMs = 8000;

struct FitSize {
    const char* name;
    std::int64_t tokens;
};

constexpr FitSize kFitSizes[] = {
    {"128K", 128'000}, {"256K", 256'000}, {"512K", 512'000}, {"1M", 1'000'000}};

QString shown(const std::string& text)
{
    return plainName(QString::fromStdString(text));
}

} // namespace

RepositoryView::RepositoryView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_rules(new RuleChips(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new FileTree(theme, m_stack))
    , m_fit(new FitCard(theme, m_stack))
    , m_notFound(makeEmptyState(theme, Icon::Search,
                                {tr("Nothing found"), tr("No path holds these words.")}, m_stack))
    , m_waiting(new QWidget(m_stack))
    , m_refusal(makeParagraph(theme, FontRole::Small, Token::CautionText, {}, this))
{
    m_pool.setMaxThreadCount(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(makeHead());
    m_searchRow = makeSearch();
    column->addWidget(m_searchRow);
    m_rules->setContentsMargins(0, 0, 0, 0);
    auto* rules = new QHBoxLayout;
    rules->setContentsMargins(kSide, 0, kSide, 0);
    rules->addWidget(m_rules);
    column->addLayout(rules);
    m_rules->hide();
    for (QWidget* page : {static_cast<QWidget*>(m_waiting), static_cast<QWidget*>(m_tree),
                          static_cast<QWidget*>(m_fit), m_notFound})
        m_stack->addWidget(page);
    auto* files = new QHBoxLayout;
    files->setContentsMargins(kTreeSide, 0, kTreeSide, 0);
    files->addWidget(m_stack);
    column->addLayout(files, 1);
    m_refusal->setContentsMargins(kSide, 0, kSide, 4);
    m_refusal->hide();
    column->addWidget(m_refusal);
    m_refusalAge.setSingleShot(true);
    m_refusalAge.setInterval(kRefusalMs);
    connect(&m_refusalAge, &QTimer::timeout, m_refusal, &QWidget::hide);
    connectTree();
    connect(m_rules, &RuleChips::chosen, this, &RepositoryView::chooseRules);
    connect(m_fit, &FitCard::cancelled, this, [this] {
        m_isFitting = false;
        showPlace();
        m_fitButton->setFocus(Qt::OtherFocusReason);
    });
    connect(m_fit, &FitCard::applied, this, [this](const std::vector<ingest::UserRule>& cuts) {
        ingest::RuleChoice rules = m_choice.rules;
        rules.rules.insert(rules.rules.end(), cuts.begin(), cuts.end());
        m_isFitting = false;
        showPlace();
        m_tree->setFocus(Qt::OtherFocusReason);
        chooseRules(rules, tr("Left out to fit into %1").arg(m_fit->goal().name));
    });
}

RepositoryView::~RepositoryView() = default;

QWidget* RepositoryView::makeHead()
{
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(kSide, 0, kSide, 0);
    column->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    m_title = makeParagraph(m_theme, FontRole::Strong, Token::Text, {}, head);
    m_remove = new IconButton(m_theme, Icon::Close, tr("Do not take it along"), head);
    m_fitButton = new QPushButton(tr("Fit…"), head);
    m_fitButton->setToolTip(tr("What to leave out so that it fits"));
    m_fitButton->setAccessibleDescription(m_fitButton->toolTip());
    row->addWidget(new IconLabel(m_theme, Icon::Repository, 16, Token::Icon, head));
    row->addWidget(m_title, 1);
    row->addWidget(m_fitButton);
    row->addWidget(m_remove);
    m_detail = makeParagraph(m_theme, FontRole::Small, Token::TextMuted, {}, head);
    m_trouble = makeParagraph(m_theme, FontRole::Small, Token::DangerText, {}, head);
    m_progress = new QProgressBar(head);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->setAccessibleName(tr("Reading the repository"));
    column->addLayout(row);
    column->addWidget(m_detail);
    column->addWidget(m_trouble);
    column->addWidget(m_progress);
    connect(m_remove, &IconButton::clicked, this, &RepositoryView::removeAsked);
    connect(m_fitButton, &QPushButton::clicked, this, &RepositoryView::openFitMenu);
    return head;
}

QWidget* RepositoryView::makeSearch()
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(kSide, 0, kSide, 0);
    row->setSpacing(4);
    m_search = new QLineEdit(line);
    m_search->setPlaceholderText(tr("Find files: words or *.cpp"));
    m_search->setAccessibleName(tr("Find files"));
    m_search->setToolTip(tr("Words of a path, or a glob"));
    m_search->setClearButtonEnabled(true);
    m_rulesButton = new TextButton(m_theme, tr("Rules"), line);
    m_rulesButton->setCheckable(true);
    m_rulesButton->setToolTip(tr("Which files go along: globs, kinds, sizes"));
    connect(m_search, &QLineEdit::textChanged, m_tree, &FileTree::setFilter);
    connect(m_search, &QLineEdit::returnPressed, this, &RepositoryView::focusTree);
    connect(m_rulesButton, &QAbstractButton::toggled, m_rules, &QWidget::setVisible);
    row->addWidget(m_search, 1);
    row->addWidget(m_rulesButton);
    return line;
}

void RepositoryView::connectTree()
{
    connect(m_tree, &FileTree::shown, this, &RepositoryView::showPlace);
    connect(m_tree, &FileTree::undoAsked, this, &RepositoryView::undoAsked);
    connect(m_tree, &FileTree::openAsked, this, [this](const std::string& path) {
        if (m_item.repository)
            Q_EMIT openAsked(m_item.repository->folder, path);
    });
    connect(m_tree, &FileTree::refused, this, [this](const QString& why) {
        m_refusal->setText(why);
        m_refusal->show();
        m_refusalAge.start();
    });
    connect(m_tree, &FileTree::chosen, this,
            [this](const std::string& path, ingest::EntryKind kind, Taken taken) {
                const bool isTaken = taken == Taken::Yes;
                const auto rules =
                    workspace::withPath(m_choice.rules, path, kind,
                                        isTaken ? workspace::Wanted::Yes : workspace::Wanted::No);
                chooseRules(
                    rules,
                    (isTaken ? tr("%1 taken along") : tr("%1 left out")).arg(shownPath(path)));
            });
    connect(
        m_tree, &FileTree::onlyAsked, this,
        [this](const std::string& path, ingest::EntryKind kind) {
            ingest::RuleChoice rules = m_choice.rules;
            rules.rules = {{"**", false}, workspace::ruleFor(path, kind, workspace::Wanted::Yes)};
            chooseRules(rules, tr("Only %1 taken along").arg(shownPath(path)));
        });
}

void RepositoryView::chooseRules(const ingest::RuleChoice& rules, const QString& words)
{
    workspace::RepositoryChoice choice = m_choice;
    choice.rules = rules;
    m_refusal->hide();
    Q_EMIT chosen(choice, words);
}

void RepositoryView::setItem(const workspace::TrayItem& item,
                             const workspace::RepositoryChoice& choice)
{
    const bool isOther = item.id != m_item.id;
    const bool isNewLook = isOther || item.repository != m_item.repository;
    const bool isNewChoice = isOther || choice.rules != m_choice.rules;
    m_item = item;
    m_choice = choice;
    showHead();
    if (isNewChoice)
        showRules();
    if (isOther) {
        m_search->clear();
        m_isFitting = false;
    }
    // What was chosen elsewhere, or taken back, ends what the tree shows ahead of its reading.
    if (isNewLook || (isNewChoice && !m_isShownAlready))
        m_tree->setLook(item.repository,
                        item.repository ? changesIn(*item.repository) : FileChanges());
    showPlace();
}

FileChanges RepositoryView::changesIn(const workspace::RepositoryLook& look) const
{
    const auto& entries = look.found->listing.entries;
    const auto placesOf = [&entries](const std::vector<std::string>& paths) {
        std::vector<std::size_t> places;
        for (const std::string& path : paths) {
            const auto entry =
                std::lower_bound(entries.begin(), entries.end(), path,
                                 [](const ingest::Entry& one, const std::string& wanted) {
                                     return one.path < wanted;
                                 });
            if (entry != entries.end() && entry->path == path)
                places.push_back(static_cast<std::size_t>(entry - entries.begin()));
        }
        return places;
    };
    return {placesOf(m_added), placesOf(m_changed)};
}

void RepositoryView::setNews(std::vector<std::string> changed, std::vector<std::string> added)
{
    if (changed == m_changed && added == m_added)
        return;
    m_changed = std::move(changed);
    m_added = std::move(added);
    if (m_item.repository)
        m_tree->setLook(m_item.repository, changesIn(*m_item.repository));
}

void RepositoryView::setRoom(FitRoom room)
{
    m_room = room;
    m_tree->setBudget(std::max<std::int64_t>(0, room.room - room.rest));
}

void RepositoryView::showHead()
{
    const bool isReading = m_item.state == TrayState::Reading;
    const bool isFailed = m_item.state == TrayState::Failed;
    m_title->setText(shown(m_item.title));
    QString detail = shown(m_item.detail);
    if (isReading && m_item.total > 0)
        detail = tr("%1, %2 %").arg(detail).arg(100 * m_item.done / m_item.total);
    else if (isReading)
        detail = detail.isEmpty() ? tr("reading …") : detail + QStringLiteral(" …");
    else if (!isFailed)
        detail = (m_item.quality == ingest::Quality::Exact ? tr("%1 · %2 tokens")
                                                           : tr("%1 · ≈ %2 tokens"))
                     .arg(detail, shortTokens(m_item.tokens));
    m_detail->setVisible(!isFailed);
    m_detail->setText(detail);
    QStringList notices;
    for (const std::string& notice : m_item.notices)
        notices.append(shown(notice));
    m_detail->setToolTip(notices.join(u'\n'));
    m_trouble->setVisible(isFailed);
    m_trouble->setText(
        tr("It cannot go along: %1. Remove it, or drop it once more.").arg(shown(m_item.detail)));
    m_progress->setVisible(isReading);
    m_progress->setMaximum(static_cast<int>(std::min<std::int64_t>(m_item.total, INT_MAX)));
    m_progress->setValue(static_cast<int>(std::min<std::int64_t>(m_item.done, INT_MAX)));
    const QString stop = isReading ? tr("Stop reading it") : tr("Do not take it along");
    m_remove->setToolTip(stop);
    m_remove->setAccessibleName(stop);
    m_fitButton->setEnabled(m_item.repository != nullptr);
}

void RepositoryView::showRules()
{
    m_rules->setChoice(m_choice.rules);
    const auto number = static_cast<int>(m_choice.rules.rules.size());
    m_rulesButton->setText(number == 0 ? tr("Rules") : tr("Rules (%1)").arg(number));
    m_rulesButton->updateGeometry();
}

void RepositoryView::showPlace()
{
    const bool isListed = m_item.repository != nullptr;
    m_searchRow->setVisible(isListed && !m_isFitting);
    m_rules->setVisible(isListed && !m_isFitting && m_rulesButton->isChecked());
    if (m_isFitting) // what is asked there waits for its answer
        return m_stack->setCurrentWidget(m_fit);
    if (!isListed)
        return m_stack->setCurrentWidget(m_waiting);
    const bool isNothing = m_tree->files().isFlat() && m_tree->files().rowCount() == 0;
    m_stack->setCurrentWidget(isNothing ? m_notFound : static_cast<QWidget*>(m_tree));
}

void RepositoryView::focusTree()
{
    if (m_stack->currentWidget() != m_tree)
        return;
    m_tree->setFocus(Qt::OtherFocusReason);
    if (!m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_tree->model()->index(0, 0));
}

void RepositoryView::openFitMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const FitSize& size : kFitSizes) {
        const QString name = QString::fromLatin1(size.name);
        menu->addAction(tr("Into %1 tokens").arg(name), this,
                        [this, name, tokens = size.tokens] { fit(name, tokens); })
            ->setEnabled(size.tokens > m_room.rest);
    }
    if (m_room.room > 0) {
        menu->addSeparator();
        menu->addAction(tr("Into what this engine can read (%1)").arg(shortTokens(m_room.room)),
                        this, [this] { fit(shortTokens(m_room.room), m_room.room); });
    }
    menu->popup(m_fitButton->mapToGlobal(m_fitButton->rect().bottomLeft()));
}

void RepositoryView::fit(const QString& name, std::int64_t size)
{
    if (!m_item.repository)
        return;
    // Estimates may be too low: they fill nine tenths.
    std::int64_t goal = std::max<std::int64_t>(0, size - m_room.rest);
    if (m_item.repository->quality == ingest::Quality::Estimated)
        goal = goal * 9 / 10;
    m_fit->await({name, goal});
    m_isFitting = true;
    showPlace();
    m_pool.start(
        [this, round = ++m_fitRound, goal, look = m_item.repository, door = m_inbox.door()] {
            auto fit = std::make_shared<workspace::Fit>(workspace::fitTo(*look, goal));
            door([this, round, fit] {
                if (round == m_fitRound)
                    m_fit->setFit(std::move(*fit));
            });
        });
}

} // namespace tf::ui
