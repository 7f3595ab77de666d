#include "tests/support/test_table.h"
#include "tests/ui/clipped.h"
#include "tests/ui/pages.h"
#include "tests/ui/test_desktop.h"
#include "tests/ui/tests.h"
#include "ui/endpoints/engine_facts.h"
#include "ui/shell/top_bar.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenuBar>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace tf::ui;
using tf::test::clippedIn;
using tf::test::TestDesktop;

namespace {

/// A language nobody speaks: accents above and below, and two fifths longer than English.
class PseudoLocale : public QTranslator {
public:
    bool isEmpty() const override { return false; }

    QString translate(const char*, const char* text, const char*, int) const override
    {
        QString made = QString::fromUtf8(text);
        const auto numMore = made.size() * 2 / 5;
        made.replace(u'a', u'å').replace(u'e', u'ệ').replace(u'o', u'ø').replace(u'g', u'ğ');
        return made + QString(numMore / 4 + 1, u' ') + QString(numMore - numMore / 4 + 1, u'ñ');
    }
};

} // namespace

class PseudoLocaleTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsClipped_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("keys");
        QTest::newRow("normal") << QByteArray() << QSize(1280, 800) << false;
        QTest::newRow("keys") << QByteArray() << QSize(1280, 800) << true;
        QTest::newRow("narrow") << QByteArray() << QSize(680, 500) << false;
        QTest::newRow("zoomed") << QByteArray("{\"zoomPercent\":150}") << QSize(1600, 900) << false;
        QTest::newRow("with notices") << QByteArray("{\"theme\":1}") << QSize(900, 700) << false;
    }
    void nothingIsClipped()
    {
        QFETCH(QByteArray, settings);
        QFETCH(QSize, size);
        QFETCH(bool, keys);
        PseudoLocale language;
        QVERIFY(QApplication::installTranslator(&language));
        TestDesktop test(settings);
        MainWindow& window = test.open(size);
        if (keys)
            window.action(ActionId::Keys)->trigger();
        QApplication::processEvents();
        QCOMPARE(clippedIn(window).join(u'\n'), QString());

        // The menus and the facts share one bar; menus without room stand behind its arrow.
        const QMenuBar& menus = window.topBar().menus();
        const QRect lastMenu = menus.actionGeometry(menus.actions().last());
        const QWidget* facts = &window.topBar().facts();
        QVERIFY(menus.geometry().right() < facts->x());
        const auto* arrow = menus.findChild<QToolButton*>(u"qt_menubar_ext_button"_s);
        QVERIFY(lastMenu.right() <= menus.width() || (arrow != nullptr && arrow->isVisible()));
        QVERIFY(facts->width() >= facts->minimumSizeHint().width());
        QApplication::removeTranslator(&language);
    }

    void nothingIsClippedFromRightToLeft_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("mirrored") << QSize(1280, 800);
        QTest::newRow("mirrored, narrow") << QSize(496, 400);
    }
    void nothingIsClippedFromRightToLeft()
    {
        QFETCH(QSize, size);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        QStringList found;
        {
            TestDesktop test;
            tf::test::walkPages(test, size, [&found](const char*, const MainWindow& window) {
                found.append(clippedIn(window));
            });
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void everyWordCanBeTranslated()
    {
        PseudoLocale language;
        QVERIFY(QApplication::installTranslator(&language));
        TestDesktop test;
        const MainWindow& window = test.open({1280, 800});
        for (const auto* label : window.findChildren<QLabel*>()) {
            if (!label->text().isEmpty() && !label->text().startsWith(u"Trifold "))
                QVERIFY2(label->text().contains(u'ñ'), qPrintable(label->text()));
        }
        QApplication::removeTranslator(&language);
    }

    void clippingIsSeen()
    {
        QWidget window;
        QLabel label(u"much too long"_s, &window);
        label.resize(10, 20);
        window.show();
        QCOMPARE(clippedIn(window).size(), 1);
    }
};

std::unique_ptr<QObject> makePseudoLocaleTest()
{
    return std::make_unique<PseudoLocaleTest>();
}

#include "tst_pseudo_locale.moc"
