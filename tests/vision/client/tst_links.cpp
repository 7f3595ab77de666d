#include "tests/support/test_table.h"
#include "tests/vision/client/tests.h"

#include <QFileInfo>
#include <QProcess>

class LinksTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// No code that decodes untrusted bytes is in the programs' own processes, not even mapped.
    void theProgramsDoNotLoadADecoder_data()
    {
        QTest::addColumn<QString>("program");
        for (const char* program : {TRIFOLD_PROGRAMS}) {
            const QFileInfo file(QString::fromUtf8(program));
            QTest::newRow(qPrintable(file.fileName())) << file.filePath();
        }
        QTest::newRow("this test") << QStringLiteral("/proc/self/exe");
    }
    void theProgramsDoNotLoadADecoder()
    {
        QFETCH(QString, program);
        const auto libraries = librariesOf(QFileInfo(program).canonicalFilePath());
        QVERIFY2(libraries.contains("libstdc++"), libraries.constData());
        for (const char* decoder : {"libav", "libsw", "libopencv", "librsvg", "libwebp", "libtiff",
                                    "libcairo", "libseccomp"})
            QVERIFY2(!libraries.contains(decoder), decoder);
        // Qt brings a reader of PNG for its own icons; in m3 there is none either.
        if (QString::fromUtf8(QTest::currentDataTag()) == QStringLiteral("m3")) {
            QVERIFY(!libraries.contains("libpng"));
            QVERIFY(!libraries.contains("libjpeg"));
        }
    }

    void theDecodingProcessDoes()
    {
        const auto libraries = librariesOf(QStringLiteral(TRIFOLD_DECODE));
        for (const char* decoder : {"libavcodec", "libopencv_core", "librsvg", "libseccomp"})
            QVERIFY2(libraries.contains(decoder), decoder);
    }

private:
    static QByteArray librariesOf(const QString& program)
    {
        QProcess ldd;
        ldd.start(QStringLiteral("ldd"), {program});
        return ldd.waitForFinished(10000) ? ldd.readAllStandardOutput() : QByteArray();
    }
};

std::unique_ptr<QObject> makeLinksTest()
{
    return tf::test::make<LinksTest>();
}

#include "tst_links.moc"
