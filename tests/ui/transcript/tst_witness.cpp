// What the kernel was asked for while hostile documents were shown, told by strace.

#include "tests/support/test_table.h"
#include "tests/ui/transcript/tests.h"
#include "vision/helper/sanitized.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int kNumDocuments = 5'000;
constexpr int kMostMs = 280'000;

} // namespace

class TranscriptWitnessTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (tf::vision::kIsSanitized)
            QSKIP("a sanitizer opens files of its own, and does not work when it is watched");
        if (QProcess::execute(u"strace"_s, {u"-qq"_s, u"-o"_s, u"/dev/null"_s, u"true"_s}) != 0)
            QSKIP("strace is not there or cannot attach");
        QFile wanted(m_folder.filePath(u"wanted.png"_s));
        QVERIFY(wanted.open(QIODevice::WriteOnly));
        wanted.write("picture");
        wanted.close();
        watch(wanted.fileName());
    }

    void allWereShown()
    {
        QVERIFY2(m_said.contains(u"documents %1 "_s.arg(kNumDocuments)), qPrintable(m_said));
        const auto painted = QRegularExpression(u"painted (\\d+)\\n$"_s).match(m_said);
        QVERIFY2(painted.captured(1).toInt() >= kNumDocuments, qPrintable(m_said));
        QCOMPARE(m_numMarks, 2);
    }

    /// What is told is what happens: before the documents files were opened, fonts among them.
    void whatIsOpenedIsTold() { QVERIFY(m_numBefore > 10); }

    void thereIsNoNetwork() { QCOMPARE(m_network.join(u'\n'), QString()); }

    void nothingIsOpened() { QCOMPARE(m_opened.join(u'\n'), QString()); }

    void nothingIsStarted() { QCOMPARE(m_started.join(u'\n'), QString()); }

private:
    void watch(const QString& wanted)
    {
        const QString log = m_folder.filePath(u"log"_s);
        QProcess process;
        process.start(u"strace"_s,
                      {u"-f"_s, u"-qq"_s, u"--seccomp-bpf"_s, u"-s"_s, u"300"_s, u"-e"_s,
                       u"trace=%process,%network,%file,openat2"_s, u"-o"_s, log,
                       QStringLiteral(TRIFOLD_RENDER_DOCUMENTS), QString::number(kNumDocuments),
                       wanted});
        QVERIFY(process.waitForFinished(kMostMs));
        QCOMPARE(process.exitCode(), 0);
        m_said = QString::fromUtf8(process.readAllStandardOutput());
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        while (!file.atEnd())
            look(QString::fromUtf8(file.readLine()).trimmed());
    }

    void look(const QString& line)
    {
        static const QRegularExpression call(u"^\\d+ +([a-z_0-9]+)\\("_s);
        if (line.contains(u"\"/render-documents-"_s)) {
            ++m_numMarks;
            return;
        }
        const QString name = call.match(line).captured(1);
        if (m_numMarks != 1) {
            m_numBefore += name.startsWith(u"open"_s) ? 1 : 0;
            return;
        }
        static const QStringList network{u"socket"_s, u"connect"_s, u"bind"_s, u"sendto"_s};
        // A look whether a file is there tells a server of it, too, where it lies on one.
        static const QStringList opens{u"open"_s,   u"openat"_s, u"openat2"_s,    u"stat"_s,
                                       u"access"_s, u"statx"_s,  u"newfstatat"_s, u"readlink"_s};
        if (network.contains(name))
            m_network.append(line);
        else if (opens.contains(name))
            m_opened.append(line);
        else if (name.startsWith(u"exec"_s) || name.startsWith(u"clone"_s) || name == u"fork"_s)
            m_started.append(line);
    }

    QTemporaryDir m_folder;
    QString m_said;
    int m_numMarks = 0;
    int m_numBefore = 0; ///< files that were opened before the documents
    QStringList m_network;
    QStringList m_opened;
    QStringList m_started;
};

std::unique_ptr<QObject> makeTranscriptWitnessTest()
{
    return std::make_unique<TranscriptWitnessTest>();
}

#include "tst_witness.moc"
