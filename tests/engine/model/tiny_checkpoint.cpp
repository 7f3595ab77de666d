#include "tests/engine/model/tiny_checkpoint.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace tf::test {

namespace {

using engine::ExpectedWeight;
using engine::QuantMethod;
using engine::WeightKind;
using json::Value;

constexpr std::string_view kTinyConfig = R"({
"architectures":["MiniMaxM3SparseForConditionalGeneration"],"model_type":"minimax_m3_vl",
"text_config":{"architectures":["MiniMaxM3SparseForCausalLM"],"hidden_size":64,
"intermediate_size":32,"dense_intermediate_size":96,"shared_intermediate_size":32,
"num_hidden_layers":3,"num_attention_heads":4,"num_key_value_heads":2,"head_dim":32,
"vocab_size":40,"max_position_embeddings":4096,"rms_norm_eps":1e-06,"use_gemma_norm":true,
"attention_output_gate":false,"rope_theta":5000000,"rotary_dim":16,"partial_rotary_factor":0.5,
"hidden_act":"swigluoai","swiglu_alpha":1.702,"swiglu_limit":7.0,"use_qk_norm":true,
"qk_norm_type":"per_head","tie_word_embeddings":false,"num_local_experts":4,
"num_experts_per_tok":2,"n_shared_experts":1,"scoring_func":"sigmoid","use_routing_bias":true,
"routed_scaling_factor":2.0,"moe_layer_freq":[0,1,1],"num_mtp_modules":7,
"sparse_attention_config":{"use_sparse_attention":true,"sparse_index_dim":32,
"sparse_num_index_heads":2,"sparse_topk_blocks":2,"sparse_block_size":8,"sparse_score_type":"max",
"sparse_init_block":0,"sparse_local_block":1,"sparse_attention_freq":[0,1,1],
"sparse_disable_index_value":[0,1,1]}}})";

constexpr std::string_view kFiles[] = {"model-00001-of-00002.safetensors",
                                       "model-00002-of-00002.safetensors"};

std::string quantizationOf(QuantMethod method)
{
    switch (method) {
    case QuantMethod::None:
        return "null";
    case QuantMethod::MxFp8:
        return R"({"quant_method":"mxfp8","weight_block_size":[1,32],"ignored_layers":["lm_head"]})";
    case QuantMethod::BlockFp8:
        return R"({"quant_method":"fp8","fmt":"e4m3","weight_block_size":[16,48]})";
    case QuantMethod::Gptq:
        return R"({"quant_method":"gptq","bits":4,"group_size":16,"desc_act":false})";
    case QuantMethod::Awq:
        return R"({"quant_method":"awq","bits":4,"group_size":-1,"zero_point":true,"version":"gemm"})";
    }
    UNREACHABLE();
}

std::size_t sizeOf(std::string_view type)
{
    return type == "F32" || type == "I32" ? 4 : type == "BF16" || type == "F16" ? 2 : 1;
}

