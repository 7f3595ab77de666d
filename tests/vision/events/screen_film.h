#pragma once

// A recording played to a MomentFinder frame by frame, and what it made of it, in one line.
//
// Every frame carries a word for what it shows. Between frames the rules that hold for any film
// are checked: what is kept was held, what is dropped was kept, the budget is never exceeded.

#include "tests/vision/opencv/sample_screen.h"
#include "vision/events/moments.h"

#include <map>
#include <string>
#include <vector>

namespace tf::test {

class ScreenFilm {
public:
    explicit ScreenFilm(std::int64_t maxFrames = 64);

    /// One frame, `seconds` long.
    void show(const SampleScreen& screen, const std::string& word, double seconds = 1.0 / 30);
    /// The same for a time, at 30 frames a second.
    void hold(const SampleScreen& screen, const std::string& word, double seconds);
    /// The end. "first desk, after dialog, again desk"
    std::string finish();

    /// Of the moments kept, by the time of finish().
    [[nodiscard]] const std::vector<vision::Moment>& kept() const { return m_kept; }
    [[nodiscard]] const std::vector<vision::SeenAgain>& again() const { return m_again; }
    /// Empty, or the first rule that was broken.
    [[nodiscard]] const std::string& broken() const { return m_broken; }

private:
    void apply(const vision::Verdict& verdict, std::int64_t current);
    void rule(bool holds, const std::string& words);
    [[nodiscard]] std::string told() const;

    std::int64_t m_maxFrames;
    vision::MomentFinder m_finder;
    std::vector<std::int64_t> m_held;
    std::vector<std::string> m_words; ///< of each frame
    double m_now = 0;
    std::vector<vision::Moment> m_kept;
    std::vector<vision::SeenAgain> m_again;
    std::string m_broken;
};

} // namespace tf::test
