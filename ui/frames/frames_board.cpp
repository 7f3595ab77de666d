#include "ui/frames/frames_board.h"

#include "ui/composer/text_button.h"
#include "ui/frames/budget_line.h"
#include "ui/frames/line/timeline.h"
#include "ui/frames/playback.h"
#include "ui/frames/player_bar.h"
#include "ui/frames/sampling_form.h"
#include "ui/frames/screen/cover_bar.h"
#include "ui/frames/screen/frame_screen.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/tab_row.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kTwoColumns = 700; ///< from this width on
constexpr int kBoardIcon = 16;
constexpr int kBoardSide = 10;
constexpr int kScreenLeast = 90;
constexpr double kScreenShare = 0.36; ///< of the pane's height
constexpr double kScreenShareWide = 0.6;

QVBoxLayout* columnIn(QWidget* part, int spacing)
{
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

} // namespace

FramesBoard::FramesBoard(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_playback(new Playback(this))
{
    setAccessibleName(tr("Frames of the clip"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kBoardSide, 2, kBoardSide, 8);
    column->setSpacing(6);
    column->addWidget(makeNote());
    m_columns = new QBoxLayout(QBoxLayout::TopToBottom);
    m_columns->setSpacing(8);
    m_columns->addWidget(makePlayer(), 3);
    m_columns->addWidget(makeSide(), 2);
    column->addLayout(m_columns, 1);
    connectPlayer();
    connectCovers();
    begin(BoardUse::Choosing);
}

QWidget* FramesBoard::makeNote()
{
    m_noteRow = new QWidget(this);
    auto* line = new QHBoxLayout(m_noteRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(new IconLabel(m_theme, Icon::Info, kBoardIcon, Token::Icon, m_noteRow), 0,
                    Qt::AlignTop);
    m_note = makeParagraph(m_theme, FontRole::Small, Token::TextMuted, {}, m_noteRow);
    line->addWidget(m_note, 1);
    m_attach = new TextButton(m_theme, tr("Attach again"), m_noteRow);
    m_attach->setToolTip(tr("The clip goes along with the next question, too"));
    line->addWidget(m_attach, 0, Qt::AlignTop);
    connect(m_attach, &TextButton::clicked, this, &FramesBoard::attachAsked);
    return m_noteRow;
}

QWidget* FramesBoard::makePlayer()
{
    auto* part = new QWidget(this);
    auto* column = columnIn(part, 4);
    m_screen = new FrameScreen(m_theme, part);
    m_caption = makeParagraph(m_theme, FontRole::Small, Token::TextMuted, {}, part);
    m_coverBar = new CoverBar(m_theme, part);
    m_bar = new PlayerBar(m_theme, *m_playback, part);
    m_timeline = new Timeline(m_theme, part);
    m_watch = makeParagraph(m_theme, FontRole::Small, Token::TextMuted, {}, part);
    column->addWidget(m_screen);
    column->addWidget(m_caption);
    column->addWidget(m_coverBar);
    column->addWidget(m_bar);
    column->addWidget(m_timeline);
    column->addWidget(m_watch);
    column->addWidget(makeMoment());
    column->addStretch(0);
    m_coverBar->hide();
    return part;
}

QWidget* FramesBoard::makeMoment()
{
    m_momentRow = new QWidget(this);
    auto* line = new QHBoxLayout(m_momentRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(new IconLabel(m_theme, Icon::Warning, kBoardIcon, Token::Caution, m_momentRow));
    m_momentWords = makeParagraph(m_theme, FontRole::Small, Token::CautionText, {}, m_momentRow);
    line->addWidget(m_momentWords, 1);
    m_momentButton = new TextButton(m_theme, tr("Send them"), m_momentRow);
    line->addWidget(m_momentButton);
    connect(m_momentButton, &TextButton::clicked, this, &FramesBoard::pickAround);
    return m_momentRow;
}

QWidget* FramesBoard::makeStrip()
{
    auto* part = new QWidget(this);
    auto* column = columnIn(part, 4);
    m_density = new QComboBox(part);
    m_density->setAccessibleName(tr("Which frames are listed"));
    m_density->addItem(tr("What is sent"), int(StripDensity::Sent));
    m_density->addItem(tr("What lies between, too"), int(StripDensity::Between));
    m_density->setToolTip(tr("Space sends a frame or leaves it out; Shift and arrows choose "
                             "several; Enter goes there"));
    m_strip = new FrameStrip(m_theme, part);
    column->addWidget(m_density);
    column->addWidget(m_strip, 1);
    connect(m_density, &QComboBox::activated, this, &FramesBoard::showStrip);
    connect(m_strip, &FrameStrip::jumpAsked, this, &FramesBoard::goToFrame);
    connect(m_strip, &FrameStrip::wished, this, &FramesBoard::takeWish);
    connect(m_strip, &FrameStrip::picturesWanted, this, &FramesBoard::smallAsked);
    return part;
}

QWidget* FramesBoard::makeSide()
{
    auto* part = new QWidget(this);
    auto* column = columnIn(part, 6);
    m_budget = new BudgetLine(m_theme, part);
    m_tabs = new TabRow(m_theme, part);
    m_tabs->setAccessibleName(tr("Frames or sampling"));
    m_tabs->addTab(tr("Frames"));
    m_tabs->addTab(tr("Sampling"));
    m_pages = new QStackedWidget(part);
    m_pages->addWidget(makeStrip());
    auto* scrolled = new QScrollArea(m_pages);
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setWidgetResizable(true);
    scrolled->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scrolled->setFocusPolicy(Qt::NoFocus);
    m_form = new SamplingForm(m_theme);
    scrolled->setWidget(m_form);
    scrolled->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    m_pages->addWidget(scrolled);
    column->addWidget(m_budget);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_form, &SamplingForm::choiceMade, this, &FramesBoard::make);
    connect(m_form, &SamplingForm::usualAsked, this, &FramesBoard::usualAsked);
    return part;
}

void FramesBoard::connectPlayer()
{
    connect(m_playback, &Playback::playAsked, this, &FramesBoard::playAsked);
    connect(m_playback, &Playback::stopAsked, this, &FramesBoard::stopAsked);
    connect(m_playback, &Playback::seekAsked, this, &FramesBoard::seekAsked);
    connect(m_bar, &PlayerBar::stepAsked, this, [this](int frames) {
        m_playback->pause();
        Q_EMIT stepAsked(frames);
    });
    connect(m_bar, &PlayerBar::timeAsked, this, &FramesBoard::seek);
    connect(m_bar, &PlayerBar::pickAsked, this, &FramesBoard::togglePick);
    connect(m_bar, &PlayerBar::stillAsked, this, &FramesBoard::stillAsked);
    connect(m_timeline, &Timeline::scrubbed, this, &FramesBoard::seek);
    connect(m_timeline, &Timeline::stretchChosen, this, [this](double from, double to) {
        app::ClipChoice choice = m_choice;
        choice.from = from;
        choice.to = to;
        make(choice);
    });
    connect(m_screen, &FrameScreen::boxChanged, this, &FramesBoard::boxChanged);
    connect(m_screen, &FrameScreen::pressed, m_playback, &Playback::toggle);
}

void FramesBoard::connectCovers()
{
    connect(m_bar, &PlayerBar::coveringToggled, this, &FramesBoard::setCovering);
    connect(m_screen, &FrameScreen::coverDrawn, this, [this](const app::Region& region) {
        app::ClipChoice choice = m_choice;
        const double end = choice.to > 0 ? choice.to : m_look.duration;
        choice.covered.push_back({choice.from, end, region});
        make(choice);
        m_screen->choose(m_covers.empty() ? std::nullopt : std::optional(m_covers.size() - 1));
    });
    connect(m_screen, &FrameScreen::coverMoved, this,
            [this](std::size_t shown, const app::Region& region) {
                app::CoveredStretch covered = m_choice.covered[m_covers[shown]];
                covered.region = region;
                changeCover(shown, covered);
            });
    connect(m_screen, &FrameScreen::coverChosen, this, &FramesBoard::showCovers);
    const auto remove = [this](std::size_t shown) {
        app::ClipChoice choice = m_choice;
        choice.covered.erase(choice.covered.begin() + std::ptrdiff_t(m_covers[shown]));
        m_screen->choose(std::nullopt);
        make(choice);
    };
    connect(m_screen, &FrameScreen::coverRemoveAsked, this, remove);
    connect(m_coverBar, &CoverBar::removeAsked, this, [this, remove] {
        if (m_screen->chosen())
            remove(*m_screen->chosen());
    });
    connect(m_coverBar, &CoverBar::stretchMade, this, [this](double from, double to) {
        if (!m_screen->chosen())
            return;
        app::CoveredStretch covered = m_choice.covered[m_covers[*m_screen->chosen()]];
        covered.from = from;
        covered.to = to;
        changeCover(*m_screen->chosen(), covered);
    });
}

void FramesBoard::showSide(Side side)
{
    m_tabs->setCurrentIndex(int(side));
}

void FramesBoard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= m_theme.px(kTwoColumns);
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setSpacing(isWide ? 16 : 8);
    m_columns->setStretch(0, isWide ? 3 : 0);
    fitScreen();
}

/// As tall as the picture is, so that what is left goes to the frames; no more than its share of a
/// low pane.
void FramesBoard::fitScreen()
{
    const bool isWide = m_columns->direction() == QBoxLayout::LeftToRight;
    const int room = width() - 2 * kBoardSide - (isWide ? m_columns->spacing() : 0);
    const int whole = m_screen->heightForWidth(isWide ? room * 3 / 5 : room);
    const double share = isWide ? kScreenShareWide : kScreenShare;
    m_screen->setFixedHeight(std::clamp(whole, m_theme.px(kScreenLeast),
                                        std::max(int(share * height()), m_theme.px(kScreenLeast))));
}

void FramesBoard::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo))
        return Q_EMIT undoAsked();
    if (event->matches(QKeySequence::Redo))
        return Q_EMIT redoAsked();
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (isPlain ? event->key() : 0) {
    case Qt::Key_J:
        return m_playback->goBack();
    case Qt::Key_K:
        return m_playback->toggle();
    case Qt::Key_L:
        return m_playback->goOn();
    case Qt::Key_Comma:
        return Q_EMIT m_bar->stepAsked(-1);
    case Qt::Key_Period:
        return Q_EMIT m_bar->stepAsked(+1);
    case Qt::Key_R:
        return m_playback->setLooping(!m_playback->isLooping());
    case Qt::Key_P:
        return togglePick();
    case Qt::Key_S:
        return Q_EMIT stillAsked();
    case Qt::Key_C:
        return setCovering(m_coverBar->isHidden());
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace tf::ui