std::string replacedAll(std::string text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string exportedName(std::string name, std::string_view prefix)
{
    if (name.starts_with("model."))
        name.replace(0, 6, prefix);
    name = replacedAll(name, ".self_attn.index_", ".self_attn.indexer.");
    name = replacedAll(name, ".block_sparse_moe.e_score", ".mlp.gate.e_score");
    name = replacedAll(name, ".block_sparse_moe.", ".mlp.");
    name = replacedAll(name, ".w1.", ".gate_proj.");
    name = replacedAll(name, ".w2.", ".down_proj.");
    return replacedAll(name, ".w3.", ".up_proj.");
}

/// Makes tensors whose bytes are nowhere the same, so that a view into the wrong place is seen.
class TinyMaker {
public:
    TinyMaker(TinyLayout layout, QuantMethod method)
        : m_layout(layout)
        , m_method(method)
    {
    }

    TinyCheckpoint make()
    {
        auto text = tinyConfig();
        text.insert(text.size() - 1, words(",\"quantization_config\":", quantizationOf(m_method)));
        m_out.config = MUST(json::parse(text));
        for (const auto& weight : engine::expectedWeights(MUST(engine::readConfig(text))))
            addWeight(weight);
        std::size_t idx = 0;
        for (TinyTensor& tensor : m_out.tensors) {
            tensor.file = kFiles[idx++ % 2];
            tensor.indexedFile = tensor.file;
        }
        return std::move(m_out);
    }

private:
    std::string stored(const std::string& name) const
    {
        if (m_layout == TinyLayout::Released)
            return "language_model." + name;
        return exportedName(name,
                            m_layout == TinyLayout::Stacked ? "model.language_model." : "model.");
    }

    Bytes unlike(std::size_t numBytes)
    {
        Bytes bytes(numBytes);
        for (std::byte& byte : bytes) {
            m_state = m_state * 6364136223846793005U + 1442695040888963407U;
            byte = static_cast<std::byte>(m_state >> 56);
        }
        return bytes;
    }

    /// Rows are appended to what is there of the name: that is how fused tensors come about.
    Bytes put(const std::string& name, const std::string& type, std::vector<std::int64_t> shape,
              std::int64_t entry = -1)
    {
        std::int64_t count = 1;
        for (const auto size : shape)
            count *= size;
        auto bytes = unlike(static_cast<std::size_t>(count) * sizeOf(type));
        const auto place =
            std::find_if(m_out.tensors.begin(), m_out.tensors.end(),
                         [&](const TinyTensor& tensor) { return tensor.name == name; });
        if (place == m_out.tensors.end()) {
            if (entry >= 0)
                shape.insert(shape.begin(), 1);
            m_out.tensors.push_back({name, type, shape, bytes, {}, {}});
            return bytes;
        }
        const bool isNewEntry = entry >= 0 && entry >= place->shape[0];
        if (isNewEntry)
            ++place->shape[0];
        else if (entry <= 0) // the first entry tells how many rows each has
            place->shape[entry == 0 ? 1 : 0] += shape[0];
        place->bytes.insert(place->bytes.end(), bytes.begin(), bytes.end());
        return bytes;
    }

    void addWeight(const ExpectedWeight& weight)
    {
        if (weight.rows == 0) {
            const bool isBias = weight.kind == WeightKind::RoutingBias;
            m_out.weights[weight.name].values =
                put(stored(weight.name), isBias ? "F32" : "BF16", {weight.cols});
            return;
        }
        const bool isKept = !engine::isLinear(weight.kind) || weight.kind == WeightKind::Head;
        const auto method = isKept ? QuantMethod::None : m_method;
        if (method == QuantMethod::Gptq || method == QuantMethod::Awq)
            addInt4(weight, method == QuantMethod::Gptq);
        else
            addRows(weight, method);
    }

    void addRows(const ExpectedWeight& weight, QuantMethod method)
    {
        const bool isFused = m_layout == TinyLayout::Stacked && !weight.fused.tensor.empty();
        const auto name = stored(isFused ? weight.fused.tensor : weight.name);
        const auto entry =
            isFused && weight.fused.numEntries > 0 ? weight.fused.entry : std::int64_t(-1);
        TinyWeight& parts = m_out.weights[weight.name];
        const bool isRouter = weight.kind == WeightKind::Router;
        if (method == QuantMethod::None) {
            parts.values = put(name, isRouter ? "F32" : "BF16", {weight.rows, weight.cols}, entry);
            return;
        }
        parts.values = put(name, "F8_E4M3", {weight.rows, weight.cols}, entry);
        if (method == QuantMethod::MxFp8)
            parts.scales = put(name + "_scale_inv", "U8", {weight.rows, weight.cols / 32}, entry);
        else
            parts.scales = put(name + "_scale_inv", "F32",
                               {(weight.rows + 15) / 16, (weight.cols + 47) / 48}, entry);
    }

    void addInt4(const ExpectedWeight& weight, bool isGptq)
    {
        const auto module = stored(weight.name).substr(0, stored(weight.name).size() - 7);
        const auto groups = isGptq ? weight.cols / 16 : 1;
        TinyWeight& parts = m_out.weights[weight.name];
        parts.values = isGptq ? put(module + ".qweight", "I32", {weight.cols / 8, weight.rows})
                              : put(module + ".qweight", "I32", {weight.cols, weight.rows / 8});
        parts.zeros = put(module + ".qzeros", "I32", {groups, weight.rows / 8});
        parts.scales = put(module + ".scales", "F16", {groups, weight.rows});
        if (!isGptq)
            return;
        put(module + ".g_idx", "I32", {weight.cols});
        auto& order = m_out.tensors.back().bytes;
        for (std::int64_t col = 0; col < weight.cols; ++col)
            for (int byte = 0; byte < 4; ++byte)
                order[static_cast<std::size_t>(col * 4 + byte)] =
                    static_cast<std::byte>(byte == 0 ? col / 16 : 0);
    }

    TinyLayout m_layout;
    QuantMethod m_method;
    TinyCheckpoint m_out;
    std::uint64_t m_state = 1;
};

void writeShard(const std::filesystem::path& path, const std::vector<TinyTensor>& tensors,
                const std::string& file)
{
    std::string header = "{\"__metadata__\":{\"format\":\"pt\"}";
    std::string body;
    for (const TinyTensor& tensor : tensors) {
        if (tensor.file != file)
            continue;
        std::string shape;
        for (const auto size : tensor.shape)
            shape += words(shape.empty() ? "" : ",", size);
        header += words(",\"", tensor.name, "\":{\"dtype\":\"", tensor.type, "\",\"shape\":[",
                        shape, "],\"data_offsets\":[", body.size(), ",",
                        body.size() + tensor.bytes.size(), "]}");
        body.append(reinterpret_cast<const char*>(tensor.bytes.data()), tensor.bytes.size());
    }
    auto content = safetensorsFile(header + "}", 0);
    writeText(path, content + body);
}

} // namespace

