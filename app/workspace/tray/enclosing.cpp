#include "app/workspace/tray/enclosing.h"

#include "kernels/base/words.h"

#include <algorithm>

namespace tf::workspace {

namespace {

using draft::LeakPolicy;

void addWatched(draft::Watched& to, const draft::Watched& more)
{
    to.seconds.insert(to.seconds.end(), more.seconds.begin(), more.seconds.end());
    to.length = std::max(to.length, more.length);
}

/// From one thing after the other; false when it may not go.
class Enclosing {
public:
    explicit Enclosing(LeakPolicy policy)
        : m_policy(policy)
    {
    }

    bool add(const TakenRepository& repository, const Taken&)
    {
        const auto* part = allowed(repository.part);
        if (part == nullptr || m_enclosure.draft.repository)
            return false;
        m_enclosure.draft.repository = *part;
        m_enclosure.sources.push_back(part->source);
        return true;
    }

    bool add(const TakenText& text, const Taken& taken)
    {
        const auto* numbered = allowed(text.text);
        if (numbered == nullptr)
            return false;
        addPart(wire::TextPart{numbered->shown}, taken);
        keep(taken, "text/plain", std::make_shared<const std::string>(numbered->raw));
        return true;
    }

    bool add(const TakenPicture& picture, const Taken& taken)
    {
        if (picture.parts.size() > 1)
            addPart(wire::TextPart{wordsBeforeTiles(picture)}, taken);
        for (const SentPicture& part : picture.parts) {
            addPart(wire::ImagePart{part.media, picture.way.detail, {}}, taken);
            keep(taken, part.media.type, part.media.bytes);
        }
        return true;
    }

    bool add(const TakenClip& clip, const Taken& taken)
    {
        addPart(clip.part, taken);
        watch(clip.watched);
        if (clip.part.media.bytes)
            keep(taken, clip.part.media.type, clip.part.media.bytes);
        for (const wire::Frame& frame : clip.part.frames)
            m_enclosure.files.push_back({words(taken.item.title, " at ", frame.seconds, " s"),
                                         frame.picture.type, frame.picture.bytes});
        return true;
    }

    static bool add(const Unreadable&, const Taken&) { return false; }

    std::shared_ptr<const Enclosure> finish() &&
    {
        return std::make_shared<const Enclosure>(std::move(m_enclosure));
    }

    void addSource(const Taken& taken)
    {
        if (!std::holds_alternative<TakenRepository>(taken.what) && !taken.place.empty())
            m_enclosure.sources.push_back(
                {sourceKind(taken.item.kind), taken.item.title, taken.place, {}, {}});
    }

private:
    template <class T>
    const T* allowed(const Gated<T>& gated)
    {
        if (m_policy == LeakPolicy::Open || gated.found.leaks().empty())
            return &gated.asItIs;
        const bool isReplaced = m_policy == LeakPolicy::Redact;
        const draft::LeakGate& gate = isReplaced ? gated.replaced : gated.found;
        if (m_policy == LeakPolicy::Block || (isReplaced && !gate.verdict()))
            return nullptr;
        for (std::string& sentence : gate.overrides())
            m_enclosure.draft.overrides.push_back(std::move(sentence));
        return isReplaced ? &*gated.redacted : &gated.asItIs;
    }

    void addPart(wire::Part part, const Taken& taken)
    {
        m_enclosure.draft.media.push_back(std::move(part));
        m_enclosure.draft.mediaNames.push_back(taken.item.title);
    }

    void watch(const draft::Watched& more) { addWatched(m_enclosure.draft.watched, more); }

    void keep(const Taken& taken, std::string type, std::shared_ptr<const std::string> bytes)
    {
        m_enclosure.files.push_back({taken.item.title, std::move(type), std::move(bytes)});
    }

    static session::SourceKind sourceKind(TrayKind kind)
    {
        if (kind == TrayKind::Picture)
            return session::SourceKind::Picture;
        return kind == TrayKind::Clip ? session::SourceKind::Clip : session::SourceKind::Document;
    }

    LeakPolicy m_policy;
    Enclosure m_enclosure;
};

} // namespace

std::shared_ptr<const Enclosure> enclose(std::span<const std::shared_ptr<const Taken>> things,
                                         draft::LeakPolicy policy)
{
    Enclosing enclosing(policy);
    constexpr TrayKind kOrder[] = {TrayKind::Repository, TrayKind::Text, TrayKind::Picture,
                                   TrayKind::Clip, TrayKind::Unknown};
    for (const TrayKind kind : kOrder) {
        for (const auto& taken : things) {
            if (taken->item.kind != kind)
                continue;
            const bool mayGo = std::visit(
                [&](const auto& what) { return enclosing.add(what, *taken); }, taken->what);
            if (!mayGo)
                return nullptr;
            enclosing.addSource(*taken);
        }
    }
    return std::move(enclosing).finish();
}

std::shared_ptr<const Enclosure> joined(const Enclosure& first, const Enclosure& second)
{
    CHECK(!first.draft.repository || !second.draft.repository, "one repository a question");
    auto both = std::make_shared<Enclosure>(first);
    const auto append = [](auto& to, const auto& from) {
        to.insert(to.end(), from.begin(), from.end());
    };
    if (second.draft.repository)
        both->draft.repository = second.draft.repository;
    append(both->draft.media, second.draft.media);
    append(both->draft.mediaNames, second.draft.mediaNames);
    addWatched(both->draft.watched, second.draft.watched);
    append(both->draft.overrides, second.draft.overrides);
    append(both->files, second.files);
    append(both->sources, second.sources);
    return both;
}

} // namespace tf::workspace
