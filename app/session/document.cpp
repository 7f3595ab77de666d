#include "app/session/document.h"

#include "app/session/replay.h"
#include "app/session/session_json.h"
#include "app/session/store/blobs.h"
#include "kernels/base/words.h"

#include <QByteArray>

#include <algorithm>
#include <set>

namespace tf::session {

namespace {

constexpr std::string_view kFormat = "trifold-sessions";
constexpr std::int64_t kVersion = 1;

std::string base64Of(const std::string& content)
{
    return QByteArray::fromRawData(content.data(), static_cast<qsizetype>(content.size()))
        .toBase64()
        .toStdString();
}

/// At least so many values stand in a document: seen before it is turned into a tree.
std::size_t numValuesIn(std::string_view text)
{
    std::size_t numValues = 0;
    bool inString = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (inString && c == '\\')
            ++at;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == ',' || c == '[' || c == '{'))
            ++numValues;
    }
    return numValues;
}

bool isSessionId(const SessionId& id)
{
    return id.size() == 32 && std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

/// Numbers from 1 upwards, each parent before its child.
Result<> checkTree(const Session& session)
{
    std::set<TurnId> seen = {kNoTurn};
    TurnId last = kNoTurn;
    for (const Turn& turn : session.turns) {
        const auto wrong = [&](std::string_view what) {
            return Error{Code::BadInput,
                         words("session ", session.id, ", turn ", turn.id, ": ", what)};
        };
        if (turn.id <= last)
            return wrong("ids must grow");
        if (!seen.contains(turn.question.parent))
            return wrong("its parent does not stand before it");
        seen.insert(turn.id);
        last = turn.id;
    }
    return {};
}

/// Parts that go on with the one before are written as one.
void joinParts(Session& session)
{
    for (Turn& turn : session.turns) {
        std::vector<Part> joined;
        for (Part& part : turn.parts)
            addPart(joined, std::move(part));
        turn.parts = std::move(joined);
    }
}

Result<> addBlob(const json::Member& member, Document& document)
{
    if (member.second.kind != json::Kind::String)
        return Error{Code::BadInput, words("blobs.", member.first, " is no string")};
    const std::string& text = member.second.text;
    auto decoded = QByteArray::fromBase64Encoding(
        QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())),
        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return Error{Code::BadInput, words("blobs.", member.first, " is not base64")};
    std::string content = decoded.decoded.toStdString();
    if (Blobs::idOf(content) != member.first)
        return Error{Code::BadInput, words("blobs.", member.first, " is not what its name says")};
    document.blobs.emplace(member.first, std::move(content));
    return {};
}

Result<> checkSessions(Document& document)
{
    std::set<SessionId> ids;
    std::size_t numTurns = 0;
    for (Session& session : document.sessions) {
        if (!isSessionId(session.id) || !ids.insert(session.id).second)
            return Error{
                Code::BadInput,
                words("\"", session.id.substr(0, 40), "\" is no id of a session, or not its own")};
        numTurns += session.turns.size();
        TRY(checkTree(session));
        joinParts(session);
    }
    if (document.sessions.size() > kMaxSessions || numTurns > kMaxTurns)
        return Error{Code::BadInput,
                     words(document.sessions.size(), " sessions with ", numTurns,
                           " turns: more than ", kMaxSessions, " with ", kMaxTurns)};
    return {};
}

} // namespace

std::string writeDocument(const Document& document)
{
    std::vector<json::Member> blobs;
    for (const auto& [id, content] : document.blobs)
        blobs.emplace_back(id, json::Value::string(base64Of(content)));
    Members members;
    members.text("format", std::string(kFormat));
    members.count("version", kVersion);
    members.list("sessions", document.sessions);
    members.value("blobs", json::Value::object(std::move(blobs)));
    return json::write(members.take()) + "\n";
}

Result<Document> readDocument(std::string_view text)
{
    if (text.size() > kMaxDocumentBytes || numValuesIn(text) > kMaxValues)
        return Error{Code::BadInput,
                     words("the file is larger than ", kMaxDocumentBytes, " bytes or ", kMaxValues,
                           " values")};
    const json::Value value =
        TRY(json::parse(text, {.maxBytes = kMaxDocumentBytes, .maxDepth = 24}));
    if (value.kind != json::Kind::Object)
        return Error{Code::BadInput, "the file is no JSON object"};
    std::string trouble;
    Fields fields(value, "", trouble);
    std::string format;
    fields.text("format", format);
    if (format != kFormat)
        return Error{Code::BadInput, words("the file does not say \"format\": \"", kFormat, "\"")};
    std::int64_t version = 0;
    fields.count("version", version);
    if (version != kVersion)
        return Error{Code::Unsupported,
                     words("the file has version ", version, ", this Trifold reads ", kVersion)};
    Document document;
    fields.list("sessions", document.sessions);
    if (!trouble.empty())
        return Error{Code::BadInput, trouble};
    TRY(checkSessions(document));
    if (const json::Value* blobs = value.find("blobs")) {
        for (const json::Member& member : blobs->members)
            TRY(addBlob(member, document));
    }
    return document;
}

std::vector<std::string> blobsOf(const Session& session)
{
    std::set<std::string> ids;
    for (const Source& source : session.sources)
        ids.insert(source.blob);
    for (const Turn& turn : session.turns) {
        for (const Attachment& attachment : turn.question.attachments)
            ids.insert(attachment.blob);
        for (const ManifestItem& item : turn.question.manifest)
            ids.insert(item.blob);
    }
    ids.erase("");
    return {ids.begin(), ids.end()};
}

} // namespace tf::session
