#include "engine/json/tensor_header.h"

#include "engine/json/walk.h"

namespace tf::json {

namespace {

class TensorHeaderReader {
public:
    explicit TensorHeaderReader(std::string_view text)
        : m_walk(text, "a safetensors header")
    {
    }

    Result<std::vector<HeaderTensor>> read()
    {
        TRY(m_walk.overDocument([this](const std::string& name, Walk::Element& value) -> Result<> {
            if (name == "__metadata__")
                return passMetadata(value);
            return readTensor(name, value).because(words("tensor \"", name, "\""));
        }));
        std::vector<std::string_view> names; // only now: they no longer move
        names.reserve(m_tensors.size());
        for (const HeaderTensor& tensor : m_tensors)
            names.push_back(tensor.name);
        if (const auto repeated = repeatedName(std::move(names)))
            return Error(Code::BadInput, words("two tensors have the name \"", *repeated, "\""));
        return std::move(m_tensors);
    }

private:
    enum Seen : std::uint8_t { kType = 1, kShape = 2, kOffsets = 4, kAll = 7 };

    Result<> passMetadata(Walk::Element& value)
    {
        return m_walk.overMembers(
            value, [this](const std::string& name, Walk::Element& text) -> Result<> {
                TRY(m_walk.string(text).because(words("__metadata__ \"", name, "\"")));
                return {};
            });
    }

    Result<> readTensor(const std::string& name, Walk::Element& value)
    {
        if (name.size() > kMaxTensorNameBytes)
            return m_walk.wrong(
                words("a name of ", name.size(), " bytes; at most ", kMaxTensorNameBytes));
        if (!isPlainName(name))
            return m_walk.wrong("a name with control characters");
        if (m_tensors.size() == kMaxTensors)
            return m_walk.wrong(words("more than ", kMaxTensors, " tensors"));
        HeaderTensor& tensor = m_tensors.emplace_back();
        tensor.name = name;
        unsigned seen = 0;
        TRY(m_walk.overMembers(
            value, [&](const std::string& member, Walk::Element& content) -> Result<> {
                const Seen which = TRY(memberNamed(member));
                if ((seen & which) != 0)
                    return m_walk.wrong(words("a second \"", member, "\""));
                seen |= which;
                return readMember(tensor, which, content).because(words("its ", member));
            }));
        if (seen != kAll)
            return m_walk.wrong("it must have \"dtype\", \"shape\" and \"data_offsets\"");
        return {};
    }

    Result<Seen> memberNamed(std::string_view name)
    {
        if (name == "dtype")
            return kType;
        if (name == "shape")
            return kShape;
        if (name == "data_offsets")
            return kOffsets;
        return m_walk.wrong(words("\"", name, "\" is unknown"));
    }

    Result<> readMember(HeaderTensor& tensor, Seen which, Walk::Element& value)
    {
        if (which == kType) {
            tensor.type = TRY(m_walk.string(value));
            return {};
        }
        std::array<std::uint64_t, kMaxTensorRank> numbers = {};
        std::size_t count = 0;
        const std::size_t most = which == kShape ? kMaxTensorRank : 2;
        TRY(m_walk.overItems(value, [&](Walk::Element& item) -> Result<> {
            if (count == most)
                return m_walk.wrong(words("more than ", most, " numbers"));
            numbers[count++] = TRY(m_walk.number(item));
            return {};
        }));
        if (which == kShape) {
            tensor.sizes = numbers;
            tensor.rank = static_cast<std::uint32_t>(count);
            return {};
        }
        if (count != 2)
            return m_walk.wrong("two numbers must stand there");
        tensor.begin = numbers[0];
        tensor.end = numbers[1];
        return {};
    }

    Walk m_walk;
    std::vector<HeaderTensor> m_tensors;
};

} // namespace

Result<std::vector<HeaderTensor>> readTensorHeader(std::string_view text)
{
    return TensorHeaderReader(text).read();
}

} // namespace tf::json
