// What was computed goes to a file and comes back: the same bits, or a clear error.

#include "tests/engine/face/engine_run.h"
#include "tests/engine/face/tests.h"
#include "tests/support/test_table.h"

#include <QFile>
#include <QTemporaryDir>

#include <future>

using namespace tf;
using namespace tf::test;

class ContextsTest : public TestCase {
    Q_OBJECT

    QTemporaryDir m_folder;
    static constexpr std::int32_t kVocab = 272;
    const std::vector<std::int32_t> m_prompt = someTokens(120, kVocab, 1);

    [[nodiscard]] std::filesystem::path file(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    static Result<std::int64_t> save(engine::Engine& engine, std::vector<std::int32_t> tokens,
                                     const std::filesystem::path& file)
    {
        std::promise<Result<std::int64_t>> said;
        engine.saveContext({std::move(tokens), {}}, file, {},
                           [&](auto positions) { said.set_value(std::move(positions)); });
        return said.get_future().get();
    }

    static Result<std::int64_t> restore(engine::Engine& engine, const std::filesystem::path& file)
    {
        std::promise<Result<std::int64_t>> said;
        engine.restoreContext(file, {},
                              [&](auto positions) { said.set_value(std::move(positions)); });
        return said.get_future().get();
    }

private Q_SLOTS:
    void restoredLogitsAreTheSameBits_data()
    {
        QTest::addColumn<int>("ranks");
        QTest::newRow("one rank") << 1;
        QTest::newRow("four ranks") << 4;
        QTest::newRow("eight ranks") << 8;
    }

    void restoredLogitsAreTheSameBits()
    {
        QFETCH(const int, ranks);
        auto options = tinyOptions(tinyModel("talk"));
        options.group.split.ranks = ranks;
        Said first;
        {
            const auto engine = MUST(engine::Engine::load(options));
            first = ask(*engine, greedy(m_prompt, 6));
            const auto saved = save(*engine, m_prompt, file("saved"));
            QVERIFY2(saved.has_value(), saved ? "" : saved.error().text.c_str());
            QCOMPARE(*saved, 120);
        }
        const auto engine = MUST(engine::Engine::load(options));
        const auto restored = restore(*engine, file("saved"));
        QVERIFY2(restored.has_value(), restored ? "" : restored.error().text.c_str());
        QCOMPARE(*restored, 120);
        const Said again = ask(*engine, greedy(m_prompt, 6));
        QVERIFY(again.done->usage.cachedTokens >= 112);
        QCOMPARE(again.tokens, first.tokens);
        QCOMPARE(again.chances, first.chances);
    }

    void aDamagedFileIsRefusedAndNothingOfItIsUsed()
    {
        const auto engine = tinyEngine(tinyModel("talk"));
        const Said first = ask(*engine, greedy(m_prompt, 6));
        QVERIFY(save(*engine, m_prompt, file("whole")).has_value());
        QFile whole(QString::fromStdString(file("whole").string()));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QByteArray bytes = whole.readAll();
        bytes[bytes.size() - 100] = char(bytes[bytes.size() - 100] ^ 1); // in the last page
        QFile damaged(QString::fromStdString(file("damaged").string()));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(bytes);
        damaged.close();

        const auto other = tinyEngine(tinyModel("talk"));
        const auto restored = restore(*other, file("damaged"));
        QVERIFY(!restored.has_value());
        QVERIFY(restored.error().code == Code::Corrupt);
        const Said again = ask(*other, greedy(m_prompt, 6));
        QCOMPARE(again.done->usage.cachedTokens, 0);
        QCOMPARE(again.chances, first.chances);
    }

    void anotherModelsFileIsRefused()
    {
        const auto engine = tinyEngine(tinyModel("talk"));
        static_cast<void>(ask(*engine, greedy(m_prompt, 2)));
        QVERIFY(save(*engine, m_prompt, file("talk")).has_value());
        const auto other = tinyEngine(tinyModel("a"));
        const auto restored = restore(*other, file("talk"));
        QVERIFY(!restored.has_value());
        QVERIFY2(restored.error().text.find("talk") != std::string::npos,
                 restored.error().text.c_str());
    }

    void whatWasNeverComputedCannotBeSaved()
    {
        const auto engine = tinyEngine(tinyModel("talk"));
        const auto saved = save(*engine, m_prompt, file("nothing"));
        QVERIFY(!saved.has_value());
        QVERIFY(saved.error().code == Code::NotFound);
        QVERIFY(!std::filesystem::exists(file("nothing")));
    }
};

std::unique_ptr<QObject> makeContextsTest()
{
    return std::make_unique<ContextsTest>();
}

#include "tst_contexts.moc"
