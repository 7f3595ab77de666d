// What is said of a thing while it is dragged, and where it goes when it is let go.

#include "tests/support/test_table.h"
#include "tests/ui/bad_input/tests.h"
#include "tests/ui/test_desktop.h"
#include "ui/composer/composer.h"
#include "ui/sessions/sessions_pane.h"
#include "ui/shell/drop_overlay.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using tf::test::TestDesktop;

namespace {

void enter(QWidget& target, const QMimeData& data, Qt::KeyboardModifiers modifiers = {})
{
    QDragEnterEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, modifiers);
    QApplication::sendEvent(&target, &event);
    CHECK(event.isAccepted(), "it is taken");
}

void drop(QWidget& target, const QMimeData& data, Qt::KeyboardModifiers modifiers = {})
{
    QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, modifiers);
    QApplication::sendEvent(&target, &event);
}

QString saidOver(MainWindow& window)
{
    QStringList said;
    for (const auto* label : window.findChild<DropOverlay*>()->findChildren<TextLabel*>())
        said.append(label->text());
    return said.join(u'|');
}

/// A folder with three files of code.
class CodeFolder {
public:
    CodeFolder()
    {
        for (const char* name : {"a.cpp", "b.cpp", "c.cpp"}) {
            QFile file(m_folder.filePath(QString::fromLatin1(name)));
            CHECK(file.open(QIODevice::WriteOnly), "a temporary folder can be written");
            file.write(QByteArray("int value = 1;\n").repeated(200));
        }
        data.setUrls({QUrl::fromLocalFile(m_folder.path())});
    }

    QMimeData data;

private:
    QTemporaryDir m_folder;
};

} // namespace

class DropOverlayTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aFolderIsNamedAndItsCostComes()
    {
        TestDesktop test;
        MainWindow& window = test.open({900, 600});
        auto* overlay = window.findChild<DropOverlay*>();
        QVERIFY(overlay->isHidden());
        const CodeFolder folder;
        enter(*window.findChild<QWidget*>(u"conversation"_s), folder.data);
        QVERIFY(overlay->isVisible());
        QVERIFY2(saidOver(window).contains(u"Looking at it"_s), qPrintable(saidOver(window)));
        QTRY_VERIFY2_WITH_TIMEOUT(saidOver(window).contains(u"tokens"_s)
                                      && saidOver(window).contains(u"3 files"_s),
                                  qPrintable(saidOver(window)), 20'000);
        QDragLeaveEvent leave;
        QApplication::sendEvent(window.findChild<QWidget*>(u"conversation"_s), &leave);
        QVERIFY(overlay->isHidden());
        QVERIFY(window.page().composer().tray().items().empty());
    }

    void itGoesWhenItIsLetGo()
    {
        TestDesktop test;
        MainWindow& window = test.open({900, 600});
        const CodeFolder folder;
        QWidget& target = *window.findChild<QWidget*>(u"conversation"_s);
        enter(target, folder.data);
        drop(target, folder.data);
        QVERIFY(window.findChild<DropOverlay*>()->isHidden());
        QCOMPARE(window.page().composer().tray().items().size(), 1U);
    }

    void withAltItBeginsANewSession()
    {
        TestDesktop test;
        MainWindow& window = test.open({900, 600});
        window.page().conversation()->rename("first");
        const auto first = window.page().conversation()->session().id;
        QTRY_COMPARE(test.workspace().shelf().kept().front().title, std::string("first"));
        const CodeFolder folder;
        QWidget& target = *window.findChild<QWidget*>(u"conversation"_s);
        enter(target, folder.data, Qt::AltModifier);
        QVERIFY2(saidOver(window).contains(u"new session"_s), qPrintable(saidOver(window)));
        drop(target, folder.data, Qt::AltModifier);
        QTRY_VERIFY(window.page().conversation()->session().id != first);
        QTRY_COMPARE(window.page().composer().tray().items().size(), 1U);
        QVERIFY(test.workspace().trays().of(first).items().empty());
    }

    void aDropOnTheListOfSessionsBeginsOne()
    {
        TestDesktop test;
        MainWindow& window = test.open({1100, 600});
        window.page().conversation()->rename("first");
        const auto first = window.page().conversation()->session().id;
        QTRY_COMPARE(test.workspace().shelf().kept().front().title, std::string("first"));
        const CodeFolder folder;
        QWidget& target = *window.findChild<SessionsPane*>();
        enter(target, folder.data);
        drop(target, folder.data);
        QTRY_VERIFY(window.page().conversation()->session().id != first);
        QTRY_COMPARE(window.page().composer().tray().items().size(), 1U);
    }
};

std::unique_ptr<QObject> makeDropOverlayTest()
{
    return std::make_unique<DropOverlayTest>();
}

#include "tst_drop_overlay.moc"
