#include "tests/app/ingest/reader/hostile_case.h"
#include "tests/app/ingest/reader/tests.h"
#include "tests/support/test_table.h"

#include <chrono>
#include <filesystem>

using namespace tf;
using namespace tf::ingest;

namespace {

std::string allNotices(const Listing& listing)
{
    std::string text;
    for (const std::string& notice : listing.notices)
        text += notice + "\n";
    return text;
}

} // namespace

class HostileTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        makeOutside(m_outside);
        m_clean.commitTwoFiles();
        QCOMPARE(m_outside.problem() + m_clean.problem(), "");
        m_cases = hostileCases();
        QVERIFY(m_cases.size() >= 60);
    }

    void isListedAndReadWithoutHarm_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t index = 0; index < m_cases.size(); ++index)
            QTest::newRow(m_cases[index].name.c_str()) << static_cast<int>(index);
    }
    void isListedAndReadWithoutHarm()
    {
        QFETCH(int, index);
        const HostileCase& hostile = m_cases[static_cast<std::size_t>(index)];
        ScratchFolder folder;
        folder.copyFrom(m_clean);
        hostile.make(folder, m_outside);
        QCOMPARE(folder.problem(), "");
        auto repository = MUST(Repository::open(folder.path()));
        const auto result = repository.list({}, {});
        QVERIFY2(result, result ? "" : result.error().describe().c_str());
        const Listing& listing = *result;
        QVERIFY2(allNotices(listing).find(hostile.notice) != std::string::npos,
                 ("notices: " + allNotices(listing)).c_str());
        const auto entry = entryOf(listing, hostile.path);
        QVERIFY2(entry.path == hostile.path && entry.verdict.why == hostile.why,
                 (entry.path + ": " + entry.verdict.detail).c_str());
        readAll(repository, listing);
        QVERIFY(!std::filesystem::exists(m_outside.path("was-run")));
    }

private:
    static void readAll(Repository& repository, const Listing& listing)
    {
        for (const Entry& entry : listing.entries) {
            QVERIFY(entry.path.find(kSecretName) == std::string::npos);
            if (entry.kind != EntryKind::File)
                continue;
            const auto content = repository.read(entry, {});
            if (content)
                QVERIFY(content->bytes.find(kSecretContent) == std::string::npos);
            else
                QVERIFY(entry.verdict.why != Why::Included);
            if (entry.path == "a.txt")
                QVERIFY(content && (content->bytes == "alpha\n" || content->bytes == "changed\n"));
        }
    }

    ScratchFolder m_outside;
    ScratchFolder m_clean;
    HostileCases m_cases;
};

std::unique_ptr<QObject> makeHostileTest()
{
    return test::make<HostileTest>();
}

#include "tst_hostile.moc"
