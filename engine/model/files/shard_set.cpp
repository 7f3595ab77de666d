#include "engine/model/files/shard_set.h"

#include "engine/model/files/checkpoint_index.h"
#include "engine/model/files/tensor_names.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <unordered_map>

namespace tf::engine {

namespace {

constexpr std::size_t kNumNamed = 5; ///< names in an error about many tensors
constexpr std::uint64_t kMaxIndexBytes = std::uint64_t(256) << 20;
constexpr std::uint64_t kNumSamples = 8; ///< of a shard's weights, for the fingerprint
constexpr std::uint64_t kSampleBytes = 4096;

/// The index of the folder; without one, a list of the single file that may stand in its place.
Result<json::WeightMap> indexOf(const std::filesystem::path& folder)
{
    const auto path = folder / kIndexFile;
    if (std::filesystem::exists(path))
        return readCheckpointIndex(TRY(textOf(path, kMaxIndexBytes))).because(path.native());
    if (!std::filesystem::exists(folder / kSingleFile))
        return Error(Code::NotFound,
                     words(folder.native(), " holds neither ", kIndexFile, " nor ", kSingleFile));
    json::WeightMap map;
    map.files.emplace_back(kSingleFile);
    return map;
}

Result<> checkPresent(const std::filesystem::path& folder, std::span<const std::string> files)
{
    std::vector<std::string> missing;
    for (const auto& file : files) {
        if (!std::filesystem::exists(folder / file))
            missing.push_back(file);
    }
    if (missing.empty())
        return {};
    return Error(Code::NotFound,
                 words(folder.native(), " lacks ", missing.size(), " of its ", files.size(),
                       " files: ", firstFew(missing), ". It looks like an incomplete download"));
}

/// What the index says of the text model's tensors, to be held against the headers.
class IndexedPlaces {
public:
    explicit IndexedPlaces(const json::WeightMap& map)
        : m_map(map)
    {
        for (const auto& entry : map.entries)
            m_fileIdxByTensor.emplace(entry.tensor, entry.fileIdx);
    }

    /// A tensor was found in a file: does the index place it there?
    Result<> found(const StoredTensor& tensor, std::size_t fileIdx)
    {
        if (m_map.entries.empty())
            return {}; // a single file has no index
        const auto place = m_fileIdxByTensor.find(tensor.name);
        if (place == m_fileIdxByTensor.end())
            return Error(Code::Corrupt,
                         words("tensor \"", tensor.name, "\" in ", m_map.files[fileIdx],
                               " is not in the index"));
        if (place->second != fileIdx)
            return Error(Code::Corrupt,
                         words("the index places tensor \"", tensor.name, "\" in ",
                               m_map.files[place->second], ", and the header of ",
                               m_map.files[fileIdx], " holds it"));
        m_fileIdxByTensor.erase(place);
        return {};
    }

    /// Tensors that the index names and no header holds. Those of the vision part are asked for by
    /// name later, if the config says that there is one.
    Result<> checkAllFound() const
    {
        std::vector<std::string> lost;
        for (const auto& entry : m_map.entries) {
            const auto name = releasedName(entry.tensor);
            if (m_fileIdxByTensor.count(entry.tensor) != 0 && name && !isOfVision(*name))
                lost.push_back(words("\"", entry.tensor, "\" (in ", m_map.files[entry.fileIdx],
                                     " by the index)"));
        }
        if (lost.empty())
            return {};
        return Error(
            Code::Corrupt,
            words(lost.size(), " tensors are in the index and in no header: ", firstFew(lost)));
    }

private:
    const json::WeightMap& m_map;
    std::unordered_map<std::string_view, std::size_t> m_fileIdxByTensor;
};

/// Evenly spread over the weights of a shard: two fine-tunes of a model have the same headers.
Result<> addSamples(const MappedFile& file, std::uint64_t bodyBegin, Fingerprint& fingerprint)
{
    const auto bodyBytes = file.size() - bodyBegin;
    const auto sampleBytes = std::min(kSampleBytes, bodyBytes);
    for (std::uint64_t sample = 0; sample < kNumSamples; ++sample) {
        const auto offset = (bodyBytes - sampleBytes) / (kNumSamples - 1) * sample;
        fingerprint.add(TRY(file.bytes(bodyBegin + offset, sampleBytes)));
    }
    return {};
}

/// Opens one shard after the other into a set.
class ShardReader {
public:
    ShardReader(const std::filesystem::path& folder, const json::WeightMap& map,
                Fingerprint& fingerprint)
        : m_folder(folder)
        , m_map(map)
        , m_places(map)
        , m_fingerprint(fingerprint)
    {
    }

    Result<> open(std::size_t fileIdx)
    {
        const auto path = m_folder / m_map.files[fileIdx];
        auto file = TRY(MappedFile::open(path));
        const auto bytes = TRY(file.bytes(0, file.size()));
        auto header = TRY(readSafetensors(bytes).because(path.native()));
        m_fingerprint.add(bytes.first(header.numBytes));
        TRY(addSamples(file, header.numBytes, m_fingerprint));
        for (StoredTensor& tensor : header.tensors)
            TRY(keep(std::move(tensor), fileIdx, bytes));
        TRY(file.intact());
        m_set.files.push_back(std::move(file));
        return {};
    }

    Result<ShardSet> finished() &&
    {
        TRY(m_places.checkAllFound());
        return std::move(m_set);
    }

private:
    Result<> keep(StoredTensor tensor, std::size_t fileIdx, std::span<const std::byte> bytes)
    {
        const auto name = releasedName(tensor.name);
        if (!name)
            return {};
        TRY(m_places.found(tensor, fileIdx));
        const auto* begin = bytes.data() + tensor.begin;
        return m_set.catalog.add(*name, {std::move(tensor), m_map.files[fileIdx], begin});
    }

    const std::filesystem::path& m_folder;
    const json::WeightMap& m_map;
    IndexedPlaces m_places;
    Fingerprint& m_fingerprint;
    ShardSet m_set;
};

} // namespace

std::string firstFew(std::span<const std::string> names)
{
    std::string out;
    const auto numShown = std::min(names.size(), kNumNamed);
    for (std::size_t idx = 0; idx < numShown; ++idx)
        out += words(idx == 0 ? "" : ", ", names[idx]);
    if (names.size() > numShown)
        out += words(" and ", names.size() - numShown, " more");
    return out;
}

Result<std::string> textOf(const std::filesystem::path& path, std::uint64_t mostBytes)
{
    const auto file = TRY(MappedFile::open(path));
    if (file.size() > mostBytes)
        return Error(
            Code::BadInput,
            words(path.native(), " has ", file.size(), " bytes; at most ", mostBytes, " are read"));
    const auto bytes = TRY(file.bytes(0, file.size()));
    std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    TRY(file.intact());
    return text;
}

Result<ShardSet> openShards(const std::filesystem::path& folder, Fingerprint& fingerprint,
                            const Watch& watch)
{
    const auto map = TRY(indexOf(folder));
    TRY(checkPresent(folder, map.files));
    ShardReader reader(folder, map, fingerprint);
    for (std::size_t fileIdx = 0; fileIdx < map.files.size(); ++fileIdx) {
        TRY(watch.at({"reading headers", fileIdx, map.files.size()}));
        TRY(reader.open(fileIdx));
    }
    return std::move(reader).finished();
}

} // namespace tf::engine
