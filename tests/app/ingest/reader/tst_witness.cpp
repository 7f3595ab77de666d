// What the kernel was asked for while hostile repositories were listed and read, told by strace.

#include "tests/app/ingest/reader/hostile_case.h"
#include "tests/app/ingest/reader/tests.h"
#include "tests/support/test_table.h"
#include "vision/helper/sanitized.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>

#include <memory>

namespace {

constexpr int kMostMs = 110'000;

/// Nothing that takes a second on purpose: strace makes it many.
bool isQuick(const HostileCase& hostile)
{
    return hostile.name.find("delta of a delta") == std::string::npos
        && hostile.name.find("delta of itself") == std::string::npos;
}

} // namespace

class WitnessTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QProcess::execute(QStringLiteral("strace"),
                              {QStringLiteral("-qq"), QStringLiteral("-o"),
                               QStringLiteral("/dev/null"), QStringLiteral("true")})
            != 0)
            QSKIP("strace is not there or cannot attach");
        makeOutside(m_outside);
        m_clean.commitTwoFiles();
        for (const HostileCase& hostile : hostileCases()) {
            if (!isQuick(hostile))
                continue;
            auto& folder = m_folders.emplace_back(std::make_unique<ScratchFolder>());
            folder->copyFrom(m_clean);
            hostile.make(*folder, m_outside);
            QCOMPARE(folder->problem(), "");
        }
        QVERIFY(m_folders.size() >= 60);
        watch();
    }

    void onlyTheReadingProcessIsStarted()
    {
        QVERIFY(m_numStarted >= static_cast<int>(m_folders.size()));
        QCOMPARE(m_otherPrograms.join(u'\n'), QString());
    }

    void thereIsNoNetwork() { QCOMPARE(m_network.join(u'\n'), QString()); }

    void nothingIsWritten()
    {
        if (tf::vision::kIsSanitized)
            QSKIP("a sanitizer writes to pipes of its own");
        QCOMPARE(m_written.join(u'\n'), QString());
    }

    void nothingOutsideTheFolderIsOpened()
    {
        if (tf::vision::kIsSanitized)
            QSKIP("a sanitizer reads what the kernel says of its process");
        QCOMPARE(m_outsideOpens.join(u'\n'), QString());
    }

    void theFolderItselfWasRead()
    {
        QVERIFY2(m_numOpens > 1000, qPrintable(QString::number(m_numOpens)));
    }

