#include "engine/text/tokens/regex_splitter.h"

#include "kernels/base/words.h"

#define PCRE2_CODE_UNIT_WIDTH 8 // NOLINT(*-macro-usage): how this library is told its flavour
#include <pcre2.h>

namespace tf::text {

namespace {

constexpr std::size_t kMaxPatternBytes = std::size_t(64) << 10;
constexpr std::uint32_t kMatchLimit = 2'000'000;
constexpr std::uint32_t kDepthLimit = 10'000;
constexpr std::uint32_t kHeapLimitKiB = 32 << 10;

pcre2_code* codeOf(const std::shared_ptr<void>& code)
{
    return static_cast<pcre2_code*>(code.get());
}

std::string pcreWords(int code)
{
    unsigned char text[128];
    pcre2_get_error_message(code, text, sizeof text);
    return reinterpret_cast<const char*>(text);
}

/// White_Space for \s and \S; every other escape as it stands.
std::string withUnicodeSpace(std::string_view pattern)
{
    std::string out;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        out += pattern[at];
        if (pattern[at] != '\\' || at + 1 == pattern.size())
            continue;
        const char escaped = pattern[++at];
        if (escaped == 's')
            out += "p{White_Space}";
        else if (escaped == 'S')
            out += "P{White_Space}";
        else
            out += escaped;
    }
    return out;
}

std::shared_ptr<void> matchContext()
{
    auto* context = pcre2_match_context_create(nullptr);
    if (context == nullptr)
        return nullptr;
    pcre2_set_match_limit(context, kMatchLimit);
    pcre2_set_depth_limit(context, kDepthLimit);
    pcre2_set_heap_limit(context, kHeapLimitKiB);
    return {context,
            [](void* c) { pcre2_match_context_free(static_cast<pcre2_match_context*>(c)); }};
}

} // namespace

Result<RegexSplitter> RegexSplitter::make(std::string_view pattern)
{
    if (pattern.size() > kMaxPatternBytes)
        return Error(
            Code::BadInput,
            words("a split pattern of ", pattern.size(), " bytes; at most ", kMaxPatternBytes));
    RegexSplitter splitter;
    splitter.m_pattern = pattern;
    const auto spelled = withUnicodeSpace(pattern);
    int code = 0;
    PCRE2_SIZE place = 0;
    auto* compiled =
        pcre2_compile(reinterpret_cast<PCRE2_SPTR>(spelled.data()), spelled.size(),
                      PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &code, &place, nullptr);
    if (compiled == nullptr)
        return Error(Code::BadInput,
                     words("the split pattern is not understood at byte ", place, " of ", spelled,
                           ": ", pcreWords(code)));
    splitter.m_code = {compiled, [](void* c) { pcre2_code_free(static_cast<pcre2_code*>(c)); }};
    splitter.m_context = matchContext();
    if (splitter.m_context == nullptr)
        return Error(Code::OutOfMemory, "no memory for a split pattern");
    // Without JIT (some hardened systems refuse it) the interpreter does the same, slower.
    pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE);
    return splitter;
}

RegexSplitter::Run::Run(const RegexSplitter& splitter, std::string_view text)
    : m_splitter(&splitter)
    , m_text(text)
    , m_matchData(pcre2_match_data_create(1, nullptr),
                  [](void* d) { pcre2_match_data_free(static_cast<pcre2_match_data*>(d)); })
    , m_deadline(std::chrono::steady_clock::now() + std::chrono::seconds(1)
                 + std::chrono::nanoseconds(20 * text.size()))
{
}

/// Finds the next match that is not empty.
Result<> RegexSplitter::Run::match()
{
    auto* data = static_cast<pcre2_match_data*>(m_matchData.get());
    if (data == nullptr)
        return Error(Code::OutOfMemory, "no memory to split text");
    const auto run = [&](std::uint32_t options) {
        return pcre2_match(codeOf(m_splitter->m_code), reinterpret_cast<PCRE2_SPTR>(m_text.data()),
                           m_text.size(), m_at, options | PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, data,
                           static_cast<pcre2_match_context*>(m_splitter->m_context.get()));
    };
    int code = run(0);
    if (code == PCRE2_ERROR_JIT_STACKLIMIT) // the interpreter has more room
        code = run(PCRE2_NO_JIT);
    m_searched = true;
    m_matchBegin = m_text.size();
    m_matchEnd = m_text.size();
    if (code == PCRE2_ERROR_NOMATCH)
        return {};
    if (code < 0)
        return Error(Code::BadInput,
                     words("the split pattern ", m_splitter->m_pattern, " explodes at byte ", m_at,
                           ": ", pcreWords(code)));
    const auto* place = pcre2_get_ovector_pointer(data);
    if (place[0] < m_at || place[1] <= place[0]) // \K may move a begin behind its end
        return Error(Code::BadInput,
                     words("the split pattern ", m_splitter->m_pattern,
                           " matches backwards at byte ", m_at));
    m_matchBegin = place[0];
    m_matchEnd = place[1];
    return {};
}

Result<std::size_t> RegexSplitter::Run::next(std::span<std::size_t> ends)
{
    std::size_t numPieces = 0;
    while (m_at < m_text.size() && numPieces < ends.size()) {
        if (!m_searched)
            TRY(match());
        m_at = m_at < m_matchBegin ? m_matchBegin : m_matchEnd;
        m_searched = m_at < m_matchEnd;
        ends[numPieces++] = m_at;
        if ((numPieces & 63) == 0 && std::chrono::steady_clock::now() > m_deadline)
            return Error(Code::BadInput,
                         words("the split pattern ", m_splitter->m_pattern,
                               " takes too long; stopped at byte ", m_at, " of ", m_text.size()));
    }
    return numPieces;
}

} // namespace tf::text
