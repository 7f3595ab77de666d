#include "app/wire/growing_text.h"

#include "tests/app/wire/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QStringList>

using namespace tf::wire;

namespace {

std::string readGrowing(const std::vector<std::string>& chunks, Growth growth = Growth::Unsettled)
{
    GrowingText text(growth);
    std::string out;
    for (const std::string& chunk : chunks)
        out += text.feed(chunk);
    return out + text.finish();
}

} // namespace

class GrowingTextTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QStringList>("chunks");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* chunks, const char* text) {
            QTest::newRow(name) << QString::fromUtf8(chunks).split(QChar(u'|'))
                                << QString::fromUtf8(text);
        };
        row("pieces", "The| cat| sat", "The cat sat");
        row("snapshots", "The|The cat|The cat sat", "The cat sat");
        row("snapshots that stand still", "The cat|The cat sat|The cat sat|The cat sat on",
            "The cat sat on");
        row("a repeated piece", "ha|ha|ha!", "hahaha!");
        row("a short snapshot, repeated", "Hm|Hm|Hm|Hm so|Hm so|Hm so.|Hm so. Four", "Hm so. Four");
        row("a piece repeated for long", "a |a |a |a |a |a |a |a |a |a |a ",
            "a a a a a a a a a a a ");
        row("a piece that begins like all before", "-|---| a", "---- a");
        row("line feeds", "\n|\n\n|text", "\n\n\ntext");
        row("digits", "1|10|0", "1100");
        row("one chunk", "The cat", "The cat");
        row("two growing chunks", "The cat sat|The cat sat on the mat", "The cat sat on the mat");
        row("two short chunks", "a|ab", "aab");
        row("nothing", "", "");
    }
    void reads()
    {
        QFETCH(QStringList, chunks);
        QFETCH(QString, text);
        std::vector<std::string> parts;
        for (const QString& chunk : chunks)
            parts.push_back(chunk.toStdString());
        QCOMPARE(readGrowing(parts), text.toStdString());
    }

    void snapshotsOfAnyTextGiveTheText()
    {
        const auto report = tf::test::forAll(300, [](tf::test::Gen& gen) -> std::string {
            const std::string whole = "Sixteen bytes or more. " + gen.text();
            std::vector<std::string> snapshots{whole.substr(0, 20)};
            for (const std::string& piece : gen.pieces(whole.substr(20)))
                snapshots.push_back(snapshots.back() + piece);
            const bool grew = snapshots.back() != snapshots.front();
            return grew && readGrowing(snapshots) != whole ? readGrowing(snapshots) : std::string();
        });
        QVERIFY2(report.empty(), report.c_str());
    }

    void piecesOfAServerThatIsKnownAreNeverTakenForSnapshots()
    {
        QCOMPARE(
            readGrowing({"a long enough piece", "a long enough piece of text"}, Growth::Pieces),
            std::string("a long enough piecea long enough piece of text"));
    }

    void textIsNotHeldBackForLong()
    {
        GrowingText text;
        QCOMPARE(text.feed("The"), std::string("The"));
        QCOMPARE(text.feed("The cat"), std::string("")); // "TheThe cat" or "The cat"
        QCOMPARE(text.feed(" sat"), std::string("The cat sat"));
    }

    void aRepeatedPieceIsNotHeldForEver()
    {
        GrowingText text;
        std::string seen;
        for (int idx = 0; idx < 100; ++idx)
            seen += text.feed("Wait, ");
        QCOMPARE(seen.size(), std::size_t(600));
    }

    void whatIsKnownOfTheServerSettlesIt()
    {
        GrowingText text;
        text.feed("Hm.");
        text.feed("Hm.");
        QCOMPARE(text.settle(Growth::Snapshots), std::string());
        QCOMPARE(text.feed("Hm. Four"), std::string(" Four"));
        QCOMPARE(text.settle(Growth::Pieces), std::string());
        QVERIFY(text.growth() == Growth::Snapshots);
    }

    void theWholeSaidAgainAddsOnlyWhatWasMissing()
    {
        GrowingText text(Growth::Pieces);
        text.feed("The cat");
        QCOMPARE(text.complete("The cat sat"), std::string(" sat"));
        QCOMPARE(text.complete("Another text"), std::string(""));
        GrowingText fresh;
        QCOMPARE(fresh.complete("All at once"), std::string("All at once"));
    }
};

std::unique_ptr<QObject> makeGrowingTextTest()
{
    return std::make_unique<GrowingTextTest>();
}

#include "tst_growing_text.moc"
