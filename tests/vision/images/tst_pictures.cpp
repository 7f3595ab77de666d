#include "tests/support/test_table.h"
#include "tests/vision/images/tests.h"
#include "vision/images/decode_picture.h"

#include <fstream>
#include <sstream>
#include <string>

using namespace tf;
using namespace tf::vision;

namespace {

const std::string kFolder = TRIFOLD_SOURCE_DIR "/tests/vision/images/";

/// FNV-1a 64, as make_pictures.py computes it.
QString hashOf(const std::vector<std::uint8_t>& bytes)
{
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const std::uint8_t byte : bytes)
        hash = (hash ^ byte) * 0x100000001B3;
    return QString::number(hash, 16).rightJustified(16, QLatin1Char('0'));
}

} // namespace

/// Every picture that make_pictures.py made, held against what Pillow makes of it.
class PicturesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void decodesAsPillowDoes_data()
    {
        QTest::addColumn<QString>("line");
        std::ifstream table(kFolder + "pictures.txt");
        for (std::string line; std::getline(table, line);)
            QTest::newRow(line.substr(0, line.find(' ')).c_str()) << QString::fromStdString(line);
    }
    void decodesAsPillowDoes()
    {
        QFETCH(QString, line);
        std::istringstream want(line.toStdString());
        std::string name;
        PictureFacts facts;
        std::string hash;
        want >> name >> facts.format >> facts.size.width >> facts.size.height >> facts.bits
            >> facts.frames >> facts.hasAlpha >> facts.wasTurned >> hash;

        const auto source = MUST(Source::open(kFolder + "pictures/" + name));
        QCOMPARE(std::string(MUST(formatOf(source))), facts.format);
        const auto decoded = decodePicture(source, {});
        QVERIFY2(decoded.has_value(),
                 decoded.has_value() ? "" : decoded.error().describe().c_str());
        compareFacts(decoded->facts, facts);
        compareFacts(MUST(probePicture(source, {})), facts);
        QCOMPARE(decoded->picture.size, facts.size);
        QCOMPARE(hashOf(decoded->picture.rgb), QString::fromStdString(hash));
    }

private:
    static void compareFacts(const PictureFacts& got, const PictureFacts& want)
    {
        QCOMPARE(got.format, want.format);
        QCOMPARE(got.size, want.size);
        QCOMPARE(got.bits, want.bits);
        QCOMPARE(got.frames, want.frames);
        QCOMPARE(got.hasAlpha, want.hasAlpha);
        QCOMPARE(got.wasTurned, want.wasTurned);
    }
};

std::unique_ptr<QObject> makePicturesTest()
{
    return std::make_unique<PicturesTest>();
}

#include "tst_pictures.moc"
