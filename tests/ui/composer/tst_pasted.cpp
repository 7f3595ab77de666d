#include "tests/support/test_table.h"
#include "tests/ui/composer/tests.h"
#include "ui/composer/pasted.h"

#include <QImage>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace tf::ui;

class PastedTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void ofFortyTypesTheBestPictureIsTaken()
    {
        QMimeData data;
        for (int idx = 0; idx < 38; ++idx)
            data.setData(u"image/x-kind-%1"_s.arg(idx), "poor");
        data.setData(u"image/jpeg"_s, "lossy");
        data.setData(u"image/png"_s, "whole");
        data.setText(u"a caption"_s);
        const Pasted pasted = pastedFrom(data);
        QCOMPARE(pasted.pictureType, u"image/png"_s);
        QCOMPARE(pasted.picture, QByteArray("whole"));
        QVERIFY(pasted.text.isEmpty());
    }

    void anUnknownPictureTypeIsBetterThanNone()
    {
        QMimeData data;
        data.setData(u"image/x-strange"_s, "bytes");
        QVERIFY(canTake(data));
        QCOMPARE(pastedFrom(data).pictureType, u"image/x-strange"_s);
    }

    void pixelsOfTheDesktopBecomeAFile()
    {
        QImage image(3, 2, QImage::Format_RGB32);
        image.fill(Qt::white);
        QMimeData data;
        data.setImageData(image);
        const Pasted pasted = pastedFrom(data);
        QCOMPARE(pasted.pictureType, u"image/png"_s);
        QVERIFY(packedPicture(pasted.pixels).startsWith("\x89PNG"));
    }

    void fileListsGoBeforeAllElse()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/home/me/a b.png"_s)});
        data.setData(u"image/png"_s, "thumbnail");
        data.setText(u"/home/me/a b.png"_s);
        const Pasted pasted = pastedFrom(data);
        QCOMPARE(pasted.places, QStringList{u"/home/me/a b.png"_s});
        QVERIFY(pasted.picture.isEmpty());
        QVERIFY(pasted.text.isEmpty());
    }

    void fileManagersOfGnomeAreUnderstood()
    {
        QMimeData data;
        data.setData(u"x-special/gnome-copied-files"_s, "copy\nfile:///tmp/a%20b\nfile:///tmp/c");
        QCOMPARE(pastedFrom(data).places, (QStringList{u"/tmp/a b"_s, u"/tmp/c"_s}));
        QMimeData older;
        older.setText(u"x-special/nautilus-clipboard\ncopy\nfile:///tmp/d\n"_s);
        QCOMPARE(pastedFrom(older).places, QStringList{u"/tmp/d"_s});
    }

    void aPictureOfAWebPageIsThePictureAndNotItsAddress()
    {
        QMimeData data;
        data.setUrls({QUrl(u"https://example.org/cat.png"_s)});
        data.setData(u"image/png"_s, "cat");
        QCOMPARE(pastedFrom(data).picture, QByteArray("cat"));
    }

    void passwordsInAddressesAreDropped()
    {
        QMimeData data;
        data.setUrls({QUrl(u"https://me:hunter2@example.org/a.git"_s)});
        QCOMPARE(pastedFrom(data).addresses, QStringList{u"https://example.org/a.git"_s});
    }

    void longTextIsTold()
    {
        Pasted pasted;
        pasted.text = u"line\n"_s.repeated(199);
        QVERIFY(!pasted.isLongText());
        pasted.text = u"line\n"_s.repeated(201);
        QVERIFY(pasted.isLongText());
        pasted.text = u"x"_s.repeated(50'000);
        QVERIFY(pasted.isLongText());
    }

    void repositoriesAreToldFromOtherAddresses()
    {
        QVERIFY(looksLikeRepository(u" https://example.org/me/shop.git\n"_s));
        QVERIFY(!looksLikeRepository(u"https://example.org/me/shop"_s));
        QVERIFY(!looksLikeRepository(u"see https://example.org/me/shop.git"_s));
        QVERIFY(!looksLikeRepository(u"file:///tmp/shop.git"_s));
    }
};

std::unique_ptr<QObject> makePastedTest()
{
    return std::make_unique<PastedTest>();
}

#include "tst_pasted.moc"
