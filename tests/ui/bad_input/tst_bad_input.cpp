// Sessions that are deleted, disks that refuse, servers that die, names that lie: a calm state
// each.

#include "tests/app/endpoint/replay_server.h"
#include "tests/app/session/faults/failing_disk.h"
#include "tests/support/test_table.h"
#include "tests/ui/bad_input/tests.h"
#include "tests/ui/test_desktop.h"
#include "ui/composer/composer.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QMimeData>
#include <QPushButton>

#include <future>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using tf::test::TestDesktop;

namespace {

template <class T, class Ask>
Result<T> awaitedFrom(const Ask& ask)
{
    std::promise<Result<T>> promise;
    auto answer = promise.get_future();
    ask([&promise](Result<T> result) { promise.set_value(std::move(result)); });
    return answer.get();
}

/// Says "word " without end, until it is stopped.
test::Answer endlessAnswer()
{
    test::Answer answer{test::streamHead(), {}};
    answer.blocks << "data: " + test::contentChunk("word ") + "\n\n";
    answer.pauseMillis = 5;
    answer.isEndless = true;
    return answer;
}

/// A window with a session that a server answers.
class Answered {
public:
    explicit Answered(test::ReplayServer::Handler handler, const std::string& vfs = {})
        : m_test({}, vfs)
        , m_server(std::move(handler))
        , m_window(m_test.open({1000, 700}))
    {
        endpoint::StoredProfile profile;
        profile.name = "replay";
        profile.kind = endpoint::findServerKind("vllm");
        profile.baseUrl = m_server.url();
        profile.model = "m";
        m_test.workspace().engines().keep(std::move(profile), {}, [](const Result<>&) {});
    }

    void ask(const std::string& text)
    {
        session::RequestSettings settings;
        settings.endpoint = "replay";
        settings.model = "m";
        talk().ask({text, settings, {}, {}});
    }

    [[nodiscard]] std::string answer(session::TurnId id)
    {
        const session::Turn* turn = talk().turn(id);
        return turn == nullptr || turn->parts.empty() ? std::string() : turn->parts.back().text;
    }

    [[nodiscard]] bool tells(const QString& words)
    {
        return !m_window.notices().texts().filter(words).isEmpty();
    }

    [[nodiscard]] workspace::Conversation& talk() { return *m_window.page().conversation(); }
    [[nodiscard]] MainWindow& window() { return m_window; }
    [[nodiscard]] workspace::Workspace& workspace() { return m_test.workspace(); }

private:
    TestDesktop m_test;
    test::ReplayServer m_server;
    MainWindow& m_window;
};

} // namespace

class BadInputTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { test::setFaultPlan({}); }

    void aSessionThatIsThrownAwayElsewhereSaysSoAndComesBack()
    {
        Answered test([](const auto&) { return endlessAnswer(); });
        test.ask("why?");
        QTRY_VERIFY(!test.answer(1).empty());
        test.workspace().shelf().moveToTrash(test.talk().session().id);
        QTRY_VERIFY(test.tells(u"in the trash"_s));
        QVERIFY(test.talk().running()); // nobody stopped it
        for (auto* button : test.window().notices().findChildren<QPushButton*>())
            button->click();
        QTRY_VERIFY(!test.tells(u"in the trash"_s));
        QCOMPARE(test.talk().session().trashedAt, 0);
    }

    void aSessionThatIsDeletedWhileItStreamsStaysUntilItIsLeft()
    {
        Answered test([](const auto&) { return endlessAnswer(); });
        test.ask("why?");
        QTRY_VERIFY(!test.answer(1).empty());
        auto& store = test.workspace().store();
        const auto id = test.talk().session().id;
        QTRY_VERIFY(test.talk().isKept());
        MUST(awaitedFrom<session::Seq>([&](auto to) {
            store.change(id, session::Trashed{0, 1}, std::move(to));
        }));
        MUST(
            awaitedFrom<session::Journal::Purged>([&](auto to) { store.purge(2, std::move(to)); }));
        const auto before = test.answer(1).size();
        QTRY_VERIFY(test.answer(1).size() > before);
        test.talk().stop();
        QTRY_VERIFY(test.tells(u"deleted by another program"_s));
        QCOMPARE(test.window().notices().texts().filter(u"deleted"_s).size(), 1);
        QVERIFY(test.answer(1).size() > before);
    }

    void aFullDiskIsToldOnceAndWhatCameIsSavedWhenThereIsRoom_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("words");
        QTest::newRow("full") << int(test::Fault::Full) << u"full"_s;
        QTest::newRow("broken") << int(test::Fault::Io) << u"cannot be saved"_s;
    }
    void aFullDiskIsToldOnceAndWhatCameIsSavedWhenThereIsRoom()
    {
        QFETCH(int, fault);
        QFETCH(QString, words);
        Answered test([](const auto&) { return endlessAnswer(); }, test::failingVfs());
        test.ask("why?");
        QTRY_VERIFY(!test.answer(1).empty());
        test::setFaultPlan({1, test::Fault(fault), test::Lasting::FromThenOn});
        QTRY_VERIFY_WITH_TIMEOUT(test.tells(words), 10'000);
        QVERIFY(test.tells(u"sessions"_s)); // the place
        QTest::qWait(2500); // it was tried again
        QCOMPARE(test.window().notices().texts().size(), 1);
        const auto size = test.answer(1).size();
        test::setFaultPlan({});
        QTRY_VERIFY_WITH_TIMEOUT(test.tells(u"saved again"_s), 10'000);
        test.talk().stop();
        QTRY_VERIFY_WITH_TIMEOUT(test.talk().isKept(), 10'000);
        const auto id = test.talk().session().id;
        auto& store = test.workspace().store();
        const auto kept =
            MUST(awaitedFrom<session::Session>([&](auto to) { store.load(id, std::move(to)); }));
        QCOMPARE(kept.turns.at(0).parts.back().text, test.answer(1));
        QVERIFY(test.answer(1).size() >= size);
    }

    void anEndpointThatDiesLeavesWhatCameAndCanBeAskedAgain()
    {
        int numAsked = 0;
        Answered test([&numAsked](const auto&) {
            if (++numAsked > 1)
                return test::goodAnswer();
            test::Answer answer{test::streamHead(), {}};
            answer.blocks << "data: " + test::contentChunk("half") + "\n\n";
            answer.pauseMillis = 1;
            answer.after = test::After::Reset;
            return answer;
        });
        test.ask("why?");
        QTRY_VERIFY(test.talk().turn(1) != nullptr
                    && test.talk().turn(1)->ending.state == session::TurnState::Failed);
        QCOMPARE(test.answer(1), std::string("half"));
        QVERIFY(test.window().notices().texts().isEmpty()); // it is told where it happened
        test.ask("again?");
        QTRY_COMPARE(test.answer(2), std::string("One"));
    }

    void ofAClipboardWithFortyPicturesOneIsTaken()
    {
        TestDesktop test;
        MainWindow& window = test.open({900, 600});
        auto* data = new QMimeData;
        for (int type = 0; type < 38; ++type)
            data->setData(u"image/x-kind-%1"_s.arg(type), QByteArray(1 << 20, 'x'));
        data->setData(u"image/jpeg"_s, "lossy");
        data->setData(u"image/png"_s, "whole");
        QGuiApplication::clipboard()->setMimeData(data);
        window.findChild<ComposerEdit*>()->paste();
        const auto& tray = window.page().composer().tray();
        QCOMPARE(tray.items().size(), 1U);
        QCOMPARE(tray.offers().front().type, std::string("image/png"));
        QVERIFY(window.findChild<ComposerEdit*>()->toPlainText().isEmpty());
    }

    /// 4K of noise is what packs worst.
    void pixelsArePackedBesideTheWindow()
    {
        TestDesktop test;
        MainWindow& window = test.open({900, 600});
        QImage image(3840, 2160, QImage::Format_RGB32);
        std::uint32_t noise = 1;
        for (int y = 0; y < image.height(); ++y) {
            auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
            for (int x = 0; x < image.width(); ++x)
                line[x] = (noise = noise * 1664525U + 1013904223U) | 0xff000000U;
        }
        QMimeData data;
        data.setImageData(image);
        QVERIFY(window.page().composer().take(data));
        const auto& tray = window.page().composer().tray();
        QVERIFY(tray.items().empty()); // still at it
        QTRY_COMPARE_WITH_TIMEOUT(tray.items().size(), 1U, 30'000);
        QVERIFY(tray.offers().front().bytes->starts_with("\x89PNG"));
    }

    void aNameThatTurnsItsDirectionIsWrittenOut()
    {
        TestDesktop test;
        MainWindow& window = test.open({900, 600});
        window.page().conversation()->rename("invoice\u202efdp.exe\nsecond line");
        const QString title = window.windowTitle();
        QVERIFY2(title.startsWith(u"invoice<U+202E>fdp.exe second line"_s), qPrintable(title));
        window.notices().add(Tone::Info, u"Exported to /tmp/a\u202Eb."_s);
        QVERIFY(window.notices().texts().back().contains(u"a<U+202E>b"_s));
    }
};

std::unique_ptr<QObject> makeBadInputTest()
{
    return std::make_unique<BadInputTest>();
}

#include "tst_bad_input.moc"
