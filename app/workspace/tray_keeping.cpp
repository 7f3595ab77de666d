#include "app/workspace/tray_keeping.h"

namespace tf::workspace {

TrayKeeping::TrayKeeping(Tray& tray, Conversation& talk, session::Store& store)
    : m_tray(tray)
    , m_talk(&talk)
    , m_store(store)
    , m_lay(readDeskView(talk.session().desk.view).tray)
{
    QObject::connect(&talk, &Conversation::branchChanged, &m_here, [this] { tellSent(); });
    tellSent();
    if (m_tray.items().empty())
        layOut(0);
    else
        startKeeping(); // it was opened before in this process
}

/// One after the other, so that they lie in their order again.
void TrayKeeping::layOut(std::size_t next)
{
    for (; next < m_lay.size(); ++next) {
        const KeptOffer& offer = m_lay[next];
        if (!offer.place.empty()) {
            m_tray.add(offer.place, offer.choice);
            continue;
        }
        return m_store.blob(
            offer.blob, m_inbox.answer<std::string>([this, next](Result<std::string> content) {
                const KeptOffer& pasted = m_lay[next];
                m_tray.addBytes(pasted.name, pasted.type,
                                content ? std::move(*content) : std::string(), pasted.choice);
                layOut(next + 1);
            }));
    }
    startKeeping();
}

void TrayKeeping::startKeeping()
{
    QObject::connect(&m_tray, &Tray::changed, &m_here, [this] { keep(); });
    keep();
}

void TrayKeeping::tellSent()
{
    m_tray.setSentFrom([talk = m_talk](const std::string& place) {
        if (talk.isNull() || talk->branch().empty())
            return SentFiles();
        return sentBefore(talk->session(), talk->branch().back(), place);
    });
}

void TrayKeeping::keep()
{
    if (m_talk.isNull())
        return;
    DeskView view = readDeskView(m_talk->session().desk.view);
    std::vector<KeptOffer> offers;
    for (const Offer& offer : m_tray.offers()) {
        if (KeptOffer kept = keptAs(offer); !kept.place.empty() || !kept.blob.empty())
            offers.push_back(std::move(kept));
    }
    if (offers == view.tray)
        return;
    view.tray = std::move(offers);
    m_talk->keepView(write(view));
}

KeptOffer TrayKeeping::keptAs(const Offer& offer)
{
    if (!offer.place.empty())
        return {.place = offer.place, .choice = offer.choice};
    const auto [place, isNew] = m_blobs.try_emplace(offer.bytes);
    if (isNew && offer.bytes)
        m_store.putBlob(
            *offer.bytes,
            m_inbox.answer<std::string>([this, bytes = offer.bytes](Result<std::string> id) {
                if (!id)
                    return; // while nothing can be kept, it lies here as long as the program runs
                m_blobs[bytes] = std::move(*id);
                keep();
            }));
    return {{}, offer.name, offer.type, place->second, offer.choice};
}

} // namespace tf::workspace
