#include "tests/support/test_table.h"
#include "tests/ui/endpoints/tests.h"
#include "ui/endpoints/engine_facts.h"
#include "ui/endpoints/test_report.h"

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using Step = workspace::EndpointTest::Step;

namespace {

workspace::EngineChoice engineAt(endpoint::Place place)
{
    workspace::EngineChoice engine;
    engine.name = "work";
    engine.model = "MiniMax-M3";
    engine.label.place = place;
    engine.label.host = "api.example.org";
    return engine;
}

QString dump(const workspace::EndpointTest& test)
{
    QStringList lines;
    for (const TestLine& line : linesOf(test))
        lines.append(QChar(u"drf."[static_cast<int>(line.state)]) + u' ' + line.text);
    return lines.join(u'\n');
}

} // namespace

class EngineLooksTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatLeavesIsSaidByPlace()
    {
        using endpoint::Place;
        QCOMPARE(leavesLook(nullptr).text, u"Nothing leaves this machine"_s);
        auto engine = engineAt(Place::ThisMachine);
        QVERIFY(leavesLook(&engine).tone == PillTone::Good);
        engine = engineAt(Place::LocalNetwork);
        QVERIFY(leavesLook(&engine).text.contains(u"api.example.org"_s));
        QVERIFY(leavesLook(&engine).tone == PillTone::Neutral);
        engine = engineAt(Place::Outside);
        QVERIFY(leavesLook(&engine).text.contains(u"api.example.org"_s));
        QVERIFY(leavesLook(&engine).tone == PillTone::Caution);
    }

    void theEngineIsNamedWithItsModel()
    {
        auto engine = engineAt(endpoint::Place::Outside);
        QCOMPARE(engineLook(&engine).text, u"work · MiniMax-M3"_s);
        engine.model.clear();
        QCOMPARE(engineLook(&engine).text, u"work"_s);
        QVERIFY(engineLook(&engine).tone == PillTone::Neutral);
        engine.problem = "its key is locked";
        QVERIFY(engineLook(&engine).tone == PillTone::Caution);
        QCOMPARE(engineLook(nullptr).text, u"No engine"_s);
    }

    void aTestIsToldStepByStep()
    {
        workspace::EndpointTest test;
        QCOMPARE(dump(test), u"r Finding the host"_s);
        test.step = Step::Asking;
        QCOMPARE(dump(test),
                 u"d Finding the host\nd Connecting\nr Asking for the list of models"_s);
        test.error = Error{Code::Denied, "the key is refused"};
        QCOMPARE(dump(test),
                 u"d Finding the host\nd Connecting\nf Asking for the list of models\n"
                 "f the key is refused"_s);
        test.error.reset();
        test.step = Step::Done;
        test.models.resize(1);
        test.models[0].id = "MiniMax-M3";
        test.took = std::chrono::milliseconds(31);
        QCOMPARE(dump(test),
                 u"d Finding the host\nd Connecting\nd Asking for the list of models\n"
                 ". Models: MiniMax-M3\nd The endpoint answers, after 31 ms"_s);
    }
};

std::unique_ptr<QObject> makeEngineLooksTest()
{
    return std::make_unique<EngineLooksTest>();
}

#include "tst_engine_looks.moc"
