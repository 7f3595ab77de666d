#include "ui/composer/tray_shelf.h"

namespace tf::ui {

workspace::Tray& TrayShelf::of(const session::SessionId& id)
{
    auto& tray = m_trays[id];
    if (!tray) {
        tray = std::make_unique<workspace::Tray>();
        tray->setTokenizer(m_tokenizer);
        tray->setMayFetch(m_mayFetch);
    }
    return *tray;
}

void TrayShelf::setTokenizer(std::shared_ptr<const text::Tokenizer> tokenizer)
{
    m_tokenizer = std::move(tokenizer);
    for (const auto& [id, tray] : m_trays)
        tray->setTokenizer(m_tokenizer);
}

void TrayShelf::setMayFetch(bool mayFetch)
{
    m_mayFetch = mayFetch;
    for (const auto& [id, tray] : m_trays)
        tray->setMayFetch(mayFetch);
}

} // namespace tf::ui
