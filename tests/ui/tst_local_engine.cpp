// The model on this machine through the window: chosen, stopped, loaded, asked,
// unloaded, damaged.

#include "kernels/base/check.h"
#include "tests/support/test_table.h"
#include "tests/ui/test_desktop.h"
#include "tests/ui/tests.h"
#include "ui/endpoints/first_run_page.h"
#include "ui/monitor/speed_line.h"
#include "ui/shell/status_row.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using tf::test::TestDesktop;
using tf::ui::MainWindow;
using tf::workspace::LocalState;

namespace {

const QString kTalkModel = QStringLiteral(TRIFOLD_SOURCE_DIR "/tests/golden/model/talk");

void press(MainWindow& window, const QString& text)
{
    for (QPushButton* button : window.findChildren<QPushButton*>()) {
        if (button->text() == text && button->isVisible())
            return button->click();
    }
    qFatal("there is no button %s", qPrintable(text));
}

/// So small a model writes letters of every script, and not all of them have a
/// font here; Qt warns of each. Other warnings end the test.
class FontsMayLack {
public:
    FontsMayLack()
        : m_before(qInstallMessageHandler(onMessage))
    {
    }
    ~FontsMayLack() { qInstallMessageHandler(m_before); }
    FontsMayLack(const FontsMayLack&) = delete;
    FontsMayLack& operator=(const FontsMayLack&) = delete;

private:
    static void onMessage(QtMsgType type, const QMessageLogContext&, const QString& text)
    {
        const bool isOfFonts = text.contains(u"OpenType support missing"_s);
        CHECK(type == QtDebugMsg || type == QtInfoMsg || isOfFonts, "nothing else is warned of");
    }

    QtMessageHandler m_before;
};

/// As the first page finds it. The dialog for other folders has nothing behind
/// it but this.
void chooseModel(MainWindow& window, const QString& folder)
{
    Q_EMIT window.findChild<tf::ui::FirstRunPage*>()->folderChosen(folder);
}

bool says(const MainWindow& window, const QString& words)
{
    const auto labels = window.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisible() && label->text().contains(words);
    });
}

QString statusOf(const MainWindow& window)
{
    return window.findChild<tf::ui::SpeedLine*>()->text();
}

} // namespace

class LocalEngineTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void fromItsFolderToAnAnswerAndBack()
    {
        TestDesktop test("{\"local\":{\"contextTokens\":1024,\"threads\":2,"
                         "\"thinking\":\"off\"}}");
        MainWindow& window = test.open({1280, 900});
        auto& model = test.workspace().engines().localModel();
        const FontsMayLack quiet;
        chooseModel(window, kTalkModel);
        QVERIFY(says(window, u"Loading …"_s));
        press(window, u"Stop loading"_s);
        QTRY_VERIFY(says(window, u"Not loaded."_s));
        QVERIFY(model.endpoint() == nullptr);
        QTRY_VERIFY(says(window, u"It fits: "_s)); // counted, and nothing is loaded
        QCOMPARE(statusOf(window), u"not loaded"_s);

        press(window, u"Load"_s);
        QTRY_VERIFY(says(window, u"Loaded, ready to answer."_s));
        QTRY_COMPARE(statusOf(window), u"ready"_s);
        QVERIFY(says(window, u"1,024 tokens, all questions and answers"_s));
        auto& talk = *window.page().conversation();
        talk.ask({"What is the matter?", {}, {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(talk.ended() && !talk.running(), 30'000);
        // An answer that is written within a frame has no rate.
        static const QRegularExpression kFirst(
            u"^ready · ([0-9.,]+ tok/s · )?first word [0-9.]+ s · cache hit 0 %$"_s);
        QTRY_VERIFY2(statusOf(window).contains(kFirst), qPrintable(statusOf(window)));
        talk.edit(1, "What is it?");
        static const QRegularExpression kSecond(u"cache hit [1-9][0-9]* %$"_s);
        QTRY_VERIFY_WITH_TIMEOUT(statusOf(window).contains(kSecond), 30'000);
        QTRY_VERIFY(says(window, u"kept for later"_s));
        QVERIFY(says(window, u"prompt tokens"_s));

        press(window, u"Unload"_s);
        QVERIFY(model.state() == LocalState::None);
        QVERIFY(says(window, u"Not loaded."_s));
        QVERIFY(statusOf(window).startsWith(u"not loaded"_s));
    }

    void aDamagedFolderSaysWhyAndWhatToDo()
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(u"copy"_s);
        std::filesystem::copy(kTalkModel.toStdString(), copy.toStdString());
        std::filesystem::remove((copy + u"/model-00002-of-00002.safetensors"_s).toStdString());
        TestDesktop test;
        MainWindow& window = test.open({1280, 900});
        chooseModel(window, copy);
        QTRY_VERIFY(says(window, u"Loading did not succeed."_s));
        QVERIFY(says(window, u"model-00002-of-00002.safetensors"_s));
        QCOMPARE(statusOf(window), u"loading failed"_s);
        press(window, u"Try again"_s);
        QTRY_VERIFY(says(window, u"Loading did not succeed."_s));
    }

    void howItIsLoadedIsRemembered()
    {
        TestDesktop test;
        MainWindow& window = test.open({1280, 900});
        Q_EMIT window.modelSetUp({8192, 1, tf::settings::ThinkingStart::On});
        test.restart();
        QCOMPARE(test.workspace().engines().localModel().setup().contextTokens, 8192);
        QCOMPARE(test.workspace().engines().localModel().setup().threads, 1);
        QVERIFY(tf::settings::load(test.settingsPath()).settings.local.thinking
                == tf::settings::ThinkingStart::On);
    }
};

std::unique_ptr<QObject> makeLocalEngineTest()
{
    return std::make_unique<LocalEngineTest>();
}

#include "tst_local_engine.moc"
