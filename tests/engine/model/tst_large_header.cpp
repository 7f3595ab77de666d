#include "engine/model/files/safetensors.h"
#include "kernels/base/words.h"
#include "tests/engine/model/tests.h"
#include "tests/engine/model/tiny_checkpoint.h"
#include "tests/support/test_table.h"

#include <QElapsedTimer>

using namespace tf;

class LargeHeaderTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aHundredThousandTensorsAreReadQuickly()
    {
        constexpr std::size_t kCount = 100'000;
        std::string header = "{";
        for (std::size_t idx = 0; idx < kCount; ++idx)
            header += words(idx == 0 ? "" : ",", "\"model.layers.0.mlp.experts.", idx,
                            ".w1.weight\":{\"dtype\":\"BF16\",\"shape\":[1,2],\"data_offsets\":[",
                            4 * idx, ",", 4 * idx + 4, "]}");
        const auto file = test::safetensorsFile(header + "}", 4 * kCount);
        QElapsedTimer timer;
        timer.start();
        const auto read =
            MUST(engine::readSafetensors(std::as_bytes(std::span(file.data(), file.size()))));
        const auto elapsed = timer.elapsed();
        QCOMPARE(read.tensors.size(), kCount);
        qInfo("%zu tensors in %lld ms", kCount, static_cast<long long>(elapsed));
        QVERIFY2(elapsed < 30000,
                 words(elapsed, " ms").c_str()); // what grows with the square fails
    }
};

std::unique_ptr<QObject> makeLargeHeaderTest()
{
    return test::make<LargeHeaderTest>();
}

#include "tst_large_header.moc"
