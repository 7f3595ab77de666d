#include "kernels/api/cuda_plugin.h"
#include "tests/kernels/api/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

#include <fstream>
#include <optional>

using tf::Code;

namespace {

/// The plug-in of this build, if it has one.
std::optional<tf::Result<const tf::CudaPlugin*>> ownPlugin()
{
#ifdef CUDA_PLUGIN
    return tf::loadCudaPlugin(CUDA_PLUGIN);
#else
    return std::nullopt;
#endif
}

} // namespace

class CudaPluginTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aMissingPluginIsAnOrdinaryAnswer()
    {
        QVERIFY(tf::loadCudaPlugin("/nothing/here.so").error().code == Code::Unsupported);
    }

    void aFileThatIsNoLibraryIsRefused()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath(QStringLiteral("junk.so")).toStdString();
        std::ofstream(file) << "not an ELF file";
        const auto plugin = tf::loadCudaPlugin(file);
        QVERIFY(plugin.error().code == Code::Unsupported);
        QVERIFY(plugin.error().text.find(file) != std::string::npos);
    }

    void aForeignLibraryIsRefused()
    {
        const auto plugin = tf::loadCudaPlugin(FOREIGN_PLUGIN);
        QVERIFY(plugin.error().code == Code::Unsupported);
        QVERIFY(plugin.error().text.find("is not Trifold's") != std::string::npos);
    }

    void aPluginOfAnotherBuildIsRefused()
    {
        const auto plugin = tf::loadCudaPlugin(OLD_PLUGIN);
        QVERIFY(plugin.error().code == Code::Unsupported);
        QVERIFY(plugin.error().text.find("build both again") != std::string::npos);
    }

    /// On a machine without driver, GPU or both, this is where "no GPU" must stay a plain error.
    void ourOwnLoadsAndAnswersWithOrWithoutAGpu()
    {
        const auto plugin = ownPlugin();
        if (!plugin)
            QSKIP("built without CUDA");
        const auto gpus = plugin->value()->listGpus();
        if (gpus) {
            QVERIFY(!gpus.value().empty());
            return;
        }
        QVERIFY(gpus.error().code == Code::NotFound || gpus.error().code == Code::Unsupported);
        QVERIFY2(gpus.error().text.find("driver") != std::string::npos, gpus.error().text.c_str());
        QVERIFY(!plugin->value()->measureRoof(0, 1 << 20).has_value());
    }
};

/// What only a real GPU can show.
class GpuTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theRoofIsPlausible()
    {
        const auto plugin = ownPlugin();
        if (!plugin)
            QSKIP("built without CUDA");
        const auto gpus = plugin->value()->listGpus();
        if (!gpus)
            QSKIP(gpus.error().text.c_str());
        const auto roof = MUST(plugin->value()->measureRoof(0, std::size_t(1) << 30));
        QVERIFY(roof.readBytesPerSecond > 50e9 && roof.readBytesPerSecond < 20e12);
        QVERIFY(roof.copyBytesPerSecond > 50e9 && roof.copyBytesPerSecond < 20e12);
    }
};

std::unique_ptr<QObject> makeCudaPluginTest()
{
    return std::make_unique<CudaPluginTest>();
}
std::unique_ptr<QObject> makeGpuTest()
{
    return std::make_unique<GpuTest>();
}

#include "tst_cuda_plugin.moc"
