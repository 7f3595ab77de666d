#include "engine/json/weight_map.h"

#include "engine/json/tensor_header.h"
#include "engine/json/walk.h"

#include <unordered_map>

namespace tf::json {

namespace {

class WeightMapReader {
public:
    explicit WeightMapReader(std::string_view text)
        : m_walk(text, "a safetensors index")
    {
    }

    Result<WeightMap> read()
    {
        bool hasMap = false;
        TRY(m_walk.overDocument([&](const std::string& name, Walk::Element& value) -> Result<> {
            if (name != "weight_map")
                return {}; // "metadata" says sizes that are checked against the files themselves
            if (std::exchange(hasMap, true))
                return m_walk.wrong("a second \"weight_map\"");
            return readEntries(value);
        }));
        if (!hasMap)
            return Error(Code::BadInput, "not a safetensors index: it has no \"weight_map\"");
        std::vector<std::string_view> names;
        names.reserve(m_map.entries.size());
        for (const auto& entry : m_map.entries)
            names.push_back(entry.tensor);
        if (const auto repeated = repeatedName(std::move(names)))
            return Error(Code::BadInput, words("tensor \"", *repeated, "\" stands there twice"));
        return std::move(m_map);
    }

private:
    Result<> readEntries(Walk::Element& value)
    {
        return m_walk.overMembers(
            value, [this](const std::string& tensor, Walk::Element& file) -> Result<> {
                if (tensor.size() > kMaxTensorNameBytes || m_map.entries.size() == kMaxTensors)
                    return m_walk.wrong("too many tensors, or too long a name");
                const auto name =
                    TRY(m_walk.string(file).because(words("file of tensor \"", tensor, "\"")));
                if (!isPlainName(tensor) || !isPlainName(name))
                    return m_walk.wrong("a name with control characters");
                const auto fileIdx = TRY(fileNamed(std::string(name)));
                m_map.entries.push_back({tensor, fileIdx});
                return {};
            });
    }

    Result<std::uint32_t> fileNamed(const std::string& name)
    {
        if (name.size() > kMaxShardNameBytes)
            return m_walk.wrong(words("a file name of ", name.size(), " bytes"));
        const auto next = static_cast<std::uint32_t>(m_map.files.size());
        const auto [place, isNew] = m_fileIdxByName.try_emplace(name, next);
        if (isNew && next == kMaxShards)
            return m_walk.wrong(words("more than ", kMaxShards, " files"));
        if (isNew)
            m_map.files.push_back(name);
        return place->second;
    }

    Walk m_walk;
    WeightMap m_map;
    std::unordered_map<std::string, std::uint32_t> m_fileIdxByName;
};

} // namespace

Result<WeightMap> readWeightMap(std::string_view text)
{
    return WeightMapReader(text).read();
}

} // namespace tf::json
