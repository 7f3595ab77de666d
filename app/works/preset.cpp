#include "app/works/preset.h"

#include "app/workspace/said.h"
#include "kernels/base/words.h"

namespace tf::works {

namespace {

using workspace::Said;
using workspace::said;

constexpr Preset kPresets[] = {
    {Work::Repository},
    {Work::Diagram, Target::Terraform, Provider::Unsaid},
    {Work::Diagram, Target::Terraform, Provider::Aws},
    {Work::Diagram, Target::Terraform, Provider::Azure},
    {Work::Diagram, Target::Terraform, Provider::Google},
    {Work::Diagram, Target::Kubernetes},
    {Work::Diagram, Target::Compose},
    {Work::BugReview},
};

std::string_view idOf(Target target)
{
    constexpr std::string_view kIds[] = {"terraform", "kubernetes", "compose"};
    return kIds[static_cast<std::size_t>(target)];
}

std::string_view idOf(Provider provider)
{
    constexpr std::string_view kIds[] = {"", "-aws", "-azure", "-google"};
    return kIds[static_cast<std::size_t>(provider)];
}

std::string_view nameOf(Provider provider)
{
    constexpr std::string_view kNames[] = {"", "AWS", "Azure", "Google Cloud"};
    return kNames[static_cast<std::size_t>(provider)];
}

constexpr std::string_view kRepository =
    "The user asks about the source code that is attached. Answer from what was sent; where that "
    "is "
    "not enough, say which file would be needed instead of guessing.\n"
    "Cite every statement about the code as `path:line` or `path:first-last`, with the paths and "
    "line numbers exactly as they stand in the attachment.\n"
    "When you propose a change, give each changed file whole, as a fenced block whose fence names "
    "the language and then the path, for example ```cpp src/net/retry.cpp.\n"
    "If screenshots are attached, say what in them you rely on.";

constexpr std::string_view kGraph =
    "The user attaches a picture of an architecture: a drawing, a screenshot or a photo of a "
    "whiteboard. Work in this order.\n"
    "1. First write down what you see as one fenced block, ```json, that holds an object with "
    "\"nodes\" (each with \"id\", \"kind\", \"name\", \"zone\", and \"uncertain\": true where you "
    "may "
    "have misread it), \"edges\" (each with \"from\", \"to\", \"protocol\"; the direction is that "
    "of "
    "the request) and \"questions\" (what the picture leaves open). Ids are short, in small "
    "letters, "
    "with '_' for blanks. Invent no node that is not in the picture.\n"
    "2. Then write the files, each as one fenced block whose fence names the language and then the "
    "path.\n"
    "3. Above each resource, put a comment \"node: ID\" with the id of the node that it stands "
    "for.\n"
    "4. Put no secret into a file: name a variable or a reference to a secret store instead. Open "
    "no port to the whole world but 80 and 443. Pin versions of images and providers.\n"
    "5. At the end, list which nodes have no resource, and why.";

constexpr std::string_view kTerraform =
    "Write Terraform that OpenTofu understands as well: versions.tf with required_version and "
    "required_providers, variables.tf with a description and a type for each variable, main.tf (or "
    "one file for each zone), outputs.tf. Use no module from a registry.";
constexpr std::string_view kKubernetes =
    "Write Kubernetes manifests under k8s/, one file for each workload with its Service. Every "
    "container gets requests and limits, a readiness probe and a pinned image tag; nothing runs as "
    "root that need not.";
constexpr std::string_view kCompose =
    "Write one compose.yaml. Every service gets a pinned image tag, a restart policy, a health "
    "check "
    "and limits under deploy.resources; only what users reach publishes a port.";

constexpr std::string_view kReview =
    "The user attaches a screen recording of a fault, and where possible the repository. Watch the "
    "frames in their order, then write a report with exactly these headings:\n"
    "# Title: (one line)\n"
    "## Environment (what the recording shows of program, version, system)\n"
    "## Steps to reproduce (numbered; each with the moment it is seen at, as [mm:ss])\n"
    "## Expected\n"
    "## Actual\n"
    "## First bad frame (its moment as [mm:ss], and what is wrong in it)\n"
    "## Suspect files (a list: `path:line`, then high, medium or low confidence, then the reason)\n"
    "## Open questions\n"
    "## Test idea (one test that fails before the fix)\n"
    "Cite only moments and lines that were sent. What you did not see, list under open questions.";

std::string_view wordsFor(Target target)
{
    constexpr std::string_view kWords[] = {kTerraform, kKubernetes, kCompose};
    return kWords[static_cast<std::size_t>(target)];
}

} // namespace

std::span<const Preset> presets()
{
    return kPresets;
}

std::string idOf(const Preset& preset)
{
    switch (preset.work) {
    case Work::Repository:
        return "repository";
    case Work::BugReview:
        return "bug-review";
    case Work::Diagram:
        break;
    }
    return words("diagram-", idOf(preset.target), idOf(preset.provider));
}

std::optional<Preset> presetOf(std::string_view id)
{
    for (const Preset& preset : kPresets) {
        if (idOf(preset) == id)
            return preset;
    }
    return std::nullopt;
}

std::string nameOf(const Preset& preset)
{
    if (preset.work == Work::Repository)
        return said(Said::tr("Ask about a repository"));
    if (preset.work == Work::BugReview)
        return said(Said::tr("Review a screen recording"));
    if (preset.target == Target::Kubernetes)
        return said(Said::tr("Diagram to Kubernetes"));
    if (preset.target == Target::Compose)
        return said(Said::tr("Diagram to Compose"));
    if (preset.provider == Provider::Unsaid)
        return said(Said::tr("Diagram to Terraform"));
    return said(Said::tr("Diagram to Terraform, %1"), {nameOf(preset.provider)});
}

std::string needsOf(const Preset& preset)
{
    switch (preset.work) {
    case Work::Repository:
        return said(Said::tr("Drop the repository; screenshots can lie beside it."));
    case Work::Diagram:
        return said(Said::tr("Drop a picture of the architecture, or a photo of the whiteboard."));
    case Work::BugReview:
        break;
    }
    return said(Said::tr("Drop the recording, and the repository it is about."));
}

Wants wantsOf(const Preset& preset)
{
    switch (preset.work) {
    case Work::Repository:
        return {.repository = true};
    case Work::Diagram:
        return {.picture = true};
    case Work::BugReview:
        break;
    }
    return {.repository = true, .clip = true};
}

session::Thinking thinkingOf(const Preset& preset)
{
    return preset.work == Work::Repository ? session::Thinking::Adaptive
                                           : session::Thinking::Enabled;
}

std::string instructionsOf(const Preset& preset)
{
    if (preset.work == Work::Repository)
        return std::string(kRepository);
    if (preset.work == Work::BugReview)
        return std::string(kReview);
    std::string text = words(kGraph, "\n", wordsFor(preset.target));
    if (preset.target == Target::Terraform && preset.provider != Provider::Unsaid)
        text += words(" The provider is ", nameOf(preset.provider), ".");
    return text;
}

} // namespace tf::works
