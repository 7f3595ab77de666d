#pragma once

// The kinds of work that a session can be about, as data: what the model is told, what it needs.
//
// The instructions are plain words in English that go with the session's first question as its
// system message, or before a later question, and are kept and shown like all that is sent.
// Thread: any.

#include "app/session/turn.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tf::works {

enum class Work : std::uint8_t { Repository, Diagram, BugReview };

/// What a diagram becomes.
enum class Target : std::uint8_t { Terraform, Kubernetes, Compose };
enum class Provider : std::uint8_t { Unsaid, Aws, Azure, Google };

struct Preset {
    Work work = Work::Repository;
    Target target = Target::Terraform; ///< of a diagram
    Provider provider = Provider::Unsaid; ///< of Terraform

    bool operator==(const Preset&) const = default;
};

/// What should lie in the tray.
struct Wants {
    bool repository = false;
    bool picture = false;
    bool clip = false;
};

/// All that can be chosen, in the order in which they are offered.
[[nodiscard]] std::span<const Preset> presets();

/// "diagram-terraform-aws": what is kept of one.
[[nodiscard]] std::string idOf(const Preset& preset);
[[nodiscard]] std::optional<Preset> presetOf(std::string_view id);

/// For people, translated: "Diagram to Terraform, AWS".
[[nodiscard]] std::string nameOf(const Preset& preset);
/// The same of what should lie ready, in a sentence.
[[nodiscard]] std::string needsOf(const Preset& preset);
[[nodiscard]] Wants wantsOf(const Preset& preset);
[[nodiscard]] session::Thinking thinkingOf(const Preset& preset);
/// For the model.
[[nodiscard]] std::string instructionsOf(const Preset& preset);

} // namespace tf::works
