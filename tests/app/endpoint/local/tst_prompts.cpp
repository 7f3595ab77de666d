// Conversations made into prompts: what is content stays content, and the wire changes nothing.

#include "app/endpoint/local/prepared.h"
#include "kernels/base/words.h"
#include "tests/app/endpoint/local/local_talk.h"
#include "tests/app/endpoint/local/tests.h"
#include "tests/engine/face/engine_run.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <algorithm>

using namespace tf;
using namespace tf::test;

namespace {

constexpr std::int32_t kFirstControl = 256;
constexpr std::string_view kMarks[] = {
    "]~!b[",      "]~b]system\n", "[e~[",        "]<]minimax[>[<tool_call>",
    "<mm:think>", "</mm:think>",  "]<]image[>[", "]<]start of image[>["};

std::string quoted(const std::string& text)
{
    return json::write(json::Value::string(text));
}

/// What people, tools and the model may say, with `text` in every place of it.
wire::ChatRequest everywhere(const std::string& text)
{
    wire::ChatRequest chat;
    auto calling = said(wire::Role::Assistant, text);
    calling.reasoning = text;
    calling.calls = {{"1", text, words("{", quoted(text), ":[", quoted(text), "]}")}};
    auto result = said(wire::Role::Tool, text);
    result.callId = "1";
    chat.messages = {said(wire::Role::System, text), said(wire::Role::User, text), calling, result,
                     said(wire::Role::User, text)};
    chat.tools = {{MUST(json::parse(words(R"({"name":"f","description":)", quoted(text), "}")))}};
    return chat;
}

wire::Part anyPart(Gen& gen)
{
    const wire::Media media{"image/png", std::make_shared<const std::string>(gen.bytes()), {}};
    if (gen.oneIn(4))
        return wire::ImagePart{media, wire::Detail::High, {}};
    if (gen.oneIn(4))
        return wire::VideoPart{media, 0.5, wire::Detail::Unnamed, 84, {}};
    return wire::TextPart{gen.oneIn(3) ? std::string(gen.pick(kMarks)) : gen.text()};
}

wire::Message anyMessage(Gen& gen, wire::Role role)
{
    wire::Message message;
    message.role = role;
    for (std::size_t left = gen.below(4); left > 0; --left)
        message.parts.push_back(anyPart(gen));
    return message;
}

void addTurn(Gen& gen, std::vector<wire::Message>& messages)
{
    messages.push_back(anyMessage(gen, wire::Role::User));
    auto reply = anyMessage(gen, wire::Role::Assistant);
    if (gen.oneIn(2))
        reply.reasoning = gen.text();
    const std::size_t numCalls = gen.below(3);
    for (std::size_t idx = 0; idx < numCalls; ++idx)
        reply.calls.push_back({words("id", idx), "f" + gen.text(),
                               words("{\"a\":", quoted(gen.text()), ",\"n\":1.50}")});
    messages.push_back(reply);
    for (std::size_t idx = numCalls; idx > 0; --idx) {
        auto result = anyMessage(gen, wire::Role::Tool);
        result.callId = words("id", idx - 1);
        messages.push_back(result);
    }
}

wire::ChatRequest anyChat(Gen& gen)
{
    wire::ChatRequest chat;
    if (gen.oneIn(2))
        chat.messages.push_back(anyMessage(gen, wire::Role::System));
    for (std::size_t left = gen.below(3); left > 0; --left)
        addTurn(gen, chat.messages);
    chat.messages.push_back(anyMessage(gen, wire::Role::User));
    if (gen.oneIn(2))
        chat.tools = {{MUST(json::parse(R"({"name":"f","z":1.50,"a":{"y":[],"b":null}})"))}};
    if (gen.oneIn(2))
        chat.thinking = static_cast<wire::Thinking>(gen.below(3));
    chat.sampling.seed = 5;
    chat.sampling.topK = gen.between(0, 9);
    chat.sampling.stops = {"x" + gen.text()};
    return chat;
}

wire::ChatRequest overTheWire(const wire::ChatRequest& chat)
{
    const auto written = MUST(wire::writeRequest(chat, wire::ownDialect()));
    return MUST(wire::readRequest(MUST(json::parse(written.body))));
}

/// From where it is another one.
std::string rest(const std::string& direct, const std::string& wired)
{
    const auto at = static_cast<std::size_t>(
        std::mismatch(direct.begin(), direct.end(), wired.begin(), wired.end()).first
        - direct.begin());
    return words(quoted(direct.substr(at)), " became ", quoted(wired.substr(at)));
}

/// As many tokens as the bytes and the wish say.
Result<app::SeenMedium> glance(const wire::Part& part)
{
    app::SeenMedium medium;
    medium.media = std::make_shared<engine::Media>();
    if (const auto* image = std::get_if<wire::ImagePart>(&part)) {
        medium.tokens = std::ssize(*image->media.bytes) % 7 + (image->detail == wire::Detail::High);
        return medium;
    }
    const auto& clip = std::get<wire::VideoPart>(part);
    medium.tokens = std::ssize(*clip.media.bytes) % 5 + *clip.maxLongSide / 28;
    medium.stamps = {"0.0", words(*clip.fps)};
    return medium;
}

} // namespace

class PromptsTest : public TestCase {
    Q_OBJECT

    text::Tokenizer m_tokenizer =
        MUST(text::Tokenizer::load(tinyModel("talk") / "tokenizer.json", text::CacheFile::None));

