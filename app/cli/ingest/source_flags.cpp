#include "app/cli/ingest/source_flags.h"

#include "app/cli/progress_line.h"
#include "app/ingest/obtain/address.h"

namespace tf::cli {

namespace fs = std::filesystem;

SourceFlags readSourceFlags(Options& options, std::string named)
{
    SourceFlags flags;
    flags.named = std::move(named);
    flags.choice.ref = options.text("--ref").value_or("");
    if (options.flag("--fetch"))
        flags.choice.again = ingest::Again::Fetch;
    return flags;
}

std::string_view sourceFlagsHelp()
{
    return "  --ref REF          of a bundle or an address: a branch or a tag\n"
           "  --fetch            an address that was fetched before is looked at again\n";
}

Result<BroughtSource> bringSource(const SourceFlags& flags, const ingest::RuleChoice& choice,
                                  const CancelToken& cancel)
{
    std::error_code fault;
    if (!ingest::looksLikeAddress(flags.named) && fs::is_directory(flags.named, fault))
        return BroughtSource{
            {.folder = draft::namedFolder(flags.named), .choice = choice, .ref = flags.choice.ref},
            {},
            nullptr};
    ProgressLine line(Counted::Tokens);
    auto obtained = TRY(ingest::obtain(
        flags.named, flags.choice, cancel, [&line](const ingest::ObtainProgress& now) {
            line.show(now.doing.empty() ? "unpacking," : now.doing,
                      static_cast<std::uint64_t>(now.done), static_cast<std::uint64_t>(now.total));
        }));
    const auto place = ingest::looksLikeAddress(flags.named)
        ? flags.named
        : draft::namedFolder(flags.named).native();
    return BroughtSource{{.folder = std::move(obtained.root),
                          .choice = choice,
                          .title = std::move(obtained.title),
                          .place = place,
                          .ref = flags.choice.ref},
                         std::move(obtained.notices),
                         std::move(obtained.use)};
}

} // namespace tf::cli
