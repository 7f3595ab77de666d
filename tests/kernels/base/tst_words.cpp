#include "kernels/base/words.h"
#include "tests/kernels/base/tests.h"
#include "tests/support/test_table.h"

#include <clocale>

class WordsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void joinsPartsOfEveryKind()
    {
        QCOMPARE(tf::words("shard ", 3, " of ", std::string("ten"), '.', true, -1LL),
                 std::string("shard 3 of ten.true-1"));
        QCOMPARE(tf::words(), std::string());
    }

    void numbersAreShortAndWithoutLocale()
    {
        std::setlocale(LC_ALL, "de_DE.UTF-8");
        QCOMPARE(tf::words(0.1, " ", 1e-5, " ", 2.0F, " ", 18446744073709551615ULL),
                 std::string("0.1 1e-05 2 18446744073709551615"));
        std::setlocale(LC_ALL, "C");
    }
};

std::unique_ptr<QObject> makeWordsTest()
{
    return std::make_unique<WordsTest>();
}

#include "tst_words.moc"
