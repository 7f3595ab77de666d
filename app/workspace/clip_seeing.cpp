#include "app/workspace/clip_seeing.h"

#include "app/workspace/said.h"

#include <QThreadPool>

#include <algorithm>

namespace tf::workspace {

namespace {

constexpr double kViewSlack = 1e-4; // seconds, for times that were rounded

std::shared_ptr<const std::vector<double>> noTimes()
{
    return std::make_shared<const std::vector<double>>();
}

ClipChanges noChanges()
{
    return {std::make_shared<const std::vector<ClipChange>>(), 0, false, {}};
}

ClipLook lookOf(const ClipOpened& opened, std::string title)
{
    const vision::ClipFacts& facts = opened.facts;
    ClipLook look;
    look.title = std::move(title);
    look.container = facts.container;
    look.codec = facts.codec;
    look.width = facts.size.width;
    look.height = facts.size.height;
    look.duration = facts.duration;
    look.frameRate = facts.frameRate;
    look.rotation = facts.rotation;
    look.hasAudio = facts.hasAudio;
    look.isHdr = facts.isHdr;
    look.times = std::make_shared<const std::vector<double>>(facts.times);
    look.faults = facts.faults;
    return look;
}

} // namespace

void ClipView::Seeing::open(const Tray& tray, TrayId id)
{
    close();
    m_tray = &tray;
    m_id = id;
    const ClipMeans with = means();
    m_decoder = with.decoder;
    watchTray();
    start({titleOf(with.offer), with.offer.place, with.offer.bytes}, with.decoder, *with.traces);
}

void ClipView::Seeing::watchTray()
{
    const ClipMeans with = means();
    m_lastIntake = with.intake;
    m_lastShare = with.share;
    m_trayChanged = QObject::connect(m_tray, &Tray::changed, &m_face, [this] {
        const ClipMeans now = means();
        const bool isSame = now.share == m_lastShare && now.intake.clips == m_lastIntake.clips
            && now.intake.pairs == m_lastIntake.pairs
            && now.intake.largePictures == m_lastIntake.largePictures
            && now.intake.engine == m_lastIntake.engine;
        m_lastIntake = now.intake;
        m_lastShare = now.share;
        if (!isSame)
            Q_EMIT m_face.planChanged();
    });
}

void ClipView::Seeing::openKept(session::Store& store, const std::string& blob)
{
    close();
    if (!m_decoder.valid())
        m_decoder = lazyDecoder();
    state = ClipState::Opening;
    Q_EMIT m_face.stateChanged();
    store.blob(blob, m_inbox.answer<std::string>([this, round = m_round](auto content) {
        if (round != m_round)
            return;
        if (content)
            return start({{}, {}, std::make_shared<const std::string>(std::move(*content))},
                         m_decoder, m_keptTraces);
        state = ClipState::Failed;
        say(said(Said::tr("the clip is not in the store any more: %1"), {content.error().text}));
    }));
}

/// The threads end elsewhere: nobody waits for them here.
void ClipView::Seeing::close()
{
    ++m_round;
    QObject::disconnect(m_trayChanged);
    m_tray = nullptr;
    if (m_player || m_survey)
        QThreadPool::globalInstance()->start(
            [player = std::exchange(m_player, {}), survey = std::exchange(m_survey, {})]() mutable {
                survey.reset();
                player.reset();
            });
    forget();
}

void ClipView::Seeing::forget()
{
    state = ClipState::Closed;
    sentence.clear();
    look = {{}, {}, {}, 0, 0, 0, 0, 0, false, false, noTimes(), {}};
    first = {};
    thumbnails.clear();
    changes = noChanges();
    frame = {};
    opened.reset();
    trace.reset();
    wished = 0;
    isPlaying = false;
    isSeeking = false;
}

void ClipView::Seeing::start(ClipPlace place, const SharedDecoder& decoder,
                             const ClipTraces& traces)
{
    m_place = std::move(place);
    state = ClipState::Opening;
    const auto door = [door = m_inbox.door(), this, round = m_round](auto news) {
        door([this, round, news = std::move(news)]() mutable {
            if (round == m_round)
                take(std::move(news));
        });
    };
    m_survey = std::make_shared<ClipSurvey>(m_place, decoder, traces,
                                            [door](ClipSurveyed news) { door(std::move(news)); });
    m_player = std::make_shared<ClipPlayer>(m_place, decoder,
                                            [door](ClipNews news) { door(std::move(news)); });
    m_player->setBox(m_box);
    Q_EMIT m_face.stateChanged();
}

/// The file is another one now.
void ClipView::Seeing::again()
{
    const auto* tray = m_tray;
    const auto id = m_id;
    if (tray == nullptr)
        return;
    open(*tray, id);
    say(said(Said::tr("the file was changed meanwhile; it is shown as it is now")));
}

ClipMeans ClipView::Seeing::means() const
{
    if (m_tray != nullptr)
        return m_tray->clipMeans(m_id);
    ClipMeans kept{{}, m_decoder, {}, {}, nullptr};
    kept.share.frames = vision::MediaLimits().keptFrames;
    return kept;
}

void ClipView::Seeing::say(std::string words)
{
    sentence = std::move(words);
    Q_EMIT m_face.stateChanged();
}

void ClipView::Seeing::take(ClipNews news)
{
    std::visit([this](auto& what) { take(what); }, news);
}

void ClipView::Seeing::take(const ClipOpened& news)
{
    opened = news;
    look = lookOf(news, m_place.title);
    state = ClipState::Ready;
    Q_EMIT m_face.stateChanged();
    if (!frame.pixels.rgb && !isSeeking)
        seekTo(0);
    Q_EMIT m_face.planChanged();
}

void ClipView::Seeing::take(const ClipFrameCame& news)
{
    if (news.isSmall)
        return Q_EMIT m_face.smallShown(news.picture);
    frame = news.picture;
    if (isPlaying)
        wished = frame.index;
    isSeeking = isSeeking && frame.index != wished;
    if (!first.pixels.rgb && frame.index == 0) {
        first = frame;
        Q_EMIT m_face.thumbnailsChanged();
    }
    Q_EMIT m_face.frameChanged();
}

void ClipView::Seeing::take(const ClipSought& news)
{
    // Where another frame came in its place, or none.
    if (isSeeking && news.seek == m_lastSeek) {
        isSeeking = false;
        Q_EMIT m_face.frameChanged();
    }
}

void ClipView::Seeing::take(const ClipTrouble& news)
{
    if (news.isFatal)
        state = ClipState::Failed;
    say(news.sentence);
}

void ClipView::Seeing::take(const ClipRestarted& /*news*/)
{
    say(said(Said::tr("the decoder ended and was started anew; nothing is lost")));
}

void ClipView::Seeing::take(const ClipPlayed& /*news*/)
{
    if (!std::exchange(isPlaying, false))
        return;
    Q_EMIT m_face.playEnded();
}

void ClipView::Seeing::take(ClipFile news)
{
    if (news == ClipFile::Changed)
        again();
    else
        say(said(Said::tr("the file is no longer there; what was opened is still shown, but it "
                          "cannot be read again: put it back before you choose other frames")));
}

void ClipView::Seeing::take(ClipSurveyed news)
{
    if (!news.thumbnails.empty()) {
        if (!first.pixels.rgb)
            first = news.thumbnails.front();
        thumbnails.insert(thumbnails.end(), news.thumbnails.begin(), news.thumbnails.end());
        Q_EMIT m_face.thumbnailsChanged();
    }
    if (!news.changes)
        return;
    changes = std::move(*news.changes);
    if (news.trace.trace) {
        trace = news.trace.trace;
        if (m_tray != nullptr)
            means().traces->keep(news.trace);
        else
            m_keptTraces.keep(news.trace);
    }
    Q_EMIT m_face.changesChanged();
    if (changes.isWhole)
        Q_EMIT m_face.planChanged();
}

void ClipView::Seeing::setBox(vision::Size box)
{
    m_box = box;
    if (m_player)
        m_player->setBox(box);
}

void ClipView::Seeing::seekTo(std::int64_t index)
{
    const auto count = std::ssize(*look.times);
    if (!m_player || count == 0)
        return;
    wished = std::clamp<std::int64_t>(index, 0, count - 1);
    isSeeking = true;
    m_player->seek(wished, ++m_lastSeek);
}

void ClipView::Seeing::play(double speed, double until)
{
    if (!m_player || state != ClipState::Ready)
        return;
    isPlaying = true;
    m_player->play(speed, until);
}

void ClipView::Seeing::stop()
{
    if (m_player && isPlaying)
        m_player->stop();
}

std::int64_t ClipView::Seeing::indexAt(double seconds) const
{
    const auto& times = *look.times;
    const auto after = std::upper_bound(times.begin(), times.end(), seconds + kViewSlack);
    return std::max<std::int64_t>(after - times.begin() - 1, 0);
}

} // namespace tf::workspace
