// What a user chose of a thing in a tray lies on the desk as it was, whatever else stands there.

#include "app/workspace/desk_view.h"
#include "app/workspace/tray/kept_choice.h"
#include "tests/app/workspace/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QJsonDocument>

#include <algorithm>

using namespace tf;
using test::Gen;
using workspace::TrayChoice;

namespace {

app::Region drawnRegion(Gen& gen)
{
    const auto side = [&gen](std::int64_t least) {
        return static_cast<std::int32_t>(gen.between(least, 9000));
    };
    const app::Spot at{side(0), side(0)};
    return {at, {side(1), side(1)}};
}

app::Mark drawnMark(Gen& gen)
{
    const auto kind = static_cast<app::MarkKind>(gen.below(3));
    const app::Region region = drawnRegion(gen);
    return {kind, region.at, {region.size.width, region.size.height}, std::int32_t(gen.below(99))};
}

std::vector<double> drawnTimes(Gen& gen)
{
    std::vector<double> times(gen.below(5));
    for (double& time : times)
        time = gen.unit() * 600;
    std::sort(times.begin(), times.end());
    return times;
}

TrayChoice drawnRepository(Gen& gen)
{
    workspace::RepositoryChoice choice;
    for (std::size_t left = gen.below(4); left > 0; --left)
        choice.rules.rules.push_back({gen.oneIn(2) ? "src/**" : "*.tëst", gen.oneIn(2)});
    choice.rules.mostBytes = gen.between(1, 1 << 30);
    choice.rules.takesIgnored = gen.oneIn(2);
    choice.rules.takesVendored = gen.oneIn(2);
    choice.rules.takesLockFiles = gen.oneIn(2);
    choice.rules.takesGenerated = gen.oneIn(2);
    choice.budget = gen.between(0, 1'000'000);
    choice.sends = gen.oneIn(2) ? workspace::Sends::Changes : workspace::Sends::Whole;
    return choice;
}

TrayChoice drawnPicture(Gen& gen)
{
    workspace::PictureChoice choice;
    choice.tier = static_cast<vision::Tier>(gen.below(3));
    choice.isTiled = gen.oneIn(3);
    if (gen.oneIn(2))
        choice.edit.crop = drawnRegion(gen);
    for (std::size_t left = gen.below(3); left > 0; --left) {
        choice.edit.covered.push_back(drawnRegion(gen));
        choice.edit.marks.push_back(drawnMark(gen));
    }
    return choice;
}

TrayChoice drawnClip(Gen& gen)
{
    app::ClipChoice choice;
    choice.sampling = static_cast<app::ClipSampling>(gen.below(4));
    choice.fps = 0.2 + gen.unit() * 4.8;
    choice.from = gen.unit() * 60;
    choice.to = choice.from + gen.unit() * 60;
    choice.maxFrames = gen.between(0, 512);
    choice.tier = static_cast<vision::Tier>(gen.below(3));
    choice.form = static_cast<app::ClipForm>(gen.below(3));
    choice.picked = drawnTimes(gen);
    choice.dropped = drawnTimes(gen);
    if (gen.oneIn(2))
        choice.covered.push_back({1.5, gen.unit() * 60, drawnRegion(gen)});
    return choice;
}

TrayChoice drawn(Gen& gen)
{
    switch (gen.below(4)) {
    case 0:
        return drawnRepository(gen);
    case 1:
        return drawnPicture(gen);
    case 2:
        return drawnClip(gen);
    default:
        return {};
    }
}

} // namespace

class WorkspaceKeptChoiceTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyChoiceComesBack()
    {
        const std::string fault = test::forAll(300, [](Gen& gen) {
            workspace::DeskView view;
            view.tray.push_back({.place = "/home/ada/billing", .choice = drawn(gen)});
            return workspace::readDeskView(workspace::write(view)) == view ? std::string()
                                                                           : workspace::write(view);
        });
        QVERIFY2(fault.empty(), fault.c_str());
    }

    void theDefaultTakesNoRoom()
    {
        const std::string written = workspace::write({.tray = {{.place = "/a", .choice = {}}}});
        QCOMPARE(written, std::string(R"({"tray":[{"place":"/a"}]})"));
        const auto choice = workspace::keptChoice(app::ClipChoice{});
        QVERIFY(choice[QStringLiteral("clip")].toObject().isEmpty());
    }

    void whatMakesNoSenseIsLeftOut()
    {
        const auto object =
            QJsonDocument::fromJson(R"({"clip":{"fps":1e9,"from":-1,"sampling":"often",)"
                                    R"("picked":[1,"two",-3],"covered":[[0,1,[0,0,-5,5]],7]}})")
                .object();
        const auto clip = std::get<app::ClipChoice>(workspace::trayChoiceFrom(object));
        QCOMPARE(clip.fps, 5.0);
        QCOMPARE(clip.from, 0.0);
        QVERIFY(clip.sampling == app::ClipSampling::Rate);
        QCOMPARE(clip.picked, std::vector<double>{1});
        QVERIFY(clip.covered.empty());
    }
};

std::unique_ptr<QObject> makeWorkspaceKeptChoiceTest()
{
    return std::make_unique<WorkspaceKeptChoiceTest>();
}

#include "tst_kept_choice.moc"
