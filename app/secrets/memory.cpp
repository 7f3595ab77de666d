#include "app/secrets/memory.h"

#include "app/secrets/later.h"

namespace tf::secrets {

void Memory::read(const std::string& name, Answer<Secret> answer)
{
    const auto found = m_keys.find(name);
    if (found == m_keys.end())
        return answerLater<Secret>(m_answers, std::move(answer), noSuchKey(kind(), name));
    answerLater<Secret>(m_answers, std::move(answer), found->second.copy());
}

void Memory::write(const std::string& name, Secret key, Answer<void> answer)
{
    auto entry = checkEntry(name, key);
    if (entry)
        m_keys.insert_or_assign(name, std::move(key));
    answerLater<void>(m_answers, std::move(answer), std::move(entry));
}

void Memory::remove(const std::string& name, Answer<void> answer)
{
    if (m_keys.erase(name) == 0)
        return answerLater<void>(m_answers, std::move(answer), noSuchKey(kind(), name));
    answerLater<void>(m_answers, std::move(answer), {});
}

void Memory::list(Answer<std::vector<std::string>> answer)
{
    std::vector<std::string> names;
    for (const auto& [name, key] : m_keys)
        names.push_back(name);
    answerLater<std::vector<std::string>>(m_answers, std::move(answer), std::move(names));
}

} // namespace tf::secrets