TinyCheckpoint TinyCheckpoint::make(TinyLayout layout, QuantMethod method)
{
    return TinyMaker(layout, method).make();
}

TinyTensor& TinyCheckpoint::at(std::string_view name)
{
    const auto place = std::find_if(tensors.begin(), tensors.end(),
                                    [name](const TinyTensor& t) { return t.name == name; });
    CHECK(place != tensors.end(), "the tiny checkpoint has no such tensor");
    return *place;
}

void TinyCheckpoint::remove(std::string_view name)
{
    const auto* tensor = &at(name);
    tensors.erase(tensors.begin() + (tensor - tensors.data()));
}

void TinyCheckpoint::add(std::string name, std::string type, std::vector<std::int64_t> shape)
{
    std::int64_t count = 1;
    for (const auto size : shape)
        count *= size;
    const std::string file(kFiles[0]);
    tensors.push_back({std::move(name), type, std::move(shape),
                       Bytes(static_cast<std::size_t>(count) * sizeOf(type)), file, file});
}

void TinyCheckpoint::write(const std::filesystem::path& folder) const
{
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::set<std::string> files;
    Value map = Value::object();
    for (const TinyTensor& tensor : tensors) {
        files.insert(tensor.file);
        if (!tensor.indexedFile.empty())
            map.members.emplace_back(tensor.name, Value::string(tensor.indexedFile));
    }
    for (const auto& file : files)
        writeShard(folder / file, tensors, file);
    writeText(folder / "model.safetensors.index.json",
              json::write(Value::object({{"metadata", Value::object()}, {"weight_map", map}})));
    writeText(folder / "config.json", json::write(config));
}

std::string tinyConfig()
{
    return std::string(kTinyConfig);
}

std::string safetensorsFile(std::string_view header, std::size_t bodyBytes)
{
    std::string file;
    for (int byte = 0; byte < 8; ++byte)
        file += static_cast<char>(header.size() >> (8 * byte));
    file += header;
    return file.append(bodyBytes, '\0');
}

void writeText(const std::filesystem::path& path, std::string_view text)
{
    std::ofstream(path, std::ios::binary)
        .write(text.data(), static_cast<std::streamsize>(text.size()));
}

std::string readText(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace tf::test
