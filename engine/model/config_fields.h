#pragma once

// The fields of one JSON object of a config.json, read strictly, with errors that say which field,
// what it holds and what was expected.
//
// A field may be known by several names (nested, flat, renamed by an exporter): the first name is
// the one that errors speak of; where two are there they must agree. null counts as absent.

#include "engine/json/value.h"

#include <initializer_list>
#include <optional>

namespace tf::engine {

struct Range {
    double least = 0;
    double most = 0;
};

class ConfigFields {
public:
    using Names = std::initializer_list<std::string_view>;

    /// `path` goes before a field's name in errors: "text_config.", or nothing.
    /// Requires: the object outlives this.
    ConfigFields(const json::Value& object, std::string path)
        : m_object(object)
        , m_path(std::move(path))
    {
    }

    /// The fields of an object within; nullopt when there is none.
    Result<std::optional<ConfigFields>> within(std::string_view name) const;

    /// The field, or nullptr.
    [[nodiscard]] const json::Value* find(std::string_view name) const;

    Result<std::int64_t> whole(Names names, std::int64_t least, std::int64_t most) const;
    Result<std::optional<std::int64_t>> maybeWhole(Names names, std::int64_t least,
                                                   std::int64_t most) const;
    Result<double> number(Names names, Range range) const;
    Result<std::optional<double>> maybeNumber(Names names, Range range) const;
    Result<std::optional<bool>> maybeFlag(std::string_view name) const;
    Result<std::optional<std::string>> maybeText(std::string_view name) const;
    Result<std::optional<std::vector<std::string>>> maybeTexts(std::string_view name) const;
    /// A list of 0 and 1 (or false and true).
    Result<std::optional<std::vector<bool>>> maybeFlags(std::string_view name) const;

    /// Unsupported unless the field is absent or spelled like this.
    Result<> onlyFlag(std::string_view name, bool only) const;
    Result<> onlyText(std::string_view name, std::string_view only) const;
    Result<> onlyNumber(std::string_view name, double only) const;

    /// "text_config.head_dim is 7; expected …"; "is missing" where it is.
    [[nodiscard]] Error wrong(std::string_view name, std::string_view expected) const;
    [[nodiscard]] Error unsupported(std::string_view name, std::string_view expected) const;

private:
    [[nodiscard]] std::string described(std::string_view name, std::string_view expected) const;

    const json::Value& m_object;
    std::string m_path;
};

} // namespace tf::engine
