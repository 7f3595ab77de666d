#include "app/ingest/reader/conversation.h"
#include "tests/app/ingest/reader/scratch_folder.h"
#include "tests/app/ingest/reader/tests.h"
#include "tests/support/test_table.h"

#include <fcntl.h>

using namespace tf;
using namespace tf::ingest;

class ReaderBoxTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void withoutAFilterOfSystemCallsNothingIsRead()
    {
        ScratchFolder folder;
        const auto started = startIn(folder, TRIFOLD_READ_WITHOUT_FILTER);
        QCOMPARE(started.error().code, Code::Unsupported);
        QVERIFY2(started.error().text.find("cannot shut itself in") != std::string::npos,
                 started.error().text.c_str());
    }

    void withoutLandlockLinksStillLeadNowhere()
    {
        ScratchFolder outside;
        outside.write("secret.txt", "secret\n");
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.link(outside.path(), "link");
        auto process = MUST(startIn(folder, TRIFOLD_READ_WITHOUT_LANDLOCK));
        const CancelToken never;
        const auto listed = MUST(ReaderConversation(process, never).list({}, {}));
        QVERIFY(!listed.end.commit.empty());
        QCOMPARE(MUST(ReaderConversation(process, never).read({"a.txt", ""})).bytes, "alpha\n");
        for (const std::string path : {"link/secret.txt", "link", "../secret.txt", "/etc/passwd"})
            QVERIFY2(!ReaderConversation(process, never).read({path, ""}), path.c_str());
    }

    void theProcessItselfRefusesWaysOut()
    {
        ScratchFolder folder;
        folder.commitTwoFiles();
        folder.link("/etc", "link");
        auto process = MUST(startIn(folder, TRIFOLD_READ));
        const CancelToken never;
        for (const std::string path : {"../x", "/etc/passwd", "link/passwd", "folder/../../x", "",
                                       "folder", ".GIT/config", "a.txt/"})
            QVERIFY2(!ReaderConversation(process, never).read({path, ""}), path.c_str());
        QVERIFY(ReaderConversation(process, never).read({"a.txt", ""}).has_value());
    }

private:
    static Result<ReadingProcess> startIn(const ScratchFolder& folder, const char* program)
    {
        const vision::Descriptor root(
            open(folder.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        return ReadingProcess::start(program, root.number(), {});
    }
};

std::unique_ptr<QObject> makeReaderBoxTest()
{
    return test::make<ReaderBoxTest>();
}

#include "tst_box.moc"
