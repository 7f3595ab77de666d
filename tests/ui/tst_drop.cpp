#include "tests/support/test_table.h"
#include "tests/ui/test_desktop.h"
#include "tests/ui/tests.h"
#include "ui/composer/composer.h"
#include "ui/transcript/drop_summary.h"

#include <QApplication>
#include <QDropEvent>
#include <QImage>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;
using tf::test::TestDesktop;
using tf::ui::describeDrop;

class DropTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void oneNameIsSaid_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("want");
        QTest::newRow("file") << u"file:///home/me/shot.png"_s << u"shot.png"_s;
        QTest::newRow("folder") << u"file:///home/me/billing/"_s << u"billing"_s;
        QTest::newRow("host only") << u"https://example.org"_s << u"https://example.org"_s;
        QTest::newRow("control characters") << u"file:///a%0Ab%1B"_s << u"a\ufffdb\ufffd"_s;
        QTest::newRow("right to left") << u"file:///%D7%A9%D7%9C"_s << u"של"_s;
        QTest::newRow("very long") << QString(u"file:///"_s + QString(300, u'x'))
                                   << QString(QString(30, u'x') + u'…' + QString(30, u'x'));
    }
    void oneNameIsSaid()
    {
        QFETCH(QString, url);
        QFETCH(QString, want);
        QMimeData data;
        data.setUrls({QUrl(url)});
        QCOMPARE(describeDrop(data), want);
    }

    void picturesAndTextsAreSaid()
    {
        QMimeData picture;
        picture.setImageData(QImage(2, 2, QImage::Format_RGB32));
        QCOMPARE(describeDrop(picture), u"a picture"_s);
        QMimeData text;
        text.setText(u"hello"_s);
        QVERIFY(describeDrop(text).contains(u"5"_s));
        QCOMPARE(describeDrop(QMimeData()), QString());
    }

    void aDropGoesIntoTheTray()
    {
        TestDesktop test;
        auto& window = test.open({900, 600});
        QMimeData data;
        data.setUrls({QUrl(u"file:///does/not/exist/clip.mp4"_s)});
        QWidget* conversation = window.findChild<QWidget*>(u"conversation"_s);
        QDragEnterEvent enter({10, 10}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(conversation, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(conversation, &drop);
        QVERIFY(drop.dropAction() == Qt::CopyAction); // the giver deletes what is moved
        const auto& items = window.page().composer().tray().items();
        QTRY_VERIFY(!items.empty() && items.front().state == tf::workspace::TrayState::Failed);
        QVERIFY(items.front().title.find("clip.mp4") != std::string::npos);
    }
};

std::unique_ptr<QObject> makeDropTest()
{
    return std::make_unique<DropTest>();
}

#include "tst_drop.moc"
