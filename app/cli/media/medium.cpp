#include "app/cli/media/medium.h"

#include <utility>

namespace tf::cli {

Result<Medium> openMedium(const std::string& path)
{
    auto source = TRY(vision::Source::open(path));
    vision::DecoderOptions options;
    options.warm = 1; // a verb asks one thing after the other
    auto decoder = TRY(vision::Decoder::start(options));
    return Medium{path, std::move(source), std::move(decoder)};
}

Result<vision::MediaFacts> factsOf(const Medium& medium, const CancelToken& cancel)
{
    return medium.decoder.probe(medium.source, cancel).because(medium.path);
}

} // namespace tf::cli
