#include "ui/context/context_page.h"

#include "ui/composer/estimate.h"
#include "ui/context/budget_bar.h"
#include "ui/context/changes_line.h"
#include "ui/context/repository_view.h"
#include "ui/context/thing_rows.h"
#include "ui/context/tree/file_tree.h"
#include "ui/sessions/undo_line.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tf::ui {

using workspace::TrayItem;
using workspace::TrayKind;

namespace {

constexpr int kPageSide = 14;
constexpr std::size_t kMostUndone = 100;

std::int64_t questionTokens(const workspace::Conversation& conversation)
{
    const std::string& draft = conversation.session().desk.draft;
    return draft.empty() ? 0 : ingest::roughCount(draft);
}

} // namespace

ContextPage::ContextPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_repository(new RepositoryView(theme, this))
    , m_things(new ThingRows(theme, this))
    , m_changesLine(new ChangesLine(theme, this))
    , m_undo(new UndoLine(theme, this))
{
    setAccessibleName(tr("Context"));
    setObjectName(QStringLiteral("context"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeBudget());
    m_stack = new QStackedWidget(this);
    m_nothing = makeNothing();
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_repository);
    column->addWidget(m_stack, 1);
    column->addWidget(m_things);
    column->addWidget(m_changesLine);
    column->addWidget(m_undo);
    connect(m_repository, &RepositoryView::chosen, this, &ContextPage::choose);
    connect(m_repository, &RepositoryView::undoAsked, this, &ContextPage::undo);
    connect(m_repository, &RepositoryView::openAsked, this, &ContextPage::openAsked);
    connect(m_repository, &RepositoryView::removeAsked, this, [this] {
        const TrayItem* item = repositoryItem();
        if (item == nullptr || !m_tray)
            return;
        const QString title = QString::fromStdString(item->title);
        m_tray->remove(item->id);
        m_undo->offer(tr("%1 does not go along").arg(title), [this] {
            if (m_tray)
                m_tray->undoRemove();
        });
    });
    connect(m_things, &ThingRows::pressed, this, &ContextPage::thingAsked);
    connectChanges();
    takeItems();
}

ContextPage::~ContextPage() = default;

QWidget* ContextPage::makeBudget()
{
    auto* block = new QWidget(this);
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(kPageSide, 0, kPageSide, 0);
    column->setSpacing(4);
    m_bar = new BudgetBar(m_theme, block);
    m_line = makeParagraph(m_theme, FontRole::Small, Token::TextMuted, {}, block);
    m_step = makeParagraph(m_theme, FontRole::Small, Token::CautionText, {}, block);
    m_over = makeParagraph(m_theme, FontRole::Small, Token::DangerText, {}, block);
    for (QWidget* part : {static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_line),
                          static_cast<QWidget*>(m_step), static_cast<QWidget*>(m_over)})
        column->addWidget(part);
    connect(m_bar, &BudgetBar::pressed, this, &ContextPage::lookAt);
    return block;
}

QWidget* ContextPage::makeNothing()
{
    auto* attach = new QPushButton(tr("Attach a folder…"), m_stack);
    attach->setAccessibleName(attach->text());
    connect(attach, &QPushButton::clicked, this, &ContextPage::attachFolderAsked);
    return makeEmptyState(m_theme, Icon::Repository,
                          {tr("No repository goes along"),
                           tr("Drop a folder or a repository on the conversation to see here which "
                              "of its files are sent, and at what cost.")},
                          m_stack, attach);
}

void ContextPage::setSession(workspace::Tray* tray,
                             std::shared_ptr<workspace::Conversation> conversation)
{
    if (m_tray)
        disconnect(m_tray, nullptr, this, nullptr);
    if (m_conversation)
        disconnect(m_conversation.get(), nullptr, this, nullptr);
    m_tray = tray;
    m_conversation = std::move(conversation);
    m_changes.setConversation(m_conversation);
    m_done.clear();
    m_undo->hide();
    if (m_tray)
        connect(m_tray, &workspace::Tray::changed, this, &ContextPage::takeItems);
    if (m_conversation) {
        for (const auto signal :
             {&workspace::Conversation::changed, &workspace::Conversation::branchChanged})
            connect(m_conversation.get(), signal, this, &ContextPage::showBudget);
        connect(m_conversation.get(), &workspace::Conversation::turnEnded, this,
                &ContextPage::showBudget);
        connect(m_conversation.get(), &workspace::Conversation::turnEnded, this,
                &ContextPage::lookForChanges);
    }
    takeItems();
    lookForChanges();
}

void ContextPage::setTokenizer(std::shared_ptr<const text::Tokenizer> tokenizer)
{
    m_changes.setTokenizer(std::move(tokenizer));
}

