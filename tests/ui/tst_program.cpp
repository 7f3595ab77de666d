#include "tests/support/test_table.h"
#include "tests/ui/tests.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

struct Ran {
    int exitCode;
    QByteArray out;
    QByteArray err;
};

Ran run(const QStringList& arguments, const QProcessEnvironment& environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(TRIFOLD_PROGRAM), arguments);
    process.waitForFinished(20'000);
    const int exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {exitCode, process.readAllStandardOutput(), process.readAllStandardError()};
}

QProcessEnvironment withoutDisplay()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    return environment;
}

} // namespace

class ProgramTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void answersWithoutADisplay_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QByteArray>("err");
        QTest::newRow("version") << u"--version"_s << 0
                                 << QByteArray("trifold " TRIFOLD_VERSION "\n") << QByteArray();
        QTest::newRow("help") << u"--help"_s << 0 << QByteArray("usage: trifold") << QByteArray();
        QTest::newRow("nonsense") << u"--nonsense"_s << 2 << QByteArray()
                                  << QByteArray("no argument \"--nonsense\"");
    }
    void answersWithoutADisplay()
    {
        QFETCH(QString, argument);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, out);
        QFETCH(QByteArray, err);
        const Ran ran = run({argument}, withoutDisplay());
        QCOMPARE(ran.exitCode, exitCode);
        QVERIFY2(ran.out.contains(out), ran.out.constData());
        QCOMPARE(ran.err.isEmpty(), err.isEmpty());
        QVERIFY2(ran.err.contains(err), ran.err.constData());
    }

    void saysThatThereIsNoDisplay()
    {
        const Ran none = run({}, withoutDisplay());
        QCOMPARE(none.exitCode, 1);
        QVERIFY2(none.err.startsWith("trifold: there is no display"), none.err.constData());

        QProcessEnvironment unreachable = withoutDisplay();
        unreachable.insert(u"DISPLAY"_s, u":9876"_s);
        const Ran refused = run({}, unreachable);
        QCOMPARE(refused.exitCode, 1); // no core file
        QVERIFY2(refused.err.contains("trifold: cannot open a window"), refused.err.constData());
    }

    void startsInSilenceButForTheTrace()
    {
        const QTemporaryDir config;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TRIFOLD_TRACE"_s, u"start"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, config.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, config.path()); // Qt warns without one
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TRIFOLD_PROGRAM), QStringList());
        process.setReadChannel(QProcess::StandardError);
        QTRY_VERIFY(process.canReadLine());
        QTest::qWait(200); // for what else it has to say
        const QByteArray err = process.readAllStandardError();
        process.kill();
        process.waitForFinished();
        QVERIFY2(err.startsWith("first-paint ") && err.count('\n') == 1, err.constData());
    }
};

std::unique_ptr<QObject> makeProgramTest()
{
    return std::make_unique<ProgramTest>();
}

#include "tst_program.moc"
