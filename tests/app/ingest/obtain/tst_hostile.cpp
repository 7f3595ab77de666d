#include "tests/app/ingest/obtain/archive_maker.h"
#include "tests/app/ingest/obtain/tests.h"
#include "tests/app/ingest/obtain/workplace.h"
#include "tests/support/test_table.h"

#include <algorithm>
#include <optional>

namespace {

using tf::Code;
using Paths = std::vector<std::string>;

struct HostileCase {
    const char* name;
    std::vector<MadeEntry> entries;
    std::optional<Code> refused; ///< nothing: it is taken, without what is harmful
    Paths tree;
    std::string says; ///< a part of the error, or of the notices
};

const std::string kLongName(300, 'n');

const std::vector<HostileCase>& hostileCases()
{
    static const std::vector<HostileCase> cases = {
        {"zip-slip", {{"a", "a"}, {"x/../../../escaped", "!"}}, Code::BadInput, {}, "\"..\""},
        {"only points", {{"..", "", MadeKind::Folder}}, Code::BadInput, {}, "\"..\""},
        {"absolute", {{"/tmp/trifold-escaped", "!"}}, Code::BadInput, {}, "absolute"},
        {"two slashes", {{"//escaped", "!"}}, Code::BadInput, {}, "absolute"},
        {"control characters", {{"a\x1b[31m\nb", "!"}}, Code::BadInput, {}, "control"},
        {"long name", {{kLongName, "!"}}, Code::BadInput, {}, "too long"},
        {"file through a link",
         {{"d", "/tmp", MadeKind::SoftLink}, {"d/trifold-escaped", "!"}, {"a", ""}},
         {},
         {"a", "d/", "d/trifold-escaped"},
         "d → /tmp"},
        {"link up and a file through it",
         {{"d", "../..", MadeKind::SoftLink}, {"d/escaped", "!"}, {"a", ""}},
         {},
         {"a", "d/", "d/escaped"},
         "1 link is left out"},
        {"hard link outside",
         {{"h", "../../../etc/passwd", MadeKind::HardLink}, {"a", "a"}},
         {},
         {"a"},
         "h → ../../../etc/passwd"},
        {"hard link, then over it",
         {{"h", "/etc/hostname", MadeKind::HardLink}, {"h", "mine"}},
         {},
         {"h"},
         "left out"},
        {"device and pipe",
         {{"null", "", MadeKind::Device}, {"pipe", "", MadeKind::Pipe}, {"a", "a"}},
         {},
         {"a"},
         "2 devices or pipes"},
        {"names differing in case", {{"A", "1"}, {"a", "2"}}, {}, {"A", "a"}, ""},
        {"twice", {{"a", "1"}, {"b", "b"}, {"a", "2"}}, {}, {"a", "b"}, "more than once"},
        {"a file and a folder",
         {{"a", "1"}, {"a/b", "2"}},
         Code::Corrupt,
         {},
         "both a file and a folder"},
        {"a folder and a file", {{"a/b", "2"}, {"a", "1"}}, Code::Corrupt, {}, "both a file and"},
        {"git's own files",
         {{".git/config", "[core]\n\tfsmonitor = /bin/touch /tmp/x\n"},
          {".git/hooks/post-checkout", "#!/bin/sh\n", MadeKind::File, 0755}},
         {},
         {"config", "hooks/", "hooks/post-checkout"}, // a lone folder is the source
         ""},
    };
    return cases;
}

/// A zip holds neither hard links nor devices.
bool canBeZipped(const HostileCase& hostile)
{
    return std::none_of(hostile.entries.begin(), hostile.entries.end(), [](const MadeEntry& entry) {
        return entry.kind == MadeKind::HardLink || entry.kind == MadeKind::Device
            || entry.kind == MadeKind::Pipe;
    });
}

} // namespace

