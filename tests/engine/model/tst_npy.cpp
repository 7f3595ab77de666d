#include "engine/model/npy.h"
#include "tests/engine/model/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

#include <cstring>

using namespace tf;
using engine::NpyArray;
using engine::parseNpy;

namespace {

/// A .npy file with this header text and body.
QByteArray npyFile(const QByteArray& header, const QByteArray& body)
{
    QByteArray file("\x93NUMPY\x01\x00", 8);
    file += static_cast<char>(header.size() & 0xff);
    file += static_cast<char>(header.size() >> 8);
    return file + header + body;
}

Result<NpyArray> parsed(const QByteArray& file)
{
    return parseNpy(
        std::as_bytes(std::span(file.constData(), static_cast<std::size_t>(file.size()))));
}

} // namespace

class NpyTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain()
    {
        const std::vector<std::int64_t> shape = {2, 3};
        const std::vector<float> floats = {0.5F, -1, 2, 3, 4, 1e30F};
        MUST(engine::writeNpy(m_file, shape, floats));
        const auto array = MUST(engine::readNpy(m_file));
        QVERIFY(array.shape == shape);
        QVERIFY(std::get<std::vector<float>>(array.numbers) == floats);

        const std::vector<std::int32_t> ints = {-1, 2147483647};
        MUST(engine::writeNpy(m_file, std::vector<std::int64_t>{2}, ints));
        QVERIFY(std::get<std::vector<std::int32_t>>(MUST(engine::readNpy(m_file)).numbers) == ints);
    }

    void theHeaderIsAsNumpyWritesIt()
    {
        MUST(engine::writeNpy(m_file, std::vector<std::int64_t>{1}, std::vector<float>{1}));
        QFile file(QString::fromStdString(m_file));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto content = file.readAll();
        QCOMPARE(content.size(), 132);
        QVERIFY(content.mid(10).startsWith(
            "{'descr': '<f4', 'fortran_order': False, 'shape': (1, ), }"));
        QCOMPARE(content[127], '\n');
    }

    void numpysOwnFilesAreRead()
    {
        const auto ids =
            parsed(npyFile("{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }     \n",
                           QByteArray("\x01\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff", 16)));
        QVERIFY2(ids.has_value(), ids ? "" : ids.error().text.c_str());
        QVERIFY(std::get<std::vector<std::int64_t>>(ids->numbers)
                == (std::vector<std::int64_t>{1, -1}));
        const auto scalar = MUST(parsed(npyFile(
            "{'descr': '<f4', 'fortran_order': False, 'shape': (), }\n", QByteArray(4, 0))));
        QVERIFY(scalar.shape.empty());
        QCOMPARE(std::get<std::vector<float>>(scalar.numbers).size(), std::size_t(1));
        const auto none = MUST(
            parsed(npyFile("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 4), }\n", {})));
        QVERIFY(std::get<std::vector<float>>(none.numbers).empty());
    }

    void whatIsNotReadIsRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("says");
        const auto header = [](const char* type, const char* order, const char* shape) {
            return QByteArray("{'descr': ") + type + ", 'fortran_order': " + order
                + ", 'shape': " + shape + ", }\n";
        };
        const auto row = [](const char* name, const QByteArray& file, const char* says) {
            QTest::newRow(name) << file << QByteArray(says);
        };
        const QByteArray body(8, 0);
        row("nothing", {}, "not a .npy file");
        row("another file", "PK\x03\x04 and so on", "not a .npy file");
        row("version 2", QByteArray("\x93NUMPY\x02\x00\x00\x00\x00\x00", 12), "another version");
        row("no length", QByteArray("\x93NUMPY\x01\x00\x10", 9), "cut off");
        row("cut header", QByteArray("\x93NUMPY\x01\x00\xff\x7f{}", 12), "cut off");
        row("no shape", npyFile("{'descr': '<f4', 'fortran_order': False, }\n", body), "lacks");
        row("doubles", npyFile(header("'<f8'", "False", "(1,)"), body), "'<f8'");
        row("big endian", npyFile(header("'>f4'", "False", "(2,)"), body), "'>f4'");
        row("columns first", npyFile(header("'<f4'", "True", "(2,)"), body), "C order");
        row("too few numbers", npyFile(header("'<f4'", "False", "(3,)"), body), "12 bytes");
        row("too many numbers", npyFile(header("'<f4'", "False", "(1,)"), body), "4 bytes");
        row("negative size", npyFile(header("'<f4'", "False", "(-2,)"), body), "-2");
        row("no tuple", npyFile(header("'<f4'", "False", "2"), body), "list of numbers");
        row("words in the tuple", npyFile(header("'<f4'", "False", "(two,)"), body), "two");
        row("too large", npyFile(header("'<f4'", "False", "(4294967296, 4294967296)"), body),
            "does not fit");
    }
    void whatIsNotReadIsRefused()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, says);
        const auto array = parsed(file);
        QVERIFY(!array.has_value());
        QVERIFY2(array.error().text.find(says.toStdString()) != std::string::npos,
                 array.error().text.c_str());
    }

    void aFileThatCannotBeWrittenIsAnError()
    {
        const auto nowhere = m_folder.filePath(QStringLiteral("no/such/file.npy")).toStdString();
        QVERIFY(!engine::writeNpy(nowhere, std::vector<std::int64_t>{1}, std::vector<float>{1}));
        QVERIFY(engine::readNpy(nowhere).error().code == Code::NotFound);
    }

private:
    QTemporaryDir m_folder;
    std::string m_file = m_folder.filePath(QStringLiteral("a.npy")).toStdString();
};

std::unique_ptr<QObject> makeNpyTest()
{
    return test::make<NpyTest>();
}

#include "tst_npy.moc"
