#pragma once

// What a user wants of m3 ask --endpoint, as the command line and the session that goes on say.

#include "app/cli/answer/answer_printer.h"
#include "app/cli/endpoint/kept_answer.h"
#include "app/cli/endpoint/key_source.h"
#include "app/cli/endpoint/sent_media.h"
#include "app/cli/ingest/sent_repository.h"
#include "app/cli/session/continued_session.h"
#include "app/endpoint/destination.h"

#include <QString>

namespace tf::cli {

struct RemoteOrder {
    QString profilesPath;
    std::string endpoint; ///< a name or an address
    std::string model; ///< empty: the endpoint's
    KeySource key;
    MediaOrder media;
    RepositoryFlags repository;
    std::optional<std::string> tokenizer; ///< a file
    std::optional<wire::Thinking> thinking;
    std::optional<std::string> system;
    std::optional<std::int64_t> maxTokens;
    endpoint::Place farthest = endpoint::Place::Outside;
    std::optional<session::StorePlace> store; ///< none: --no-session
    std::optional<ContinuedSession> continued;
    AnswerPrinter::Show show;
    std::string question;

    [[nodiscard]] Follows follows() const;
};

[[nodiscard]] RemoteOrder readRemoteOrder(Options& options, QuestionPlace place);

} // namespace tf::cli