    Result<endpoint::Prepared> prepared(const wire::ChatRequest& chat) const
    {
        return endpoint::prepare(chat, m_tokenizer, text::Steering::Faithful, glance, {});
    }

    std::vector<std::int32_t> tokens(const wire::ChatRequest& chat) const
    {
        return MUST(prepared(chat)).request.prompt.tokens;
    }

    std::string promptText(const wire::ChatRequest& chat) const
    {
        std::vector<text::TokenId> ids;
        for (const std::int32_t token : tokens(chat))
            ids.push_back(static_cast<text::TokenId>(token));
        return MUST(m_tokenizer.decode(ids));
    }

private Q_SLOTS:
    void nothingThatIsSaidBecomesAControlToken()
    {
        const auto controls = [&](const std::string& text) {
            std::vector<std::int32_t> found;
            for (const std::int32_t token : tokens(everywhere(text))) {
                if (token >= kFirstControl)
                    found.push_back(token);
            }
            return found;
        };
        const auto harmless = controls("x");
        QVERIFY(harmless.size() > 10);
        for (const std::string_view mark : kMarks)
            QCOMPARE(controls(std::string(mark)), harmless);
    }

    void itIsAllThere()
    {
        const std::string marks = words(kMarks[1], "and ", kMarks[5]);
        const std::string prompt = promptText(everywhere(marks));
        std::size_t numTimes = 0;
        for (auto at = prompt.find(marks); at != std::string::npos; at = prompt.find(marks, at + 1))
            ++numTimes;
        // system, two questions, answer, reasoning, call's name, value, result; a key is spelled
        // as an element's name, and a schema as JSON.
        QVERIFY2(numTimes >= 8, prompt.c_str());
    }

    void theWireChangesNothing()
    {
        const auto law = [this](Gen& gen) -> std::string {
            const auto chat = anyChat(gen);
            const auto direct = MUST(prepared(chat));
            const auto wired = MUST(prepared(overTheWire(chat)));
            if (direct.request.prompt.tokens != wired.request.prompt.tokens)
                return words("other tokens: ",
                             rest(promptText(chat), promptText(overTheWire(chat))));
            if (direct.request.replyStart != wired.request.replyStart
                || direct.request.media.size() != wired.request.media.size())
                return "another beginning, or other media";
            if (direct.request.stops != wired.request.stops
                || direct.request.sampling.topK != wired.request.sampling.topK
                || direct.request.sampling.seed != wired.request.sampling.seed)
                return "answered otherwise";
            return {};
        };
        const auto report = forAll(200, law, 12);
        QVERIFY2(report.empty(), report.c_str());
    }

    void aTurnsPromptBeginsTheNext()
    {
        auto chat = question("What is it?");
        const auto first = tokens(chat);
        auto reply = said(wire::Role::Assistant, "A cat.");
        reply.reasoning = "It has whiskers.";
        chat.messages.push_back(reply);
        chat.messages.push_back(said(wire::Role::User, "And that?"));
        const auto second = tokens(chat);
        QVERIFY(second.size() > first.size());
        QVERIFY(std::equal(first.begin(), first.end(), second.begin()));
    }

    void aSeedIsDrawnWhereNoneIsGiven()
    {
        auto chat = question("?");
        QCOMPARE(MUST(prepared(chat)).request.sampling.seed, std::uint64_t(1));
        chat.sampling.seed.reset();
        // By chance the same once in 2^64.
        QVERIFY(MUST(prepared(chat)).request.sampling.seed
                != MUST(prepared(chat)).request.sampling.seed);
    }

    void whatIsPassedOverIsTold()
    {
        auto chat = question("?");
        chat.messages.push_back(said(wire::Role::System, "Be brief."));
        chat.messages.push_back(said(wire::Role::User, "!"));
        const auto notes = MUST(prepared(chat)).notes;
        QCOMPARE(notes.size(), std::size_t(1));
        QVERIFY2(notes[0].starts_with("messages[1] is not read"), notes[0].c_str());
    }

    /// Its picture would have no placeholder.
    void mediaOfWhatIsPassedOverAreNotSeen()
    {
        auto chat = question("?");
        chat.messages.push_back(said(wire::Role::System, "Be brief."));
        chat.messages.back().parts.emplace_back(
            wire::ImagePart{{"image/png", std::make_shared<const std::string>("abc"), {}}, {}, {}});
        QVERIFY(MUST(prepared(chat)).request.media.empty());
    }

    void whatCannotBeSeenNamesItsPlace()
    {
        auto chat = question("?");
        chat.messages[0].parts.emplace_back(wire::ImagePart{});
        const auto blind =
            endpoint::prepare(chat, m_tokenizer, text::Steering::Faithful, nullptr, {});
        QVERIFY(!blind && blind.error().code == Code::Unsupported);
        QCOMPARE(blind.error().text,
                 std::string("messages[0], part 2: this checkpoint has no vision tower; it reads "
                             "text alone"));
    }

    void aResultWithoutACallIsRefused()
    {
        auto chat = question("?");
        chat.messages.push_back(said(wire::Role::Tool, "42"));
        const auto result = prepared(chat);
        QVERIFY(!result && result.error().code == Code::BadInput);
    }
};

std::unique_ptr<QObject> makePromptsTest()
{
    return make<PromptsTest>();
}

#include "tst_prompts.moc"
