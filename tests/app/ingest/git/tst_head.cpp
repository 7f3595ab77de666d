#include "app/ingest/git/head.h"
#include "tests/app/ingest/git/tests.h"
#include "tests/support/test_table.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace tf;
using namespace tf::ingest;

namespace {

const std::string kOne(40, '1');
const std::string kTwo(40, '2');

class GitFiles {
public:
    void write(const std::string& name, const std::string& bytes)
    {
        const auto path = m_folder.filePath(QString::fromStdString(name));
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }

    Result<Head> head() const
    {
        const auto folder = TRY(OpenFolder::at(m_folder.path().toStdString()));
        return readHead(folder);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

class HeadTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aLooseReferenceWinsOverAPackedOne()
    {
        GitFiles files;
        files.write("HEAD", "ref: refs/heads/main\n");
        files.write("packed-refs", "# pack-refs\n" + kTwo + " refs/heads/main\n^" + kOne + "\n");
        QCOMPARE(MUST(files.head()).commit->hex(), kTwo);
        files.write("refs/heads/main", kOne + "\n");
        const auto head = MUST(files.head());
        QCOMPARE(head.commit->hex(), kOne);
        QCOMPARE(head.branch, "main");
    }

    void aBranchWhoseNameBeginsAnothersIsNotThatOne()
    {
        GitFiles files;
        files.write("HEAD", "ref: refs/heads/a\n");
        files.write("refs/heads/a/b", kOne + "\n");
        QVERIFY(!MUST(files.head()).commit);
        QVERIFY(!findPacked(kOne + " refs/heads/aa\n" + kTwo + " xrefs/heads/a\n", "refs/heads/a"));
    }

    void detached()
    {
        GitFiles files;
        files.write("HEAD", kOne + "\n");
        const auto head = MUST(files.head());
        QCOMPARE(head.commit->hex(), kOne);
        QCOMPARE(head.branch, "");
    }

    void fiveStepsAreFollowedAndNoMore()
    {
        GitFiles files;
        files.write("HEAD", "ref: refs/heads/1\n");
        for (int step = 1; step < 5; ++step)
            files.write("refs/heads/" + std::to_string(step),
                        "ref: refs/heads/" + std::to_string(step + 1) + "\n");
        files.write("refs/heads/5", kOne + "\n");
        QCOMPARE(MUST(files.head()).commit->hex(), kOne);
        files.write("refs/heads/5", "ref: refs/heads/6\n");
        QCOMPARE(files.head().error().code, Code::Corrupt);
    }

    void longNamesAreSha256()
    {
        GitFiles files;
        files.write("HEAD", std::string(64, 'a') + "\n");
        QCOMPARE(files.head().error().code, Code::Unsupported);
    }
};

std::unique_ptr<QObject> makeHeadTest()
{
    return test::make<HeadTest>();
}

#include "tst_head.moc"
