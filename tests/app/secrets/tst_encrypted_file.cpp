#include "app/secrets/encrypted_file.h"
#include "app/secrets/file_turn.h"
#include "tests/app/secrets/answers.h"
#include "tests/app/secrets/tests.h"
#include "tests/support/test_table.h"

#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <filesystem>
#include <thread>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tf::secrets;
using namespace tf::test;
using tf::Code;

namespace {

constexpr uid_t kNobody = 65534;

tf::Result<> unlock(EncryptedFile& file, std::string_view password)
{
    return answerTo<void>([&](auto answer) { file.unlock(Secret(password), std::move(answer)); });
}

tf::Result<> create(EncryptedFile& file, std::string_view password)
{
    return answerTo<void>([&](auto answer) { file.create(Secret(password), std::move(answer)); });
}

/// No file of this process grows beyond a size meanwhile: a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t numBytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        m_previous = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit = {numBytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        static_cast<void>(std::signal(SIGXFSZ, m_previous));
    }

private:
    rlimit m_before = {};
    void (*m_previous)(int) = nullptr;
};

} // namespace

class EncryptedFileTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void isMadeLockedAndOpened()
    {
        {
            EncryptedFile file(path(), kLeastHardness);
            QVERIFY(file.state() == EncryptedFile::State::Missing);
            QVERIFY(readFrom(file, "a").error().code == Code::NotFound);
            QVERIFY(writeTo(file, "a", "canary").error().code == Code::NotFound);
            QVERIFY(!std::filesystem::exists(path())); // asking makes nothing
            MUST(create(file, "password"));
            QVERIFY(file.state() == EncryptedFile::State::Open);
            MUST(writeTo(file, "minimax", "canary-1"));
        }
        EncryptedFile file(path());
        QVERIFY(file.state() == EncryptedFile::State::Locked);
        for (const auto code :
             {readFrom(file, "minimax").error().code, removeFrom(file, "minimax").error().code,
              writeTo(file, "minimax", "k").error().code, namesIn(file).error().code})
            QVERIFY(code == Code::Denied);
        MUST(unlock(file, "password"));
        QVERIFY(file.state() == EncryptedFile::State::Open);
        QCOMPARE(textOf(readFrom(file, "minimax")), std::string("canary-1"));
    }

    void isItsOwnersAlone()
    {
        EncryptedFile file(path(), kLeastHardness);
        MUST(create(file, "password"));
        MUST(writeTo(file, "a", "k"));
        QCOMPARE(modeOf(path()), mode_t(0600));
        QCOMPARE(modeOf(path() + ".lock"), mode_t(0600));
        QCOMPARE(modeOf(std::filesystem::path(path()).parent_path()), mode_t(0700));
    }

    void keepsNothingInClear()
    {
        EncryptedFile file(path(), kLeastHardness);
        MUST(create(file, "canary-password"));
        MUST(writeTo(file, "canary-name", "canary-key"));
        for (const auto& entry :
             std::filesystem::directory_iterator(std::filesystem::path(path()).parent_path()))
            QVERIFY2(!contentOf(entry.path()).contains("canary"), entry.path().c_str());
    }

    void aWrongPasswordOpensNothing()
    {
        made();
        EncryptedFile file(path());
        const auto opened = unlock(file, "canary-guess");
        QVERIFY(!opened);
        QVERIFY(opened.error().code == Code::Denied);
        QVERIFY2(opened.error().text.find("password") != std::string::npos,
                 opened.error().text.c_str());
        QVERIFY(opened.error().describe().find("canary") == std::string::npos);
        QVERIFY(file.state() == EncryptedFile::State::Locked);
        MUST(unlock(file, "password")); // the next guess may be right
    }

    void neverMakesOneOverAnother()
    {
        made();
        const QByteArray before = contentOf(path());
        EncryptedFile file(path(), kLeastHardness);
        QVERIFY(create(file, "other").error().code == Code::BadInput);
        QCOMPARE(contentOf(path()), before);
        QVERIFY(create(file, "").error().code == Code::BadInput);
    }

    void whatCannotBeReadIsNeverWrittenOver_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<int>("code");
        QTest::newRow("empty") << u"empty"_s << int(Code::Corrupt);
        QTest::newRow("cut") << u"cut"_s << int(Code::Corrupt);
        QTest::newRow("a bit") << u"bit"_s << int(Code::Corrupt);
        QTest::newRow("another file") << u"text"_s << int(Code::Corrupt);
        QTest::newRow("newer") << u"newer"_s << int(Code::Unsupported);
        QTest::newRow("huge") << u"huge"_s << int(Code::Corrupt);
    }
    void whatCannotBeReadIsNeverWrittenOver()
    {
        QFETCH(QString, damage);
        QFETCH(int, code);
        made();
        EncryptedFile open(path());
        MUST(unlock(open, "password"));
        spoil(damage);
        const auto size = std::filesystem::file_size(path());
        const QByteArray before = contentOf(path());

        EncryptedFile locked(path());
        QCOMPARE(int(unlock(locked, "password").error().code), code);
        QVERIFY(create(locked, "password").error().code == Code::BadInput);
        QCOMPARE(int(writeTo(open, "b", "k").error().code), code);
        QCOMPARE(int(removeFrom(open, "a").error().code), code);
        QCOMPARE(int(readFrom(open, "a").error().code), code);
        QCOMPARE(std::filesystem::file_size(path()), size);
        QCOMPARE(contentOf(path()), before);
    }

    void whatIsNoFileIsLeftAlone_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("a folder") << u"folder"_s;
        QTest::newRow("a pipe") << u"pipe"_s; // and does not wait for a writer
        QTest::newRow("no right to read") << u"locked"_s;
    }
    void whatIsNoFileIsLeftAlone()
    {
        QFETCH(QString, what);
        const bool asNobody = what == u"locked" && geteuid() == 0;
        made();
        if (what != u"locked")
            std::filesystem::remove(path());
        if (what == u"folder")
            std::filesystem::create_directories(path());
        if (what == u"pipe")
            QCOMPARE(mkfifo(path().c_str(), 0600), 0);
        if (what == u"locked")
            QCOMPARE(chmod(path().c_str(), 0), 0);
        // The effective user of the thread that reads is that of the process.
        if (asNobody)
            QCOMPARE(seteuid(kNobody), 0);
        EncryptedFile file(path());
        const auto opened = unlock(file, "password");
        const auto written = create(file, "password");
        if (asNobody)
            QCOMPARE(seteuid(0), 0);
        QVERIFY(!opened && !written);
        QVERIFY(std::filesystem::exists(path()));
    }

    /// What one process keeps while another has the file open is not lost, and is seen.
    void twoStoresLoseNothing()
    {
        made();
        EncryptedFile one(path());
        EncryptedFile other(path());
        MUST(unlock(one, "password"));
        MUST(unlock(other, "password"));
        int numAnswers = 0;
        for (int idx = 0; idx < 20; ++idx) {
            auto& store = idx % 2 == 0 ? one : other;
            store.write("key" + std::to_string(idx), Secret("canary-" + std::to_string(idx)),
                        [&](tf::Result<> written) { numAnswers += written ? 1 : 1000; });
        }
        QTRY_COMPARE_WITH_TIMEOUT(numAnswers, 20, 20'000);
        QCOMPARE(MUST(namesIn(one)).size(), std::size_t(21));
        QVERIFY(MUST(namesIn(one)) == MUST(namesIn(other)));
        MUST(removeFrom(one, "key7"));
        QVERIFY(readFrom(other, "key7").error().code == Code::NotFound);
    }

    void twoCannotMakeItAtOnce()
    {
        EncryptedFile one(path(), kLeastHardness);
        EncryptedFile other(path(), kLeastHardness);
        int numMade = 0;
        int numAnswers = 0;
        for (auto* file : {&one, &other})
            file->create(Secret("password"), [&](tf::Result<> done) {
                numMade += done ? 1 : 0;
                ++numAnswers;
            });
        QTRY_COMPARE(numAnswers, 2);
        QCOMPARE(numMade, 1);
    }

    void anotherPasswordMeanwhileIsNotWrittenOver()
    {
        made();
        EncryptedFile file(path());
        MUST(unlock(file, "password"));
        std::filesystem::remove(path());
        made("other");
        const QByteArray before = contentOf(path());
        QVERIFY(writeTo(file, "b", "k").error().code == Code::Denied);
        QVERIFY(readFrom(file, "a").error().code == Code::Denied);
        QCOMPARE(contentOf(path()), before);
        MUST(unlock(file, "other"));
        QCOMPARE(textOf(readFrom(file, "a")), std::string("canary"));
    }

    void aFileThatWentAwayIsNotMadeAgainInSilence()
    {
        made();
        EncryptedFile file(path());
        MUST(unlock(file, "password"));
        std::filesystem::remove(path());
        QVERIFY(writeTo(file, "b", "k").error().code == Code::NotFound);
        QVERIFY(!std::filesystem::exists(path()));
        QVERIFY(file.state() == EncryptedFile::State::Missing);
    }

    void aFullDiskLeavesTheOldFile()
    {
        made();
        EncryptedFile file(path());
        MUST(unlock(file, "password"));
        const QByteArray before = contentOf(path());
        {
            const FullDisk full(100);
            QVERIFY(!writeTo(file, "b", "k"));
        }
        QCOMPARE(contentOf(path()), before);
        QCOMPARE(numFiles(), 2); // it and its lock: the attempt left nothing
        MUST(writeTo(file, "b", "k"));
    }

    void aLinkIsKept()
    {
        made();
        const std::string real = std::filesystem::path(path()).parent_path() / "real";
        std::filesystem::rename(path(), real);
        std::filesystem::create_symlink(real, path());
        EncryptedFile file(path());
        MUST(unlock(file, "password"));
        MUST(writeTo(file, "b", "k"));
        QVERIFY(std::filesystem::is_symlink(path()));
        EncryptedFile again(real);
        MUST(unlock(again, "password"));
        QCOMPARE(textOf(readFrom(again, "b")), std::string("k"));
    }

    void waitsForItsTurn()
    {
        made();
        EncryptedFile file(path());
        MUST(unlock(file, "password"));
        std::optional<FileTurn> turn = MUST(FileTurn::take(path()));
        bool isWritten = false;
        file.write("b", Secret("k"), [&](tf::Result<> done) { isWritten = done.has_value(); });
        QTest::qWait(200);
        QVERIFY(!isWritten);
        turn.reset();
        QTRY_VERIFY(isWritten);
    }

private:
    [[nodiscard]] std::string path() const
    {
        return m_folder->path().toStdString() + "/trifold/keys.sealed";
    }

    /// A file with one key in it.
    void made(std::string_view password = "password") const
    {
        EncryptedFile file(path(), kLeastHardness);
        MUST(create(file, password));
        MUST(writeTo(file, "a", "canary"));
    }

    static mode_t modeOf(const std::filesystem::path& path)
    {
        struct stat status { };
        return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777 : 0;
    }

    /// The beginning of it: one of the files is huge.
    static QByteArray contentOf(const std::filesystem::path& path)
    {
        QFile file(QString::fromStdString(path.native()));
        return file.open(QIODevice::ReadOnly) ? file.read(100'000) : QByteArray("?");
    }

    [[nodiscard]] int numFiles() const
    {
        const std::filesystem::directory_iterator files(
            std::filesystem::path(path()).parent_path());
        return static_cast<int>(std::distance(begin(files), end(files)));
    }

    void spoil(const QString& damage) const
    {
        const auto size = std::filesystem::file_size(path());
        QFile file(QString::fromStdString(path()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (damage == u"text")
            file.write("[Desktop Entry]\n");
        if (damage == u"newer" && file.seek(8))
            file.write("\2");
        if (damage == u"bit" && file.seek(static_cast<qint64>(size) / 2)) {
            const char byte = file.peek(1).at(0);
            file.putChar(static_cast<char>(byte ^ 1));
        }
        file.close();
        if (damage == u"empty")
            std::filesystem::resize_file(path(), 0);
        if (damage == u"cut")
            std::filesystem::resize_file(path(), size - 1);
        if (damage == u"huge")
            std::filesystem::resize_file(path(), std::uint64_t(10) << 30);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

std::unique_ptr<QObject> makeEncryptedFileTest()
{
    return std::make_unique<EncryptedFileTest>();
}

#include "tst_encrypted_file.moc"
