#include "ui/viewer/code_page.h"

#include "ui/transcript/layout/cited_marks.h"
#include "ui/viewer/file_find_bar.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_name.h"
#include "ui/widgets/tab_row.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>

namespace tf::ui {

namespace {

enum PageIdx : int { kEmptyPage, kFilePage };

constexpr int kHitTarget = 26;
/// Lines that one place means; a model may write any number.
constexpr int kMostMeant = 10'000;

QToolButton* wordButton(const QString& sign, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(sign);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setMinimumSize(kHitTarget, kHitTarget);
    return button;
}

/// Where those of the lines are that are still there; else where one would look for them.
LineStretch nowOf(const workspace::LineMap& map, LineStretch sent)
{
    const int first = int(map.nearestNow(std::size_t(sent.first)));
    LineStretch now{first, first};
    const int last = std::min(sent.last, sent.first + kMostMeant);
    for (int line = sent.first; line <= last; ++line) {
        if (const auto place = map.nowOf(std::size_t(line)))
            now.last = std::max(now.last, int(*place));
    }
    return now;
}

} // namespace

CodePage::CodePage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pages(new QStackedWidget(this))
{
    setAccessibleName(tr("Code"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    m_pages->addWidget(makeEmptyState(
        theme, Icon::File,
        {tr("No file is open"),
         tr("Press a place that an answer names, or Ctrl+P for a file of the repository.")},
        this));
    auto* file = new QWidget(this);
    auto* parts = new QVBoxLayout(file);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    parts->addWidget(makeHeader());
    m_find = new FileFindBar(theme, file);
    parts->addWidget(m_find);
    parts->addWidget(makeViews(), 1);
    m_pages->addWidget(file);
    joinScrolling();
    showWords();
}

CodePage::~CodePage() = default;

QWidget* CodePage::makeHeader()
{
    auto* header = new QWidget(this);
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(10, 2, 10, 6);
    column->setSpacing(4);
    auto* first = new QHBoxLayout;
    first->setSpacing(4);
    const QString left = QStringLiteral("←");
    const QString right = QStringLiteral("→");
    m_back = wordButton(isRightToLeft() ? right : left, tr("Back (Alt+Left)"), header);
    m_forward = wordButton(isRightToLeft() ? left : right, tr("Forward (Alt+Right)"), header);
    m_path = new TextLabel(m_theme, FontRole::Strong, Token::Text, QString(), header);
    m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // elided to what there is
    auto* copy = wordButton(tr("Copy path"), tr("Copy the path and the line"), header);
    first->addWidget(m_back);
    first->addWidget(m_forward);
    first->addWidget(m_path, 1);
    first->addWidget(copy);
    column->addLayout(first);
    m_words = makeParagraph(m_theme, FontRole::Small, Token::TextMuted, QString(), header);
    column->addWidget(m_words);
    m_tabs = new TabRow(m_theme, header);
    m_tabs->setAccessibleName(tr("Which version is shown"));
    for (const QString& name : {tr("As sent"), tr("Now"), tr("Side by side")})
        m_tabs->addTab(name);
    column->addWidget(m_tabs);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { showPlace(); });
    connect(m_back, &QToolButton::clicked, this, &CodePage::goBack);
    connect(m_forward, &QToolButton::clicked, this, &CodePage::goForward);
    connect(copy, &QToolButton::clicked, this, [this] {
        ingest::Citation here;
        here.path = m_place.path;
        const auto line = (side() == Side::Now ? m_now : m_sent)->currentLine() + 1;
        here.lines = {line, line};
        QGuiApplication::clipboard()->setText(QString::fromStdString(workspace::written(here)));
    });
    return header;
}

QWidget* CodePage::makeViews()
{
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_missing = makeParagraph(m_theme, FontRole::Body, Token::TextMuted, QString(), holder);
    m_missing->setMargin(m_theme.px(14));
    m_missing->setAlignment(Qt::AlignTop);
    m_views = new QWidget(holder);
    m_views->setLayoutDirection(Qt::LeftToRight); // what was is left of what is
    auto* row = new QHBoxLayout(m_views);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);
    m_sent = new CodeView(m_theme, m_views);
    m_sent->setAccessibleName(tr("The file as it was sent"));
    m_now = new CodeView(m_theme, m_views);
    m_now->setAccessibleName(tr("The file as it is now"));
    row->addWidget(m_sent, 1);
    row->addWidget(m_now, 1);
    column->addWidget(m_missing, 1);
    column->addWidget(m_views, 1);
    return holder;
}

void CodePage::setConversation(session::Store& store,
                               std::shared_ptr<const workspace::Conversation> conversation)
{
    m_reading.reset();
    m_isReading = false;
    m_history.clear();
    m_sides = {};
    m_place = {};
    m_pages->setCurrentIndex(kEmptyPage);
    m_sent->setText(nullptr, {});
    m_now->setText(nullptr, {});
    if (conversation != nullptr) {
        m_reading = std::make_unique<workspace::SourceReading>(store, std::move(conversation));
        connect(m_reading.get(), &workspace::SourceReading::opened, this, &CodePage::showSides);
    }
    showWords();
    Q_EMIT historyChanged();
}

std::vector<std::string> CodePage::sentPaths()
{
    return m_reading ? m_reading->sentPaths() : std::vector<std::string>();
}

void CodePage::openCited(session::TurnId turn, const workspace::CitedPlace& place)
{
    if (place.citation.kind == ingest::CiteKind::Moment) {
        Q_EMIT momentAsked(place.citation.seconds);
        return;
    }
    const bool isMeant = !place.checked.path.empty();
    const std::string& path = isMeant ? place.checked.path : place.citation.path;
    open({turn, path, place.citation.lines});
    m_verdict = citedName(place);
    showWords();
}

void CodePage::open(const ViewedPlace& place)
{
    m_history.go(place);
    request(place);
}

void CodePage::goBack()
{
    if (const auto place = m_history.back())
        request(*place);
}

void CodePage::goForward()
{
    if (const auto place = m_history.forward())
        request(*place);
}

void CodePage::request(const ViewedPlace& place)
{
    const bool isThere =
        m_sides.path == place.path && m_place.turn == place.turn && (m_sides.sent || m_sides.now);
    m_place = place;
    m_verdict.clear();
    m_pages->setCurrentIndex(kFilePage);
    if (isThere) {
        showPlace();
    } else {
        m_sides = {};
        m_sides.path = place.path;
        m_sent->setText(nullptr, {});
        m_now->setText(nullptr, {});
        m_missing->setText(tr("Reading the file…"));
        m_missing->show();
        m_views->hide();
        m_isReading = m_reading != nullptr;
        if (m_reading)
            m_reading->open({place.turn, place.path, m_folder});
    }
    showWords();
    Q_EMIT historyChanged();
}

void CodePage::showSides(const workspace::SourceSides& sides)
{
    m_pages->setCurrentIndex(kFilePage);
    m_isReading = false;
    m_sides = sides;
    m_place.path = sides.path;
    const QString path = QString::fromStdString(sides.path);
    m_sent->setText(sides.sent, path);
    m_now->setText(sides.now, path);
    if (sides.map) {
        m_sent->setDifferences([map = sides.map](int line) {
            return map->nowOf(std::size_t(line)) ? Difference::None : Difference::Removed;
        });
        m_now->setDifferences([map = sides.map](int line) {
            return map->beforeOf(std::size_t(line)) ? Difference::None : Difference::Added;
        });
    }
    if (!sides.sent && sides.now && side() == Side::Sent)
        showSide(Side::Now);
    else if (sides.sent && !sides.now && side() == Side::Now)
        showSide(Side::Sent);
    showPlace();
    showWords();
}

CodePage::Side CodePage::side() const
{
    return static_cast<Side>(std::max(0, m_tabs->currentIndex()));
}

void CodePage::showSide(Side side)
{
    m_tabs->setCurrentIndex(static_cast<int>(side));
}

bool CodePage::isMissing(Side side) const
{
    if (side == Side::Both)
        return !m_sides.sent && !m_sides.now;
    return side == Side::Sent ? !m_sides.sent : !m_sides.now;
}

/// The lines that are meant, on each side where they are there.
void CodePage::showPlace()
{
    const bool isRead = m_sides.sent || m_sides.now || !m_sides.whyNotSent.empty();
    const bool isOff = isMissing(side());
    const std::string& why = side() == Side::Now ? m_sides.whyNotNow : m_sides.whyNotSent;
    m_missing->setVisible(isOff);
    m_views->setVisible(!isOff);
    if (isOff && isRead)
        m_missing->setText(QString::fromStdString(why));
    m_sent->setVisible(side() != Side::Now && m_sides.sent);
    m_now->setVisible(side() != Side::Sent && m_sides.now);
    m_find->setView(side() == Side::Now ? *m_now : *m_sent);
    if (m_place.lines.first < 1)
        return;
    const LineStretch lines{int(m_place.lines.first) - 1, int(m_place.lines.last) - 1};
    m_isFollowing = true;
    if (m_sides.sent)
        m_sent->showLines(lines);
    if (m_sides.now && m_sides.map)
        m_now->showLines(nowOf(*m_sides.map, lines));
    else if (m_sides.now)
        m_now->showLines(lines);
    m_isFollowing = false;
    if (side() == Side::Both && m_sides.map)
        follow(*m_now, m_sides.map->nearestNow(std::size_t(m_sent->topLine())));
}

void CodePage::showWords()
{
    m_back->setEnabled(m_history.canGoBack());
    m_forward->setEnabled(m_history.canGoForward());
    showPath();
    QStringList words;
    if (!m_verdict.isEmpty())
        words.append(m_verdict);
    else if (m_sides.turn != session::kNoTurn)
        words.append(tr("as sent with question %1").arg(m_sides.turn));
    if (!m_sides.sent && m_sides.now)
        words.append(QString::fromStdString(m_sides.whyNotSent));
    if (m_sides.sent && m_sides.now && m_sides.map)
        words.append(m_sides.map->isSame() ? tr("unchanged since") : tr("changed since"));
    m_words->setText(words.join(QStringLiteral(" · ")));
    m_words->setVisible(!words.isEmpty());
}

/// Its end says more than its beginning.
void CodePage::showPath()
{
    const QString path = plainName(QString::fromStdString(m_sides.path));
    m_path->setText(m_path->fontMetrics().elidedText(path, Qt::ElideLeft, m_path->width()));
    m_path->setToolTip(path);
    m_path->setAccessibleName(path);
}

void CodePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    showPath();
}

void CodePage::joinScrolling()
{
    connect(m_sent, &CodeView::topLineChanged, this, [this](int line) {
        if (m_sides.map && side() == Side::Both)
            follow(*m_now, m_sides.map->nearestNow(std::size_t(line)));
    });
    connect(m_now, &CodeView::topLineChanged, this, [this](int line) {
        if (m_sides.map && side() == Side::Both)
            follow(*m_sent, m_sides.map->nearestBefore(std::size_t(line)));
    });
}

/// One side goes where the other one went, and does not answer.
void CodePage::follow(CodeView& other, std::size_t line)
{
    if (std::exchange(m_isFollowing, true))
        return;
    other.scrollToLine(int(line));
    m_isFollowing = false;
}

void CodePage::findNext(CodeView::Step step)
{
    (side() == Side::Now ? m_now : m_sent)->findNext(step);
}

void CodePage::openFind()
{
    if (m_pages->currentIndex() == kFilePage)
        m_find->open();
}

} // namespace tf::ui
