// What is told of an engine: all of its data label, unknowns as such, prices with their age.

#include "tests/support/test_table.h"
#include "tests/ui/monitor/monitored.h"
#include "tests/ui/monitor/tests.h"
#include "ui/monitor/fact.h"

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;

namespace {

const QDate kDay(2026, 9, 20);

/// "Kept: unknown?" for the unknown, "…!" for what warns; the lines of all groups.
QString shown(const std::vector<FactGroup>& groups)
{
    QStringList lines;
    for (const FactGroup& group : groups) {
        lines.append(u'[' + group.title + u']');
        for (const Fact& fact : group.facts)
            lines.append(fact.name + u": "_s + fact.value
                         + (fact.tone == FactTone::Unknown       ? u"?"_s
                                : fact.tone == FactTone::Caution ? u"!"_s
                                                                 : QString()));
    }
    return lines.join(u'\n');
}

} // namespace

class FactsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aVendorsServerIsToldInFull()
    {
        const auto engine = test::vendor();
        const QString told = shown(factsOf(engine, kDay));
        for (const QString& line :
             {u"Name: MiniMax-M3"_s, u"Context: 1M tokens, question and answer"_s,
              u"Pictures: yes"_s, u"Clips: as pictures of their frames"_s,
              u"Goes to: outside your network!"_s, u"Host: api.minimax.io"_s, u"Kept: unknown?"_s,
              u"off: thinking.type: disabled"_s,
              u"Up to 512K: $0.30 in, $1.20 out\n$0.06 in from the cache"_s,
              u"Longer: $0.60 in, $2.40 out\n$0.12 in from the cache"_s})
            QVERIFY2(told.contains(line), qPrintable(line + u"\nis not in\n"_s + told));
        QVERIFY(told.contains(u"Operator: "_s + QString::fromStdString(engine.label.operatorName)));
        QVERIFY(told.contains(u"Law: "_s + QString::fromStdString(engine.label.law)));
        QVERIFY(told.contains(u"Said by: "_s + QString::fromStdString(engine.label.basis)));
    }

    void aStateThatIsNotHonouredSaysWhatIsSentInstead()
    {
        QVERIFY(shown(factsOf(test::vendor(), kDay))
                    .contains(u"on: thinking.type: adaptive\nMiniMax's own service cannot"_s));
        workspace::EngineChoice engine = test::vendor();
        engine.thinking[0] = {session::Thinking::Disabled, false, {}, {}};
        QVERIFY(shown(factsOf(engine, kDay)).contains(u"off: nothing is sent\nnot honoured!"_s));
    }

    void oldPricesAreMarked()
    {
        const auto ageOf = [](QDate today) {
            return shown(factsOf(test::vendor(), today)).section(u'\n', -1);
        };
        QVERIFY(!ageOf(kDay).contains(u"old"_s));
        QVERIFY(ageOf({2027, 1, 1}).contains(u"112 days old, look them up!"_s));
        workspace::EngineChoice engine = test::vendor();
        engine.rates.date.clear();
        QCOMPARE(shown(factsOf(engine, kDay)).section(u'\n', -1),
                 u"As of: no date given, look them up!"_s);
    }

    void whatNobodySaidIsUnknown()
    {
        workspace::EngineChoice engine;
        engine.name = "box";
        const QString told = shown(factsOf(engine, kDay));
        for (const char* name :
             {"Name", "Context", "Pictures", "Clips", "Host", "Law", "Said by", "Kept", "Answers"})
            QVERIFY2(told.contains(QString::fromLatin1(name) + u": unknown?"_s), name);
    }

    void theModelHereIsFreeAndLeavesNothing()
    {
        const QString told = shown(factsOf(workspace::localChoice("MiniMax-M3", {}), kDay));
        QVERIFY(told.contains(u"Goes to: nowhere: it stays on this machine"_s));
        QVERIFY(told.contains(u"Answers: free"_s));
        QVERIFY(told.contains(u"on: thinking_mode: enabled"_s));
        QVERIFY(!told.contains(u"Host"_s));
    }
};

std::unique_ptr<QObject> makeFactsTest()
{
    return std::make_unique<FactsTest>();
}

#include "tst_facts.moc"
