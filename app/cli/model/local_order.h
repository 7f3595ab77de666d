#pragma once

// What a user wants of m3 ask on this machine, as the command line and the session that goes on
// say.

#include "app/cli/answer/answer_printer.h"
#include "app/cli/endpoint/kept_answer.h"
#include "app/cli/ingest/sent_repository.h"
#include "app/cli/media/seen_files.h"
#include "app/cli/session/continued_session.h"
#include "app/wire/chat_request.h"
#include "engine/engine.h"

namespace tf::cli {

struct LocalOrder {
    engine::EngineOptions engine;
    std::vector<std::string> images; ///< files
    std::vector<std::string> videos;
    SeeingFlags seeing;
    RepositoryFlags repository;
    AnswerPrinter::Show show;
    bool raw = false;
    std::optional<std::string> contextFile;
    wire::ChatRequest chat; ///< how it is answered; its messages come from the rest
    double minP = 0;
    engine::Drafting drafting = engine::Drafting::WhenItPays;
    std::optional<session::StorePlace> store; ///< none: nothing is kept
    draft::Draft draft; ///< media are names of files in it

    std::optional<ContinuedSession> continued;

    /// Earlier ones, too.
    [[nodiscard]] bool hasMedia() const;
    [[nodiscard]] Follows follows() const;
};

[[nodiscard]] LocalOrder readLocalOrder(Options& options, QuestionPlace place);

/// Lines for the usage of m3 ask, the first ones.
[[nodiscard]] std::string_view localOrderHelp();

} // namespace tf::cli
