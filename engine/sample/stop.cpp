#include "engine/sample/stop.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <utility>

namespace tf::engine {

Result<Stop> Stop::make(StopSettings settings)
{
    if (settings.maxTokens < 1)
        return Error(Code::BadInput, words("an answer of ", settings.maxTokens, " tokens"));
    auto strings = TRY(StopStrings::make(settings.strings));
    return Stop(std::move(settings), std::move(strings));
}

Stop::Stop(StopSettings settings, StopStrings strings)
    : m_settings(std::move(settings))
    , m_strings(std::move(strings))
{
}

Stop::Fed Stop::feed(std::int32_t token, std::string_view bytes)
{
    ++m_numTokens;
    const auto& tokens = m_settings.tokens;
    if (std::find(tokens.begin(), tokens.end(), token) != tokens.end())
        return {m_strings.flush(), StopReason::Token};
    auto fed = m_strings.feed(bytes);
    if (fed.state == AnswerText::Ended)
        return {std::move(fed.text), StopReason::String};
    if (m_numTokens == m_settings.maxTokens)
        return {fed.text + m_strings.flush(), StopReason::Length};
    return {std::move(fed.text), StopReason::None};
}

} // namespace tf::engine
