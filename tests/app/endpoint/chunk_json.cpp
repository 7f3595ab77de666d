#include "tests/app/endpoint/chunk_json.h"

#include "engine/json/value.h"

namespace tf::test {

QByteArray quoted(const std::string& text)
{
    std::string out;
    json::appendQuoted(out, text);
    return QByteArray::fromStdString(out);
}

QByteArray deltaOf(const QByteArray& members)
{
    return "{\"choices\":[{\"index\":0,\"delta\":{" + members + "}}]}";
}

QByteArray contentOf(const std::string& text)
{
    return deltaOf("\"content\":" + quoted(text));
}

QByteArray callsOf(const QByteArray& entries)
{
    return deltaOf("\"tool_calls\":[" + entries + "]");
}

QByteArray finishOf(const QByteArray& reason)
{
    return "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}";
}

} // namespace tf::test
