#include "engine/json/tokenizer_file.h"

#include "engine/json/tokenizer_sections.h"
#include "kernels/base/words.h"

#include <simdjson.h>

#include <utility>

namespace tf::json {

namespace {

namespace ondemand = simdjson::ondemand;

/// Small parts of the file are read as trees; a hostile one must not fill memory with them.
constexpr std::size_t kMaxSectionBytes = std::size_t(4) << 20;

class TokenizerReader {
public:
    explicit TokenizerReader(std::string_view text)
        : m_text(text)
    {
    }

    Result<TokenizerFile> read()
    {
        if (const auto code = m_parser.iterate(m_text).get(m_document))
            return broken(simdjson::error_message(code), m_text.size());
        ondemand::object root;
        if (const auto code = m_document.get_object().get(root))
            return fault(code);
        for (auto element : root) {
            ondemand::field field;
            if (const auto code = std::move(element).get(field))
                return fault(code);
            std::string_view key;
            if (const auto code = field.unescaped_key().get(key))
                return fault(code);
            TRY(readMember(std::string(key), field.value()));
        }
        TRY(expectEnd());
        if (!m_hasModel)
            return Error(Code::BadInput, "not a tokenizer.json: it has no \"model\"");
        if (!m_hasPreTokenizer)
            TRY(readPreTokenizer(Value::null()));
        if (m_file.vocab.empty())
            return Error(Code::BadInput, "not a tokenizer.json: \"model\" has no \"vocab\"");
        return std::move(m_file);
    }

private:
    static Error broken(std::string_view what, std::size_t place)
    {
        return {Code::BadInput, words("not a valid tokenizer.json at byte ", place, ": ", what)};
    }

    [[nodiscard]] std::size_t place()
    {
        const char* at = nullptr;
        if (m_document.current_location().get(at) != simdjson::SUCCESS)
            return m_text.size();
        return static_cast<std::size_t>(at - m_text.data());
    }

    Error fault(simdjson::error_code code)
    {
        return broken(simdjson::error_message(code), place());
    }

    Result<> expectEnd()
    {
        const char* at = nullptr;
        if (m_document.current_location().get(at) != simdjson::OUT_OF_BOUNDS)
            return broken("more follows after the end", place());
        return {};
    }

    Result<> readMember(const std::string& key, ondemand::value& value)
    {
        if (key == "model")
            return readModel(value);
        if (key == "added_tokens") {
            m_file.added = TRY(readAddedTokens(TRY(section(value))).because("in added_tokens"));
            return {};
        }
        if (key == "normalizer") {
            m_file.normalization = TRY(readNormalizer(TRY(section(value))));
            return {};
        }
        if (key == "pre_tokenizer") {
            m_file.splitPattern = TRY(readPreTokenizer(TRY(section(value))));
            m_hasPreTokenizer = true;
            return {};
        }
        if (key == "post_processor")
            return checkPostProcessor(TRY(section(value)));
        if (key == "decoder")
            return checkDecoder(TRY(section(value)));
        return {}; // truncation and padding are the trainer's; versions do not matter
    }

    Result<Value> section(ondemand::value& value)
    {
        const auto begin = place();
        std::string_view raw;
        if (const auto code = simdjson::to_json_string(value).get(raw))
            return fault(code);
        return parse(raw, {kMaxSectionBytes, 32}).because(words("from byte ", begin));
    }

    Result<> readModel(ondemand::value& value)
    {
        if (std::exchange(m_hasModel, true))
            return broken("a second \"model\"", place());
        ondemand::object model;
        if (const auto code = value.get_object().get(model))
            return fault(code).because("\"model\" is not an object");
        for (auto element : model) {
            ondemand::field field;
            if (const auto code = std::move(element).get(field))
                return fault(code);
            std::string_view key;
            if (const auto code = field.unescaped_key().get(key))
                return fault(code);
            TRY(readModelMember(std::string(key), field.value()));
        }
        return {};
    }

