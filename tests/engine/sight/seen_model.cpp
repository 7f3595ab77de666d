#include "tests/engine/sight/seen_model.h"

#include "kernels/base/words.h"
#include "tests/engine/model/golden_files.h"

namespace tf::test {

namespace {

/// The numbers of OpenAI's CLIP, by which pictures are normalised.
constexpr double kMeans[] = {0.48145466, 0.4578275, 0.40821073};
constexpr double kDeviations[] = {0.26862954, 0.26130258, 0.27577711};

void fillTable(engine::Media& media)
{
    for (std::size_t idx = 0; idx < media.table.size(); ++idx)
        media.table[idx] = static_cast<float>((double(idx % 256) / 255 - kMeans[idx / 256])
                                              / kDeviations[idx / 256]);
}

std::shared_ptr<const engine::Media> medium(const std::string& name, engine::MediaKind kind,
                                            engine::MediaGrid grid)
{
    auto media = std::make_shared<engine::Media>();
    media->kind = kind;
    media->grid = grid;
    media->rows = goldenNumbers<std::uint8_t>(sightFolder() / (name + ".rows.npy"));
    media->hash = std::hash<std::string>()(name);
    fillTable(*media);
    return media;
}

} // namespace

std::filesystem::path sightFolder()
{
    return std::filesystem::path(TRIFOLD_SOURCE_DIR) / "tests/golden/sight/tiny";
}

std::vector<float> seenFloats(const std::string& name)
{
    return goldenNumbers<float>(sightFolder() / (name + ".npy"));
}

SeenModel seenModel()
{
    SeenModel model;
    model.checkpoint =
        std::make_shared<const engine::Checkpoint>(MUST(engine::Checkpoint::open(sightFolder())));
    model.tokens = goldenTokens(sightFolder());
    model.media = {medium("picture", engine::MediaKind::Image, {1, 4, 6}),
                   medium("second", engine::MediaKind::Image, {1, 4, 4}),
                   medium("clip", engine::MediaKind::Video, {6, 2, 4})};
    for (const char* name : {"picture.features", "second.features", "clip.features"}) {
        const auto features = seenFloats(name);
        model.features.insert(model.features.end(), features.begin(), features.end());
    }
    model.logits = seenFloats("logits");
    return model;
}

engine::Media largePicture()
{
    engine::Media media;
    media.grid = {1, 34, 32};
    media.rows.resize(static_cast<std::size_t>(media.grid.patches()) * 1176);
    for (std::size_t idx = 0; idx < media.rows.size(); ++idx)
        media.rows[idx] = static_cast<std::uint8_t>((idx + 1) * 0x9e3779b97f4a7c15U >> 56);
    fillTable(media);
    return media;
}

} // namespace tf::test
