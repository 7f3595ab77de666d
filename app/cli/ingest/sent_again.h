#pragma once

// The repository of a session that goes on: what is new or changed in it goes with the next
// question, or the whole of it again.
//
// Where it cannot be looked at any more, that is said, and the question goes on with what was sent.

#include "app/cli/answer/answer_printer.h"
#include "app/cli/ingest/sent_files.h"
#include "app/cli/session/continued_session.h"

namespace tf::cli {

struct KeptRepository {
    session::Source source;
    SentAgain again = SentAgain::Changes;
    bool mayReachNetwork = true;
    AnswerPrinter::Form form = AnswerPrinter::Form::Text; ///< JSON lines: an event says it, too
};

/// Only stopping it, a lack of room and secrets are errors. Blocks: until all is read.
Result<> addAgain(draft::Draft& draft, const KeptRepository& kept, const Room& room,
                  draft::LeakGate& gate, const CancelToken& cancel);

} // namespace tf::cli
