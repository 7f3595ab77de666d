// The inspector's first tab: the engine that answers, in each of its states.

#include "tests/ui/shots/shot_row.h"
#include "ui/endpoints/engine_facts.h"
#include "ui/shell/top_bar.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

constexpr QSize kTall(1280, 760); // of which the inspector takes 340
constexpr QSize kLow(1280, 500);

QWidget* inspector(ShotStage& stage)
{
    return &stage.part(u"inspector"_s);
}

QWidget* none(ShotStage& stage)
{
    stage.settle();
    return inspector(stage);
}

QWidget* remote(ShotStage& stage)
{
    stage.showEmpty();
    return inspector(stage);
}

/// Slower as the day goes on; the last but one did not say what it had in its cache.
void answered(ShotStage& stage, const std::string& engine)
{
    using namespace std::chrono_literals;
    constexpr std::array<double, 7> kRates{44.1, 43.7, 41.9, 42.4, 38.2, 40.6, 41.2};
    auto ended = std::chrono::system_clock::now() - 560s;
    for (const double rate : kRates) {
        workspace::AnswerSpeed speed;
        speed.toFirstWord = 1900ms;
        speed.answerTokensPerSecond = rate;
        speed.promptTokens = 226'000;
        speed.answerTokens = 412;
        if (rate != kRates[5]) {
            speed.promptTokensPerSecond = 4210;
            speed.cachedTokens = 221'000;
        }
        speed.ended = ended;
        stage.workspace().engines().speeds().note(engine, speed);
        ended += 80s;
    }
    stage.settle();
}

QWidget* remoteAnswered(ShotStage& stage)
{
    stage.showEmpty();
    answered(stage, "work");
    return inspector(stage);
}

QWidget* inTheNetwork(ShotStage& stage)
{
    stage.showEmpty();
    Q_EMIT stage.window().topBar().facts().chosen(u"lab"_s);
    stage.settle();
    return inspector(stage);
}

QWidget* localToLoad(ShotStage& stage)
{
    stage.workspace().engines().localModel().setFolder("/srv/models/MiniMax-M3");
    stage.settle();
    Q_EMIT stage.window().topBar().facts().chosen({});
    stage.settle();
    return inspector(stage);
}

/// Pictured before the thread that loads has told anything.
QWidget* localLoading(ShotStage& stage)
{
    localToLoad(stage);
    stage.workspace().engines().localModel().load("/srv/models/MiniMax-M3");
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    return inspector(stage);
}

QWidget* localFailed(ShotStage& stage)
{
    localToLoad(stage);
    auto& model = stage.workspace().engines().localModel();
    model.load("/srv/models/MiniMax-M3");
    CHECK(QTest::qWaitFor([&model] { return model.state() == workspace::LocalState::Failed; }),
          "there is no model in that folder");
    stage.settle();
    return inspector(stage);
}

constexpr ShotRow kRows[] = {
    {"engine-none", kLow, World::Nothing, none},
    {"engine-remote", kTall, World::Endpoints, remote},
    {"engine-remote-answered", kTall, World::Endpoints, remoteAnswered},
    {"engine-network", kLow, World::Endpoints, inTheNetwork},
    {"engine-local-to-load", kLow, World::Nothing, localToLoad},
    {"engine-local-loading", kLow, World::Nothing, localLoading},
    {"engine-local-failed", kLow, World::Nothing, localFailed},
    {"engine-mirrored", kLow, World::Endpoints, remoteAnswered, Qt::RightToLeft},
};

} // namespace

std::span<const ShotRow> engineShots()
{
    return kRows;
}

} // namespace tf::test
