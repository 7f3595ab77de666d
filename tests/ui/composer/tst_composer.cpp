#include "app/secrets/memory.h"
#include "kernels/base/words.h"
#include "tests/support/test_table.h"
#include "tests/ui/composer/composed.h"
#include "tests/ui/composer/tests.h"
#include "ui/composer/chip_row.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using tf::test::Composed;

namespace {

constexpr auto kSecret = "key AKIAQ3EGRTWZP7LMNV5H";

} // namespace

class ComposerTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void enterAsksTheConversation()
    {
        Composed test;
        QVERIFY(!test.press(u"Send"_s));
        QTest::keyClicks(&test.edit(), u"why?"_s);
        QTest::keyClick(&test.edit(), Qt::Key_Return);
        QVERIFY(test.talk().waitForRequests(1));
        QCOMPARE(tf::test::shown(test.talk().engine().requests().front()),
                 std::string("user: why?\n"));
        QVERIFY(test.edit().toPlainText().isEmpty());
        QCOMPARE(test.talk().talk().session().turns.front().question.settings.endpoint,
                 std::string("here"));
    }

    void theTokensAreThoseThatTheEngineCounts()
    {
        const QTemporaryDir folder;
        secrets::Memory keys;
        const endpoint::Reach reach;
        workspace::Engines engines(folder.filePath(u"endpoints.json"_s), keys, reach);
        engines.localModel().setFolder(words(TRIFOLD_SOURCE_DIR, "/tests/golden/model/talk"));
        QTRY_VERIFY(engines.localModel().tokenizer() != nullptr);
        Composed test;
        auto owned = std::make_unique<workspace::RequestLook>(test.talk().store(), engines);
        const auto* look = owned.get();
        test.composer().setLook(std::move(owned));
        const auto here = workspace::localChoice("talk", {});
        test.composer().setEngine(&here);
        QTest::keyClicks(&test.edit(), u"why is it so?"_s);
        const auto* line = test.composer().findChild<ComposerCard*>()->parts().estimate;
        QVERIFY(line->text().startsWith(u'≈'));
        QTRY_VERIFY2(!line->text().startsWith(u'≈'), qPrintable(line->text()));
        const auto tokens = *MUST(*look->sight()).tokens;
        QVERIFY2(line->text().startsWith(QString::number(tokens) + u' '), qPrintable(line->text()));
        QTest::keyClicks(&test.edit(), u" and why not?"_s);
        QVERIFY(line->text().startsWith(u'≈'));
        QTRY_VERIFY(!line->text().startsWith(u'≈'));
        QVERIFY(*MUST(*look->sight()).tokens > tokens);
    }

    void whatGoesAlongIsSentWithIt()
    {
        Composed test;
        test.composer().tray().addText("log", "one\ntwo\n");
        QTest::keyClicks(&test.edit(), u"why?"_s);
        QTest::keyClick(&test.edit(), Qt::Key_Return); // while it is read: it waits
        QVERIFY(test.talk().waitForRequests(1));
        const auto said = tf::test::shown(test.talk().engine().requests().front());
        QVERIFY2(said.find("=== log ===") != std::string::npos, said.c_str());
        QVERIFY(test.composer().tray().items().empty());
    }

    void aKindOfWorkIsToldOnce()
    {
        Composed test;
        test.composer().choosePreset(u"bug-review"_s);
        QVERIFY(test.talk().talk().session().settings.request.thinking
                == session::Thinking::Enabled);
        for (const char16_t* question : {u"first", u"second"}) {
            QTest::keyClicks(&test.edit(), QString::fromUtf16(question));
            QVERIFY(test.press(u"Send"_s));
            const auto number = test.talk().talk().session().turns.size();
            QVERIFY(test.talk().waitForRequests(number));
            test.talk().talk().stop();
        }
        const auto& requests = test.talk().engine().requests();
        const auto said = [](const wire::ChatRequest& request) {
            const std::string all = tf::test::shown(request);
            const auto first = all.find("## Steps to reproduce");
            return std::pair(first != std::string::npos,
                             all.find("## Steps to reproduce", first + 1) != std::string::npos);
        };
        QVERIFY(said(requests.front()) == std::pair(true, false));
        QVERIFY(said(requests.back()) == std::pair(true, false));
        QCOMPARE(int(requests.front().messages.front().role), int(wire::Role::System));
        test.composer().choosePreset({});
        QVERIFY(test.talk().talk().session().desk.view.find("bug-review") == std::string::npos);
    }

    void questionsQueueWhileAnAnswerRuns()
    {
        Composed test;
        QTest::keyClicks(&test.edit(), u"first"_s);
        QVERIFY(test.press(u"Send"_s));
        QVERIFY(test.talk().waitForRequests(1));
        QTest::keyClicks(&test.edit(), u"second"_s);
        QVERIFY(test.press(u"Queue"_s));
        QCOMPARE(test.talk().talk().queue().size(), 1U);
        QVERIFY(test.press(u"Edit"_s));
        QVERIFY(test.talk().talk().queue().empty());
        QCOMPARE(test.edit().toPlainText(), u"second"_s);
        QTest::keyClick(&test.edit(), Qt::Key_Return);
        QVERIFY(test.press(u"Send now"_s));
        QVERIFY(test.talk().waitForRequests(2));
        QCOMPARE(test.talk().engine().numCancelled(), 1);
    }

    void ctrlEnterTakesThePlaceOfTheAnswerThatRuns()
    {
        Composed test;
        QTest::keyClicks(&test.edit(), u"first"_s);
        QTest::keyClick(&test.edit(), Qt::Key_Return,
                        Qt::ControlModifier); // nothing runs: it sends
        QVERIFY(test.talk().waitForRequests(1));
        test.talk().engine().text("half");
        QTRY_COMPARE(test.talk().answer(1), std::string("half"));
        QVERIFY(!test.press(u"Stop and send"_s)); // nothing is written
        QTest::keyClicks(&test.edit(), u"second"_s);
        QTest::keyClick(&test.edit(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(test.talk().waitForRequests(2));
        QCOMPARE(test.talk().answer(1), std::string("half")); // what came stays
        QVERIFY(test.talk().turn(1).ending.state == session::TurnState::Interrupted);
        QVERIFY(test.talk().talk().queue().empty());
        QTest::keyClicks(&test.edit(), u"third"_s);
        QVERIFY(test.press(u"Stop and send"_s));
        QVERIFY(test.talk().waitForRequests(3));
    }

    void waitingQuestionsCanBeMovedUp()
    {
        Composed test;
        test.talk().ask("first");
        for (const QString& next : {u"second"_s, u"third"_s}) {
            QTest::keyClicks(&test.edit(), next);
            QVERIFY(test.press(u"Queue"_s));
        }
        QVERIFY(test.press(u"Move up"_s));
        QCOMPARE(test.talk().talk().queue().front().text, std::string("third"));
        QApplication::processEvents(); // the list follows
        QVERIFY(test.press(u"Move up"_s));
        QCOMPARE(test.talk().talk().queue().front().text, std::string("second"));
    }

    void escapeStopsTheAnswer()
    {
        Composed test;
        QTest::keyClicks(&test.edit(), u"first"_s);
        QTest::keyClick(&test.edit(), Qt::Key_Return);
        QVERIFY(test.talk().waitForRequests(1));
        QTest::keyClick(&test.edit(), Qt::Key_Escape);
        QTRY_VERIFY(!test.talk().talk().running());
        QCOMPARE(test.talk().engine().numCancelled(), 1);
    }

    void withoutAnEngineTheQuestionWaits()
    {
        Composed test;
        test.composer().setEngine(nullptr);
        QCOMPARE(test.notices().size(), 1);
        QTest::keyClicks(&test.edit(), u"why?"_s);
        QTest::keyClick(&test.edit(), Qt::Key_Return);
        QVERIFY(test.notices().front().startsWith(u"Will be sent"_s));
        const auto engine = test::engineHere();
        test.composer().setEngine(&engine);
        QVERIFY(test.talk().waitForRequests(1));
        QVERIFY(test.notices().isEmpty());
    }

    void waitingCanBeCalledOff()
    {
        Composed test;
        test.composer().setEngine(nullptr);
        QTest::keyClicks(&test.edit(), u"why?"_s);
        QTest::keyClick(&test.edit(), Qt::Key_Return);
        QTest::keyClick(&test.edit(), Qt::Key_Escape);
        const auto engine = test::engineHere();
        test.composer().setEngine(&engine);
        QApplication::processEvents();
        QVERIFY(test.talk().engine().requests().empty());
        QCOMPARE(test.edit().toPlainText(), u"why?"_s);
    }

    void aSecretInTheQuestionStopsItUntilTheUserDecides()
    {
        Composed test;
        const auto away = test::engineAway();
        test.composer().setEngine(&away);
        test.edit().setPlainText(QString::fromLatin1(kSecret));
        QVERIFY(test.press(u"Send"_s));
        QCOMPARE(test.notices().size(), 1);
        QVERIFY(test.notices().front().startsWith(u"This looks secret"_s));
        QVERIFY(!test.notices().front().contains(u"AKIAQ3EGRTWZP7LMNV5H"_s));
        QVERIFY(test.talk().engine().requests().empty());
        QVERIFY(test.press(u"Replace"_s));
        QVERIFY(test.press(u"Send"_s));
        QVERIFY(test.talk().waitForRequests(1));
        const auto said = tf::test::shown(test.talk().engine().requests().front());
        QVERIFY2(said.find("AKIAQ3") == std::string::npos, said.c_str());
    }

    void onThisMachineNothingIsLookedFor()
    {
        Composed test;
        test.edit().setPlainText(QString::fromLatin1(kSecret));
        QVERIFY(test.press(u"Send"_s));
        QVERIFY(test.talk().waitForRequests(1));
    }

    void aReadOnlySessionSaysSo()
    {
        Composed test;
        test.edit().setPlainText(u"why?"_s);
        test.composer().setReadOnly(u"Another process writes here."_s);
        QVERIFY(!test.press(u"Send"_s));
        QVERIFY(test.edit().isReadOnly());
        QCOMPARE(test.notices(), QStringList{u"Another process writes here."_s});
    }

    void draftsAreKeptWithTheirSession()
    {
        Composed test;
        QTest::keyClicks(&test.edit(), u"half a tho"_s);
        QTRY_COMPARE(test.talk().talk().session().desk.draft, std::string("half a tho"));
        test.composer().setConversation(nullptr);
        QVERIFY(test.edit().toPlainText().isEmpty());
        test.composer().setConversation({&test.talk().talk(), [](workspace::Conversation*) {}});
        QCOMPARE(test.edit().toPlainText(), u"half a tho"_s);
    }

    void whatIsTypedBeforeThereIsASessionStays()
    {
        Composed test;
        test.composer().setConversation(nullptr);
        QTest::keyClicks(&test.edit(), u"first words"_s);
        test.composer().setConversation({&test.talk().talk(), [](workspace::Conversation*) {}});
        QCOMPARE(test.edit().toPlainText(), u"first words"_s);
        QCOMPARE(test.talk().talk().session().desk.draft, std::string("first words"));
    }

    void dropsLandInTheTray()
    {
        Composed test;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/nowhere/a.png"_s)});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
        auto* card = test.composer().findChild<ComposerCard*>();
        QApplication::sendEvent(card, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(card, &drop);
        QCOMPARE(test.composer().tray().items().size(), 1U);
        auto& row = *test.composer().findChild<ChipRow*>();
        QTRY_COMPARE(row.numChips(), 1);
        test.composer().tray().remove(test.composer().tray().items().front().id);
        QTRY_COMPARE(row.numChips(), 0);
    }

    void addressesAreFetchedOnlyWhenAllowed()
    {
        Composed test;
        test.composer().setMayFetch(false);
        QMimeData data;
        data.setText(u"https://example.org/shop.git"_s);
        QVERIFY(test.composer().take(data));
        QVERIFY(test.composer().tray().items().empty());
        QVERIFY(test.notices().front().contains(u"shop.git"_s));
        QVERIFY(test.press(u"Fetch"_s));
        QCOMPARE(test.composer().tray().items().size(), 1U);
    }
};

std::unique_ptr<QObject> makeComposerTest()
{
    return std::make_unique<ComposerTest>();
}

#include "tst_composer.moc"
