// Folders that spell the vision part otherwise, lack it, or lack a piece of it.

#include "kernels/base/words.h"
#include "tests/engine/run/trace.h"
#include "tests/engine/sight/seen_model.h"
#include "tests/engine/sight/tests.h"
#include "tests/support/test_table.h"

#include <QTemporaryDir>

#include <cstring>
#include <fstream>
#include <functional>
#include <iterator>

using namespace tf;
using namespace tf::engine;

namespace {

std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void putContent(const std::filesystem::path& path, const std::string& content)
{
    std::ofstream(path, std::ios::binary) << content;
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

using Edit = std::function<std::string(std::string)>;

/// The header of a safetensors file, edited; its body stays.
std::string withHeader(const std::string& file, const Edit& edit)
{
    std::uint64_t oldSize = 0;
    std::memcpy(&oldSize, file.data(), sizeof oldSize);
    std::string header = edit(file.substr(8, oldSize));
    header.append((8 - header.size() % 8) % 8, ' ');
    const std::uint64_t size = header.size();
    return std::string(reinterpret_cast<const char*>(&size), sizeof size) + header
        + file.substr(8 + oldSize);
}

/// The golden folder with tensors renamed in headers and index, and its config edited.
void writeEdited(const std::filesystem::path& folder, const Edit& names, const Edit& config)
{
    constexpr const char* kIndex = "model.safetensors.index.json";
    for (const char* shard :
         {"model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"})
        putContent(folder / shard, withHeader(contentOf(test::sightFolder() / shard), names));
    putContent(folder / kIndex, names(contentOf(test::sightFolder() / kIndex)));
    putContent(folder / "config.json", config(contentOf(test::sightFolder() / "config.json")));
}

std::string same(std::string text)
{
    return text;
}

/// As Transformers names them; the text model's names stay, which are read in either spelling.
std::string asTransformers(std::string names)
{
    names = replaced(std::move(names), "vision_tower.vision_model.embeddings.patch_embedding.",
                     "model.vision_tower.embeddings.proj.");
    names = replaced(std::move(names), "vision_tower.vision_model.encoder.layers.",
                     "model.vision_tower.layers.");
    names = replaced(std::move(names), "vision_tower.vision_model.", "model.vision_tower.");
    names =
        replaced(std::move(names), "\"multi_modal_projector.", "\"model.multi_modal_projector.");
    return replaced(std::move(names), "patch_merge_mlp.linear_",
                    "model.multi_modal_projector.merge_linear_");
}

/// Merging beside the other fields, theta in an object of its own.
std::string configAsTransformers(std::string config)
{
    config = replaced(std::move(config), "\"img_token_compression_config\": {", "\"unread\": {");
    config = replaced(std::move(config), "\"rope_theta\": 10000.0,",
                      "\"rope_parameters\": {\"rope_type\": \"axial\", \"rope_theta\": 10000.0},"
                      "\"spatial_merge_size\": 2, \"temporal_patch_size\": 2,");
    config = replaced(std::move(config), "image_token_index", "image_token_id");
    return replaced(std::move(config), "video_token_index", "video_token_id");
}

} // namespace

class SpellingsTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_folder = std::make_unique<QTemporaryDir>();
        m_model = m_folder->path().toStdString();
    }

    void transformersNamesAreTheSameModel()
    {
        writeEdited(m_model, asTransformers, configAsTransformers);
        const auto checkpoint = std::make_shared<const Checkpoint>(MUST(Checkpoint::open(m_model)));
        QVERIFY(checkpoint->config().vision.has_value());
        const auto golden = test::seenModel();
        const auto group = test::loadGroup(checkpoint, test::exactOptions(checkpoint->config()));
        const auto seen = MUST(group->look(*golden.media[0], {}));
        QVERIFY(test::relativeError(seen->values, test::seenFloats("picture.features")) < 1e-5);
    }

    void withoutAVisionConfigTheModelReadsTextAlone()
    {
        writeEdited(m_model, same, [](std::string config) {
            return replaced(std::move(config), "\"vision_config\"", "\"other_config\"");
        });
        const auto checkpoint = MUST(Checkpoint::open(m_model));
        QVERIFY(!checkpoint.config().vision);
        QVERIFY(!checkpoint.matrix("patch_merge_mlp.linear_1.weight"));
    }

    void withoutVisionTensorsTheModelReadsTextAlone()
    {
        const auto leftOut = [](std::string names) {
            // Multi-token prediction is passed over, whatever is in it.
            for (const char* part : {"vision_tower.", "multi_modal_projector.", "patch_merge_mlp."})
                names = replaced(std::move(names), words('"', part), words("\"mtp.", part));
            return names;
        };
        writeEdited(m_model, leftOut, same);
        const auto checkpoint = MUST(Checkpoint::open(m_model));
        QVERIFY(!checkpoint.config().vision);
    }

    void aMissingTensorIsNamed()
    {
        writeEdited(
            m_model,
            [](std::string names) {
                return replaced(std::move(names),
                                "\"vision_tower.vision_model.encoder.layers.1.mlp.fc1.bias",
                                "\"mtp.bias");
            },
            same);
        const auto checkpoint = Checkpoint::open(m_model);
        QVERIFY(!checkpoint);
        QVERIFY2(checkpoint.error().text.find("layers.1.mlp.fc1.bias") != std::string::npos,
                 checkpoint.error().text.c_str());
    }

    void oneTensorTooManyIsNamed()
    {
        writeEdited(
            m_model,
            [](std::string names) {
                return replaced(std::move(names), "vision_model.pre_layrnorm.bias",
                                "vision_model.post_layernorm.bias");
            },
            same);
        QVERIFY(!Checkpoint::open(m_model));
    }

    void aMissingFieldIsNamed_data()
    {
        QTest::addColumn<QString>("field");
        for (const char* field :
             {"vision_config.hidden_size", "vision_config.intermediate_size",
              "vision_config.num_hidden_layers", "vision_config.num_attention_heads",
              "vision_config.num_channels", "vision_config.patch_size",
              "vision_config.layer_norm_eps", "vision_config.rope_theta",
              "vision_config.vision_segment_max_frames", "vision_config.hidden_act",
              "vision_config.img_token_compression_config.spatial_merge_size",
              "vision_config.img_token_compression_config.temporal_patch_size", "image_token_index",
              "video_token_index", "projector_hidden_size"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void aMissingFieldIsNamed()
    {
        QFETCH(QString, field);
        const std::string name = field.section(QLatin1Char('.'), -1).toStdString();
        const bool inVision = field.startsWith(QStringLiteral("vision_config"));
        std::string config = contentOf(test::sightFolder() / "config.json");
        const auto vision = config.find("\"vision_config\"");
        const auto at = config.find(words('"', name, '"'), inVision ? vision : 0);
        config.replace(at, name.size() + 2, words("\"no_", name, '"'));
        putContent(m_model / "config.json", config); // read before any other file
        const auto checkpoint = Checkpoint::open(m_model);
        QVERIFY(!checkpoint);
        QVERIFY2(checkpoint.error().text.find(field.toStdString() + " is missing")
                     != std::string::npos,
                 checkpoint.error().text.c_str());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_model;
};

std::unique_ptr<QObject> makeSpellingsTest()
{
    return test::make<SpellingsTest>();
}

#include "tst_spellings.moc"
