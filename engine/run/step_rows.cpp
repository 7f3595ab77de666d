#include "engine/run/step_rows.h"

#include "kernels/base/words.h"

#include <algorithm>
#include <unordered_set>

namespace tf::engine {

namespace {

Error tooMuch(std::string_view what, std::int64_t asked, std::int64_t limit)
{
    return {Code::BadInput,
            words("a step of ", asked, " ", what, ", where the engine was made for ", limit)};
}

Result<> pageExists(std::int32_t page, const Limits& limits)
{
    if (page < 0 || page >= limits.pages)
        return Error(Code::BadInput, words("page ", page, " of ", limits.pages));
    return {};
}

Result<> tokensExist(const StepSequence& sequence, const ModelConfig& config)
{
    for (const std::int32_t token : sequence.tokens) {
        if (token < 0 || token >= config.vocab)
            return Error(Code::BadInput,
                         words("token ", token, " is none of the model's ", config.vocab, " (0 to ",
                               config.vocab - 1, ")"));
    }
    return {};
}

Result<> fits(const StepSequence& sequence, const ModelConfig& config, const Limits& limits)
{
    if (sequence.tokens.empty())
        return Error(Code::BadInput, "no tokens");
    const std::int64_t end =
        sequence.firstPosition + static_cast<std::int64_t>(sequence.tokens.size());
    if (sequence.firstPosition < 0 || end > limits.positions)
        return tooMuch("positions", end, limits.positions);
    if (end > config.maxPositions)
        return Error(Code::BadInput,
                     words("position ", end - 1, " is past the model's ", config.maxPositions));
    const std::int64_t needed = (end + config.block() - 1) / config.block();
    if (static_cast<std::int64_t>(sequence.pages.size()) < needed)
        return Error(
            Code::BadInput,
            words(sequence.pages.size(), " pages for ", end, " positions, which need ", needed));
    for (const std::int32_t page : sequence.pages)
        TRY(pageExists(page, limits));
    return tokensExist(sequence, config);
}

Result<> areWhole(const StepFeatures& features, const ModelConfig& config)
{
    const bool whole = features.rows != nullptr && features.rows->cols == config.hidden
        && features.firstRow >= 0 && features.numPositions >= 0
        && features.firstRow + features.numPositions <= features.rows->rows;
    if (whole)
        return {};
    return Error(Code::Internal,
                 words("features of ", features.numPositions, " positions that are not there"));
}

/// The part of the features that lies among the sequence's tokens of this step.
void appendFeatures(StepRows& rows, const StepFeatures& features, const StepSequence& sequence)
{
    const auto firstRow = rows.sequences.back().firstRow;
    const auto end = sequence.firstPosition + std::ssize(sequence.tokens);
    const auto from = std::max(features.firstPosition, sequence.firstPosition);
    const auto to = std::min(features.firstPosition + features.numPositions, end);
    if (from >= to)
        return;
    const auto featureRow = features.firstRow + from - features.firstPosition;
    rows.features.push_back({firstRow + static_cast<std::int32_t>(from - sequence.firstPosition),
                             static_cast<std::int32_t>(to - from),
                             features.rows->values.data() + featureRow * features.rows->cols});
}

void append(StepRows& rows, const StepSequence& sequence, std::int32_t numPages)
{
    const auto firstRow = static_cast<std::int32_t>(rows.tokens.size());
    const auto numRows = static_cast<std::int32_t>(sequence.tokens.size());
    rows.sequences.push_back({firstRow, numRows, sequence.firstPosition,
                              static_cast<std::int32_t>(rows.pages.size()), numPages});
    rows.tokens.insert(rows.tokens.end(), sequence.tokens.begin(), sequence.tokens.end());
    rows.pages.insert(rows.pages.end(), sequence.pages.begin(), sequence.pages.begin() + numPages);
    if (sequence.logits == LogitsWanted::None)
        return;
    const bool all = sequence.logits == LogitsWanted::All;
    for (std::int32_t row = all ? firstRow : firstRow + numRows - 1; row < firstRow + numRows;
         ++row)
        rows.wanted.push_back(row);
}

Result<> appendAll(StepRows& rows, const Step& step, const ModelConfig& config,
                   const Limits& limits)
{
    std::unordered_set<std::uint64_t> ids;
    for (const StepSequence& sequence : step.sequences) {
        const std::string which = words("sequence ", sequence.id);
        if (!ids.insert(sequence.id).second)
            return Error(Code::BadInput, words(which, " stands in the step twice"));
        TRY(fits(sequence, config, limits).because(which));
        const auto end = sequence.firstPosition + static_cast<std::int64_t>(sequence.tokens.size());
        append(rows, sequence,
               static_cast<std::int32_t>((end + config.block() - 1) / config.block()));
        for (const StepFeatures& features : sequence.features) {
            TRY(areWhole(features, config).because(which));
            appendFeatures(rows, features, sequence);
        }
    }
    return {};
}

} // namespace

std::string StepRows::nameOf(std::int32_t row, const Step& step) const
{
    for (std::size_t idx = 0; idx < sequences.size(); ++idx) {
        const RowSequence& sequence = sequences[idx];
        if (row < sequence.firstRow + sequence.numRows)
            return words("position ", sequence.firstPosition + row - sequence.firstRow,
                         " of sequence ", step.sequences[idx].id);
    }
    return words("row ", row);
}

Result<StepRows> rowsOf(const Step& step, const ModelConfig& config, const Limits& limits)
{
    if (step.sequences.empty() && step.copies.empty())
        return Error(Code::BadInput, "a step without sequences");
    if (static_cast<std::int64_t>(step.sequences.size()) > limits.sequences)
        return tooMuch("sequences", static_cast<std::int64_t>(step.sequences.size()),
                       limits.sequences);
    StepRows rows;
    for (const PageCopy& copy : step.copies) {
        TRY(pageExists(copy.fromPage, limits));
        TRY(pageExists(copy.toPage, limits));
    }
    rows.copies = step.copies;
    TRY(appendAll(rows, step, config, limits));
    if (static_cast<std::int64_t>(rows.tokens.size()) > limits.rows)
        return tooMuch("tokens", static_cast<std::int64_t>(rows.tokens.size()), limits.rows);
    return rows;
}

} // namespace tf::engine
