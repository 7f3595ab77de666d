// replay_endpoint: a server of one model that streams what the question asks for.
//
// "replay: kind=code rate=500 tokens=2000 form=4" in a question chooses, the form being one of
// streamForms(); "kind=stamps" has moments in its words, "kind=file file=PATH bytes=64" is that
// file's text. Without it a short answer with reasoning comes, or that of a file in the folder of
// the first argument whose first line is "<!-- when: WORDS -->", if these are in the question.
// Prints "port N" when it listens, lines for each request (what it held, too), and lives until its
// standard input ends. For the window's walks and its measures; loopback only.

#include "tests/app/endpoint/chunk_json.h"
#include "tests/app/endpoint/generated_answer.h"
#include "tests/app/endpoint/replay_server.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSocketNotifier>

#include <chrono>
#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

constexpr int kDefaultRate = 60;
constexpr int kScriptRate = 500;

struct Wish {
    QString kind = u"short"_s;
    int rate = kDefaultRate; ///< tokens a second
    int numTokens = 0;
    std::size_t bytes = 4; ///< of a token: as a tokenizer cuts English
    int form = -1; ///< of streamForms()
    QString file;
};

const char* const kStamp = "@0000000000000000";

/// The words of the last message of a chat request.
QString lastWords(const QByteArray& body)
{
    const QJsonArray messages = QJsonDocument::fromJson(body)[u"messages"_s].toArray();
    if (messages.isEmpty())
        return {};
    const QJsonValue content = messages.last()[u"content"_s];
    if (content.isString())
        return content.toString();
    QString words;
    for (const QJsonValue& part : content.toArray())
        words += part[u"text"_s].toString() + u'\n';
    return words;
}

Wish wishIn(const QString& words)
{
    Wish wish;
    static const QRegularExpression line(u"replay:([^\\n]*)"_s);
    static const QRegularExpression pair(u"(\\w+)=(\\S+)"_s);
    auto pairs = pair.globalMatch(line.match(words).captured(1));
    while (pairs.hasNext()) {
        const auto match = pairs.next();
        if (match.captured(1) == u"kind")
            wish.kind = match.captured(2);
        if (match.captured(1) == u"rate")
            wish.rate = std::max(1, match.captured(2).toInt());
        if (match.captured(1) == u"tokens")
            wish.numTokens = match.captured(2).toInt();
        if (match.captured(1) == u"bytes")
            wish.bytes = std::max<std::size_t>(1, match.captured(2).toUInt());
        if (match.captured(1) == u"form")
            wish.form = match.captured(2).toInt();
        if (match.captured(1) == u"file")
            wish.file = match.captured(2);
    }
    return wish;
}

const char* const kShort =
    "The cap is lost in `net/retry.cpp:42`: the delay is doubled *after* it was compared.\n\n"
    "```cpp\nauto delay = base << attempt;\nif (delay > kMaxDelay)\n    delay = kMaxDelay;\n```\n\n"
    "Move the comparison behind the doubling, and the spinner no longer restarts.\n";

const char* const kProse =
    "A request that fails before its first byte is sent again after a pause that doubles; the "
    "pause has a cap, and **half of it** is chance, so that many clients do not return in step. "
    "What has come of an answer is never asked for again.\n\n";

const char* const kCode =
    "```cpp\n// Reads what is there, and no more than fits.\nfor (std::size_t idx = 0; idx < "
    "pages.size(); ++idx) {\n    const auto& page = pages[idx];\n    if (page.isFree())\n        "
    "continue;\n    total += page.numTokens() * 2 + offsetOf(\"page\", idx);\n}\n```\n\n";

const char* const kTable =
    "| file | lines | tokens | state |\n|:--|--:|--:|:-:|\n| `net/retry.cpp` | 210 | 1,920 | "
    "sent |\n| `ui/shell/main_window.cpp` | 207 | 2,040 | **cut** |\n| `docs/ünïcode.md` | 12 | 96 "
    "| sent |\n| `engine/run/forward.cpp` | 388 | 4,410 | sent |\n\n";

const char* const kMaths =
    "The softmax of the scores is $p_i = \\frac{e^{s_i}}{\\sum_{j} e^{s_j}}$, "
    "so\n\n$$\\sum_{i=1}^{n} "
    "p_i \\, v_i = \\frac{1}{Z} \\int_0^1 \\sqrt{x^2 + \\alpha_i} \\, dx$$\n\n";

/// Markdown of that kind, at least so many bytes of it.
std::string textOf(const QString& kind, std::size_t numBytes)
{
    std::vector<const char*> pieces{kProse, kCode, kTable, kMaths};
    if (kind == u"stamps")
        pieces = {"@000 of what was sent there is more ", "@000 and then it goes on, too.\n\n"};
    if (kind == u"prose")
        pieces = {kProse};
    if (kind == u"code")
        pieces = {kCode};
    if (kind == u"tables")
        pieces = {kTable};
    if (kind == u"maths")
        pieces = {kMaths};
    std::string text;
    for (std::size_t idx = 0; text.size() < numBytes; ++idx)
        text += pieces[idx % pieces.size()];
    return text;
}

/// Whole characters.
std::vector<std::string> tokensOf(const std::string& text, std::size_t bytes)
{
    std::vector<std::string> tokens;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.size(), at + bytes);
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            ++end;
        tokens.push_back(text.substr(at, end - at));
        at = end;
    }
    return tokens;
}

