#pragma once

// Answers for the tests of the parsers: written short, written at random, and told in one line.
//
// In short form @ is the namespace marker: "@<tool_call>@<invoke name=\"f\">…".

#include "engine/text/answer/answer_parser.h"
#include "tests/support/gen.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tf::test {

/// Every @ replaced by the namespace marker, and back.
std::string longForm(std::string_view text);
std::string shortForm(std::string_view text);

/// The tools of a JSON text that is known to be right.
std::shared_ptr<const text::Tools> toolsOf(std::string_view json);

/// `text:a | call:f{"x":1} | broken:@<invoke…`, texts joined, in short form.
std::string told(const std::vector<text::AnswerEvent>& events);
std::string told(const std::vector<text::ToolEvent>& events);
std::string told(const std::vector<text::ThinkPiece>& pieces);

std::vector<text::ToolEvent> toolEvents(std::string_view answer,
                                        std::shared_ptr<const text::Tools> tools = nullptr);

/// Well-formed calls, fragments of markup, think tags and nasty text, then some bytes broken.
std::string randomAnswer(Gen& gen);

/// A few tools whose names and parameters randomAnswer() uses.
std::shared_ptr<const text::Tools> randomAnswerTools();

} // namespace tf::test
