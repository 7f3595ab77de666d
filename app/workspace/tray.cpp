#include "app/workspace/tray.h"

#include "app/workspace/tray/enclosing.h"
#include "app/workspace/tray/tray_desk.h"

#include <algorithm>
#include <numeric>

namespace tf::workspace {

/// The desk, under the name that the header knows.
class Tray::Reading : public TrayDesk {
public:
    using TrayDesk::TrayDesk;
};

Tray::Tray(QObject* parent)
    : QObject(parent)
    , m_reading(std::make_unique<Reading>([this] { Q_EMIT changed(); }))
{
}

Tray::~Tray() = default;

TrayId Tray::add(const std::string& pathOrAddress, TrayChoice choice)
{
    return m_reading->add({pathOrAddress, {}, {}, nullptr, std::move(choice)});
}

TrayId Tray::addBytes(std::string name, std::string type, std::string bytes, TrayChoice choice)
{
    return m_reading->add({{},
                           std::move(name),
                           std::move(type),
                           std::make_shared<const std::string>(std::move(bytes)),
                           std::move(choice)});
}

TrayId Tray::addText(std::string title, std::string text)
{
    return addBytes(std::move(title), "text/plain", std::move(text));
}

void Tray::choose(TrayId id, TrayChoice choice)
{
    m_reading->choose(id, std::move(choice));
}

TrayChoice Tray::choiceOf(TrayId id) const
{
    return m_reading->choiceOf(id);
}

void Tray::takeNameOnly(TrayId id)
{
    m_reading->takeNameOnly(id);
}

void Tray::remove(TrayId id)
{
    m_reading->remove(id);
}

void Tray::undoRemove()
{
    m_reading->undoRemove();
}

void Tray::clear()
{
    m_reading->clear();
}

void Tray::setEngine(const EngineChoice& engine, std::int64_t budget)
{
    m_reading->setIntake(intakeOf(engine, budget));
}

void Tray::setTokenizer(std::shared_ptr<const text::Tokenizer> tokenizer)
{
    m_reading->setTokenizer(std::move(tokenizer));
}

void Tray::setSentFrom(SentFrom sentFrom)
{
    m_reading->setSentFrom(std::move(sentFrom));
}

void Tray::setMayFetch(bool mayFetch)
{
    m_reading->setMayFetch(mayFetch);
}

const std::vector<TrayItem>& Tray::items() const
{
    return m_reading->items();
}

std::vector<Offer> Tray::offers() const
{
    return m_reading->offers();
}

ClipMeans Tray::clipMeans(TrayId id) const
{
    return m_reading->clipMeans(id);
}

std::int64_t Tray::tokens() const
{
    const auto& all = items();
    return std::accumulate(
        all.begin(), all.end(), std::int64_t{0},
        [](std::int64_t sum, const TrayItem& item) { return sum + item.tokens; });
}

TrayVerdict Tray::verdict() const
{
    const auto places = m_reading->places();
    TrayVerdict verdict;
    verdict.problems = limitProblems(places, m_reading->intake());
    verdict.leaks = leakProblems(places, m_reading->intake());
    verdict.problems.insert(verdict.problems.end(), verdict.leaks.begin(), verdict.leaks.end());
    verdict.cautions = legibleCautions(items(), m_reading->intake());
    verdict.isReading = std::any_of(items().begin(), items().end(), [](const TrayItem& item) {
        return item.state == TrayState::Reading;
    });
    verdict.isReady = verdict.problems.empty() && !verdict.isReading;
    return verdict;
}

std::shared_ptr<const Enclosure> Tray::enclosure(draft::LeakPolicy policy) const
{
    std::vector<std::shared_ptr<const Taken>> things;
    for (const TrayPlace& place : m_reading->places()) {
        if (place.item->state != TrayState::Ready)
            return nullptr;
        things.push_back(place.taken);
    }
    return enclose(things, policy);
}

} // namespace tf::workspace
