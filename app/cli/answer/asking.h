#pragma once

// One request put to an endpoint, and its answer printed until it ends; Ctrl-C stops it.

#include "app/cli/answer/answer_printer.h"
#include "app/endpoint/endpoint.h"
#include "kernels/base/cancel.h"

#include <functional>

namespace tf::cli {

/// Starts the request with that sink.
using StartRequest = std::function<endpoint::Ticket(endpoint::Sink)>;

/// Hears every event of one request, the last one too.
using EventSeen = std::function<void(const endpoint::Event&)>;

/// What the request failed with is the error: Cancelled after an interrupt. Requires: a
/// QCoreApplication, whose events are not handled yet. Thread: main. Blocks: until the end.
Result<> followAnswer(const StartRequest& start, const EventSeen& seen,
                      const CancelToken& interrupt);

/// The same, and all of it is printed.
Result<> printAnswer(const StartRequest& start, AnswerPrinter& printer,
                     const CancelToken& interrupt);

} // namespace tf::cli
