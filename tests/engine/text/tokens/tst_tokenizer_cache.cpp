#include "engine/text/tokens/image_cache.h"
#include "engine/text/tokens/tokenizer.h"
#include "tests/engine/text/tokens/sample_tokenizer.h"
#include "tests/engine/text/tokens/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

#include <fstream>

using namespace tf;
using text::ControlTokens;
using text::Tokenizer;

class TokenizerCacheTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theCacheGivesTheSameTokenizer()
    {
        startAnew();
        const auto fromJson = MUST(Tokenizer::load(m_file));
        QVERIFY(std::filesystem::exists(text::cachePath(m_file)));
        const auto fromCache = MUST(Tokenizer::load(m_file));
        QVERIFY(MUST(text::openCache(text::cachePath(m_file), text::markOf(content(m_file))))
                    .block()
                    .size()
                > 0);
        const auto wrong = test::forAll(300, [&](test::Gen& gen) -> std::string {
            const auto text = gen.text() + "]~b]<think>";
            return MUST(fromJson.encode(text, ControlTokens::Match))
                    == MUST(fromCache.encode(text, ControlTokens::Match))
                ? ""
                : text;
        });
        QVERIFY2(wrong.empty(), wrong.c_str());
        QCOMPARE(fromCache.controlToken("[e~["), fromJson.controlToken("[e~["));
    }

    void nothingIsWrittenWhenNotAskedFor()
    {
        startAnew();
        MUST(Tokenizer::load(m_file, text::CacheFile::None));
        QVERIFY(!std::filesystem::exists(text::cachePath(m_file)));
    }

    void aStaleCacheIsMadeAnew()
    {
        startAnew();
        MUST(Tokenizer::load(m_file));
        write(m_file, test::replaced(test::sampleTokenizerJson(), "[e~[", "[E~["));
        const auto changed = MUST(Tokenizer::load(m_file));
        QVERIFY(changed.controlToken("[E~["));
        QVERIFY(
            text::openCache(text::cachePath(m_file), text::markOf(content(m_file))).has_value());
    }

    void aDamagedCacheIsMadeAnew()
    {
        startAnew();
        MUST(Tokenizer::load(m_file));
        const auto good = content(text::cachePath(m_file));
        const auto wrong = test::forAll(12, [&](test::Gen& gen) -> std::string {
            auto bad = good;
            if (gen.oneIn(2))
                bad.resize(gen.below(bad.size()));
            else
                bad[gen.below(gen.oneIn(2) ? 128 : bad.size())] ^=
                    static_cast<char>(1 << gen.below(8));
            write(text::cachePath(m_file), bad);
            if (text::openCache(text::cachePath(m_file), text::markOf(content(m_file))))
                return "opened";
            MUST(Tokenizer::load(m_file));
            return content(text::cachePath(m_file)) == good ? "" : "not made anew";
        });
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    /// A checksum keeps out accidents only; what it lets through must not be followed blindly.
    void impossibleTablesAreRefusedEvenWithARightChecksum()
    {
        startAnew();
        MUST(Tokenizer::load(m_file));
        const auto good = content(text::cachePath(m_file));
        int numOpened = 0;
        const auto wrong = test::forAll(60, [&](test::Gen& gen) -> std::string {
            std::vector<std::byte> block(good.size());
            std::memcpy(block.data(), good.data(), good.size());
            const auto place =
                (gen.oneIn(2) ? 40 + gen.below(80) : gen.below(block.size() - 4)) & ~std::size_t(3);
            const auto value =
                static_cast<std::uint32_t>(gen.oneIn(2) ? gen.bits() : gen.below(5000));
            std::memcpy(block.data() + place, &value, sizeof value);
            auto* header = reinterpret_cast<text::ImageHeader*>(block.data());
            header->hash = text::imageHash(block);
            const auto image = text::TokenizerImage::open(std::move(block));
            if (!image)
                return "";
            ++numOpened;
            std::size_t numBytes = 0;
            for (text::TokenId id = 0; id < image->header().numIds; ++id)
                numBytes += image->tokenBytes(id).size();
            return numBytes == image->header().numTokenBytes ? "" : "tokens overlap";
        });
        QVERIFY2(wrong.empty(), wrong.c_str());
        QVERIFY(numOpened < 60);
    }

    void whereNothingCanBeWrittenNothingIs()
    {
        const auto file = m_folder.filePath(QStringLiteral("gone")).toStdString();
        const auto image =
            text::writeCache(file + "/tokenizer.json.tfcache",
                             MUST(text::TokenizerImage::open(MUST(MappedFile::open(written())))));
        QVERIFY(!image);
    }

private:
    /// A tokenizer.json without a cache beside it.
    void startAnew()
    {
        write(m_file, test::sampleTokenizerJson());
        std::filesystem::remove(text::cachePath(m_file));
    }

    static void write(const std::filesystem::path& path, const std::string& content)
    {
        std::ofstream(path, std::ios::binary) << content;
    }

    static std::string content(const std::filesystem::path& path)
    {
        return test::contentOf(path.native());
    }

    /// A good cache file.
    std::filesystem::path written()
    {
        MUST(Tokenizer::load(m_file));
        return text::cachePath(m_file);
    }

    QTemporaryDir m_folder;
    std::filesystem::path m_file =
        m_folder.filePath(QStringLiteral("tokenizer.json")).toStdString();
};

std::unique_ptr<QObject> makeTokenizerCacheTest()
{
    return test::make<TokenizerCacheTest>();
}

#include "tst_tokenizer_cache.moc"
