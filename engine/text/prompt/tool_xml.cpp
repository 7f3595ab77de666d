#include "engine/text/prompt/tool_xml.h"

#include "engine/text/prompt/python_number.h"
#include "engine/text/prompt/template_text.h"

namespace tf::text {

namespace {

using json::Kind;
using json::Value;

class XmlWriter {
public:
    XmlWriter(SegmentList& out, Source source)
        : m_out(out)
        , m_source(source)
    {
    }

    void members(const Value& object)
    {
        for (const json::Member& member : object.members) {
            if (member.second.isNull())
                continue;
            tag("<");
            m_out.addContent(member.first, m_source);
            m_out.addTemplate(">");
            value(member.second);
            tag("</");
            m_out.addContent(member.first, m_source);
            m_out.addTemplate(">");
        }
    }

    void tag(std::string_view text)
    {
        m_out.addTemplate(kNamespace);
        m_out.addTemplate(text);
    }

private:
    void value(const Value& value)
    {
        switch (value.kind) {
        case Kind::Null:
            return;
        case Kind::Bool:
            m_out.addContent(value.flag ? "true" : "false", m_source);
            return;
        case Kind::Number:
            m_out.addContent(pythonNumber(value.text), m_source);
            return;
        case Kind::String:
            m_out.addContent(value.text, m_source);
            return;
        case Kind::Object:
            members(value);
            return;
        case Kind::Array:
            for (const Value& item : value.items) {
                tag("<item>");
                this->value(item);
                tag("</item>");
            }
            return;
        }
    }

    SegmentList& m_out;
    Source m_source;
};

} // namespace

void appendToolCall(SegmentList& out, const ToolCall& call, Source source)
{
    XmlWriter writer(out, source);
    writer.tag("<invoke name=\"");
    out.addContent(call.name, source);
    out.addTemplate("\">");
    writer.members(call.arguments);
    writer.tag("</invoke>\n");
}

} // namespace tf::text
