#include "tests/app/endpoint/generated_answer.h"

#include "tests/app/endpoint/chunk_json.h"

#include <QTest>

namespace tf::test {

namespace {

using Tokens = std::vector<std::string>;
using Stream = std::vector<StreamEvent>;

std::string joined(const Tokens& tokens)
{
    std::string out;
    for (const std::string& token : tokens)
        out += token;
    return out;
}

Tokens anyTokens(Gen& gen, std::size_t num)
{
    static const Tokens words{
        " the", " answer", " is", " is", "\n",    "\n\n",        "```\n",       "  ",   "x",
        " = ",  "1",       ";",   "é",   "漢字",  "👩‍💻", " ]<]",        " <b>", "</b>",
        "\"",   "\\",      "{}",  ": ",  "data:", "\t",          " <think>",    "]<]m", "мир",
        "\r\n", "ha",      "ha",  "-",   "---",   "()",          " return nil", ",",    "\u2028"};
    Tokens tokens{gen.oneIn(2) ? "We" : "Well"};
    while (tokens.size() < num)
        tokens.push_back(gen.pick(words));
    tokens.emplace_back(" end.");
    return tokens;
}

StreamEvent piece(const QByteArray& data)
{
    return {data, false};
}

QByteArray member(const QByteArray& name, const std::string& text)
{
    return "\"" + name + "\":" + quoted(text);
}

QByteArray details(const std::string& text)
{
    return "\"reasoning_details\":[{\"type\":\"reasoning.text\",\"id\":\"r1\",\"format\":"
           "\"MiniMax-response-v1\",\"index\":0,"
        + member("text", text) + "}]";
}

QByteArray callPiece(const QByteArray& head, const std::string& arguments)
{
    return callsOf("{\"index\":0," + head + "\"function\":{"
                   + (head.isEmpty() ? "\"name\":null," : "\"name\":\"f\",")
                   + member("arguments", arguments) + "}}");
}

void addPieces(Stream& stream, const QByteArray& field, const Tokens& tokens)
{
    for (const std::string& token : tokens)
        stream.push_back(piece(deltaOf(member(field, token))));
}

void addWholeCall(Stream& stream, const Speech& speech)
{
    stream.push_back(
        {callPiece("\"id\":\"call_1\",\"type\":\"function\",", joined(speech.arguments)), true});
}

void addCallInPieces(Stream& stream, const Speech& speech)
{
    stream.push_back(piece(callPiece("\"id\":\"call_1\",\"type\":\"function\",", "")));
    for (const std::string& token : speech.arguments)
        stream.push_back(piece(callPiece("", token)));
}

Stream begun()
{
    return {{deltaOf("\"role\":\"assistant\",\"content\":\"\""), true}};
}

Stream ended(Stream stream, const QByteArray& reason)
{
    stream.push_back({finishOf(reason), true});
    stream.push_back(
        {"{\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}", true});
    stream.push_back({"[DONE]", true});
    return stream;
}

Stream writeVllm(const Speech& speech)
{
    Stream stream = begun();
    addPieces(stream, "reasoning", speech.think);
    addPieces(stream, "content", speech.text);
    addWholeCall(stream, speech);
    return ended(std::move(stream), "tool_calls");
}

Stream writeSglang(const Speech& speech)
{
    Stream stream = begun();
    addPieces(stream, "reasoning_content", speech.think);
    addPieces(stream, "content", speech.text);
    addCallInPieces(stream, speech);
    return ended(std::move(stream), "tool_calls");
}

Stream writeMiniMaxPieces(const Speech& speech)
{
    Stream stream = begun();
    for (const std::string& token : speech.think)
        stream.push_back(piece(deltaOf(details(token))));
    addPieces(stream, "content", speech.text);
    addWholeCall(stream, speech);
    return ended(std::move(stream), "tool_calls");
}

/// Every chunk says all that has been said.
Stream writeMiniMaxSnapshots(const Speech& speech)
{
    Stream stream;
    std::string think;
    for (const std::string& token : speech.think)
        stream.push_back({deltaOf(details(think += token) + ",\"content\":\"\""), true});
    std::string text;
    for (const std::string& token : speech.text)
        stream.push_back({deltaOf(details(think) + "," + member("content", text += token)), true});
    addWholeCall(stream, speech);
    return ended(std::move(stream), "tool_calls");
}

Stream writeMiniMaxInline(const Speech& speech)
{
    Stream stream = begun();
    stream.push_back(piece(contentOf("<think>")));
    addPieces(stream, "content", speech.think);
    stream.push_back(piece(contentOf("</think>" + speech.text.front())));
    addPieces(stream, "content", {speech.text.begin() + 1, speech.text.end()});
    addWholeCall(stream, speech);
    return ended(std::move(stream), "tool_calls");
}

Stream writeOpenRouter(const Speech& speech)
{
    Stream stream = begun();
    for (const std::string& token : speech.think)
        stream.push_back(piece(deltaOf(member("reasoning", token) + "," + details(token))));
    addPieces(stream, "content", speech.text);
    addCallInPieces(stream, speech);
    return ended(std::move(stream), "tool_calls");
}

/// A server that knows nothing of the model: its own tags, cut anywhere, all in the text.
Stream writeRaw(const Speech& speech)
{
    const std::string mark = "]<]minimax[>[";
    Tokens all{"<mm:", "think", ">"};
    all.insert(all.end(), speech.think.begin(), speech.think.end());
    all.insert(all.end(), {"</mm:th", "ink>"});
    all.insert(all.end(), speech.text.begin(), speech.text.end());
    const auto arguments = MUST(json::parse(joined(speech.arguments)));
    all.insert(all.end(), {mark, "<tool_call>", "\n", mark, "<invoke name=\"f\">", mark, "<x>"});
    all.push_back(arguments.find("x")->text);
    all.insert(all.end(), {mark, "</x>", mark, "</invoke>", "\n", mark.substr(0, 4)});
    all.push_back(mark.substr(4) + "</tool_call>");
    Stream stream = begun();
    addPieces(stream, "content", all);
    return ended(std::move(stream), "stop");
}

constexpr Form kForms[] = {
    {"vLLM", "vllm", writeVllm},
    {"SGLang", "sglang", writeSglang},
    {"llama.cpp", "llamacpp", writeSglang},
    {"MiniMax, pieces", "minimax", writeMiniMaxPieces},
    {"MiniMax, snapshots", "minimax", writeMiniMaxSnapshots},
    {"MiniMax, inline", "minimax", writeMiniMaxInline},
    {"OpenRouter", "openrouter", writeOpenRouter},
    {"another, raw", "other", writeRaw},
};

} // namespace

std::size_t Speech::numTokens() const
{
    return think.size() + text.size() + arguments.size();
}

Speech anySpeech(Gen& gen, std::size_t numTokens)
{
    Speech speech{
        anyTokens(gen, numTokens / 3), anyTokens(gen, numTokens / 2), {"{\"", "x", "\":\""}};
    while (speech.numTokens() + 1 < numTokens)
        speech.arguments.push_back(gen.pick(Tokens{"a", " b", "é", ":", "{", "aa"}));
    speech.arguments.emplace_back("\"}");
    return speech;
}

bool Said::isBeginningOf(const Said& whole) const
{
    const bool thinkIsWhole = think == whole.think;
    const bool textIsWhole = text == whole.text;
    return whole.think.starts_with(think) && whole.text.starts_with(text)
        && (text.empty() || thinkIsWhole)
        && (calls.empty() || calls == "!" || (calls == whole.calls && textIsWhole));
}

Said saidBy(const Speech& speech)
{
    return {joined(speech.think), joined(speech.text), "f" + joined(speech.arguments)};
}

Said saidIn(const std::vector<endpoint::Event>& events)
{
    using Kind = wire::ReplyEvent::Kind;
    Said said;
    for (const auto& event : events) {
        const auto* reply = std::get_if<wire::ReplyEvent>(&event.what);
        if (reply == nullptr)
            continue;
        if (reply->kind == Kind::Think)
            said.think += reply->text;
        if (reply->kind == Kind::Text)
            said.text += reply->text;
        if (reply->kind == Kind::TextWasThink)
            said.think += std::exchange(said.text, {});
        if (reply->kind == Kind::Call)
            said.calls += reply->name + reply->text;
        if (reply->kind == Kind::BrokenCall)
            said.calls += "!";
    }
    return said;
}

std::span<const Form> streamForms()
{
    return kForms;
}

void streamFormRows()
{
    QTest::addColumn<int>("form");
    for (std::size_t idx = 0; idx < streamForms().size(); ++idx)
        QTest::newRow(streamForms()[idx].name) << static_cast<int>(idx);
}

StreamSample sampleOf(const Form& form, std::uint64_t seed, std::size_t numTokens)
{
    Gen gen(seed, 64);
    const Speech speech = anySpeech(gen, numTokens);
    return {saidBy(speech), form.write(speech)};
}

} // namespace tf::test
