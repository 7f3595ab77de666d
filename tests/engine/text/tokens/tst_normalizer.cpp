#include "engine/text/tokens/normalizer.h"
#include "tests/engine/text/tokens/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QElapsedTimer>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

using namespace tf;
using text::CharTable;
using text::Normalizer;

namespace {

/// NFC of the whole text by ICU in one call.
std::string icuNfc(const std::string& text)
{
    UErrorCode code = U_ZERO_ERROR;
    std::u16string wide(text.size() + 1, u'\0');
    int32_t size = 0;
    u_strFromUTF8(wide.data(), static_cast<int32_t>(wide.size()), &size, text.data(),
                  static_cast<int32_t>(text.size()), &code);
    std::u16string out(static_cast<std::size_t>(size) * 4 + 16, u'\0');
    size = unorm2_normalize(unorm2_getNFCInstance(&code), wide.data(), size, out.data(),
                            static_cast<int32_t>(out.size()), &code);
    std::string bytes(out.size() * 3, '\0');
    int32_t numBytes = 0;
    u_strToUTF8(bytes.data(), static_cast<int32_t>(bytes.size()), &numBytes, out.data(), size,
                &code);
    CHECK(U_SUCCESS(code), u_errorName(code));
    bytes.resize(static_cast<std::size_t>(numBytes));
    return bytes;
}

std::string markedText(test::Gen& gen)
{
    std::string text = gen.text();
    for (auto count = gen.below(gen.size()); count > 0; --count) {
        constexpr char32_t kMarks[] = {0x301,  0x323, 0x344,   0xf73, 0xf71,  0x1161, 0x11a8, 0x5b0,
                                       0x3099, 0x94d, 0x1d165, 0x340, 0x1100, 0x212b, 0xac00, 'e'};
        test::appendUtf8(text, gen.pick(kMarks));
    }
    return text;
}

} // namespace

class NormalizerTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void anyTextBecomesWhatIcuMakesOfTheWhole()
    {
        const auto wrong = test::forAll(
            1500,
            [this](test::Gen& gen) -> std::string {
                const auto text = markedText(gen) + gen.text();
                const auto got = MUST(m_normalizer.normalize(text));
                if (got != icuNfc(text))
                    return text + " became " + got;
                const bool plain = m_normalizer.plainPrefix(text) == text.size();
                return plain && got != text ? text + " is called plain" : "";
            },
            200);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void plainTextIsSeenAsPlain()
    {
        for (const std::string text : {"", "abc", "caf\u00e9", "\u4e16\u754c \U0001f469", "\uac01"})
            QCOMPARE(m_normalizer.plainPrefix(text), text.size());
        QCOMPARE(m_normalizer.plainPrefix("abcde\u0301"), std::size_t(4));
    }

    void manyMarksOnOneLetterTakeNoTime()
    {
        const auto marked = [](std::size_t numBytes) {
            std::string text = "a";
            while (text.size() < numBytes)
                text += "\u0301\u0323\u0f73";
            return text;
        };
        QElapsedTimer timer;
        timer.start();
        const auto text = marked(200'000);
        QCOMPARE(MUST(m_normalizer.normalize(text)).size() > text.size() / 2, true);
        QVERIFY2(timer.elapsed() < 2000, std::to_string(timer.elapsed()).c_str());
        const auto tooMany = m_normalizer.normalize("bc" + marked(2'000'000));
        QCOMPARE(tooMany.error().code, Code::BadInput);
        QVERIFY(tooMany.error().text.find("at byte 2;") != std::string::npos);
    }

private:
    CharTable m_table;
    Normalizer m_normalizer = MUST(Normalizer::make(m_table));
};

std::unique_ptr<QObject> makeNormalizerTest()
{
    return test::make<NormalizerTest>();
}

#include "tst_normalizer.moc"
