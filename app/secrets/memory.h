#pragma once

// Keys in this process alone: gone when it ends.

#include "app/secrets/secret_store.h"

#include <QObject>

#include <map>

namespace tf::secrets {

class Memory final : public SecretStore {
public:
    [[nodiscard]] StoreKind kind() const override { return StoreKind::Session; }
    void read(const std::string& name, Answer<Secret> answer) override;
    void write(const std::string& name, Secret key, Answer<void> answer) override;
    void remove(const std::string& name, Answer<void> answer) override;
    void list(Answer<std::vector<std::string>> answer) override;

private:
    std::map<std::string, Secret> m_keys;
    QObject m_answers; ///< what is still to be told goes with it
};

} // namespace tf::secrets
