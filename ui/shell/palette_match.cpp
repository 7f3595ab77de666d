#include "ui/shell/palette_match.h"

#include <algorithm>

namespace tf::ui {

namespace {

constexpr int kAtStart = 12;
constexpr int kAtWord = 8;
constexpr int kNextTo = 5;
constexpr int kAnywhere = 1;
constexpr qsizetype kMostText = 200; // of a line that is looked at

/// Without accents and case, character by character.
QString folded(QStringView text)
{
    QString made;
    made.reserve(text.size());
    for (const QChar c : text) {
        const QString parts = c.unicode() < 128 ? QString(c) : c.decomposition();
        made.append(parts.isEmpty() ? c.toCaseFolded() : parts.front().toCaseFolded());
    }
    return made;
}

bool beginsWord(QStringView text, qsizetype place)
{
    return place == 0 || !text[place - 1].isLetterOrNumber()
        || (text[place].isUpper() && text[place - 1].isLower());
}

int worth(QStringView text, qsizetype place)
{
    return place == 0 ? kAtStart : beginsWord(text, place) ? kAtWord : kAnywhere;
}

/// The best way to have read the letters so far, for each place that the last of them may have.
struct Reading {
    std::vector<int> scores; ///< 0: not there
    std::vector<int> from; ///< where the letter before stood
};

Reading firstLetter(QChar letter, QStringView text, const QString& plain)
{
    Reading reading{std::vector<int>(static_cast<std::size_t>(text.size()), 0), {}};
    reading.from.assign(reading.scores.size(), -1);
    for (qsizetype place = 0; place < text.size(); ++place) {
        if (plain[place] == letter)
            reading.scores[static_cast<std::size_t>(place)] = worth(text, place);
    }
    return reading;
}

Reading nextLetter(QChar letter, QStringView text, const QString& plain, const Reading& before)
{
    Reading reading{std::vector<int>(before.scores.size(), 0),
                    std::vector<int>(before.scores.size(), -1)};
    int best = -1; // the place with the highest score so far
    for (qsizetype place = 1; place < text.size(); ++place) {
        const auto here = static_cast<std::size_t>(place);
        const int last = static_cast<int>(place) - 1;
        const int lastScore = before.scores[here - 1];
        if (lastScore > 0
            && (best < 0 || lastScore > before.scores[static_cast<std::size_t>(best)]))
            best = last;
        if (best < 0 || plain[place] != letter)
            continue;
        const int apart = before.scores[static_cast<std::size_t>(best)] + worth(text, place);
        const int beside = lastScore == 0 ? 0 : lastScore + worth(text, place) + kNextTo;
        reading.scores[here] = std::max(apart, beside);
        reading.from[here] = beside >= apart ? last : best;
    }
    return reading;
}

} // namespace

std::optional<PaletteMatch> matchPalette(QStringView typed, QStringView text)
{
    text = text.left(kMostText);
    const QString plain = folded(text);
    std::vector<Reading> readings;
    for (const QChar letter : folded(typed)) {
        if (letter.isSpace())
            continue;
        readings.push_back(readings.empty() ? firstLetter(letter, text, plain)
                                            : nextLetter(letter, text, plain, readings.back()));
    }
    PaletteMatch match;
    if (readings.empty())
        return match;
    const std::vector<int>& last = readings.back().scores;
    const auto end = std::max_element(last.begin(), last.end());
    if (end == last.end() || *end == 0)
        return std::nullopt;
    match.score = *end;
    int place = static_cast<int>(end - last.begin());
    for (auto reading = readings.rbegin(); reading != readings.rend(); ++reading) {
        match.places.insert(match.places.begin(), place);
        place = reading->from[static_cast<std::size_t>(place)];
    }
    return match;
}

} // namespace tf::ui
