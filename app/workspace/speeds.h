#pragma once

// How fast engines answered: the last answers of each, and all of the last ten minutes.
//
// What nobody counted is not there; nothing is guessed. Thread: main.

#include "app/workspace/conversation.h"

#include <map>

namespace tf::workspace {

/// What one answer took.
struct AnswerSpeed {
    std::optional<std::chrono::milliseconds> toFirstWord; ///< as the user waited for it
    std::optional<double> promptTokensPerSecond; ///< of those read anew, from sent to first word
    std::optional<double> answerTokensPerSecond; ///< from the first word on
    std::optional<std::int64_t> promptTokens;
    std::optional<std::int64_t> cachedTokens; ///< of the prompt
    std::optional<std::int64_t> answerTokens;
    std::chrono::system_clock::time_point ended;
};

/// Of an answer that has ended just now.
[[nodiscard]] AnswerSpeed speedOf(const Running& ended);

inline constexpr std::chrono::minutes kSpeedHistory{10};
inline constexpr std::size_t kLastSpeeds = 10; ///< kept however long ago they were

class Speeds : public QObject {
    Q_OBJECT

public:
    explicit Speeds(QObject* parent = nullptr);

    /// Notes what its answers take from now on; until one of the two is gone.
    void follow(const Conversation& conversation);
    void note(const std::string& engine, AnswerSpeed speed);
    /// The newest last. `engine` as session::RequestSettings::endpoint has it.
    [[nodiscard]] const std::vector<AnswerSpeed>& of(const std::string& engine) const;

Q_SIGNALS:
    void changed();

private:
    std::map<std::string, std::vector<AnswerSpeed>> m_speeds;
};

} // namespace tf::workspace
