#include "ui/frames/frames_page.h"

#include "ui/frames/clip_notice.h"
#include "ui/frames/exact_still.h"
#include "ui/frames/frame_words.h"
#include "ui/frames/frames_board.h"
#include "ui/frames/playback.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tf::ui {

namespace {

using workspace::ClipState;
using workspace::ClipView;

constexpr std::chrono::milliseconds kReplanAfter(40);
constexpr std::chrono::milliseconds kCommitAfter(500);

} // namespace

FramesPage::FramesPage(const Theme& theme, session::Store& store, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_names(new QComboBox(this))
    , m_states(new QStackedWidget(this))
    , m_empty(new ClipNotice(theme, Icon::Recording, m_states))
    , m_notice(new ClipNotice(theme, Icon::Recording, m_states))
    , m_board(new FramesBoard(theme, m_states))
    , m_still(new ExactStill(m_view, this))
{
    setAccessibleName(tr("Frames"));
    makeParts(theme);
    m_replan.setSingleShot(true);
    m_replan.setInterval(kReplanAfter);
    m_commit.setSingleShot(true);
    m_commit.setInterval(kCommitAfter);
    connect(&m_replan, &QTimer::timeout, this, &FramesPage::replan);
    connect(&m_commit, &QTimer::timeout, this, &FramesPage::commit);
    connectBoard();
    connectView();
    showClips();
}

FramesPage::~FramesPage()
{
    commit();
    m_view.close();
}

void FramesPage::makeParts(const Theme&)
{
    m_names->setAccessibleName(tr("Which clip"));
    m_names->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_names->setMinimumContentsLength(8);
    m_empty->setWords({tr("No recording here"),
                       tr("Drop a recording of a screen, or any video, on the window: its frames "
                          "are looked at and chosen here before anything is sent."),
                       tr("Attach a recording …")});
    m_states->addWidget(m_empty);
    m_states->addWidget(m_notice);
    m_states->addWidget(m_board);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(10, 0, 10, 0);
    line->addWidget(m_names);
    column->addLayout(line);
    column->addWidget(m_states, 1);
    connect(m_names, &QComboBox::activated, this,
            [this](int clip) { look(static_cast<std::size_t>(clip)); });
    connect(m_empty, &ClipNotice::pressed, this, &FramesPage::fileAsked);
    connect(m_notice, &ClipNotice::pressed, this, [this] {
        const bool isOpening = m_view.state() == ClipState::Opening;
        m_view.close();
        m_isOpen = false;
        if (!isOpening)
            open();
        showState();
    });
}

void FramesPage::connectBoard()
{
    connect(m_board, &FramesBoard::seekAsked, &m_view, &ClipView::seek);
    connect(m_board, &FramesBoard::frameAsked, &m_view, &ClipView::seekTo);
    connect(m_board, &FramesBoard::stepAsked, &m_view, &ClipView::step);
    connect(m_board, &FramesBoard::playAsked, &m_view, &ClipView::play);
    connect(m_board, &FramesBoard::stopAsked, &m_view, &ClipView::stop);
    connect(m_board, &FramesBoard::smallAsked, this,
            [this](const std::vector<std::int64_t>& indices) {
                if (m_view.state() == ClipState::Ready)
                    m_view.showSmall(indices);
            });
    connect(m_board, &FramesBoard::boxChanged, this, [this](int width, int height) {
        m_box = {width, height};
        m_view.setBox(width, height);
    });
    connect(m_board, &FramesBoard::choiceMade, this, &FramesPage::takeChoice);
    connect(m_board, &FramesBoard::usualAsked, this, [this] {
        m_board->setChoice(m_view.usualChoice());
        takeChoice(m_view.usualChoice());
    });
    connect(m_board, &FramesBoard::undoAsked, this, [this] {
        commit();
        takeBack(m_history.undo());
    });
    connect(m_board, &FramesBoard::redoAsked, this, [this] {
        commit();
        takeBack(m_history.redo());
    });
    connect(m_board, &FramesBoard::stillAsked, this, &FramesPage::makeStill);
    connect(m_board, &FramesBoard::attachAsked, this, &FramesPage::attachAgain);
    connect(m_still, &ExactStill::failed, m_board, &FramesBoard::setNote);
    connect(m_still, &ExactStill::made, this, [this](const std::string& png, double seconds) {
        if (m_tray == nullptr || !m_shown)
            return;
        const QString name =
            tr("%1 at %2.png").arg(QString::fromStdString(m_shown->name), clockWords(seconds));
        workspace::PictureChoice whole;
        whole.tier = vision::Tier::High;
        m_tray->addBytes(name.toStdString(), "image/png", png, whole);
        m_board->setNote(tr("%1 goes along as a picture, too.").arg(clockWords(seconds)));
    });
}

void FramesPage::connectView()
{
    connect(&m_view, &ClipView::stateChanged, this, &FramesPage::showState);
    connect(&m_view, &ClipView::thumbnailsChanged, this, [this] {
        if (!m_isReady)
            showState();
    });
    connect(&m_view, &ClipView::changesChanged, this,
            [this] { m_board->setChanges(m_view.changes()); });
    connect(&m_view, &ClipView::frameChanged, this, [this] { m_board->setFrame(m_view.frame()); });
    connect(&m_view, &ClipView::playEnded, m_board, &FramesBoard::takePlayEnd);
    connect(&m_view, &ClipView::planChanged, this, [this] {
        followChoice();
        m_replan.start();
    });
    connect(&m_view, &ClipView::smallShown, m_board, &FramesBoard::setSmall);
}

void FramesPage::setTray(workspace::Tray* tray)
{
    if (tray == m_tray)
        return;
    commit();
    if (m_tray != nullptr)
        disconnect(m_tray, nullptr, this, nullptr);
    m_view.close();
    m_isOpen = false;
    m_shown.reset();
    m_tray = tray;
    if (tray != nullptr)
        connect(tray, &workspace::Tray::changed, this, &FramesPage::hearTray);
    showClips();
}

void FramesPage::setConversation(std::shared_ptr<workspace::Conversation> talk)
{
    if (talk == m_talk)
        return;
    if (m_talk)
        disconnect(m_talk.get(), nullptr, this, nullptr);
    m_cited.forget();
    m_talk = std::move(talk);
    if (m_talk) {
        const auto hear = [this] {
            showClips();
            m_board->setCited(m_cited.of(m_talk.get()));
        };
        connect(m_talk.get(), &workspace::Conversation::branchChanged, this, hear);
        connect(m_talk.get(), &workspace::Conversation::turnEnded, this, hear);
    }
    showClips();
    m_board->setCited(m_cited.of(m_talk.get()));
}

const ListedClip* FramesPage::clip() const
{
    return m_shown ? &*m_shown : nullptr;
}

bool FramesPage::isChoosing() const
{
    return m_shown && m_shown->id != 0 && m_tray != nullptr;
}

/// What is looked at stays, as long as it is there; else the first one comes.
void FramesPage::showClips()
{
    m_clips = clipsOf(m_tray, m_talk.get(), m_shown ? m_shown->id : 0);
    const QSignalBlocker quiet(m_names);
    m_names->clear();
    for (const ListedClip& listed : m_clips)
        m_names->addItem(clipTitle(listed));
    m_names->setVisible(m_clips.size() > 1);
    const auto same = std::find_if(m_clips.begin(), m_clips.end(), [this](const ListedClip& one) {
        return m_shown && one.id == m_shown->id && one.blob == m_shown->blob;
    });
    if (same != m_clips.end()) {
        m_names->setCurrentIndex(int(same - m_clips.begin()));
        m_shown->name = same->name;
        return;
    }
    if (m_clips.empty()) {
        m_replan.stop();
        m_commit.stop();
        m_isHeld = false;
        m_view.close();
        m_isOpen = false;
        m_shown.reset();
        showState();
    } else {
        look(0);
    }
}

void FramesPage::look(std::size_t clip)
{
    const ListedClip& wanted = m_clips[clip];
    if (m_shown == wanted)
        return;
    commit();
    m_still->forget();
    m_view.close();
    m_shown = wanted;
    m_isOpen = false;
    m_isReady = false;
    m_names->setCurrentIndex(int(clip));
    m_history.begin(chosen());
    if (isVisible())
        open();
    showState();
}

void FramesPage::open()
{
    if (m_isOpen || !m_shown)
        return;
    m_isOpen = true;
    m_isReady = false;
    m_board->begin(isChoosing() ? BoardUse::Choosing : BoardUse::Looking);
    if (!m_box.isEmpty())
        m_view.setBox(m_box.width(), m_box.height());
    if (isChoosing())
        m_view.open(*m_tray, m_shown->id);
    else
        m_view.openKept(m_store, m_shown->blob);
}

void FramesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    open();
    showState();
}

void FramesPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_board->playback().pause();
    commit();
}

void FramesPage::showState()
{
    if (!m_shown)
        return m_states->setCurrentWidget(m_empty);
    const QString name = clipTitle(*m_shown);
    const QString sentence = QString::fromStdString(m_view.sentence());
    switch (m_view.state()) {
    case ClipState::Ready:
        return showReady();
    case ClipState::Failed:
        m_notice->setWords({tr("%1 cannot be shown").arg(name), sentence, tr("Try again")});
        break;
    case ClipState::Closed:
        m_notice->setWords({name, tr("It is not open."), tr("Open it")});
        break;
    case ClipState::Opening:
        m_notice->setWords({tr("Opening %1 …").arg(name), sentence, tr("Stop")});
        break;
    }
    const bool hasFirst =
        m_view.state() == ClipState::Opening && m_view.first().pixels.rgb != nullptr;
    if (hasFirst)
        m_board->setFrame(m_view.first());
    m_states->setCurrentWidget(hasFirst ? static_cast<QWidget*>(m_board) : m_notice);
}

void FramesPage::showReady()
{
    m_board->setNote(QString::fromStdString(m_view.sentence()));
    m_board->setLook(m_view.look());
    if (!m_isReady) {
        m_isReady = true;
        m_choice = chosen();
        m_history.begin(m_choice);
        m_board->setChoice(m_choice);
        m_board->setChanges(m_view.changes());
        m_board->setFrame(m_view.frame().pixels.rgb ? m_view.frame() : m_view.first());
        m_board->setCited(m_cited.of(m_talk.get()));
    }
    replan();
    m_states->setCurrentWidget(m_board);
    goToMoment();
}

void FramesPage::showClip(workspace::TrayId id)
{
    for (std::size_t idx = 0; idx < m_clips.size(); ++idx) {
        if (m_clips[idx].id == id)
            look(idx);
    }
}

bool FramesPage::showSent(const std::string& blob)
{
    const auto sent = std::find_if(m_clips.begin(), m_clips.end(), [&blob](const ListedClip& clip) {
        return clip.id == 0 && clip.blob == blob;
    });
    if (sent != m_clips.end())
        look(static_cast<std::size_t>(sent - m_clips.begin()));
    return sent != m_clips.end();
}

void FramesPage::showMoment(double seconds)
{
    m_moment = seconds;
    goToMoment();
}

void FramesPage::goToMoment()
{
    if (m_moment && m_isReady)
        m_board->showMoment(*std::exchange(m_moment, std::nullopt));
}

} // namespace tf::ui
