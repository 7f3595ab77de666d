#include "tests/app/ingest/obtain/archive_maker.h"
#include "tests/app/ingest/obtain/tests.h"
#include "tests/app/ingest/obtain/workplace.h"
#include "tests/support/test_table.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// What trifold-unpack asks of the system, seen by strace.
class ObtainTraceTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingOutsideTheTargetIsOpenedForWriting_data()
    {
        QTest::addColumn<int>("filter");
        QTest::newRow("tar") << int(MadeFilter::None);
        QTest::newRow("tar.xz") << int(MadeFilter::Xz);
        QTest::newRow("tar.zst") << int(MadeFilter::Zstd);
    }
    void nothingOutsideTheTargetIsOpenedForWriting()
    {
        QFETCH(int, filter);
        const Workplace place;
        if (!place.run(u"strace"_s, {u"-o"_s, u"/dev/null"_s, u"true"_s}))
            QSKIP("strace cannot attach here");
        auto choice = place.choice();
        choice.unpackProgram = tracer(place);
        const auto archive = makeArchive(MadeFormat::Gnu, MadeFilter(filter),
                                         {{"a/b.txt", "b"},
                                          {"d", "/tmp", MadeKind::SoftLink},
                                          {"d/escaped", "!"},
                                          {"h", "/etc/passwd", MadeKind::HardLink},
                                          {"a/b.txt", "again"},
                                          {"../escaped", "!"}});
        const auto got = place.obtain(place.write("x", archive), choice);
        QVERIFY(!got);
        QVERIFY2(got.error().text.find("..") != std::string::npos, got.error().describe().c_str());
        check(QByteArray::fromStdString(Workplace::content(place.path("trace"))));
    }

private:
    /// Runs trifold-unpack under strace, with the descriptors that it was given.
    static std::string tracer(const Workplace& place)
    {
        const auto script =
            place.write("tracer",
                        "#!/bin/sh\nexec /usr/bin/strace -f -qq -o " + place.path("trace") + " "
                            + TRIFOLD_UNPACK + " \"$@\"\n");
        std::filesystem::permissions(script, std::filesystem::perms::owner_all);
        return script;
    }

    static void check(const QByteArray& trace)
    {
        // From where its box is closed; before, it is its libraries that are read.
        const auto closed = trace.indexOf("seccomp(SECCOMP_SET_MODE_FILTER");
        QVERIFY2(closed > 0, "the box was closed");
        int numMade = 0;
        const QRegularExpression writing(u"O_WRONLY|O_RDWR|O_CREAT"_s);
        const QRegularExpression beneath(
            u"(openat|mkdirat|unlinkat)\\(5, \"(?!/)(?!\\.\\.)[^\"]*\""_s);
        const auto lines = trace.split('\n');
        qsizetype at = 0;
        for (const QByteArray& line : lines) {
            const bool isInside = at > closed;
            at += line.size() + 1;
            const QString text = QString::fromUtf8(line);
            const bool changes = text.contains(writing) || text.contains(u" mkdir"_s)
                || text.contains(u" unlink"_s) || text.contains(u" rename"_s)
                || text.contains(u"link"_s + u"at("_s) || text.contains(u" symlink"_s);
            if (changes) {
                QVERIFY2(text.contains(beneath) && !text.contains(u"/../"_s), line.constData());
                ++numMade;
            }
            if (isInside)
                for (const char* call : {" execve(", " socket(", " connect(", " fork(", " clone"})
                    QVERIFY2(!line.contains(call), line.constData());
        }
        QVERIFY(numMade >= 5);
    }
};

std::unique_ptr<QObject> makeObtainTraceTest()
{
    return tf::test::make<ObtainTraceTest>();
}

#include "tst_trace.moc"
