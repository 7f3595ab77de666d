#include "tests/app/workspace/tray/laid_tray.h"

#include <QTest>

#include <algorithm>

using namespace tf;
using namespace tf::workspace;

EngineChoice serverChoice(const char* kind, std::int64_t contextTokens)
{
    EngineChoice engine;
    engine.name = "there";
    engine.server = endpoint::findServerKind(kind);
    engine.label.place = endpoint::Place::Outside;
    engine.capabilities.contextTokens = contextTokens;
    return engine;
}

EngineChoice localChoice()
{
    EngineChoice engine;
    engine.name = "here";
    engine.kind = EngineKind::LocalModel;
    engine.label.place = endpoint::Place::ThisMachine;
    return engine;
}

bool isRead(const Tray& tray)
{
    return QTest::qWaitFor(
        [&] {
            return std::none_of(tray.items().begin(), tray.items().end(), [](const TrayItem& item) {
                return item.state == TrayState::Reading;
            });
        },
        30'000);
}

const TrayItem& itemOf(const Tray& tray, TrayId id)
{
    const auto found = std::find_if(tray.items().begin(), tray.items().end(),
                                    [id](const TrayItem& item) { return item.id == id; });
    CHECK(found != tray.items().end(), "the tray has an item of that number");
    return *found;
}
