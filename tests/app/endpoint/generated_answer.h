#pragma once

// Answers made at random and written as each kind of server streams them.
//
// The same speech in every form says the same, which is what a client has to get out of it.
// Thread: any.

#include "tests/app/endpoint/conversation.h"
#include "tests/support/gen.h"

#include <QByteArrayList>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tf::test {

/// What a model says, token by token: reasoning, text, one call of the tool "f".
struct Speech {
    std::vector<std::string> think;
    std::vector<std::string> text;
    std::vector<std::string> arguments; ///< joined: a JSON object

    [[nodiscard]] std::size_t numTokens() const;
};

[[nodiscard]] Speech anySpeech(Gen& gen, std::size_t numTokens);

/// What came of it.
struct Said {
    std::string think;
    std::string text;
    std::string calls; ///< name and arguments; "!" for each that is broken

    /// Nothing in it that `whole` does not begin with; a call only if all of it is there.
    [[nodiscard]] bool isBeginningOf(const Said& whole) const;
    bool operator==(const Said&) const = default;
};

[[nodiscard]] Said saidBy(const Speech& speech);
[[nodiscard]] Said saidIn(const std::vector<endpoint::Event>& events);

struct StreamEvent {
    QByteArray data;
    bool mayRepeat = false; ///< said twice it says the same
};

/// A way in which one kind of server streams.
struct Form {
    const char* name;
    std::string_view kind; ///< of endpoint::serverKinds()
    std::vector<StreamEvent> (*write)(const Speech&);
};

/// Each kind of server at least once.
[[nodiscard]] std::span<const Form> streamForms();
/// Rows of a test, one for each form: its place, as column "form".
void streamFormRows();

/// One stream of a form, and what it says.
struct StreamSample {
    Said said;
    std::vector<StreamEvent> events;
};

[[nodiscard]] StreamSample sampleOf(const Form& form, std::uint64_t seed, std::size_t numTokens);

} // namespace tf::test
