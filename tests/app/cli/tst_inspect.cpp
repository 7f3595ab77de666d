#include "tests/app/cli/m3_process.h"
#include "tests/app/cli/tests.h"
#include "tests/engine/model/tiny_checkpoint.h"
#include "tests/support/test_table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace tf;

class InspectTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::TinyCheckpoint::make().write(m_model.toStdString()); }

    void theTableSaysWhatTheModelIs()
    {
        const auto run = inspect({});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.err.isEmpty());
        for (const char* part :
             {"3", "1 dense, 2 sparse", "1 dense, 2 of experts", "64, 40",
              "4 over 2 of keys and values", "2 blocks of 8 positions", "4 of width 32, 2 a token",
              "one shared of width 32", "experts", "bf16", "f32", "896 B"})
            QVERIFY2(run.out.contains(part), part);
    }

    void jsonHasTheSameNumbers()
    {
        const auto run = inspect({QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out.count('\n'), 1);
        const auto out = QJsonDocument::fromJson(run.out).object();
        QCOMPARE(out[u"tensors"].toInt(), 72);
        QCOMPARE(out[u"config"].toObject()[u"layers"].toInt(), 3);
        QCOMPARE(out[u"fingerprint"].toString().size(), 32);
        double numParameters = 0;
        double numBytes = 0;
        for (const auto& kind : out[u"weights"].toArray()) {
            numParameters += kind.toObject()[u"parameters"].toDouble();
            numBytes += kind.toObject()[u"bytes"].toDouble();
        }
        QCOMPARE(out[u"parameters"].toDouble(), numParameters);
        QCOMPARE(out[u"bytes"].toDouble(), numBytes);
        // Of 4 experts a token meets 2, of 40 rows of the embedding one.
        const double experts = 2 * 4 * 3 * 32 * 64;
        QCOMPARE(out[u"active_parameters"].toDouble(), numParameters - experts / 2 - 39 * 64);
        // K and V of 2 heads of 32 in 3 layers, an index key of 32 in 2: two bytes each.
        const auto cache = out[u"cache"].toArray()[0].toObject();
        QCOMPARE(cache[u"bytes_per_token"].toInt(), (3 * 2 * 2 * 32 + 2 * 32) * 2);
        const auto context = cache[u"contexts"].toArray()[0].toObject();
        QCOMPARE(context[u"context"].toInt(), 4096);
        QCOMPARE(context[u"bytes"].toDouble(), numBytes + 4096 * 896.0);
    }

    void aBrokenFolderIsAnErrorInOneLine()
    {
        const auto run = runM3({QStringLiteral("inspect"), QStringLiteral("--model"),
                                m_folder.filePath(QStringLiteral("none"))});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.out.isEmpty());
        QVERIFY2(run.err.contains("none/config.json"), run.err.constData());
        QCOMPARE(run.err.count('\n'), 1);
    }

    void aCommandLineThatMakesNoSenseIsRefused()
    {
        QCOMPARE(runM3({QStringLiteral("inspect")}).exitCode, 2);
        QCOMPARE(inspect({QStringLiteral("--what")}).exitCode, 2);
        QCOMPARE(runM3({QStringLiteral("inspect"), QStringLiteral("--model")}).exitCode, 2);
    }

private:
    M3Run inspect(const QStringList& options) const
    {
        return runM3(QStringList{QStringLiteral("inspect"), QStringLiteral("--model"), m_model}
                     + options);
    }

    QTemporaryDir m_folder;
    QString m_model = m_folder.filePath(QStringLiteral("model"));
};

std::unique_ptr<QObject> makeInspectTest()
{
    return test::make<InspectTest>();
}

#include "tst_inspect.moc"
