#include "tests/support/test_table.h"
#include "tests/vision/media/tests.h"
#include "vision/media/source.h"

#include <QTemporaryDir>

#include <array>
#include <fstream>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace tf;
using vision::Descriptor;
using vision::Source;

class SourceTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void readsAtAnyPlace_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<int>("count");
        QTest::addColumn<QByteArray>("want");
        QTest::newRow("the beginning") << qint64(0) << 4 << QByteArray("0123");
        QTest::newRow("the middle") << qint64(3) << 4 << QByteArray("3456");
        QTest::newRow("all") << qint64(0) << 10 << QByteArray("0123456789");
        QTest::newRow("over the end") << qint64(8) << 4 << QByteArray("89");
        QTest::newRow("at the end") << qint64(10) << 4 << QByteArray("");
        QTest::newRow("far behind it") << (qint64(1) << 40) << 4 << QByteArray("");
        QTest::newRow("nothing") << qint64(5) << 0 << QByteArray("");
    }
    void readsAtAnyPlace()
    {
        QFETCH(qint64, offset);
        QFETCH(int, count);
        QFETCH(QByteArray, want);
        const auto file = MUST(Source::open(write("0123456789")));
        const auto memory = MUST(Source::fromBytes(bytesOf("0123456789")));
        for (const Source* source : {&file, &memory}) {
            QCOMPARE(source->size(), std::int64_t(10));
            QCOMPARE(read(*source, offset, count), want);
        }
    }

    void refusesAPlaceBeforeTheBeginning()
    {
        const auto source = MUST(Source::fromBytes(bytesOf("abc")));
        std::array<std::byte, 1> to = {};
        QVERIFY(source.readAt(-1, to).error().code == Code::BadInput);
    }

    void emptyMediaAreMediaToo()
    {
        QCOMPARE(MUST(Source::open(write(""))).size(), std::int64_t(0));
        QCOMPARE(MUST(Source::fromBytes({})).size(), std::int64_t(0));
    }

    void saysWhyItCannotOpen()
    {
        const std::string missing = path("nothing here");
        const Error error = Source::open(missing).error();
        QVERIFY(error.code == Code::NotFound);
        QVERIFY(error.text.find(missing) != std::string::npos);
        QVERIFY(Source::open(m_folder.path().toStdString()).error().code == Code::BadInput);
        QVERIFY(Source::open("/dev/zero").error().code == Code::BadInput);
    }

    void doesNotWaitForAPipe()
    {
        const std::string pipe = path("pipe");
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
        QVERIFY(Source::open(pipe).error().code == Code::BadInput);
    }

    void takesADescriptorOver()
    {
        const int descriptor = ::open(write("abc").c_str(), O_RDONLY | O_CLOEXEC);
        {
            const auto source = MUST(Source::fromDescriptor(Descriptor(descriptor)));
            QCOMPARE(source.descriptor(), descriptor);
            QCOMPARE(read(source, 1, 5), QByteArray("bc"));
        }
        QVERIFY(!isOpen(descriptor));
    }

    void closesADescriptorThatItRefuses()
    {
        const int descriptor = ::open("/dev/zero", O_RDONLY | O_CLOEXEC);
        QVERIFY(Source::fromDescriptor(Descriptor(descriptor)).error().code == Code::BadInput);
        QVERIFY(!isOpen(descriptor));
        QVERIFY(!Source::fromDescriptor(Descriptor()).has_value());
    }

    void readingMovesNoPosition()
    {
        const auto source = MUST(Source::open(write("0123456789")));
        QCOMPARE(read(source, 4, 3), QByteArray("456"));
        QCOMPARE(lseek(source.descriptor(), 0, SEEK_CUR), off_t(0));
    }

    void nobodyChangesPastedBytes()
    {
        const auto source = MUST(Source::fromBytes(bytesOf("abc")));
        QVERIFY(pwrite(source.descriptor(), "x", 1, 0) < 0);
        QVERIFY(ftruncate(source.descriptor(), 0) < 0);
        QCOMPARE(read(source, 0, 3), QByteArray("abc"));
    }

    void movesOn()
    {
        auto first = MUST(Source::fromBytes(bytesOf("first")));
        auto second = MUST(Source::fromBytes(bytesOf("second")));
        second = std::move(first);
        QCOMPARE(second.size(), std::int64_t(5));
        const Source third = std::move(second);
        QCOMPARE(read(third, 0, 9), QByteArray("first"));
    }

private:
    static std::span<const std::byte> bytesOf(std::string_view text)
    {
        return std::as_bytes(std::span(text));
    }

    static bool isOpen(int descriptor) { return fcntl(descriptor, F_GETFD) >= 0; }

    static QByteArray read(const Source& source, std::int64_t offset, int count)
    {
        QByteArray to(count, '?');
        const auto got = MUST(source.readAt(
            offset, std::as_writable_bytes(std::span(to.data(), std::size_t(count)))));
        return to.left(int(got));
    }

    std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    std::string write(const std::string& text)
    {
        const std::string where = path("medium");
        std::ofstream(where, std::ios::binary) << text;
        return where;
    }

    QTemporaryDir m_folder;
};

std::unique_ptr<QObject> makeSourceTest()
{
    return std::make_unique<SourceTest>();
}

#include "tst_source.moc"
