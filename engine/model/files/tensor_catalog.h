#pragma once

// All tensors of an opened model folder under their released names, and which of them were asked
// for.
//
// A tensor that nobody asked for is one that the model has no place for; a checkpoint of such is
// refused, since it is not what its config says.

#include "engine/model/files/safetensors.h"

#include <map>

namespace tf::engine {

class TensorCatalog {
public:
    struct Entry {
        StoredTensor tensor;
        std::string file; ///< for errors
        const std::byte* bytes = nullptr; ///< tensor.numBytes() of them, of any alignment
        bool used = false;
    };

    /// Corrupt when another tensor already has the released name.
    Result<> add(const std::string& releasedName, Entry&& entry);

    /// The tensor, now used; nullptr when there is none.
    const Entry* use(std::string_view releasedName);
    [[nodiscard]] bool has(std::string_view releasedName) const;
    /// Whether there is any that `belongs`.
    [[nodiscard]] bool hasAny(bool (*belongs)(std::string_view releasedName)) const;
    /// Forgets all that `belong`, as if they were not in the files.
    void leaveOut(bool (*belong)(std::string_view releasedName));

    [[nodiscard]] std::vector<std::string> unused() const; ///< as the files spell them, sorted
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] std::uint64_t numBytes() const { return m_numBytes; }

private:
    std::map<std::string, Entry, std::less<>> m_entries;
    std::uint64_t m_numBytes = 0;
};

/// "tensor "…" in model-00001-of-00002.safetensors", for errors.
[[nodiscard]] std::string describe(const TensorCatalog::Entry& entry);

} // namespace tf::engine
