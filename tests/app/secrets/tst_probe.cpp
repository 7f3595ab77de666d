#include "app/secrets/choose.h"
#include "app/secrets/encrypted_file.h"
#include "app/secrets/memory.h"
#include "tests/app/secrets/answers.h"
#include "tests/app/secrets/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

using namespace tf::secrets;
using namespace tf::test;
using tf::Code;

namespace {

/// A store that fails as keyrings have been seen to: at one step, or by giving back something else.
class FaultyStore final : public SecretStore {
public:
    explicit FaultyStore(ProbeStep fails)
        : m_fails(fails)
    {
    }

    [[nodiscard]] StoreKind kind() const override { return StoreKind::Keyring; }
    void read(const std::string& name, Answer<Secret> answer) override
    {
        if (m_fails == ProbeStep::Compare)
            return answer(Secret("another"));
        if (m_fails == ProbeStep::Read)
            return answer(tf::Error{Code::NotFound, "it is lost"});
        m_inner.read(name, std::move(answer));
    }
    void write(const std::string& name, Secret key, Answer<void> answer) override
    {
        if (m_fails == ProbeStep::Write)
            return answer(tf::Error{Code::Denied, "it is locked"});
        m_inner.write(name, std::move(key), std::move(answer));
    }
    void remove(const std::string& name, Answer<void> answer) override
    {
        if (m_fails == ProbeStep::Remove)
            return answer(tf::Error{Code::Busy, "it stays"});
        m_inner.remove(name, std::move(answer));
    }
    void list(Answer<std::vector<std::string>> answer) override { m_inner.list(std::move(answer)); }

private:
    ProbeStep m_fails;
    Memory m_inner;
};

ProbeReport reportOn(SecretStore& store)
{
    const auto got = std::make_shared<std::optional<ProbeReport>>();
    probe(store, [got](ProbeReport report) { got->emplace(std::move(report)); });
    if (!QTest::qWaitFor([&] { return got->has_value(); }, 30'000))
        return {.kind = store.kind(), .failedAt = ProbeStep::Write, .reason = "no report"};
    return **got;
}

Survey surveyOf(std::vector<SecretStore*> stores)
{
    const auto got = std::make_shared<std::optional<Survey>>();
    survey(std::move(stores), [got](Survey all) { got->emplace(std::move(all)); });
    return QTest::qWaitFor([&] { return got->has_value(); }, 30'000) ? **got : Survey();
}

} // namespace

class ProbeTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aStoreThatWorksIsUsableAndLeftEmpty()
    {
        Memory store;
        const auto report = reportOn(store);
        QVERIFY(report.isUsable());
        QVERIFY(report.kind == StoreKind::Session);
        QVERIFY(report.reason.empty());
        QVERIFY(MUST(namesIn(store)).empty());
    }

    void eachStepMayFail_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("left");
        QTest::newRow("write") << int(ProbeStep::Write) << int(Code::Denied) << 0;
        QTest::newRow("read") << int(ProbeStep::Read) << int(Code::NotFound) << 0;
        QTest::newRow("compare") << int(ProbeStep::Compare) << int(Code::Corrupt) << 0;
        QTest::newRow("remove") << int(ProbeStep::Remove) << int(Code::Busy) << 1;
    }
    void eachStepMayFail()
    {
        QFETCH(int, step);
        QFETCH(int, code);
        QFETCH(int, left);
        FaultyStore store(static_cast<ProbeStep>(step));
        const auto report = reportOn(store);
        QVERIFY(!report.isUsable());
        QCOMPARE(int(*report.failedAt), step);
        QCOMPARE(int(report.code), code);
        QVERIFY(!report.reason.empty());
        QCOMPARE(int(MUST(namesIn(store)).size()), left); // what could be removed is
    }

    void theWantedStoreOrNone()
    {
        QTemporaryDir folder;
        FaultyStore keyring(ProbeStep::Write);
        EncryptedFile file(folder.path().toStdString() + "/keys.sealed", kLeastHardness);
        Memory session;
        const Survey locked = surveyOf({&keyring, &file, &session});
        QCOMPARE(locked.size(), std::size_t(3));
        QVERIFY(MUST(choose(locked, StoreKind::Session)) == StoreKind::Session);
        // Never a weaker one in its place: an error that names the others.
        const auto refused = choose(locked, StoreKind::Keyring);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == Code::Denied);
        QCOMPARE(refused.error().text,
                 std::string("keys cannot be kept in the store \"keyring\": it is locked; usable "
                             "here: session"));
        QVERIFY(choose(locked, StoreKind::File).error().code == Code::NotFound);

        MUST(answerTo<void>(
            [&](auto answer) { file.create(Secret("password"), std::move(answer)); }));
        QVERIFY(MUST(choose(surveyOf({&keyring, &file}), StoreKind::File)) == StoreKind::File);
        QVERIFY(MUST(namesIn(file)).empty());
        QVERIFY(choose({}, StoreKind::Session).error().code == Code::NotFound);
    }
};

std::unique_ptr<QObject> makeProbeTest()
{
    return std::make_unique<ProbeTest>();
}

#include "tst_probe.moc"
