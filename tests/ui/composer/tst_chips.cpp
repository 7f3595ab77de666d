#include "tests/support/test_table.h"
#include "tests/ui/composer/tests.h"
#include "ui/composer/chip_row.h"
#include "ui/widgets/icon_button.h"

#include <QAccessible>
#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using workspace::TrayItem;
using workspace::TrayKind;
using workspace::TrayState;

namespace {

TrayItem item(workspace::TrayId id, std::string title)
{
    TrayItem made;
    made.id = id;
    made.kind = TrayKind::Picture;
    made.state = TrayState::Ready;
    made.title = std::move(title);
    made.detail = "640×360";
    made.tokens = 301;
    made.quality = ingest::Quality::Exact;
    return made;
}

} // namespace

class ChipsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void chipsSayWhatTheyAre()
    {
        const Theme theme(Shade::Light);
        const Chip chip(theme, item(1, "a.png"));
        QCOMPARE(chip.accessibleName(), u"a.png, 640×360 · 301 tok"_s);
        auto failed = item(2, "b.png");
        failed.state = TrayState::Failed;
        failed.detail = "the file is cut off";
        QCOMPARE(Chip(theme, failed).accessibleName(),
                 u"b.png, cannot go along: the file is cut off"_s);
        auto reading = item(3, "c.png");
        reading.state = TrayState::Reading;
        reading.done = 1;
        reading.total = 4;
        QCOMPARE(Chip(theme, reading).accessibleName(), u"c.png, 640×360, 25 %"_s);
    }

    void namesThatTurnTextAreMadeHarmless()
    {
        const Theme theme(Shade::Light);
        const Chip chip(theme,
                        item(1,
                             "gpj.\xE2\x80\xAE"
                             "exe\n"));
        QVERIFY(!chip.accessibleName().contains(QChar(0x202e)));
        QVERIFY(!chip.accessibleName().contains(u'\n'));
    }

    void aChipStaysTheSameWidgetWhileItIsRead()
    {
        const Theme theme(Shade::Light);
        ChipRow row(theme);
        row.resize(600, 100);
        row.show({item(1, "a.png"), item(2, "b.png")});
        const auto* first = row.findChildren<Chip*>().front();
        row.show({item(1, "a.png"), item(2, "b.png"), item(3, "c.png")});
        QCOMPARE(row.findChildren<Chip*>().front(), first);
        QCOMPARE(row.numChips(), 3);
        row.show({item(3, "c.png")});
        QCOMPARE(row.numChips(), 1);
    }

    void deleteRemovesAndMovesOn()
    {
        const Theme theme(Shade::Light);
        ChipRow row(theme);
        row.resize(600, 100);
        row.show({item(1, "a.png"), item(2, "b.png")});
        const QSignalSpy removed(&row, &ChipRow::removeAsked);
        const QSignalSpy undone(&row, &ChipRow::undoAsked);
        auto* first = row.findChildren<Chip*>().front();
        QTest::keyClick(first, Qt::Key_Delete);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.front().front().value<workspace::TrayId>(), 1);
        QTest::keyClick(first, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.size(), 1);
        auto* button = first->findChild<IconButton*>();
        QCOMPARE(button->accessibleName(), u"Remove a.png"_s);
        button->click();
        QCOMPARE(removed.size(), 2);
    }

    void aChipOpensWhatItStandsFor()
    {
        const Theme theme(Shade::Light);
        ChipRow row(theme);
        row.resize(600, 100);
        row.show({item(1, "a.png"), item(2, "b.png")});
        const QSignalSpy opened(&row, &ChipRow::openAsked);
        auto* second = row.findChildren<Chip*>().back();
        QMouseEvent released(QEvent::MouseButtonRelease, {10, 10}, {10, 10}, Qt::LeftButton,
                             Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(second, &released);
        QTest::keyClick(second, Qt::Key_Return);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened.back().front().value<workspace::TrayId>(), 2);
        second->findChild<IconButton*>()->click(); // removing is not opening
        QCOMPARE(opened.size(), 2);
    }

    void manyChipsScrollInsteadOfFillingTheWindow()
    {
        const Theme theme(Shade::Light);
        ChipRow row(theme);
        row.resize(400, 100);
        std::vector<TrayItem> items;
        for (int idx = 1; idx <= 200; ++idx)
            items.push_back(item(idx, "shot-" + std::to_string(idx) + ".png"));
        row.show(items);
        QVERIFY(row.sizeHint().height() <= 172);
        QVERIFY(row.widget()->height() > 1000);
    }
};

std::unique_ptr<QObject> makeChipsTest()
{
    return std::make_unique<ChipsTest>();
}

#include "tst_chips.moc"
