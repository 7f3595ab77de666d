#include "tests/app/draft/kept_talk.h"

#include "app/session/replay.h"
#include "kernels/base/words.h"

namespace tf::test {

namespace {

using namespace session;

wire::Media anyMedia(Gen& gen, std::string type)
{
    return {std::move(type), std::make_shared<const std::string>(gen.bytes()), {}};
}

template <class MediaPart>
void setAnySizes(Gen& gen, MediaPart& part)
{
    part.detail = static_cast<wire::Detail>(gen.below(4));
    if (gen.oneIn(2))
        part.maxLongSide = gen.between(1, 4096);
}

wire::Part anyMedium(Gen& gen)
{
    if (gen.oneIn(2)) {
        wire::ImagePart image;
        image.media = anyMedia(gen, "image/png");
        setAnySizes(gen, image);
        return image;
    }
    wire::VideoPart video;
    setAnySizes(gen, video);
    if (gen.oneIn(2))
        video.fps = gen.unit() * 5;
    if (gen.oneIn(2)) {
        video.media = anyMedia(gen, "video/mp4");
        return video;
    }
    for (auto left = gen.between(1, 4); left > 0; --left)
        video.frames.push_back({gen.unit() * 100, anyMedia(gen, "image/png")});
    return video;
}

draft::RepositoryPart anyRepository(Gen& gen)
{
    draft::RepositoryPart part;
    part.pack.text = gen.text();
    part.pack.manifest = {{"b10b", gen.text(), {1, 9}, 12, ItemRole::Source},
                          {"", gen.text(), {}, 0, ItemRole::Source}};
    part.plan.cuts = {{gen.text(), 7, "over the budget"}};
    part.source.title = gen.text();
    return part;
}

} // namespace

std::vector<wire::Message> KeptTalk::toSend(const draft::Draft& draft, TurnId parent) const
{
    draft::Draft following = draft;
    following.earlier = MUST(draft::earlierOf(session, parent, read()));
    return draft::messagesOf(following);
}

TurnId KeptTalk::keep(const draft::Draft& draft, TurnId parent)
{
    Turn turn;
    turn.id = static_cast<TurnId>(session.turns.size()) + 1;
    turn.question = MUST(draft::keptQuestion(draft, put()));
    turn.question.parent = parent;
    session.turns.push_back(std::move(turn));
    return session.turns.back().id;
}

Turn& KeptTalk::turn(TurnId id)
{
    Turn* found = findTurn(session, id);
    CHECK(found != nullptr, "a turn that was kept");
    return *found;
}

Result<std::vector<wire::Message>> KeptTalk::messages(TurnId leaf) const
{
    return draft::messagesOfBranch(session, leaf, read());
}

draft::PutBlob KeptTalk::put()
{
    return [this](const std::string& content) -> Result<std::string> {
        std::string id = words("blob", std::hash<std::string>()(content));
        blobs.emplace(id, content);
        return id;
    };
}

draft::ReadBlob KeptTalk::read() const
{
    return [this](const std::string& id) -> Result<std::string> {
        const auto found = blobs.find(id);
        if (found == blobs.end())
            return Error(Code::NotFound, words("no blob ", id));
        return found->second;
    };
}

draft::Draft asking(const std::string& question)
{
    draft::Draft draft;
    draft.question = question;
    return draft;
}

draft::Draft anyDraft(Gen& gen, TurnId parent)
{
    draft::Draft draft = asking(gen.text());
    if (parent == kNoTurn && gen.oneIn(2))
        draft.system = gen.text();
    if (gen.oneIn(2))
        draft.repository = anyRepository(gen);
    for (auto left = gen.below(4); left > 0; --left) {
        draft.media.push_back(anyMedium(gen));
        draft.mediaNames.push_back(gen.text());
    }
    return draft;
}

void answerAnyhow(Gen& gen, Turn& turn)
{
    turn.ending.state = static_cast<TurnState>(gen.below(4));
    if (gen.oneIn(4))
        return;
    const auto add = [&turn](PartKind kind, std::string text, std::string name = {},
                             std::string call = {}) {
        addPart(turn.parts, {kind, std::move(text), std::move(name), std::move(call)});
    };
    if (gen.oneIn(2))
        add(PartKind::Reasoning, gen.text());
    for (auto left = gen.below(3); left > 0; --left) {
        const std::string call = words("call", left);
        add(PartKind::ToolCall, R"({"n":1})", "read", call);
        if (!gen.oneIn(3))
            add(PartKind::ToolResult, gen.text(), "read", call);
    }
    if (!gen.oneIn(4))
        add(PartKind::Text, gen.text());
    if (gen.oneIn(3))
        turn.ending.reasoningDetails = R"([{"type":"reasoning.text","text":"hm"}])";
}

bool isAnswered(const std::vector<wire::Message>& untilTurn)
{
    return !untilTurn.empty() && untilTurn.back().role != wire::Role::User;
}

} // namespace tf::test
