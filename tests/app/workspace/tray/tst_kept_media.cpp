#include "app/media/png_file.h"
#include "app/workspace/kept_media.h"
#include "tests/app/cli/media_files.h"
#include "tests/app/session/awaited.h"
#include "tests/app/session/samples.h"
#include "tests/app/workspace/tray/tests.h"
#include "tests/support/test_table.h"

#include <QSignalSpy>

using namespace tf;
using namespace tf::workspace;
using State = KeptMedium::State;

class KeptMediaTest : public test::TestCase {
    Q_OBJECT

private:
    std::string put(std::string content)
    {
        return MUST(test::awaited<std::string>(
            [&](auto answer) { m_store->putBlob(std::move(content), std::move(answer)); }));
    }

private Q_SLOTS:
    void init() { m_store = MUST(session::Store::open({.place = m_folder.place()})); }
    void cleanup() { m_store.reset(); }

    void aPictureIsShownSmall()
    {
        const auto picture = noise({640, 360});
        const std::string blob = put(MUST(app::pngBytes(picture.view())));
        KeptMedia media(*m_store);
        QSignalSpy changed(&media, &KeptMedia::changed);
        QVERIFY(media.look(blob).state == State::Reading);
        QVERIFY(changed.wait(20'000));
        const KeptMedium seen = media.look(blob);
        QVERIFY(seen.state == State::Shown);
        QCOMPARE(seen.width, 640);
        QCOMPARE(seen.height, 360);
        QCOMPARE(seen.tokens, 644LL * 364 / 784 + 2);
        QCOMPARE(seen.preview.height, 108);
        QVERIFY(seen.bytes > 0);
        QCOMPARE(changed.count(), 1);
    }

    void whatIsNoPictureIsBroken()
    {
        const std::string blob = put("no picture at all");
        KeptMedia media(*m_store);
        QSignalSpy changed(&media, &KeptMedia::changed);
        (void)media.look(blob);
        QVERIFY(changed.wait(20'000));
        QVERIFY(media.look(blob).state == State::Broken);
    }

    void whatIsNotKeptIsMissingInTheEnd()
    {
        KeptMedia media(*m_store);
        (void)media.look(std::string(64, 'a'));
        QTRY_VERIFY_WITH_TIMEOUT(media.look(std::string(64, 'a')).state == State::Missing, 20'000);
    }

    /// It stops whatever it was doing.
    void itsEndIsCalm()
    {
        const auto picture = noise({1200, 900});
        const std::string blob = put(MUST(app::pngBytes(picture.view())));
        KeptMedia media(*m_store);
        (void)media.look(blob);
    }

private:
    test::StoreFolder m_folder;
    std::unique_ptr<session::Store> m_store;
};

std::unique_ptr<QObject> makeKeptMediaTest()
{
    return std::make_unique<KeptMediaTest>();
}

#include "tst_kept_media.moc"
