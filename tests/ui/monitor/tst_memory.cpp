// What the model takes and does: as words, as bars, and in its card.

#include "tests/support/test_table.h"
#include "tests/ui/monitor/monitored.h"
#include "tests/ui/monitor/tests.h"
#include "ui/monitor/memory_bar.h"
#include "ui/monitor/memory_card.h"
#include "ui/monitor/setup_form.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using test::Monitored;

namespace {

QString wordsIn(const QWidget& card)
{
    QStringList lines;
    for (const QLabel* label : card.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&card))
            lines.append(label->text());
    }
    return lines.join(u'\n');
}

} // namespace

class MonitorMemoryTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theVerdictSaysWhatToDo()
    {
        engine::MemoryPlan plan = test::plannedModel(64'000'000'000);
        QCOMPARE(verdictWords(plan), u"It fits: 50.0 GB of the 64.0 GB that are free."_s);
        plan = test::plannedModel(40'000'000'000);
        plan.positionsThatFit = 8192;
        QCOMPARE(verdictWords(plan),
                 u"It does not fit: 10.0 GB short. With a context of 8,192 tokens it would fit."_s);
        plan.positionsThatFit = 0;
        QVERIFY(verdictWords(plan).contains(u"10.0 GB short. No context is short enough"_s));
    }

    void emptyPartsAreLeftOut()
    {
        engine::MemoryUse use;
        use.experts = 5;
        use.cache = 7;
        const auto parts = partsOf(use);
        QCOMPARE(parts.size(), std::size_t(2));
        QCOMPARE(parts[0].name, u"Experts"_s);
        QCOMPARE(parts[1].bytes, std::uint64_t(7));
        QVERIFY(partsOf({}).empty());
    }

    void whatItDoesInWords()
    {
        const auto plan = test::plannedModel(64'000'000'000);
        const auto facts = loadedFacts(plan, 48'200'000'000, test::busyEngine()).facts;
        const auto has = [&facts](const QString& name, const QString& value) {
            return std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
                return fact.name == name && fact.value == value;
            });
        };
        QVERIFY(has(u"Memory"_s, u"50.0 GB planned\n48.2 GB taken"_s));
        QVERIFY(has(u"Requests"_s, u"1 running, 2 waiting"_s));
        QVERIFY(has(u"Now"_s, u"writes 41.2 tok/s"_s));
        QVERIFY(has(u"Cache"_s, u"25 % in use, 50 % kept for later"_s));
        QVERIFY(has(u"Cache hits"_s, u"96 % of 226K prompt tokens"_s));
        const auto unknown = loadedFacts(plan, 0, {}).facts;
        QCOMPARE(unknown.size(), std::size_t(3));
        QVERIFY(unknown[0].value.contains(u"unknown"_s));
    }

    void aBarIsReadOut()
    {
        Monitored test;
        MemoryBar bar(test.theme());
        bar.setDevice(test::plannedModel(64'000'000'000).devices[0]);
        QCOMPARE(bar.accessibleName(), u"Memory of the model, CPU"_s);
        QCOMPARE(bar.accessibleDescription(),
                 u"Weights: 9.0 GB, Experts: 36.0 GB, Vision tower: 1.5 GB, Context cache: 3.0 GB, "
                 "Work space: 500 MB, free before: 64.0 GB, free after: 14.0 GB"_s);
        bar.setDevice(test::plannedModel(40'000'000'000).devices[0]);
        QVERIFY(bar.accessibleDescription().endsWith(u"free before: 40.0 GB, too much: 10.0 GB"_s));
    }

    void theCardFollowsFromPlanToWork()
    {
        Monitored test;
        MemoryCard card(test.theme());
        const Result<engine::MemoryPlan> fits = test::plannedModel(64'000'000'000);
        card.setPlan(&fits);
        QVERIFY(wordsIn(card).startsWith(u"It fits: "_s));
        QCOMPARE(card.findChildren<MemoryBar*>().size(), 1);
        const Result<engine::MemoryPlan> wrong = Error(Code::NotFound, "config.json is missing");
        card.setPlan(&wrong);
        QVERIFY(wordsIn(card).contains(u"cannot be counted. config.json is missing. Choose"_s));
        QCOMPARE(card.findChildren<MemoryBar*>().size(), 0);
        card.setLoaded(fits.value(), 1, test::busyEngine());
        QVERIFY(wordsIn(card).contains(u"1 running, 2 waiting"_s));
        QVERIFY(!wordsIn(card).contains(u"fits"_s));
    }

    void everyDeviceHasItsBar()
    {
        Monitored test;
        auto plan = test::plannedModel(64'000'000'000);
        plan.devices.push_back(plan.devices[0]);
        plan.devices[1].name = "GPU 1";
        MemoryCard card(test.theme());
        card.setLoaded(plan, 1, {});
        QCOMPARE(card.findChildren<MemoryBar*>().size(), 2);
        QVERIFY(wordsIn(card).contains(u"100 GB planned"_s));
    }

    void whatIsChosenHoldsForTheNextLoad()
    {
        Monitored test;
        workspace::LocalModel model;
        SetupForm form(test.theme(), model);
        QCOMPARE(form.setup().load.contextTokens, 32'768);
        QSignalSpy chosen(&form, &SetupForm::chosen);
        auto* context = form.findChildren<QComboBox*>().at(0);
        context->setCurrentIndex(0);
        Q_EMIT context->activated(0);
        QCOMPARE(model.setup().contextTokens, 4096);
        form.findChild<QSpinBox*>()->setValue(1);
        QCOMPARE(model.setup().threads, 1);
        QCOMPARE(chosen.count(), 2);
        model.setSetup({.contextTokens = 5000, .threads = 0}); // as a file has it
        QCOMPARE(form.setup().load.contextTokens, 5000);
        QCOMPARE(chosen.count(), 2);
        form.setThinking(session::Thinking::Disabled);
        QVERIFY(form.setup().thinking == session::Thinking::Disabled);
    }
};

std::unique_ptr<QObject> makeMonitorMemoryTest()
{
    return std::make_unique<MonitorMemoryTest>();
}

#include "tst_memory.moc"
