#pragma once

// A past tool call as the nested elements in which M3 writes its own.

#include "engine/text/prompt/chat.h"
#include "engine/text/prompt/segments.h"

namespace tf::text {

/// One invocation. Names, keys and values are content; the elements around them are the template.
/// Members that are null are left out, as the template does. Requires: arguments are an object,
/// nested no deeper than the JSON reader allows. Thread: any.
void appendToolCall(SegmentList& out, const ToolCall& call, Source source);

} // namespace tf::text
