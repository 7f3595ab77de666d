#include "tests/support/shot.h"
#include "tests/support/test_table.h"
#include "tests/ui/composer/composed.h"
#include "tests/ui/composer/tests.h"
#include "ui/composer/chip_row.h"
#include "ui/composer/notice_lines.h"

#include <QApplication>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using tf::test::Composed;
using workspace::TrayItem;
using workspace::TrayKind;
using workspace::TrayState;

namespace {

QString differs(const std::string& name, Composed& test)
{
    QApplication::processEvents();
    const std::string scale = qApp->devicePixelRatio() > 1 ? "@2x" : "";
    return QString::fromStdString(
        test::compareWithShot("composer-" + name + scale, test.composer().grab().toImage()));
}

/// A slope from dark to light, as a screen is seldom.
workspace::Preview slope()
{
    auto rgb = std::make_shared<std::vector<std::uint8_t>>();
    for (int y = 0; y < 108; ++y) {
        for (int x = 0; x < 192; ++x) {
            rgb->push_back(std::uint8_t(40 + x));
            rgb->push_back(std::uint8_t(80 + y));
            rgb->push_back(std::uint8_t(200 - x / 2));
        }
    }
    return {192, 108, rgb};
}

TrayItem ready(workspace::TrayId id, TrayKind kind, std::string title, std::string detail,
               std::int64_t tokens)
{
    TrayItem item;
    item.id = id;
    item.kind = kind;
    item.state = TrayState::Ready;
    item.title = std::move(title);
    item.detail = std::move(detail);
    item.tokens = tokens;
    return item;
}

std::vector<TrayItem> threeItems()
{
    auto picture = ready(2, TrayKind::Picture, "checkout.png", "1920×1080", 2306);
    picture.quality = ingest::Quality::Exact;
    picture.preview = slope();
    return {ready(1, TrayKind::Repository, "billing @ 3f2c1a0 +2", "1,840 files", 212'000), picture,
            ready(3, TrayKind::Text, "server.log", "4,210 lines", 18'400)};
}

void showItems(Composed& test, const std::vector<TrayItem>& items)
{
    test.composer().findChild<ChipRow*>()->show(items);
}

void makeDark(Composed& test)
{
    test.theme().set(settings::ThemeChoice::Dark, 100);
}

} // namespace

class ComposerShotsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void empty()
    {
        Composed test;
        QCOMPARE(differs("empty", test), QString());
    }

    void chips()
    {
        Composed test;
        test.edit().setPlainText(u"Where does the retry go wrong?"_s);
        showItems(test, threeItems());
        QCOMPARE(differs("chips", test), QString());
    }

    void darkReadingAndFailed()
    {
        Composed test;
        makeDark(test);
        auto items = threeItems();
        items[0].state = TrayState::Reading;
        items[0].detail = "counting tokens";
        items[0].done = 700;
        items[0].total = 1840;
        items[2].kind = TrayKind::Unknown;
        items[2].state = TrayState::Failed;
        items[2].title = "report.pdf";
        items[2].detail = "PDF, 2.3 MB: cannot be read";
        showItems(test, items);
        test.composer().findChild<NoticeLines*>()->show(
            {{NoticeTone::Danger,
              u"This looks secret: AWS access key at settings.py:4, begins AKIA"_s,
              {{u"Replace"_s, [] {}}, {u"Send as it is"_s, [] {}}}}});
        QCOMPARE(differs("dark-failed", test), QString());
    }

    void runningWithQueue()
    {
        Composed test;
        QTest::keyClicks(&test.edit(), u"first"_s);
        QTest::keyClick(&test.edit(), Qt::Key_Return);
        QVERIFY(test.talk().waitForRequests(1));
        test.edit().setPlainText(u"And how would you test it?"_s);
        QTest::keyClick(&test.edit(), Qt::Key_Return);
        QCOMPARE(differs("queue", test), QString());
    }

    void narrowFromRightToLeft()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        {
            Composed test;
            test.window().resize(460, 640);
            test.edit().setPlainText(u"למה זה נכשל?"_s);
            showItems(test, threeItems());
            QCOMPARE(differs("narrow-rtl", test), QString());
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }
};

std::unique_ptr<QObject> makeComposerShotsTest()
{
    return std::make_unique<ComposerShotsTest>();
}

#include "tst_composer_shots.moc"
