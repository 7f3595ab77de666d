#include "engine/model/files/checkpoint_index.h"
#include "engine/model/files/safetensors.h"
#include "kernels/base/words.h"
#include "tests/engine/model/tests.h"
#include "tests/engine/model/tiny_checkpoint.h"
#include "tests/support/test_table.h"

#include <cstring>

using namespace tf;
using engine::readSafetensors;

namespace {

Result<engine::SafetensorsHeader> parsed(const std::string& file)
{
    return readSafetensors(std::as_bytes(std::span(file.data(), file.size())));
}

std::string entry(std::string_view name, std::string_view type, std::string_view shape,
                  std::string_view offsets)
{
    return words("\"", name, "\":{\"dtype\":\"", type, "\",\"shape\":", shape,
                 ",\"data_offsets\":", offsets, "}");
}

} // namespace

class SafetensorsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void tensorsAreWhereTheHeaderSays()
    {
        // A gap before "b", a scalar, an empty tensor, a type that nobody reads, odd alignment.
        const auto text = words(
            "{\"__metadata__\":{\"format\":\"pt\"},", entry("a", "F32", "[2,3]", "[0,24]"), ",",
            entry("b", "BF16", "[]", "[25,27]"), ",", entry("c", "F16", "[0,7]", "[27,27]"), ",",
            entry("d", "F4", "[3]", "[27,29]"), "}  ");
        const auto header = MUST(parsed(test::safetensorsFile(text, 30)));
        QCOMPARE(header.tensors.size(), std::size_t(4));
        QCOMPARE(header.numBytes, 8 + text.size());
        QCOMPARE(header.tensors[0].begin, header.numBytes);
        QCOMPARE(header.tensors[0].numBytes(), std::uint64_t(24));
        QCOMPARE(engine::describe(header.tensors[0].type, header.tensors[0].shape),
                 std::string("F32 [2, 3]"));
        QVERIFY(header.tensors[1].shape.empty());
        QCOMPARE(header.tensors[3].end, header.numBytes + 29);
    }

    void brokenHeadersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const std::string& header, const char* says) {
            QTest::newRow(name) << QByteArray::fromStdString(header) << QByteArray(says);
        };
        const auto one = [](std::string_view type, std::string_view shape, std::string_view at) {
            return words("{", entry("a", type, shape, at), "}");
        };
        row("nothing", "", "at byte 0");
        row("a list", "[]", "at byte");
        row("cut off", one("U8", "[4]", "[0,4]").substr(0, 30), "at byte");
        row("more after the end", one("U8", "[4]", "[0,4]") + "x", "at byte");
        row("not UTF-8", words("{", entry("\xff\xfe", "U8", "[4]", "[0,4]"), "}"), "UTF");
        row("a newline in a name", words("{", entry("a\\nb", "U8", "[4]", "[0,4]"), "}"),
            "control");
        row("a long name", words("{", entry(std::string(2000, 'n'), "U8", "[4]", "[0,4]"), "}"),
            "2000 bytes");
        row("one name twice",
            words("{", entry("a", "U8", "[4]", "[0,4]"), ",", entry("a", "U8", "[4]", "[4,8]"),
                  "}"),
            "two tensors have the name \"a\"");
        row("one name twice in another spelling",
            words("{", entry("a", "U8", "[4]", "[0,4]"), ",",
                  entry("\\u0061", "U8", "[4]", "[4,8]"), "}"),
            "two tensors have the name \"a\"");
        row("overlapping",
            words("{", entry("a", "U8", "[4]", "[0,4]"), ",", entry("b", "U8", "[4]", "[3,7]"),
                  "}"),
            "\"a\" and \"b\" overlap");
        row("one within the other",
            words("{", entry("a", "U8", "[8]", "[0,8]"), ",", entry("b", "U8", "[1]", "[3,4]"),
                  "}"),
            "\"a\" and \"b\" overlap");
        row("backwards", one("U8", "[4]", "[4,0]"), "from 4 back to 0");
        row("beyond the file", one("U8", "[65]", "[0,65]"), "cut off");
        row("far beyond", one("U8", "[4]", "[9223372036854775808,9223372036854775812]"), "cut off");
        row("around the end of numbers",
            one("U8", "[4]", "[18446744073709551612,18446744073709551615]"), "does not fit");
        row("more than 64 bits", one("U8", "[4]", "[0,18446744073709551616]"), "data_offsets");
        row("negative", one("U8", "[4]", "[-4,0]"), "data_offsets");
        row("a fraction", one("U8", "[4]", "[0,4.0]"), "data_offsets");
        row("one offset", one("U8", "[4]", "[4]"), "two numbers");
        row("three offsets", one("U8", "[4]", "[0,4,8]"), "more than 2");
        row("too few bytes", one("F32", "[2]", "[0,4]"), "F32 [2] needs 8 bytes and has 4");
        row("too many bytes", one("BF16", "[2]", "[0,8]"), "needs 4 bytes");
        row("a shape that overflows", one("F32", "[4294967296,4294967296]", "[0,4]"),
            "does not fit");
        row("a size of 2^63", one("U8", "[9223372036854775808]", "[0,4]"), "does not fit");
        row("bytes that overflow", one("F64", "[4611686018427387904]", "[0,0]"), "does not fit");
        row("nine dimensions", one("U8", "[1,1,1,1,1,1,1,1,1]", "[0,1]"), "more than 8");
        row("a negative size", one("U8", "[-1]", "[0,1]"), "shape");
        row("no dtype", R"({"a":{"shape":[1],"data_offsets":[0,1]}})", "must have");
        row("two dtypes", R"({"a":{"dtype":"U8","dtype":"U8","shape":[1],"data_offsets":[0,1]}})",
            "a second \"dtype\"");
        row("an unknown member", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"x":1}})",
            "\"x\" is unknown");
        row("a tensor that is a number", R"({"a":1})", "tensor \"a\"");
        row("metadata that is no text", R"({"__metadata__":{"a":1}})", "__metadata__");
        row("deep", "{\"a\":" + std::string(5000, '[') + std::string(5000, ']') + "}", "tensor");
    }
    void brokenHeadersAreRefused()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, says);
        const auto read = parsed(test::safetensorsFile(header.toStdString(), 64));
        QVERIFY(!read.has_value());
        QVERIFY2(read.error().text.find(says.toStdString()) != std::string::npos,
                 read.error().text.c_str());
    }

    void aLengthThatLiesIsRefused()
    {
        for (const std::size_t numBytes : {0, 1, 7})
            QVERIFY(parsed(std::string(numBytes, '\0')).error().code == Code::Corrupt);
        auto file = test::safetensorsFile("{}", 0);
        QVERIFY(parsed(file).has_value());
        file[0] = 3;
        QVERIFY(parsed(file).error().code == Code::Corrupt);
        for (int byte = 0; byte < 8; ++byte)
            file[static_cast<std::size_t>(byte)] = '\xff';
        QVERIFY(parsed(file).error().text.find("18446744073709551615") != std::string::npos);
    }

    void anIndexNamesFilesOfItsFolder()
    {
        const auto map = MUST(engine::readCheckpointIndex(
            R"({"metadata":{"total_size":[1]},"weight_map":{"a":"x.safetensors",
            "b":"y/z.safetensors","c":"x.safetensors"}})"));
        QVERIFY(map.files == (std::vector<std::string>{"x.safetensors", "y/z.safetensors"}));
        QCOMPARE(map.entries.size(), std::size_t(3));
        QCOMPARE(map.entries[2].fileIdx, std::uint32_t(0));
    }

    void aBadIndexIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"", "{", "[]", "{}", R"({"weight_map":{}})", R"({"weight_map":[]})",
              R"({"weight_map":{"a":1}})",
              R"({"weight_map":{"a":"b.safetensors"},"weight_map":{}})",
              R"({"weight_map":{"a":"b.safetensors","a":"b.safetensors"}})",
              R"({"weight_map":{"a":"../b.safetensors"}})",
              R"({"weight_map":{"a":"x/../../b.safetensors"}})",
              R"({"weight_map":{"a":"/etc/b.safetensors"}})", R"({"weight_map":{"a":""}})",
              R"({"weight_map":{"a":"./b.safetensors"}})", R"({"weight_map":{"a":"b/"}})",
              R"({"weight_map":{"a":"..\\b.safetensors"}})",
              R"({"weight_map":{"a":"b\u0000.safetensors"}})", R"({"weight_map":{"a":"b.bin"}})"})
            QTest::newRow(text) << QByteArray(text);
    }
    void aBadIndexIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!engine::readCheckpointIndex(text.toStdString()).has_value());
    }
};

std::unique_ptr<QObject> makeSafetensorsTest()
{
    return test::make<SafetensorsTest>();
}

#include "tst_safetensors.moc"
