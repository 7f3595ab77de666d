#include "engine/model/files/tensor_catalog.h"

#include "kernels/base/words.h"

#include <algorithm>

namespace tf::engine {

Result<> TensorCatalog::add(const std::string& releasedName, Entry&& entry)
{
    const auto numBytes = entry.tensor.numBytes();
    const auto [place, isNew] = m_entries.try_emplace(releasedName, std::move(entry));
    if (!isNew)
        return Error(Code::Corrupt,
                     words(describe(entry), " and ", describe(place->second),
                           " are the same weight, ", releasedName));
    m_numBytes += numBytes;
    return {};
}

const TensorCatalog::Entry* TensorCatalog::use(std::string_view releasedName)
{
    const auto place = m_entries.find(releasedName);
    if (place == m_entries.end())
        return nullptr;
    place->second.used = true;
    return &place->second;
}

bool TensorCatalog::has(std::string_view releasedName) const
{
    return m_entries.find(releasedName) != m_entries.end();
}

bool TensorCatalog::hasAny(bool (*belongs)(std::string_view releasedName)) const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [belongs](const auto& entry) { return belongs(entry.first); });
}

void TensorCatalog::leaveOut(bool (*belong)(std::string_view releasedName))
{
    std::erase_if(m_entries, [&](const auto& entry) {
        const bool leaves = belong(entry.first);
        m_numBytes -= leaves ? entry.second.tensor.numBytes() : 0;
        return leaves;
    });
}

std::vector<std::string> TensorCatalog::unused() const
{
    std::vector<std::string> names;
    for (const auto& [releasedName, entry] : m_entries) {
        if (!entry.used)
            names.push_back(entry.tensor.name);
    }
    return names;
}

std::string describe(const TensorCatalog::Entry& entry)
{
    return words("tensor \"", entry.tensor.name, "\" in ", entry.file);
}

} // namespace tf::engine
