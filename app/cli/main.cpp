// m3: everything Trifold does, from a terminal.

#include "app/cli/command_line.h"
#include "app/cli/endpoint/endpoints.h"
#include "app/cli/ingest/ingest.h"
#include "app/cli/keys/keys.h"
#include "app/cli/media/frames.h"
#include "app/cli/media/patches.h"
#include "app/cli/model/ask.h"
#include "app/cli/model/bench.h"
#include "app/cli/model/inspect.h"
#include "app/cli/model/logits.h"
#include "app/cli/parse.h"
#include "app/cli/render.h"
#include "app/cli/session/export.h"
#include "app/cli/session/import.h"
#include "app/cli/session/sessions.h"
#include "app/cli/status.h"
#include "app/cli/tokenize.h"
#include "kernels/base/log.h"

#include <cstdlib>

namespace {

constexpr tf::LogCategory kLog{"cli"};

} // namespace

int main(int argc, char** argv)
{
    if (const char* filter = std::getenv("TRIFOLD_LOG")) {
        if (const auto unknown = tf::setLogFilter(filter); !unknown.empty())
            tf::warn(kLog, "TRIFOLD_LOG: no such severity: ", unknown);
    }
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const std::vector<tf::cli::Verb> verbs = {
        tf::cli::statusVerb(),  tf::cli::askVerb(),      tf::cli::benchVerb(),
        tf::cli::inspectVerb(), tf::cli::logitsVerb(),   tf::cli::tokenizeVerb(),
        tf::cli::renderVerb(),  tf::cli::parseVerb(),    tf::cli::framesVerb(),
        tf::cli::patchesVerb(), tf::cli::sessionsVerb(), tf::cli::exportVerb(),
        tf::cli::importVerb(),  tf::cli::keysVerb(),     tf::cli::endpointsVerb(),
        tf::cli::ingestVerb(),
    };
    return tf::cli::runCommandLine(verbs, arguments);
}
