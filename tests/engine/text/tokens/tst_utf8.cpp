#include "engine/text/tokens/utf8.h"
#include "tests/engine/text/tokens/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

using namespace tf;
using text::Sequence;

class Utf8Test : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void sequencesAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("numBytes");
        const auto row = [](const char* name, const char* bytes, Sequence::Kind kind,
                            int numBytes) {
            QTest::newRow(name) << QByteArray(bytes) << static_cast<int>(kind) << numBytes;
        };
        row("ascii", "a", Sequence::Kind::Whole, 1);
        row("two", "\xc3\xa9", Sequence::Kind::Whole, 2);
        row("three", "\xe4\xb8\x96", Sequence::Kind::Whole, 3);
        row("four", "\xf4\x8f\xbf\xbf", Sequence::Kind::Whole, 4);
        row("overlong two", "\xc0\x80", Sequence::Kind::Broken, 1);
        row("overlong three", "\xe0\x9f\xbf", Sequence::Kind::Broken, 1);
        row("surrogate", "\xed\xa0\x80", Sequence::Kind::Broken, 1);
        row("beyond the last", "\xf4\x90\x80\x80", Sequence::Kind::Broken, 1);
        row("lone continuation", "\x80", Sequence::Kind::Broken, 1);
        row("interrupted", "\xe4\xb8X", Sequence::Kind::Broken, 2);
        row("cut off", "\xf0\x9f\x91", Sequence::Kind::CutOff, 3);
    }

    void sequencesAreToldApart()
    {
        QFETCH(QByteArray, bytes);
        const auto sequence = text::firstSequence(bytes.toStdString());
        QTEST(static_cast<int>(sequence.kind), "kind");
        QTEST(static_cast<int>(sequence.numBytes), "numBytes");
    }

    void everyCodePointReadsBackAsItself()
    {
        for (char32_t codePoint = 0; codePoint < 0x110000;
             codePoint += codePoint < 0x11000 ? 1 : 13) {
            if (codePoint >= 0xd800 && codePoint <= 0xdfff)
                continue;
            std::string bytes;
            test::appendUtf8(bytes, codePoint);
            if (text::codePointAt(bytes, 0).value != codePoint
                || text::validPrefix(bytes) != bytes.size())
                QFAIL(std::to_string(codePoint).c_str());
        }
    }

    void validAndBrokenPrefixesCoverAnyBytes()
    {
        const auto wrong = test::forAll(2000, [](test::Gen& gen) -> std::string {
            const auto bytes = gen.bytes();
            std::string_view rest = bytes;
            while (!rest.empty()) {
                const auto numValid = text::validPrefix(rest);
                rest.remove_prefix(numValid);
                const auto numBroken = text::brokenPrefix(rest);
                rest.remove_prefix(numBroken);
                if (numValid + numBroken == 0)
                    return "no way forward in " + bytes;
            }
            return "";
        });
        QVERIFY2(wrong.empty(), wrong.c_str());
    }
};

std::unique_ptr<QObject> makeUtf8Test()
{
    return test::make<Utf8Test>();
}

#include "tst_utf8.moc"
