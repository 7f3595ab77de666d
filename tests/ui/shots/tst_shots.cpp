// Every page in every state, light and dark, held against the picture that was looked at.
//
// The scale is the run's: QT_SCALE_FACTOR=2 compares with the pictures that end in @2x.

#include "tests/support/shot.h"
#include "tests/support/test_table.h"
#include "tests/ui/shots/shot_row.h"
#include "tests/ui/shots/tests.h"
#include "tests/ui/shots/text_contrast.h"

#include <QApplication>
#include <QPointer>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace tf;
using test::ShotRow;

namespace {

std::vector<std::span<const ShotRow>> allTables()
{
    return {test::windowShots(),   test::talkShots(),     test::overlayShots(),
            test::sessionsShots(), test::composerShots(), test::contextShots(),
            test::endpointShots(), test::engineShots(),   test::framesShots(),
            test::pictureShots(),  test::viewerShots(),   test::worksShots()};
}

QString fileName(const ShotRow& row, settings::ThemeChoice theme)
{
    QString name = QString::fromLatin1(row.name);
    if (theme == settings::ThemeChoice::Dark)
        name += u"-dark"_s;
    if (qApp->devicePixelRatio() > 1)
        name += u"@2x"_s;
    return name;
}

} // namespace

class ShotsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// The platform without a screen warns of every menu that it cannot raise.
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
    }

    void contrastIsMeasuredInPixels()
    {
        QImage picture(20, 10, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QCOMPARE(test::textContrast(picture, picture.rect()), 21.0); // nothing to read
        picture.setPixel(3, 3, qRgb(0x77, 0x77, 0x77));
        QVERIFY(std::abs(test::textContrast(picture, picture.rect()) - 4.48) < 0.01);
        picture.setPixel(4, 3, qRgb(0, 0, 0));
        QVERIFY(std::abs(test::textContrast(picture, picture.rect()) - 21) < 0.01);
    }

    void looks_data()
    {
        QTest::addColumn<const ShotRow*>("row");
        QTest::addColumn<settings::ThemeChoice>("theme");
        for (const auto table : allTables()) {
            for (const ShotRow& row : table) {
                for (const auto theme : {settings::ThemeChoice::Light, settings::ThemeChoice::Dark})
                    QTest::newRow(qPrintable(fileName(row, theme))) << &row << theme;
            }
        }
    }
    void looks()
    {
        QFETCH(const ShotRow*, row);
        QFETCH(settings::ThemeChoice, theme);
        QApplication::setLayoutDirection(row->direction);
        test::ShotStage stage(row->world, {theme, row->zoomPercent, row->size});
        const QPointer<QWidget> shown = row->stand(stage);
        QVERIFY(!shown.isNull());
        QCOMPARE(QString::fromStdString(test::compareWithShot(fileName(*row, theme).toStdString(),
                                                              shown->grab().toImage())),
                 QString());
    }

    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }
};

std::unique_ptr<QObject> makeShotsTest()
{
    return std::make_unique<ShotsTest>();
}

#include "tst_shots.moc"
