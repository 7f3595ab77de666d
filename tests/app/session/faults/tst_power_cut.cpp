// The power cut of a machine, simulated: what a disk would hold is copied in the middle of a
// stream.
//
// The store lies on an ext4 in a file. Pages that the kernel has not sent to that "disk" yet are
// really absent from a copy of the file. Needs root. TRIFOLD_CUTS=500 for the long run.

#include "app/session/store/journal.h"
#include "app/session/store/reader.h"
#include "kernels/base/words.h"
#include "tests/app/session/faults/tests.h"
#include "tests/app/session/faults/told.h"
#include "tests/app/session/faults/writer.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <chrono>

using namespace tf;
using namespace tf::session;
using namespace Qt::StringLiterals;

namespace {

bool runs(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(30'000) && process.exitCode() == 0;
}

/// An ext4 in a file, mounted while this lives.
class Disk {
public:
    Disk(QString image, QString place)
        : m_image(std::move(image))
        , m_place(std::move(place))
    {
        m_isMounted = runs(u"mkdir"_s, {u"-p"_s, m_place})
            && runs(u"mount"_s, {u"-o"_s, u"loop"_s, m_image, m_place});
    }
    ~Disk()
    {
        if (m_isMounted)
            runs(u"umount"_s, {m_place});
    }
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] StorePlace store() const { return {.folder = m_place.toStdString() + "/store"}; }

private:
    QString m_image;
    QString m_place;
    bool m_isMounted = false;
};

} // namespace

class SessionPowerCutTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString image = m_folder.filePath(u"disk"_s);
        const bool isMade = runs(u"truncate"_s, {u"-s"_s, u"24M"_s, image})
            && runs(u"mkfs.ext4"_s, {u"-q"_s, u"-E"_s, u"lazy_itable_init=0"_s, image});
        if (!isMade || !Disk(image, m_folder.filePath(u"mounted"_s)).isMounted())
            QSKIP("SKIPPED ENTIRELY: power cuts need root, mkfs.ext4 and loop devices");
    }

    void whatWasAcknowledgedIsThere()
    {
        const int numCuts = std::max(qEnvironmentVariableIntValue("TRIFOLD_CUTS"), 20);
        test::Gen gen(1, 64);
        std::int64_t finished = 0;
        for (int cut = 0; cut < numCuts; ++cut) {
            const std::string lines = runAndCut(gen.between(20, 300));
            const test::Told told = test::readTold(lines);
            for (const auto& [id, answer] : told.turns)
                finished += answer.ended ? 1 : 0;
            const std::string wrong = wrongWithCopy(told);
            QVERIFY2(wrong.empty(), words("cut ", cut, ": ", wrong).c_str());
        }
        std::printf("power cuts: %d, finished turns: %lld, 0 lost\n", numCuts,
                    static_cast<long long>(finished));
        QVERIFY(finished > numCuts / 4);
    }

private:
    /// What the writer had told when the copy was taken.
    std::string runAndCut(std::int64_t milliseconds)
    {
        const Disk disk(m_folder.filePath(u"disk"_s), m_folder.filePath(u"mounted"_s));
        test::Writer writer(disk.store().folder);
        const std::string wrong = writer.runFor(std::chrono::milliseconds(milliseconds));
        CHECK(wrong.empty(), wrong.c_str());
        writer.pause();
        // What stands in the pipe now was told before the cut.
        QFile::remove(m_folder.filePath(u"copy"_s));
        runs(u"cp"_s,
             {u"--sparse=always"_s, m_folder.filePath(u"disk"_s), m_folder.filePath(u"copy"_s)});
        std::string lines = writer.lines();
        writer.kill();
        return lines;
    }

    std::string wrongWithCopy(const test::Told& told)
    {
        const Disk disk(m_folder.filePath(u"copy"_s), m_folder.filePath(u"cut"_s));
        if (!disk.isMounted())
            return "the copy cannot be mounted";
        const auto journal = Journal::open(disk.store());
        if (!journal)
            return journal.error().text;
        if ((*journal)->report().rescued)
            return "malformed: " + (*journal)->report().rescued->reason;
        if (told.session.empty())
            return {};
        Reader reader = MUST(Reader::open(disk.store()));
        const auto kept = reader.load(told.session);
        return kept ? test::compare(told, *kept).wrong : kept.error().text;
    }

    QTemporaryDir m_folder;
};

std::unique_ptr<QObject> makeSessionPowerCutTest()
{
    return std::make_unique<SessionPowerCutTest>();
}

#include "tst_power_cut.moc"