std::string textFor(const Wish& wish)
{
    if (wish.kind == u"short")
        return kShort;
    if (wish.kind != u"file")
        return textOf(wish.kind, static_cast<std::size_t>(wish.numTokens) * wish.bytes);
    QFile file(wish.file);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::vector<std::string> tokensFor(const Wish& wish)
{
    auto tokens = tokensOf(textFor(wish), wish.bytes);
    if (wish.numTokens > 0)
        tokens.resize(std::min(tokens.size(), static_cast<std::size_t>(wish.numTokens)));
    for (std::string& token : tokens) {
        if (token == "@000")
            token = kStamp;
    }
    return tokens;
}

QByteArray event(const QByteArray& json)
{
    return "data: " + json + "\n\n";
}

/// As the kinds of server that our own one is not write it.
Answer answerInForm(const Wish& wish, const Form& form)
{
    const Speech speech{
        {"The user", " asks", " for", " much", "."}, tokensFor(wish), {"{\"x\":\"", "a", "\"}"}};
    Answer answer;
    for (const StreamEvent& piece : form.write(speech))
        answer.blocks.append(event(piece.data));
    return answer;
}

Answer answerPlain(const Wish& wish)
{
    Answer answer;
    if (wish.kind == u"short") {
        for (const char* piece : {"The user asks", " about the retry;", " the loop is in net."})
            answer.blocks.append(event(deltaOf("\"reasoning_content\":" + quoted(piece))));
    }
    const auto tokens = tokensFor(wish);
    for (const std::string& token : tokens)
        answer.blocks.append(event(contentOf(token)));
    answer.blocks.append(event(finishOf("stop")));
    const QByteArray counts =
        "{\"choices\":[],\"usage\":{\"prompt_tokens\":120,\"completion_tokens\":"
        + QByteArray::number(static_cast<qlonglong>(tokens.size())) + "}}";
    answer.blocks.append(event(counts));
    answer.blocks.append("data: [DONE]\n\n");
    return answer;
}

Answer chatAnswer(const Wish& wish)
{
    const auto form = static_cast<std::size_t>(wish.form);
    Answer answer = wish.form >= 0 && form < streamForms().size()
        ? answerInForm(wish, streamForms()[form])
        : answerPlain(wish);
    answer.head = streamHead();
    answer.pauseMillis = 1000.0 / wish.rate;
    answer.stamp = QByteArray(kStamp).mid(1);
    answer.isFlushed = wish.kind != u"short";
    return answer;
}

/// The answer of a script that is for such a question; empty: there is none.
QString scriptFor(const QString& words)
{
    const QDir folder(QCoreApplication::arguments().value(1, u"/nonexistent"_s));
    static const QRegularExpression when(u"^<!-- when: (.*) -->\\n"_s);
    for (const QFileInfo& info : folder.entryInfoList({u"*.md"_s})) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto match = when.match(QString::fromUtf8(file.readAll()));
        if (match.hasMatch() && words.contains(match.captured(1)))
            return info.filePath();
    }
    return {};
}

Wish wishOf(const QString& words)
{
    Wish wish = wishIn(words);
    const QString script = wish.kind == u"short" ? scriptFor(words) : QString();
    if (!script.isEmpty()) {
        wish.kind = u"file"_s;
        wish.file = script;
        wish.rate = kScriptRate;
    }
    return wish;
}

/// "held image_url=3 system=1 text=4 user=1": messages, parts, and how it shall be thought about.
void printHeld(const QByteArray& body)
{
    const QJsonObject request = QJsonDocument::fromJson(body).object();
    QMap<QString, int> held;
    for (const QJsonValue& message : request[u"messages"_s].toArray()) {
        held[message[u"role"_s].toString()] += 1;
        for (const QJsonValue& part : message[u"content"_s].toArray())
            held[part[u"type"_s].toString()] += 1;
    }
    QString line = u"held"_s;
    for (auto kind = held.begin(); kind != held.end(); ++kind)
        line += u" %1=%2"_s.arg(kind.key()).arg(kind.value());
    for (const QString& name : {u"thinking"_s, u"chat_template_kwargs"_s}) {
        const QJsonObject said{{name, request[name]}};
        if (request.contains(name))
            line += u' ' + QString::fromUtf8(QJsonDocument(said).toJson(QJsonDocument::Compact));
    }
    std::printf("%s\n", qPrintable(line));
}

Answer answerTo(const Incoming& incoming)
{
    std::printf("%s %s %lld bytes\n", incoming.method.constData(), incoming.path.constData(),
                static_cast<long long>(incoming.body.size()));
    if (incoming.path.endsWith("/chat/completions"))
        printHeld(incoming.body);
    std::fflush(stdout);
    if (incoming.path.endsWith("/models"))
        return plainAnswer(200,
                           "{\"object\":\"list\",\"data\":[{\"id\":\"MiniMax-M3\",\"object\":"
                           "\"model\",\"max_model_len\":1048576}]}");
    if (incoming.path.endsWith("/chat/completions"))
        return chatAnswer(wishOf(lastWords(incoming.body)));
    return plainAnswer(404, "{\"error\":{\"message\":\"no such path\"}}");
}

} // namespace

} // namespace tf::test

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const tf::test::ReplayServer server(tf::test::answerTo);
    std::printf("port %d\n", server.port());
    std::fflush(stdout);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [] {
        char byte = 0;
        if (::read(STDIN_FILENO, &byte, 1) <= 0)
            QCoreApplication::quit();
    });
    return application.exec();
}
