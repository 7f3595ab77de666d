#include "tests/support/golden.h"

#include "kernels/base/words.h"
#include "tests/support/test_table.h"
#include "tests/support/tests/tests.h"
#include "tests/support/tests/variable.h"

#include <QTemporaryDir>

#include <fstream>
#include <iterator>

using namespace tf::test;

namespace {

std::string contentOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

class GoldenTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anEqualTextPasses()
    {
        const Variable noRebase("TRIFOLD_REBASE");
        std::ofstream(path("equal")) << "one\ntwo\n";
        QCOMPARE(compareWithFile(path("equal"), "one\ntwo\n"), std::string());
    }

    void theFirstLineThatDiffersIsNamed_data()
    {
        QTest::addColumn<std::string>("got");
        QTest::addColumn<std::string>("words");
        const auto row = [](const char* name, const char* got, const char* words) {
            QTest::newRow(name) << std::string(got) << std::string(words);
        };
        row("another word", "one\ntoo\nthree\n", "line 2\n  got  too\n  want two");
        row("the first line", "on\ntwo\nthree\n", "line 1\n  got  on\n  want one");
        row("more", "one\ntwo\nthree\nfour\n", "line 4\n  got  four\n  want (end)");
        row("less", "one\ntwo\n", "line 3\n  got  (end)\n  want three");
        row("no last newline", "one\ntwo\nthree", "line 3\n  got  three(end)\n  want three");
        row("nothing", "", "line 1\n  got  (end)\n  want one");
    }
    void theFirstLineThatDiffersIsNamed()
    {
        QFETCH(const std::string, got);
        QFETCH(const std::string, words);
        const Variable noRebase("TRIFOLD_REBASE");
        std::ofstream(path("differs")) << "one\ntwo\nthree\n";
        QCOMPARE(
            compareWithFile(path("differs"), got),
            tf::words(path("differs"), " differs at ", words, "\n  TRIFOLD_REBASE=1 accepts it"));
    }

    void aMissingFileFailsAndIsNotWritten()
    {
        const Variable noRebase("TRIFOLD_REBASE");
        QCOMPARE(compareWithFile(path("missing"), ""),
                 path("missing") + " does not exist; TRIFOLD_REBASE=1 writes it");
        QVERIFY(!std::ifstream(path("missing")).is_open());
    }

    void rebasingWritesTheFileAndItsFolder()
    {
        const std::string text("new\r\n\0text", 10);
        {
            const Variable rebase("TRIFOLD_REBASE", "1");
            QCOMPARE(compareWithFile(path("deep/er/new"), text), std::string());
        }
        QCOMPARE(contentOf(path("deep/er/new")), text);
        const Variable noRebase("TRIFOLD_REBASE");
        QCOMPARE(compareWithFile(path("deep/er/new"), text), std::string());
    }

    void aRebaseThatCannotWriteFails()
    {
        const Variable rebase("TRIFOLD_REBASE", "1");
        std::ofstream(path("file")) << "in the way";
        QCOMPARE(compareWithFile(path("file/below"), "text"), "cannot write " + path("file/below"));
    }

    void onlyOneMeansRebase()
    {
        const Variable zero("TRIFOLD_REBASE", "0");
        QVERIFY(!rebasing());
    }

private:
    std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }

    QTemporaryDir m_folder;
};

std::unique_ptr<QObject> makeGoldenTest()
{
    return std::make_unique<GoldenTest>();
}

#include "tst_golden.moc"
