#include "ui/frames/player_bar.h"

#include "ui/frames/frame_words.h"
#include "ui/frames/playback.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/text_label.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>

#include <array>

namespace tf::ui {

namespace {

constexpr int kOneRow = 470; ///< from this width on
constexpr int kTimeWidth = 76;
constexpr std::array<double, 7> kSpeeds{0.25, 0.5, 1, 1.5, 2, 3, 4};

} // namespace

PlayerBar::PlayerBar(const Theme& theme, Playback& playback, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_playback(playback)
    , m_rows(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    m_rows->addWidget(makeButtons());
    m_rows->addWidget(makeTimes());
    connect(&playback, &Playback::changed, this, &PlayerBar::showPlayback);
    showPlayback();
}

IconButton* PlayerBar::addButton(QWidget* row, Icon icon, const QString& name)
{
    auto* button = new IconButton(m_theme, icon, name, row);
    row->layout()->addWidget(button);
    return button;
}

QWidget* PlayerBar::makeButtons()
{
    auto* row = new QWidget(this);
    row->setLayoutDirection(Qt::LeftToRight); // time goes that way everywhere
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    const auto go = [this](IconButton* button, void (Playback::*way)()) {
        connect(button, &IconButton::clicked, &m_playback, way);
    };
    go(addButton(row, Icon::Rewind, tr("Back; again: faster (J)")), &Playback::goBack);
    connect(addButton(row, Icon::FrameBack, tr("One frame back (,)")), &IconButton::clicked, this,
            [this] { Q_EMIT stepAsked(-1); });
    m_play = addButton(row, Icon::Play, tr("Play (K)"));
    go(m_play, &Playback::toggle);
    connect(addButton(row, Icon::FrameNext, tr("One frame on (.)")), &IconButton::clicked, this,
            [this] { Q_EMIT stepAsked(+1); });
    go(addButton(row, Icon::Forward, tr("On; again: faster (L)")), &Playback::goOn);
    m_loop = addButton(row, Icon::Loop, tr("Play the stretch again and again (R)"));
    m_loop->setCheckable(true);
    m_loop->setFilled(true);
    connect(m_loop, &IconButton::toggled, &m_playback, &Playback::setLooping);
    line->addStretch(1);
    m_pick = addButton(row, Icon::Plus, {});
    connect(m_pick, &IconButton::clicked, this, &PlayerBar::pickAsked);
    setPicked(false);
    m_still = addButton(row, Icon::Picture, tr("Send this moment as a picture besides (S)"));
    connect(m_still, &IconButton::clicked, this, &PlayerBar::stillAsked);
    m_cover = addButton(row, Icon::Cover, tr("Cover a part of the picture (C)"));
    m_cover->setCheckable(true);
    m_cover->setFilled(true);
    connect(m_cover, &IconButton::toggled, this, &PlayerBar::coveringToggled);
    return row;
}

QWidget* PlayerBar::makeTimes()
{
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    m_time = new QLineEdit(row);
    m_time->setAccessibleName(tr("Time"));
    m_time->setToolTip(tr("Minutes and seconds: 2:13; Enter goes there"));
    m_time->setFixedWidth(m_theme.px(kTimeWidth));
    connect(m_time, &QLineEdit::returnPressed, this, &PlayerBar::takeTime);
    connect(&m_theme, &Theme::changed, this,
            [this] { m_time->setFixedWidth(m_theme.px(kTimeWidth)); });
    m_duration = new TextLabel(m_theme, FontRole::Small, Token::TextMuted, {}, row);
    m_speed = new QComboBox(row);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How fast it plays; J and L, pressed again, double it"));
    for (const double speed : kSpeeds)
        m_speed->addItem(tr("%1×").arg(QLocale().toString(speed)), speed);
    connect(m_speed, &QComboBox::activated, this,
            [this] { m_playback.setSpeed(m_speed->currentData().toDouble()); });
    line->addWidget(m_time);
    line->addWidget(m_duration);
    line->addStretch(1);
    line->addWidget(m_speed);
    return row;
}

void PlayerBar::showPlayback()
{
    const bool stands = m_playback.going() == Playback::Going::Nowhere;
    m_play->setMeaning(stands ? Icon::Play : Icon::Pause,
                       stands ? tr("Play (K)") : tr("Pause (K)"));
    const QSignalBlocker quiet(m_loop);
    m_loop->setChecked(m_playback.isLooping());
    m_speed->setCurrentIndex(m_speed->findData(m_playback.speed()));
}

void PlayerBar::setPlace(double seconds, double duration)
{
    m_place = seconds;
    m_duration->setText(tr("of %1").arg(clockWords(duration)));
    if (!m_time->hasFocus() || !m_time->isModified())
        m_time->setText(fineClockWords(seconds));
}

void PlayerBar::takeTime()
{
    const auto time = clockIn(m_time->text());
    m_time->setText(fineClockWords(time.value_or(m_place)));
    m_time->setModified(false);
    m_time->selectAll();
    if (time)
        Q_EMIT timeAsked(*time);
}

void PlayerBar::setReadOnly(bool readOnly)
{
    m_pick->setVisible(!readOnly);
    m_cover->setVisible(!readOnly);
}

void PlayerBar::setCovering(bool covering)
{
    const QSignalBlocker quiet(m_cover);
    m_cover->setChecked(covering);
    m_cover->update();
}

void PlayerBar::setPicked(bool picked)
{
    m_pick->setMeaning(picked ? Icon::Close : Icon::Plus,
                       picked ? tr("Do not send this frame (P)") : tr("Send this frame (P)"));
}

void PlayerBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= m_theme.px(kOneRow);
    m_rows->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_rows->setSpacing(isWide ? 16 : 4);
}

} // namespace tf::ui
