// A listing becomes a tree: sums, marks, reasons; a choice changes them; a search goes through it.

#include "tests/support/test_table.h"
#include "tests/ui/context/prepared_look.h"
#include "tests/ui/context/tests.h"
#include "ui/context/tree/file_order.h"
#include "ui/context/tree/file_search.h"
#include "ui/context/tree/file_words.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;
using ingest::Why;

namespace {

QStringList names(const FileForest& forest, std::span<const FileId> files)
{
    QStringList all;
    for (const FileId id : files)
        all.append(shownPath(forest.name(id)));
    return all;
}

std::vector<FileId> foundBy(const FileForest& forest, const std::string& query)
{
    FileSearch search(forest, query);
    while (search.advance()) { }
    return search.found();
}

} // namespace

class FileForestTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void foldersAreMadeOfPaths()
    {
        // Sorted by bytes, "a-b" and "a.c" stand before "a/x".
        const FileForest forest(test::lookOf({{"a-b"}, {"a.c"}, {"a/x"}, {"a/y/z"}, {"b"}}));
        const FileOrder order(forest, FileSort::Name);
        QCOMPARE(names(forest, order.children(kRootFile)),
                 QStringList({u"a"_s, u"a-b"_s, u"a.c"_s, u"b"_s}));
        const FileId a = forest.find("a");
        QVERIFY(forest.at(a).isFolder);
        QCOMPARE(names(forest, order.children(a)), QStringList({u"y"_s, u"x"_s}));
        QCOMPARE(forest.at(a).numBelow, 3);
        QCOMPARE(forest.find("a/y/z"), forest.find("a/y") + 1);
        QCOMPARE(forest.find("a/q"), kNoFile);
        QCOMPARE(forest.at(forest.find("a/y")).parent, a);
    }

    void aFolderSaysHowMuchOfItIsSent()
    {
        const FileForest forest(test::smallLook());
        const auto markOf = [&](const char* path) { return forest.at(forest.find(path)).mark; };
        QCOMPARE(markOf("src/money.cpp"), FileMark::Sent);
        QCOMPARE(markOf("src"), FileMark::Partly);
        QCOMPARE(markOf("tests"), FileMark::LeftOut);
        QCOMPARE(markOf("docs"), FileMark::Unfit);
        QCOMPARE(markOf(".env"), FileMark::Secret);
        QCOMPARE(markOf("data/rates.csv"), FileMark::NoRoom);
        QCOMPARE(markOf("data"), FileMark::Partly);
        QCOMPARE(markOf("src/checkout/testdata/big.json"), FileMark::Huge);
        const FileNode& checkout = forest.at(forest.find("src/checkout"));
        QCOMPARE(checkout.sent, 4210 + 620 + 2980);
        QCOMPARE(checkout.whole, 4210 + 620 + 2980 + 410'000);
        QCOMPARE(checkout.numSent, 3);
        QCOMPARE(checkout.numFit, 4);
        QCOMPARE(forest.at(kRootFile).sent, forest.look()->plan.tokens);
    }

    void reasonsAreWords()
    {
        const FileForest forest(test::smallLook());
        const auto why = [&](const char* path) { return whyWords(forest, forest.find(path)); };
        QCOMPARE(why("build/app.o"), u".gitignore line 12: *.o"_s);
        QCOMPARE(why("tests/tst_cart.cpp"), u"rule -tests/**"_s);
        QCOMPARE(why("data/rates.csv"), u"over the budget: data goes first"_s);
        QCOMPARE(why("src/checkout/testdata/big.json"), u"over 1 MB"_s);
        QCOMPARE(why("src/main.cpp"), QString());
        QCOMPARE(why("src"), u"6 of 7 files"_s);
        QCOMPARE(spokenFile(forest, forest.find("README.md"), 184'000),
                 u"README.md, included, 1,840 tokens, 1.0 %"_s);
        QCOMPARE(spokenFile(forest, forest.find(".env"), 0),
                 u".env, left out, may hold secrets, 40 tokens, may hold secrets: .env"_s);
    }

    void namesCannotLie()
    {
        const FileForest forest(test::lookOf({{"a\nb\xE2\x80\xAEgpj.exe"}}));
        const QString name = shownPath(forest.name(1));
        QVERIFY(!name.contains(u'\n'));
        QVERIFY(!name.contains(QChar(0x202e)));
    }

    void aChoiceShowsAtOnce()
    {
        FileForest forest(test::smallLook());
        const auto at = [&](const char* path) { return forest.at(forest.find(path)); };
        const auto before = at("src").sent;
        forest.choose(forest.find("src/checkout"), Taken::No);
        QCOMPARE(at("src").sent, before - 4210 - 620 - 2980);
        QCOMPARE(at("src/checkout").mark, FileMark::LeftOut);
        QCOMPARE(whyWords(forest, forest.find("src/checkout/cart.h")), u"your choice"_s);
        forest.choose(forest.find("src/checkout"), Taken::Yes);
        QCOMPARE(at("src").sent, before);
        // What is of a kind that is left out has to be named itself.
        QCOMPARE(at("src/checkout/testdata/big.json").mark, FileMark::Huge);
        forest.choose(forest.find(".env"), Taken::Yes);
        QCOMPARE(at(".env").mark, FileMark::Sent);
        forest.choose(forest.find("docs/flow.png"), Taken::Yes);
        QCOMPARE(at("docs/flow.png").mark, FileMark::Unfit);
        forest.choose(forest.find("data"), Taken::Yes);
        QCOMPARE(at("data/rates.csv").mark, FileMark::NoRoom);
    }

    /// The same sums, whether they are taken of all or of what changed.
    void sumsHoldAfterManyChoices()
    {
        FileForest forest(test::largeLook(3000));
        std::uint32_t seed = 7;
        for (int round = 0; round < 200; ++round) {
            seed = seed * 1664525 + 1013904223;
            const auto id = static_cast<FileId>(1 + seed % (std::uint32_t(forest.size()) - 1));
            forest.choose(id, (seed >> 16) % 2 == 0 ? Taken::Yes : Taken::No);
        }
        std::int64_t sum = 0;
        std::int32_t numSent = 0;
        for (FileId id = 1; id < forest.size(); ++id) {
            if (!forest.at(id).isFolder && forest.at(id).mark == FileMark::Sent) {
                sum += forest.at(id).whole;
                ++numSent;
            }
        }
        QCOMPARE(forest.at(kRootFile).sent, sum);
        QCOMPARE(forest.at(kRootFile).numSent, numSent);
    }

    void theCostliestStandsFirst()
    {
        const FileForest forest(test::smallLook());
        const FileOrder order(forest, FileSort::Tokens);
        const auto top = names(forest, order.children(kRootFile));
        QCOMPARE(top.front(), u"data"_s);
        QCOMPARE(top.at(1), u"src"_s);
        QCOMPARE(order.row(forest.find("src")), 1);
    }

    void wordsAndGlobsAreFound()
    {
        const FileForest forest(test::smallLook());
        QCOMPARE(names(forest, foundBy(forest, "MONEY")),
                 QStringList({u"money.cpp"_s, u"money.h"_s, u"tst_money.cpp"_s}));
        QCOMPARE(names(forest, foundBy(forest, "*.csv")),
                 QStringList({u"rates.csv"_s, u"zones.csv"_s}));
        QCOMPARE(names(forest, foundBy(forest, "src/**/*.h")),
                 QStringList({u"cart.h"_s, u"money.h"_s}));
        QVERIFY(foundBy(forest, "[a").empty());
    }

    void whatIsNewIsMarked()
    {
        const auto look = test::smallLook();
        const FileForest forest(look, {{2}, {3}});
        QCOMPARE(forest.at(forest.find("CMakeLists.txt")).news, FileNews::Added);
        QCOMPARE(forest.at(forest.find("README.md")).news, FileNews::Changed);
    }
};

std::unique_ptr<QObject> makeFileForestTest()
{
    return std::make_unique<FileForestTest>();
}

#include "tst_file_forest.moc"
