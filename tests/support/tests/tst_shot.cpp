#include "tests/support/shot.h"
#include "tests/support/test_table.h"
#include "tests/support/tests/tests.h"
#include "tests/support/tests/variable.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace tf::test;

namespace {

QImage plainPicture()
{
    QImage picture(5, 4, QImage::Format_ARGB32_Premultiplied);
    picture.fill(qRgb(10, 20, 30));
    return picture;
}

} // namespace

class ShotTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_folder = std::make_unique<QTemporaryDir>();
        const Variable rebase("TRIFOLD_REBASE", "1");
        QCOMPARE(compareWithShotIn(folders(), "page", plainPicture()), std::string());
    }

    void theSamePictureLeavesNothingBehind()
    {
        const Variable noRebase("TRIFOLD_REBASE");
        QCOMPARE(compareWithShotIn(folders(), "page", plainPicture()), std::string());
        QVERIFY(!QFileInfo::exists(path("out")));
    }

    void onePixelLeavesThreePictures()
    {
        const Variable noRebase("TRIFOLD_REBASE");
        auto picture = plainPicture();
        picture.setPixel(3, 2, qRgb(10, 20, 31));
        QCOMPARE(compareWithShotIn(folders(), "page", picture),
                 "page: 1 pixels differ; see " + folders().out + "/page-{got,want,difference}.png");
        QVERIFY(QImage(path("out/page-got.png")).pixel(3, 2) == qRgb(10, 20, 31));
        QVERIFY(QImage(path("out/page-want.png")).pixel(3, 2) == qRgb(10, 20, 30));
        const QImage difference(path("out/page-difference.png"));
        QCOMPARE(difference.size(), picture.size());
        QVERIFY(difference.pixel(3, 2) == qRgb(255, 255, 255));
        QVERIFY(difference.pixel(2, 2) == qRgb(0, 0, 0));
    }

    void anotherSizeIsNamed()
    {
        const Variable noRebase("TRIFOLD_REBASE");
        QCOMPARE(compareWithShotIn(folders(), "page", plainPicture().copy(0, 0, 5, 3)),
                 "page: 5x3 instead of 5x4; got " + folders().out + "/page-got.png");
        QVERIFY(QFileInfo::exists(path("out/page-got.png")));
    }

    void aMissingPictureFails()
    {
        const Variable noRebase("TRIFOLD_REBASE");
        const auto report = compareWithShotIn(folders(), "other", plainPicture());
        QVERIFY2(report.starts_with("no picture "), report.c_str());
        QVERIFY(QFileInfo::exists(path("out/other-got.png")));
        QVERIFY(!QFileInfo::exists(path("want/other.png")));
    }

    void aRebaseThatCannotWriteFails()
    {
        const Variable rebase("TRIFOLD_REBASE", "1");
        const ShotFolders inTheWay{folders().want + "/page.png", folders().out};
        QVERIFY(!compareWithShotIn(inTheWay, "below", plainPicture()).empty());
    }

private:
    QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    ShotFolders folders() const { return {path("want").toStdString(), path("out").toStdString()}; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

std::unique_ptr<QObject> makeShotTest()
{
    return std::make_unique<ShotTest>();
}

#include "tst_shot.moc"
