#include "tests/ui/measure/bench_desk.h"

#include "ui/theme/fonts.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

constexpr int kOpenMillis = 20'000;
constexpr int kStopMillis = 2'000;

} // namespace

Replay::Replay()
{
    m_process.start(QStringLiteral(TRIFOLD_REPLAY), {});
    CHECK(m_process.waitForReadyRead(), "replay_endpoint starts");
    const QByteArray line = m_process.readLine();
    CHECK(line.startsWith("port "), "replay_endpoint tells its port");
    m_url = QUrl(u"http://127.0.0.1:%1/v1"_s.arg(line.mid(5).trimmed().toInt()));
}

Replay::~Replay()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(kStopMillis);
}

BenchDesk::BenchDesk(const PreparedWorkspace& prepared)
    : m_theme(ui::Shade::Light)
{
    MUST(ui::loadFonts());
    QApplication::setStyle(new ui::Style(m_theme));
    workspace::Places places;
    places.store = {.folder = prepared.storeFolder()};
    places.profiles = prepared.profilesPath();
    m_workspace = MUST(workspace::Workspace::open(places));
    m_desktop = std::make_unique<ui::Desktop>(m_theme, *m_workspace, prepared.settingsPath(),
                                              settings::load(prepared.settingsPath()));
    m_window = &m_desktop->openWindow();
    m_window->resize(1280, 800);
}

bool BenchDesk::waitForSession()
{
    return QTest::qWaitFor(
        [this] { return talk() != nullptr && view().verticalScrollBar() != nullptr; }, kOpenMillis);
}

bool BenchDesk::ask(const QString& text)
{
    workspace::Ask ask;
    ask.text = text.toStdString();
    ask.settings = talk()->session().settings.request;
    talk()->ask(std::move(ask));
    return QTest::qWaitFor([this] { return talk()->running() && talk()->running()->firstWord; },
                           kOpenMillis);
}

void waitFor(int millis)
{
    QEventLoop wait;
    QTimer::singleShot(millis, &wait, &QEventLoop::quit);
    wait.exec();
}

} // namespace tf::test
