#include "app/works/instructed.h"

#include "app/session/store/blobs.h"

#include <algorithm>

namespace tf::works {

bool wasTold(const workspace::Conversation& talk, const Preset& preset)
{
    const std::string blob = session::Blobs::idOf(instructionsOf(preset));
    const auto& branch = talk.branch();
    return std::any_of(branch.begin(), branch.end(), [&](session::TurnId id) {
        const session::Turn* turn = talk.turn(id);
        if (turn == nullptr)
            return false;
        const auto& manifest = turn->question.manifest;
        return std::any_of(manifest.begin(), manifest.end(),
                           [&blob](const auto& item) { return item.blob == blob; });
    });
}

std::shared_ptr<const workspace::Enclosure>
instructed(const workspace::Conversation& talk, const Preset& preset,
           std::shared_ptr<const workspace::Enclosure> enclosure)
{
    const bool isWaiting = !talk.queue().empty(); // one of those says it
    if (wasTold(talk, preset) || isWaiting)
        return enclosure;
    auto made = enclosure ? std::make_shared<workspace::Enclosure>(*enclosure)
                          : std::make_shared<workspace::Enclosure>();
    draft::Draft& draft = made->draft;
    if (talk.branch().empty()) {
        draft.system = instructionsOf(preset);
        return made;
    }
    draft.media.insert(draft.media.begin(), wire::TextPart{instructionsOf(preset)});
    draft.mediaNames.insert(draft.mediaNames.begin(), nameOf(preset));
    return made;
}

} // namespace tf::works
