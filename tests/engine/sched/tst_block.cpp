#include "engine/sched/block.h"
#include "tests/engine/sched/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <QTest>

#include <set>

using namespace tf::engine;

namespace {

SequenceText textWithPicture()
{
    SequenceText text;
    for (int token = 0; token < 20; ++token)
        text.tokens.push_back(token);
    text.media = {{2, 3, {7, 8}}, {6, 4, {9, 9}}};
    return text;
}

} // namespace

class BlockTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void holdsTheMediaThatReachIntoIt()
    {
        const auto block = blockAt(textWithPicture(), 4, 4);
        QCOMPARE(block.tokens, (std::vector<std::int32_t>{4, 5, 6, 7}));
        const std::vector<MediaSpan> media = {{-2, 3, {7, 8}}, {2, 4, {9, 9}}};
        QVERIFY(block.media == media);
        QVERIFY(blockAt(textWithPicture(), 10, 4).media.empty());
    }

    void anotherPictureIsAnotherBlock()
    {
        auto other = textWithPicture();
        other.media[1].hash = {9, 10};
        const auto a = blockAt(textWithPicture(), 4, 8);
        const auto b = blockAt(other, 4, 8);
        QVERIFY(a != b);
        QVERIFY(blockHash({}, a) != blockHash({}, b));
        QCOMPARE(commonPositions(a, b), std::int64_t(2)); // up to the second picture
        other = textWithPicture();
        other.media.clear();
        QCOMPARE(commonPositions(a, blockAt(other, 4, 8)), std::int64_t(0));
        QCOMPARE(commonPositions(a, a), std::int64_t(8));
    }

    void aShorterBlockAgreesAsFarAsItGoes()
    {
        const auto text = textWithPicture();
        QCOMPARE(commonPositions(blockAt(text, 4, 2), blockAt(text, 4, 8)), std::int64_t(2));
        QCOMPARE(commonPositions(blockAt(text, 4, 8), blockAt(text, 4, 3)), std::int64_t(3));
    }

    void itsNameIsAlsoThatOfWhatStandsBefore()
    {
        const auto block = blockAt(textWithPicture(), 10, 4);
        const auto first = blockHash(rootHash("bf16"), block);
        QVERIFY(first != blockHash(rootHash("fp8"), block));
        QVERIFY(blockHash(first, block) != first);
        QVERIFY(first == blockHash(rootHash("bf16"), block));
    }

    /// Tokens and media counts cannot be exchanged for one another in the hash.
    void differentBlocksHaveDifferentNames()
    {
        tf::test::Gen gen(5, 8);
        std::set<std::pair<std::vector<std::int32_t>, std::size_t>> contents;
        std::set<ContentHash> names;
        for (int round = 0; round < 2000; ++round) {
            Block block;
            for (auto left = gen.below(4); left > 0; --left)
                block.tokens.push_back(static_cast<std::int32_t>(gen.below(3)));
            block.media.resize(gen.below(2));
            contents.emplace(block.tokens, block.media.size());
            names.insert(blockHash({}, block));
        }
        QCOMPARE(names.size(), contents.size());
    }
};

std::unique_ptr<QObject> makeBlockTest()
{
    return std::make_unique<BlockTest>();
}

#include "tst_block.moc"