private:
    void watch()
    {
        QStringList arguments = {QStringLiteral("-f"),
                                 QStringLiteral("-qq"),
                                 QStringLiteral("-y"),
                                 QStringLiteral("--seccomp-bpf"),
                                 QStringLiteral("-s"),
                                 QStringLiteral("300"),
                                 QStringLiteral("-e"),
                                 QStringLiteral("trace=%process,%network,%file,openat2,write"),
                                 QStringLiteral("-o"),
                                 QString::fromStdString(m_log.path("log")),
                                 QStringLiteral(TRIFOLD_READ_EVERYTHING),
                                 QStringLiteral("--all")};
        for (const auto& folder : m_folders)
            arguments.append(QString::fromStdString(folder->path()));
        QProcess process;
        process.start(QStringLiteral("strace"), arguments);
        QVERIFY(process.waitForFinished(kMostMs));
        QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()).count(QStringLiteral("error:")),
                 0);
        QFile file(QString::fromStdString(m_log.path("log")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        while (!file.atEnd())
            look(joined(QString::fromUtf8(file.readLine()).trimmed()));
    }

    /// A call that another thread's interrupts is told in two lines.
    QString joined(const QString& line)
    {
        static const QRegularExpression resumed(
            QStringLiteral("^(\\d+) +<\\.\\.\\. [a-z_0-9]+ resumed>(.*)$"));
        const auto process = line.section(u' ', 0, 0);
        if (line.endsWith(QStringLiteral("<unfinished ...>"))) {
            m_begun[process] = line.chopped(16);
            return {};
        }
        const auto match = resumed.match(line);
        return match.hasMatch() ? m_begun.take(process) + match.captured(2) : line;
    }

    void look(const QString& line)
    {
        static const QRegularExpression call(QStringLiteral("^(\\d+) +([a-z_0-9]+)\\("));
        const auto match = call.match(line);
        const bool hasFailed = line.contains(QStringLiteral(" = -1 "));
        if (!match.hasMatch())
            return;
        const auto process = match.captured(1);
        const auto name = match.captured(2);
        if (name.startsWith(QStringLiteral("exec")))
            lookAtStart(process, line);
        else if (name == QStringLiteral("connect") || name == QStringLiteral("socket")
                 || name.startsWith(QStringLiteral("bind")))
            m_network.append(line);
        else if (name.startsWith(QStringLiteral("open")) && !hasFailed)
            lookAtOpen(process, name, line);
        else if (isChange(name) || (name == QStringLiteral("write") && m_readers.contains(process)))
            m_written.append(line);
    }

    static bool isChange(const QString& name)
    {
        static const QStringList changes = {
            QStringLiteral("creat"),  QStringLiteral("unlink"),   QStringLiteral("unlinkat"),
            QStringLiteral("rename"), QStringLiteral("renameat"), QStringLiteral("renameat2"),
            QStringLiteral("mkdir"),  QStringLiteral("mkdirat"),  QStringLiteral("link"),
            QStringLiteral("linkat"), QStringLiteral("symlink"),  QStringLiteral("symlinkat"),
            QStringLiteral("chmod"),  QStringLiteral("fchmodat"), QStringLiteral("truncate"),
            QStringLiteral("mknod"),  QStringLiteral("mknodat"),  QStringLiteral("utimensat")};
        return changes.contains(name);
    }

    void lookAtStart(const QString& process, const QString& line)
    {
        if (line.contains(QStringLiteral("/trifold-read\", [\""))) {
            ++m_numStarted;
            m_readers.insert(process);
        } else if (!line.contains(QStringLiteral("/read_everything\", [\""))) {
            m_otherPrograms.append(line);
        }
    }

    /// Opened: where, and under which path the kernel has it.
    void lookAtOpen(const QString& process, const QString& name, const QString& line)
    {
        static const QRegularExpression opened(QStringLiteral("= \\d+<(.*)>$"));
        const auto path = opened.match(line).captured(1);
        if (line.contains(QStringLiteral("O_WRONLY")) || line.contains(QStringLiteral("O_RDWR"))
            || line.contains(QStringLiteral("O_CREAT")) || line.contains(QStringLiteral("O_TRUNC")))
            m_written.append(line);
        const bool isLibrary = path.contains(QStringLiteral(".so"))
            || path == QStringLiteral("/etc/ld.so.cache") || path == QStringLiteral("/dev/null");
        if (isLibrary || (!m_readers.contains(process) && isOurs(path)))
            return;
        ++m_numOpens;
        const bool isBeneath = name == QStringLiteral("openat2")
            && line.contains(QStringLiteral("RESOLVE_BENEATH"))
            && line.contains(QStringLiteral("RESOLVE_NO_SYMLINKS"));
        if (!isBeneath || !isOurs(path))
            m_outsideOpens.append(line);
    }

    /// In one of the hostile folders.
    bool isOurs(const QString& path) const
    {
        return std::any_of(m_folders.begin(), m_folders.end(), [&](const auto& folder) {
            const auto root = QString::fromStdString(folder->path());
            return path == root || path.startsWith(root + u'/');
        });
    }

    ScratchFolder m_outside;
    ScratchFolder m_clean;
    ScratchFolder m_log;
    std::vector<std::unique_ptr<ScratchFolder>> m_folders;
    QSet<QString> m_readers;
    QHash<QString, QString> m_begun;
    QStringList m_otherPrograms;
    QStringList m_network;
    QStringList m_written;
    QStringList m_outsideOpens;
    int m_numStarted = 0;
    int m_numOpens = 0;
};

std::unique_ptr<QObject> makeWitnessTest()
{
    return tf::test::make<WitnessTest>();
}

#include "tst_witness.moc"
