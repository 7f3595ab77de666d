#include "app/workspace/tray_shelf.h"

#include "app/workspace/tray_keeping.h"

namespace tf::workspace {

TrayShelf::TrayShelf() = default;

TrayShelf::~TrayShelf() = default;

Tray& TrayShelf::of(const session::SessionId& id)
{
    auto& tray = m_trays[id];
    if (!tray) {
        tray = std::make_unique<Tray>();
        tray->setTokenizer(m_tokenizer);
        tray->setMayFetch(m_mayFetch);
    }
    return *tray;
}

void TrayShelf::follow(Conversation& talk, session::Store& store)
{
    const session::SessionId id = talk.session().id;
    m_keepings[id] = std::make_unique<TrayKeeping>(of(id), talk, store);
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

} // namespace tf::workspace
