#include "tests/support/gen.h"

#include "kernels/base/words.h"
#include "tests/support/test_table.h"
#include "tests/support/tests/tests.h"
#include "tests/support/tests/variable.h"

#include <QStringDecoder>

#include <cmath>
#include <set>

using namespace tf::test;

namespace {

bool isUtf8(const std::string& text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    [[maybe_unused]] const QString decoded =
        decoder.decode(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoder.hasError();
}

std::string everythingFrom(std::uint64_t seed)
{
    Gen gen(seed, 20);
    auto out = tf::words(gen.bits(), " ", gen.between(-5, 5), " ", gen.below(7), " ", gen.unit(),
                         " ", gen.normal(), " ");
    out += gen.text() + gen.bytes();
    for (const auto& piece : gen.pieces("how it is cut"))
        out += piece + "|";
    return out;
}

/// Wrong for every text of more than `most` bytes.
Law atMost(std::size_t most)
{
    return [most](Gen& gen) {
        return gen.size() > most ? tf::words("size ", gen.size()) : std::string();
    };
}

} // namespace

class GenTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSameValues()
    {
        QCOMPARE(everythingFrom(7), everythingFrom(7));
        QVERIFY(everythingFrom(7) != everythingFrom(8));
    }

    /// The published first numbers of xoshiro256** whose state splitmix64 fills from 0.
    void theSequenceIsTheSameOnEveryMachine()
    {
        Gen gen(0, 1);
        QCOMPARE(gen.bits(), 0x99ec5f36cb75f2b4ULL);
        QCOMPARE(gen.bits(), 0xbf6e1f784956452aULL);
    }

    void textIsValidUtf8AndNotOnlyAscii()
    {
        bool sawWide = false;
        for (std::uint64_t seed = 0; seed < 500; ++seed) {
            Gen gen(seed, 1 + seed % 64);
            const auto text = gen.text();
            QVERIFY2(isUtf8(text), tf::words("seed ", seed).c_str());
            for (const char c : text)
                sawWide = sawWide || static_cast<unsigned char>(c) >= 0xf0;
        }
        QVERIFY(sawWide);
    }

    void bytesAreOftenBroken()
    {
        int numBroken = 0;
        for (std::uint64_t seed = 0; seed < 500; ++seed)
            numBroken += isUtf8(Gen(seed, 30).bytes()) ? 0 : 1;
        QVERIFY2(numBroken > 100 && numBroken < 500, tf::words(numBroken).c_str());
    }

    void piecesJoinToTheWhole()
    {
        std::set<std::size_t> sizes;
        for (std::uint64_t seed = 0; seed < 500; ++seed) {
            Gen gen(seed, 30);
            const auto whole = gen.bytes();
            std::string joined;
            for (const auto& piece : gen.pieces(whole)) {
                joined += piece;
                sizes.insert(piece.size());
            }
            QCOMPARE(joined, whole);
        }
        QVERIFY(sizes.contains(0));
        QVERIFY(sizes.contains(1));
        QVERIFY(*sizes.rbegin() > 10);
    }

    void numbersStayInTheirRange()
    {
        Gen gen(1, 1);
        std::set<std::int64_t> seen;
        for (int tryIdx = 0; tryIdx < 1000; ++tryIdx) {
            seen.insert(gen.between(-2, 2));
            QVERIFY(gen.below(3) < 3);
            const double unit = gen.unit();
            QVERIFY(unit >= 0 && unit < 1);
            QVERIFY(std::isfinite(gen.normal()));
        }
        QVERIFY((seen == std::set<std::int64_t>{-2, -1, 0, 1, 2}));
        QCOMPARE(gen.below(0), std::size_t(0));
        QCOMPARE(gen.between(INT64_MIN, INT64_MIN), INT64_MIN);
    }

    void everyLengthOfUtf8IsEncoded()
    {
        const auto encoded = [](char32_t codePoint) {
            std::string out;
            appendUtf8(out, codePoint);
            return out;
        };
        QCOMPARE(encoded(0x7f), std::string("\x7f"));
        QCOMPARE(encoded(0x80), std::string("\xc2\x80"));
        QCOMPARE(encoded(0x7ff), std::string("\xdf\xbf"));
        QCOMPARE(encoded(0x800), std::string("\xe0\xa0\x80"));
        QCOMPARE(encoded(0xffff), std::string("\xef\xbf\xbf"));
        QCOMPARE(encoded(0x10000), std::string("\xf0\x90\x80\x80"));
        QCOMPARE(encoded(0x10ffff), std::string("\xf4\x8f\xbf\xbf"));
    }

    void aLawThatHoldsIsCheckedEveryTime()
    {
        const Variable noSeed("TRIFOLD_SEED");
        const Variable noSize("TRIFOLD_SIZE");
        std::set<std::size_t> sizes;
        int numTried = 0;
        const Law law = [&](Gen& gen) {
            ++numTried;
            sizes.insert(gen.size());
            return std::string();
        };
        QCOMPARE(forAll(100, law, 10), std::string());
        QCOMPARE(numTried, 100);
        QCOMPARE(sizes.size(), std::size_t(10));
        QCOMPARE(*sizes.rbegin(), std::size_t(10));
    }

    void aFailureShrinksByHalving()
    {
        const Variable noSeed("TRIFOLD_SEED");
        const Variable noSize("TRIFOLD_SIZE", "40"); // 40, 20, 10 fail; 5 holds
        QCOMPARE(forAll(1, atMost(5)),
                 std::string("size 10\n  again with TRIFOLD_SEED=520221 TRIFOLD_SIZE=10"));
    }

    void theReportBringsTheFailureBack()
    {
        const Variable seed("TRIFOLD_SEED", "0x2a");
        const Variable size("TRIFOLD_SIZE", "3");
        int numTried = 0;
        const Law law = [&](Gen& gen) {
            ++numTried;
            return gen.size() == 3 && gen.bits() == Gen(42, 3).bits() ? std::string("caught")
                                                                      : std::string();
        };
        QCOMPARE(forAll(100, law),
                 std::string("caught\n  again with TRIFOLD_SEED=42 TRIFOLD_SIZE=3"));
        QCOMPARE(numTried, 2); // itself, and once at half the size
    }

    void aSeedAloneIsTriedAtEverySize()
    {
        const Variable seed("TRIFOLD_SEED", "1");
        const Variable noSize("TRIFOLD_SIZE");
        QVERIFY(forAll(100, atMost(20)).ends_with("again with TRIFOLD_SEED=1 TRIFOLD_SIZE=21"));
    }
};

std::unique_ptr<QObject> makeGenTest()
{
    return std::make_unique<GenTest>();
}

#include "tst_gen.moc"