/// Archives that mean harm, and those that are broken.
class HostileArchiveTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void cases_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("format");
        for (std::size_t idx = 0; idx < hostileCases().size(); ++idx) {
            const auto* name = hostileCases()[idx].name;
            QTest::addRow("%s, tar", name) << int(idx) << int(MadeFormat::Gnu);
            if (canBeZipped(hostileCases()[idx]))
                QTest::addRow("%s, zip", name) << int(idx) << int(MadeFormat::Zip);
        }
    }
    void cases()
    {
        QFETCH(int, index);
        QFETCH(int, format);
        const auto& hostile = hostileCases()[static_cast<std::size_t>(index)];
        const Workplace place;
        const auto bytes = makeArchive(MadeFormat(format), MadeFilter::None, hostile.entries);
        QVERIFY(!bytes.empty());
        const auto got = place.obtain(place.write("x", bytes));
        QVERIFY(place.isCacheClean());
        QVERIFY(!std::filesystem::exists("/tmp/trifold-escaped"));
        QCOMPARE(!got, hostile.refused.has_value());
        if (!got) {
            QCOMPARE(got.error().code, *hostile.refused);
            QVERIFY2(got.error().text.find(hostile.says) != std::string::npos,
                     got.error().describe().c_str());
            return;
        }
        QCOMPARE(Workplace::tree(got->root), hostile.tree);
        std::string notices;
        for (const auto& notice : got->notices)
            notices += notice + "\n";
        QVERIFY2(notices.find(hostile.says) != std::string::npos, notices.c_str());
    }

    void theLastOfTwoCounts()
    {
        const Workplace place;
        const auto got = place.obtain(place.write(
            "x", makeArchive(MadeFormat::Pax, MadeFilter::None, {{"a", "longer"}, {"a", "2"}})));
        QVERIFY(got);
        QCOMPARE(Workplace::content(got->root / "a"), std::string("2"));
    }

    void anEncryptedOneIsSaid()
    {
        const auto bytes =
            makeArchive(MadeFormat::EncryptedZip, MadeFilter::None, {{"a", "secret words"}});
        if (bytes.empty())
            QSKIP("this libarchive cannot encrypt");
        const Workplace place;
        const auto got = place.obtain(place.write("x", bytes));
        QVERIFY(!got);
        QVERIFY2(got.error().text.find("encrypted") != std::string::npos,
                 got.error().describe().c_str());
        QVERIFY(place.isCacheClean());
    }

    void bombs_data()
    {
        QTest::addColumn<qint64>("mostBytes");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("10 GB of zeros") << (qint64{2} << 30) << QByteArray("more than 2147483648");
        QTest::newRow("by its ratio") << (qint64{64} << 30) << QByteArray("200 times");
    }
    void bombs()
    {
        QFETCH(qint64, mostBytes);
        QFETCH(QByteArray, says);
        const Workplace place;
        auto choice = place.choice();
        choice.mostBytes = mostBytes;
        const auto got = place.obtain(place.write("x", makeBomb(qint64{10} << 30)), choice);
        QVERIFY(!got);
        QCOMPARE(got.error().code, Code::BadInput);
        QVERIFY2(got.error().text.find(says.toStdString()) != std::string::npos,
                 got.error().describe().c_str());
        QVERIFY(place.isCacheClean());
    }

    void manyFilesThatAreTooMuchTogether()
    {
        std::vector<MadeEntry> entries;
        for (int idx = 0; idx < 20; ++idx)
            entries.push_back({"f" + std::to_string(idx), std::string(1000, 'x')});
        const Workplace place;
        const auto file = place.write("x", makeArchive(MadeFormat::Zip, MadeFilter::None, entries));
        auto choice = place.choice();
        choice.mostBytes = 19'999;
        QVERIFY(!place.obtain(file, choice));
        choice.mostBytes = 20'000;
        QVERIFY(place.obtain(file, choice));
    }

    void tooManyEntries()
    {
        // A million would be the same, only slower to make.
        std::vector<MadeEntry> entries;
        for (int idx = 0; idx < 101; ++idx)
            entries.push_back({"e" + std::to_string(idx)});
        const Workplace place;
        auto choice = place.choice();
        choice.mostEntries = 100;
        auto got = place.obtain(
            place.write("x", makeArchive(MadeFormat::Ustar, MadeFilter::Gzip, entries)), choice);
        QVERIFY(!got);
        QVERIFY2(got.error().text.find("more than 100 files") != std::string::npos,
                 got.error().describe().c_str());
        // Folders that no entry names count, too.
        std::string deep;
        for (int idx = 0; idx < 60; ++idx)
            deep += "d/";
        got = place.obtain(place.write("y",
                                       makeArchive(MadeFormat::Pax, MadeFilter::None,
                                                   {{deep + "a", ""}, {"x" + deep + "b", ""}})),
                           choice);
        QVERIFY(!got);
        QVERIFY(place.isCacheClean());
    }

    void whatIsCutIsNotKept_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("zip") << int(MadeFormat::Zip);
        QTest::newRow("tar") << int(MadeFormat::Gnu);
    }
    void whatIsCutIsNotKept()
    {
        QFETCH(int, format);
        const auto whole = makeArchive(MadeFormat(format), MadeFilter::None,
                                       {{"a", std::string(3000, 'a')}, {"b", "b"}});
        const Workplace place;
        const auto got = place.obtain(place.write("cut", whole.substr(0, whole.size() / 2)));
        QVERIFY(!got);
        QCOMPARE(got.error().code, Code::Corrupt);
        QVERIFY(place.isCacheClean());
    }

    void whatIsNoArchiveIsSaid()
    {
        const Workplace place;
        for (const std::string& bytes : {std::string(), std::string("some text\n")}) {
            const auto got = place.obtain(place.write("x", bytes));
            QVERIFY(!got);
            QCOMPARE(got.error().code, Code::BadInput);
            QVERIFY(got.error().text.find("neither a git bundle nor") != std::string::npos);
        }
    }
};

std::unique_ptr<QObject> makeHostileArchiveTest()
{
    return tf::test::make<HostileArchiveTest>();
}

#include "tst_hostile.moc"
