#include "tests/support/test_table.h"
#include "tests/ui/transcript/tests.h"
#include "ui/transcript/retry_ways.h"

#include <QApplication>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using session::Thinking;

namespace {

workspace::EngineChoice engine(std::string name, bool honoursOff)
{
    workspace::EngineChoice choice;
    choice.name = std::move(name);
    choice.model = "M3-" + choice.name;
    choice.label.host = choice.name + ".test";
    choice.thinking = {{{Thinking::Disabled, honoursOff, {}, honoursOff ? "" : "it always thinks"},
                        {Thinking::Adaptive, true, {}, {}},
                        {Thinking::Enabled, true, {}, {}}}};
    return choice;
}

const session::RequestSettings kAsked{
    .endpoint = "a", .model = "M3-special", .thinking = Thinking::Disabled};

} // namespace

class RetryWaysTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void modesStandAtTheEngineThatWasAsked()
    {
        const std::vector engines{engine("a", true), engine("b", true)};
        const RetryWays ways = RetryWays::of(kAsked, engines);
        QCOMPARE(ways.modes.size(), std::size_t(3));
        for (const RetryWay& way : ways.modes) {
            QCOMPARE(way.settings.endpoint, std::string("a"));
            QCOMPARE(way.settings.model, std::string("M3-special"));
            QVERIFY(way.isPossible);
            QCOMPARE(way.isAsBefore, way.settings.thinking == Thinking::Disabled);
        }
    }

    void whatIsNotHonouredIsGreyWithItsReason()
    {
        const std::vector engines{engine("a", false)};
        const RetryWays ways = RetryWays::of(kAsked, engines);
        QVERIFY(!ways.modes.front().isPossible);
        QCOMPARE(ways.modes.front().note, u"it always thinks"_s);
        QMenu menu;
        ways.fill(menu, [](const auto&) {});
        QAction* off = menu.actions().front();
        QVERIFY(!off->isEnabled());
        QVERIFY(off->text().contains(u"it always thinks"_s));
    }

    void anotherEngineIsAskedForItsOwnModel()
    {
        const std::vector engines{engine("a", true), engine("b", false)};
        const RetryWays ways = RetryWays::of(kAsked, engines);
        const RetryWay& other = ways.engines.at(1);
        QCOMPARE(other.settings.endpoint, std::string("b"));
        QCOMPARE(other.settings.model, std::string("M3-b"));
        QVERIFY(other.settings.thinking == Thinking::Adaptive); // off is not honoured there
        QVERIFY(!other.isAsBefore);
    }

    void anEngineThatCannotBeAskedSaysWhy()
    {
        std::vector engines{engine("a", true), engine("b", true)};
        engines[1].problem = "its key is locked";
        const RetryWays ways = RetryWays::of(kAsked, engines);
        QVERIFY(!ways.engines.at(1).isPossible);
        QCOMPARE(ways.engines.at(1).note, u"its key is locked"_s);
    }

    void theMenuGivesBackWhatWasChosen()
    {
        const std::vector engines{engine("a", true), engine("b", true)};
        QMenu menu;
        std::string chosen;
        RetryWays::of(kAsked, engines).fill(menu, [&chosen](const auto& settings) {
            chosen = settings.endpoint;
        });
        menu.actions().back()->trigger();
        QCOMPARE(chosen, std::string("b"));
    }
};

std::unique_ptr<QObject> makeRetryWaysTest()
{
    return std::make_unique<RetryWaysTest>();
}

#include "tst_retry_ways.moc"