    Result<> readModelMember(const std::string& key, ondemand::value& value)
    {
        if (key == "vocab")
            return readVocab(value);
        if (key == "merges")
            return readMerges(value);
        const auto setting = TRY(section(value));
        TRY(checkModelSetting(key, setting));
        if (key == "ignore_merges")
            m_file.ignoreMerges = setting.flag;
        return {};
    }

    TokenizerFile::Text keep(std::string_view text)
    {
        const TokenizerFile::Text kept{static_cast<std::uint32_t>(m_file.arena.size()),
                                       static_cast<std::uint32_t>(text.size())};
        m_file.arena += text;
        return kept;
    }

    Result<> readVocab(ondemand::value& value)
    {
        if (!m_file.vocab.empty())
            return broken("a second \"vocab\"", place());
        ondemand::object vocab;
        if (const auto code = value.get_object().get(vocab))
            return fault(code).because("\"vocab\" is not an object");
        m_file.arena.reserve(m_text.size());
        for (auto element : vocab) {
            ondemand::field field;
            if (const auto code = std::move(element).get(field))
                return fault(code);
            std::string_view key;
            if (const auto code = field.unescaped_key().get(key))
                return fault(code);
            const auto text = keep(key);
            std::uint64_t id = 0;
            if (const auto code = field.value().get_uint64().get(id))
                return fault(code).because(words("the id of token \"", m_file.at(text), "\""));
            if (id >= kMaxTokenId)
                return broken(words("id ", id, " of token \"", m_file.at(text),
                                    "\" is out of range; ids are below ", kMaxTokenId),
                              place());
            m_file.vocab.push_back({text, static_cast<std::uint32_t>(id)});
        }
        return {};
    }

    Result<> readMerges(ondemand::value& value)
    {
        if (!m_file.merges.empty())
            return broken("a second \"merges\"", place());
        ondemand::array merges;
        if (const auto code = value.get_array().get(merges))
            return fault(code).because("\"merges\" is not an array");
        for (auto element : merges) {
            ondemand::value item;
            if (const auto code = element.get(item))
                return fault(code);
            auto merge = readMerge(item);
            if (!merge)
                return std::move(merge).error().because(words("merge ", m_file.merges.size()));
            m_file.merges.push_back(*merge);
        }
        return {};
    }

    Result<TokenizerFile::Merge> readMerge(ondemand::value& item)
    {
        ondemand::json_type type = {};
        if (const auto code = item.type().get(type))
            return fault(code);
        if (type == ondemand::json_type::array)
            return readMergePair(item);
        std::string_view text;
        if (const auto code = item.get_string().get(text))
            return fault(code);
        const auto space = text.find(' ');
        if (space == std::string_view::npos || text.find(' ', space + 1) != std::string_view::npos)
            return broken(words("\"", text, "\" is not two symbols with a space between"), place());
        const auto left = keep(text.substr(0, space));
        return TokenizerFile::Merge{left, keep(text.substr(space + 1))};
    }

    Result<TokenizerFile::Merge> readMergePair(ondemand::value& item)
    {
        ondemand::array pair;
        if (const auto code = item.get_array().get(pair))
            return fault(code);
        TokenizerFile::Text sides[2];
        int numSides = 0;
        for (auto element : pair) {
            std::string_view text;
            if (const auto code = element.get_string().get(text))
                return fault(code);
            if (numSides < 2)
                sides[numSides] = keep(text);
            ++numSides;
        }
        if (numSides != 2)
            return broken(words("a list of ", numSides, " where a pair must be"), place());
        return TokenizerFile::Merge{sides[0], sides[1]};
    }

    simdjson::padded_string m_text;
    ondemand::parser m_parser;
    ondemand::document m_document;
    TokenizerFile m_file;
    bool m_hasModel = false;
    bool m_hasPreTokenizer = false;
};

} // namespace

Result<TokenizerFile> readTokenizerFile(std::string_view text)
{
    if (text.size() > kMaxTokenizerFileBytes)
        return Error(Code::BadInput,
                     words("a tokenizer.json of ", text.size(), " bytes; at most ",
                           kMaxTokenizerFileBytes, " are read"));
    return TokenizerReader(text).read();
}

} // namespace tf::json
