#include "tests/support/test_table.h"
#include "tests/ui/transcript/scene.h"
#include "tests/ui/transcript/tests.h"
#include "ui/transcript/view/live_status.h"

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::test;

namespace {

/// What a screen reader was told last of its own accord.
class Listening {
public:
    explicit Listening(const tf::ui::TranscriptView& view)
    {
        for (QWidget* child : view.findChildren<QWidget*>()) {
            if (dynamic_cast<tf::ui::LiveStatus*>(child) != nullptr)
                m_status = child;
        }
    }

    QString take()
    {
        const QString told = m_status->accessibleName();
        m_status->setAccessibleName({});
        return told;
    }

private:
    QWidget* m_status = nullptr;
};

} // namespace

class AnnouncerTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void beginningAndEndAreTold()
    {
        Scene scene(session::Session{});
        Listening listening(scene.view());
        scene.ask("What?");
        scene.stream("One two.\n\n");
        scene.stream("Three.\n\n");
        QCOMPARE(listening.take(), u"Answer started"_s);
        scene.end();
        QCOMPARE(listening.take(), u"Answer finished, 3 words"_s);
    }

    void paragraphsAreToldOnceEachWhenAskedFor()
    {
        Scene scene(session::Session{});
        scene.view().setReadsParagraphs(true);
        Listening listening(scene.view());
        scene.ask("What?");
        scene.stream("One ");
        scene.stream("two.");
        QCOMPARE(listening.take(), u"Answer started"_s);
        scene.stream("\n\nThree");
        QCOMPARE(listening.take(), u"One two."_s);
        scene.stream(" four.\n\n```\na\nb\n```\n\nEnd");
        QCOMPARE(listening.take(), u"Three four.\nCode, 2 lines"_s);
        scene.stream(" of it.");
        QCOMPARE(listening.take(), QString());
        scene.end();
        QCOMPARE(listening.take(), u"End of it.\nAnswer finished, 7 words"_s);
    }

    void whatWentWrongIsToldAtOnce()
    {
        Scene scene(session::Session{});
        Listening listening(scene.view());
        scene.ask("What?");
        scene.stream("Half");
        listening.take();
        scene.end(session::TurnState::Failed);
        QVERIFY(listening.take().contains(u"failed"));
    }
};

std::unique_ptr<QObject> makeAnnouncerTest()
{
    return std::make_unique<AnnouncerTest>();
}

#include "tst_announcer.moc"
