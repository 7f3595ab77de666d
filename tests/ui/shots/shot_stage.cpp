#include "tests/ui/shots/shot_stage.h"

#include "app/session/document.h"
#include "app/settings/settings.h"
#include "tests/ui/shots/prepared_talks.h"
#include "ui/shell/session_page.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/transcript/conversation_pane.h"
#include "ui/transcript/view/transcript_view.h"

#include <QAction>
#include <QAbstractAnimation>
#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

/// Enough for a queued event to make another one.
constexpr int kSettlingRounds = 40;
constexpr std::chrono::seconds kToFirstWord(12);
/// A view shows what streams a frame later.
constexpr int kFrameRounds = 200;
constexpr std::chrono::milliseconds kRound(1);

constexpr std::chrono::milliseconds kFieldFades(400); ///< its button that clears it comes slowly
constexpr int kMostRounds = 10'000;

/// By rounds and not by a clock: that may be held meanwhile.
bool comesTrue(const std::function<bool()>& condition)
{
    for (int round = 0; round < kMostRounds && !condition(); ++round) {
        letPass(kRound);
        QApplication::processEvents();
        QThread::msleep(1);
    }
    return condition();
}

void showWhatCame()
{
    for (int round = 0; round < kFrameRounds; ++round) {
        letPass(kRound);
        QApplication::processEvents();
    }
}

QJsonObject endpointNamed(const QString& name, const QString& kind, const QString& address)
{
    return {{u"name"_s, name},
            {u"kind"_s, kind},
            {u"baseUrl"_s, address},
            {u"model"_s, u"MiniMax-M3"_s},
            {u"capabilities"_s, QJsonObject{{u"contextTokens"_s, 1'000'000}}}};
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    CHECK(file.open(QIODevice::WriteOnly) && file.write(content) == content.size(),
          "a temporary folder can be written");
}

/// Into the store, and waited for.
void keep(session::Store& store, std::vector<session::Session> sessions)
{
    session::Document document;
    document.sessions = std::move(sessions);
    std::promise<bool> kept;
    auto done = kept.get_future();
    store.import(session::writeDocument(document),
                 [&kept](const Result<session::Imported>& imported) {
                     kept.set_value(imported.has_value());
                 });
    CHECK(done.get(), "the store takes prepared sessions");
}

} // namespace

ShotStage::ShotStage(World world, const ShotLook& look)
    : m_server([this](const Incoming&) {
        letPass(kToFirstWord);
        return m_answer;
    })
    , m_theme(ui::Shade::Light)
{
    MUST(ui::loadFonts());
    QApplication::setStyle(new ui::Style(m_theme));
    writeSettings(look);
    if (world != World::Nothing)
        writeEndpoints();
    openStore(world);
    m_desktop =
        std::make_unique<ui::Desktop>(m_theme, *m_workspace, m_folder.filePath(u"settings.json"_s),
                                      settings::load(m_folder.filePath(u"settings.json"_s)));
    m_desktop->openWindow().resize(look.size);
    window().activateWindow();
    settle();
}

ShotStage::~ShotStage() = default;

void ShotStage::writeSettings(const ShotLook& look)
{
    settings::Settings settings;
    settings.theme = look.theme;
    settings.zoomPercent = look.zoomPercent;
    settings.engine = u"work"_s;
    MUST(settings::save(m_folder.filePath(u"settings.json"_s), settings));
}

void ShotStage::writeEndpoints()
{
    QJsonObject work = endpointNamed(u"work"_s, u"minimax"_s, u"https://api.minimax.io/v1"_s);
    work[u"label"_s] = QJsonObject{{u"operator"_s, u"MiniMax"_s}, {u"law"_s, u"CN"_s}};
    QJsonObject lab = endpointNamed(u"lab"_s, u"vllm"_s, u"http://10.0.0.5:8000/v1"_s);
    lab[u"plainHttp"_s] = u"localNetwork"_s;
    const QJsonArray all{work, lab,
                         endpointNamed(u"bench"_s, u"vllm"_s, m_server.url().toString())};
    write(m_folder.filePath(u"endpoints.json"_s),
          QJsonDocument(QJsonObject{{u"endpoints"_s, all}}).toJson());
}

void ShotStage::openStore(World world)
{
    workspace::Places places;
    places.store = {.folder = m_folder.filePath(u"sessions"_s).toStdString()};
    places.profiles = m_folder.filePath(u"endpoints.json"_s);
    places.keys = secrets::StoreKind::Session;
    m_workspace = MUST(workspace::Workspace::open(places));
    if (world == World::Talks) {
        auto talks = preparedTalks();
        std::reverse(talks.begin(), talks.end()); // what is kept last is the newest
        keep(m_workspace->store(), std::move(talks));
    }
    m_workspace->shelf().refresh();
    const bool hasTalks = world == World::Talks;
    CHECK(comesTrue([&] { return !hasTalks || m_workspace->shelf().trash().size() == 2; }),
          "the list of sessions is there");
}

QWidget* ShotStage::run(ui::ActionId action)
{
    window().action(action)->trigger();
    settle();
    return &window();
}

QWidget* ShotStage::show(session::Session session)
{
    const session::SessionId id = session.id;
    keep(m_workspace->store(), {std::move(session)});
    m_workspace->shelf().refresh();
    return open(id);
}

QWidget* ShotStage::open(const session::SessionId& id)
{
    window().openSession(id);
    const auto isOpen = [this, &id] {
        const auto* talk = window().page().conversation();
        return talk != nullptr && talk->session().id == id;
    };
    CHECK(comesTrue(isOpen), "a session is opened");
    const auto isListed = [this, &id] {
        const auto& kept = m_workspace->shelf().kept();
        return std::any_of(kept.begin(), kept.end(),
                           [&id](const auto& line) { return line.id == id; });
    };
    CHECK(comesTrue(isListed), "the session is in the list");
    settle();
    return &window();
}

QWidget* ShotStage::showEmpty()
{
    window().newSession();
    CHECK(comesTrue([this] { return window().page().conversation() != nullptr; }),
          "a session is made");
    settle();
    return &window();
}

void ShotStage::type(const QString& text)
{
    QWidget* focused = QApplication::focusWidget();
    CHECK(focused != nullptr, "something has the keyboard");
    QTest::keyClicks(focused, text);
    letPass(kFieldFades);
    settle();
}

void ShotStage::ask(const QString& question, const QString& until)
{
    workspace::Conversation* talk = window().page().conversation();
    session::Settings settings = talk->session().settings;
    settings.request.endpoint = "bench";
    settings.request.model = "MiniMax-M3";
    talk->configure(settings);
    m_held.emplace();
    talk->ask({question.toStdString(), settings.request});
    const auto hasCome = [talk, wanted = until.toStdString()] {
        const session::Turn* turn =
            talk->branch().empty() ? nullptr : talk->turn(talk->branch().back());
        return turn != nullptr && !turn->parts.empty()
            && turn->parts.back().text.find(wanted) != std::string::npos;
    };
    CHECK(comesTrue(hasCome), "the server's words have come");
    showWhatCame();
    settle();
}

void ShotStage::settle()
{
    ui::TranscriptView& view = window().page().pane().view();
    for (int round = 0; round < kSettlingRounds; ++round) {
        QApplication::processEvents();
        const workspace::CitationCheck* citations = window().citations();
        if (view.stage().isReading() || view.stage().isBehind()
            || (citations != nullptr && citations->isChecking())
            || !window().findChildren<QAbstractAnimation*>().isEmpty()) // Qt's own, of a button
            round = 0;
    }
}

} // namespace tf::test
