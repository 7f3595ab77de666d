#include "tests/support/test_table.h"
#include "tests/ui/viewer/tests.h"
#include "ui/viewer/go_to.h"
#include "ui/viewer/path_list.h"
#include "ui/viewer/place_history.h"

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;

class GoingTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedNamesAPlace()
    {
        QCOMPARE(goTo(u" src/a.cpp:12-14 "_s, {})->lines.last, 14);
        QCOMPARE(goTo(u"12"_s, "b.c")->path, std::string("b.c"));
        QCOMPARE(goTo(u"02:13"_s, {})->seconds, 133.0);
        QCOMPARE(goTo(u"[1:00:01]"_s, {})->seconds, 3601.0);
        QVERIFY(!goTo(u"12"_s, {}));
        QVERIFY(!goTo(u"0"_s, "b.c"));
        QVERIFY(!goTo(u"src/a.cpp"_s, "b.c"));
        QVERIFY(!goTo(u"see a.c:1"_s, {}));
        QVERIFY(!goTo(QString(), "b.c"));
    }

    void theWayBackIsTheWayThatWasGone()
    {
        PlaceHistory history;
        QVERIFY(!history.back() && !history.forward());
        history.go({1, "a", {}});
        history.go({1, "b", {}});
        history.go({1, "b", {}});
        history.go({1, "c", {}});
        QCOMPARE(history.back()->path, std::string("b"));
        QCOMPARE(history.back()->path, std::string("a"));
        QVERIFY(!history.canGoBack());
        QCOMPARE(history.forward()->path, std::string("b"));
        history.go({1, "d", {}});
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back()->path, std::string("b"));
    }

    void aFewLettersMeanFewFiles()
    {
        const PathList list({"src/net/retry.cpp", "src/retro/yard.h", "README.md", "README.md"});
        QCOMPARE(list.count(), std::size_t(3));
        QCOMPARE(list.matching(u"Retry"_s, 9).front(), std::string("src/net/retry.cpp"));
        QCOMPARE(list.matching(u"Retry"_s, 9).size(), std::size_t(2));
        QCOMPARE(list.matching(u"net retry"_s, 9).size(), std::size_t(1));
        QCOMPARE(list.matching(QString(), 2).size(), std::size_t(2));
        QVERIFY(list.matching(u"zzz"_s, 9).empty());
    }

    void aLongWayIsForgottenAtItsBeginning()
    {
        PlaceHistory history;
        for (int idx = 0; idx < 1000; ++idx)
            history.go({idx, "a", {}});
        int steps = 0;
        while (history.back())
            ++steps;
        QCOMPARE(steps, 199);
    }
};

std::unique_ptr<QObject> makeGoingTest()
{
    return std::make_unique<GoingTest>();
}

#include "tst_going.moc"