void ContextPage::connectChanges()
{
    connect(&m_changes, &workspace::SourceChanges::changed, this, &ContextPage::showChanges);
    connect(m_changesLine, &ChangesLine::ignoreAsked, this, [this] { m_changes.ignore(); });
    connect(m_changesLine, &ChangesLine::sendAsked, this,
            [this](const workspace::SourceChange& change, workspace::Sends sends) {
                if (m_tray)
                    m_tray->add(change.source.place,
                                workspace::SourceChanges::choiceFor(change, sends));
            });
}

/// What nobody sees is not looked for.
void ContextPage::lookForChanges()
{
    if (isVisible() && m_conversation)
        m_changes.look();
}

void ContextPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    lookForChanges();
}

/// Beside a repository that goes along again its files say it themselves.
void ContextPage::showChanges()
{
    const bool isAsked = !m_changes.isIgnored() && repositoryItem() == nullptr;
    m_changesLine->setChanges(isAsked ? m_changes.changes()
                                      : std::vector<workspace::SourceChange>());
    std::vector<std::string> changed;
    std::vector<std::string> added;
    for (const workspace::SourceChange& change : m_changes.changes()) {
        for (const workspace::ChangedFile& file : change.files) {
            if (file.how == workspace::ChangedFile::How::Changed)
                changed.push_back(file.path);
            if (file.how == workspace::ChangedFile::How::Added)
                added.push_back(file.path);
        }
    }
    m_repository->setNews(std::move(changed), std::move(added));
}

void ContextPage::setEngine(const workspace::EngineChoice* engine)
{
    m_engine = engine == nullptr ? std::nullopt : std::optional(*engine);
    showBudget();
}

const TrayItem* ContextPage::repositoryItem() const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [](const TrayItem& item) {
        return item.kind == TrayKind::Repository;
    });
    return found == m_items.end() ? nullptr : &*found;
}

void ContextPage::takeItems()
{
    setItems(m_tray ? m_tray->items() : std::vector<TrayItem>());
}

void ContextPage::setItems(std::vector<TrayItem> items)
{
    m_items = std::move(items);
    showBudget();
    showRepository();
    showChanges();
    m_things->setThings(m_items);
}

void ContextPage::showBudget()
{
    BudgetTalk talk;
    if (m_conversation)
        talk = {tokensBefore(*m_conversation), questionTokens(*m_conversation)};
    const TokenBudget budget = budgetOf(m_items, talk, m_engine ? &*m_engine : nullptr);
    m_bar->setBudget(budget);
    m_line->setText(
        budget.input() > 0 ? budgetLine(budget)
            : budget.room > 0
            ? tr("Nothing goes along yet; %1 tokens can be read.").arg(shortTokens(budget.room))
            : tr("Nothing goes along yet."));
    const BudgetWarning warning = warningOf(budget);
    m_step->setText(warning.words);
    m_over->setText(warning.words);
    m_step->setVisible(warning.tone == BudgetTone::Step);
    m_over->setVisible(warning.tone == BudgetTone::Over);
    m_repository->setRoom({budget.total() - budget.of(BudgetSource::Repository), budget.room});
}

void ContextPage::showRepository()
{
    const TrayItem* item = repositoryItem();
    m_stack->setCurrentWidget(item == nullptr ? m_nothing : static_cast<QWidget*>(m_repository));
    if (item == nullptr)
        return m_repository->setItem({}, {});
    const workspace::TrayChoice choice =
        m_tray ? m_tray->choiceOf(item->id) : workspace::TrayChoice();
    const auto* chosen = std::get_if<workspace::RepositoryChoice>(&choice);
    m_repository->setItem(*item, chosen == nullptr ? workspace::RepositoryChoice() : *chosen);
}

void ContextPage::choose(const workspace::RepositoryChoice& choice, const QString& words)
{
    const TrayItem* item = repositoryItem();
    if (item == nullptr || !m_tray)
        return;
    const workspace::TrayId id = item->id;
    m_done.push_back({id, m_tray->choiceOf(id)});
    if (m_done.size() > kMostUndone)
        m_done.erase(m_done.begin());
    m_tray->choose(id, choice);
    m_undo->offer(words, [this] { undo(); });
    takeItems();
}

void ContextPage::undo()
{
    if (m_done.empty() || !m_tray)
        return;
    const Done last = m_done.back();
    m_done.pop_back();
    m_undo->hide();
    m_tray->choose(last.id, last.before);
    takeItems();
}

void ContextPage::lookAt(BudgetSource source)
{
    const auto ask = [this](TrayKind kind) {
        for (const TrayItem& item : m_items) {
            if (item.kind == kind)
                return Q_EMIT thingAsked(kind, item.id);
        }
    };
    switch (source) {
    case BudgetSource::Repository:
        return m_repository->focusTree();
    case BudgetSource::Texts:
        return ask(TrayKind::Text);
    case BudgetSource::Pictures:
        return ask(TrayKind::Picture);
    case BudgetSource::Clips:
        return ask(TrayKind::Clip);
    case BudgetSource::History:
    case BudgetSource::Question:
    case BudgetSource::Answer:
        break;
    }
}

} // namespace tf::ui
