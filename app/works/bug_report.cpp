#include "app/works/bug_report.h"

#include "app/ingest/cite/citation.h"
#include "app/works/line.h"
#include "kernels/base/words.h"

#include <algorithm>
#include <utility>

namespace tf::works {

namespace {

constexpr std::size_t kMostReportBytes = 256 << 10;
constexpr std::size_t kMostRows = 200;

enum class Part : std::uint8_t {
    None,
    Title,
    Environment,
    Steps,
    Expected,
    Actual,
    FirstBad,
    Suspects,
    Questions,
    TestIdea,
};

/// In this order: "Steps to reproduce the expected" is about steps.
constexpr std::pair<std::string_view, Part> kHeadings[] = {
    {"steps", Part::Steps},
    {"reproduc", Part::Steps},
    {"first bad", Part::FirstBad},
    {"first wrong", Part::FirstBad},
    {"first broken", Part::FirstBad},
    {"suspect", Part::Suspects},
    {"likely cause", Part::Suspects},
    {"root cause", Part::Suspects},
    {"question", Part::Questions},
    {"unknown", Part::Questions},
    {"test idea", Part::TestIdea},
    {"regression test", Part::TestIdea},
    {"test", Part::TestIdea},
    {"expected", Part::Expected},
    {"actual", Part::Actual},
    {"observed", Part::Actual},
    {"environment", Part::Environment},
    {"title", Part::Title},
    {"summary", Part::Title},
};

Part partOf(std::string_view heading)
{
    for (const auto& [word, part] : kHeadings) {
        if (speaksOf(heading, word))
            return part;
    }
    return Part::None;
}

struct Heading {
    bool isOne = false;
    Part part = Part::None;
    std::string_view words = {}; ///< of "# Words"
    std::string_view rest = {}; ///< behind "**Expected:**"
};

/// "# Words", "**Words**", "**Words:** rest", "Words: rest" of a word that is known.
Heading headingOn(std::string_view line)
{
    line = trimmed(line);
    if (line.starts_with('#')) {
        const auto words = trimmed(line.substr(std::min(line.find_first_not_of('#'), line.size())));
        return {true, partOf(words.substr(0, words.find(':'))), words,
                words.find(':') == words.npos ? std::string_view()
                                              : trimmed(words.substr(words.find(':') + 1))};
    }
    constexpr std::size_t kLongest = 40;
    const bool isBold = line.starts_with("**");
    if (isBold)
        line.remove_prefix(2);
    const std::size_t end = isBold ? line.find("**") : line.find(':');
    if (end == std::string_view::npos || end > kLongest)
        return {};
    const auto words = line.substr(0, end);
    auto rest = trimmed(line.substr(end + (isBold ? 2 : 1)));
    const bool isLabel = rest.empty() || words.ends_with(':') || !isBold || rest.starts_with(':');
    const Part part = partOf(words);
    const bool isPlainWord = !isBold && words.find_first_of("`[.") != std::string_view::npos;
    if (!isLabel || part == Part::None || isPlainWord)
        return {};
    if (rest.starts_with(':'))
        rest = trimmed(rest.substr(1));
    return {true, part, words, rest};
}

/// What stands behind "- ", "3. " or "3) "; nothing: the line is no item.
std::optional<std::string_view> itemOn(std::string_view line)
{
    line = trimmed(line);
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits > 0 && digits < 4 && digits + 1 < line.size()
        && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ')
        return trimmed(line.substr(digits + 1));
    const bool isItem =
        line.size() > 1 && line[1] == ' ' && (line[0] == '-' || line[0] == '*' || line[0] == '+');
    return isItem ? std::optional(trimmed(line.substr(1))) : std::nullopt;
}

ReportStep stepOf(std::string text)
{
    ReportStep step{std::move(text)};
    for (const auto& cited : ingest::findCitations(step.text)) {
        if (cited.kind == ingest::CiteKind::Moment && !step.seconds)
            step.seconds = cited.seconds;
    }
    return step;
}

Confidence confidenceIn(std::string_view text)
{
    const std::size_t percent = text.find('%');
    if (percent != std::string_view::npos && percent > 0) {
        std::size_t begin = percent;
        while (begin > 0
               && (text[begin - 1] == ' ' || (text[begin - 1] >= '0' && text[begin - 1] <= '9')))
            --begin;
        int number = 0;
        for (const char letter : text.substr(begin, percent - begin))
            number = letter == ' ' ? number : std::min(number * 10 + (letter - '0'), 100);
        return number >= 70 ? Confidence::High
            : number >= 40  ? Confidence::Medium
                            : Confidence::Low;
    }
    if (speaksOf(text, "high"))
        return Confidence::High;
    if (speaksOf(text, "medium"))
        return Confidence::Medium;
    return speaksOf(text, "low") ? Confidence::Low : Confidence::Unsaid;
}

Suspect suspectOf(std::string text)
{
    Suspect suspect{std::move(text)};
    for (const auto& cited : ingest::findCitations(suspect.text)) {
        if (cited.kind != ingest::CiteKind::Lines || !suspect.path.empty())
            continue;
        suspect.path = cited.path;
        suspect.line = cited.lines.first;
    }
    suspect.confidence = confidenceIn(suspect.text);
    return suspect;
}

/// The rows of a list with what goes on below each; without a list each line is one.
std::vector<std::string> rowsOf(std::string_view text)
{
    std::vector<std::string> rows;
    bool isList = false;
    for (Lines lines(text); !lines.atEnd();) {
        const auto line = lines.next();
        const auto item = itemOn(line);
        const auto words = item ? *item : trimmed(line);
        if (words.empty())
            continue;
        if ((item || !isList || rows.empty()) && rows.size() < kMostRows)
            rows.emplace_back(words);
        else if (!rows.empty())
            rows.back() += words.size() + rows.back().size() < kMostReportBytes
                ? " " + std::string(words)
                : std::string();
        isList = isList || item.has_value();
    }
    return rows;
}

class ReadingReport {
public:
    std::optional<BugReport> read(std::string_view answer) &&
    {
        Lines lines(answer.substr(0, kMostReportBytes));
        while (!lines.atEnd())
            take(lines.next());
        flush();
        const bool isOne = !m_report.steps.empty()
            && (!m_report.actual.empty() || !m_report.expected.empty()
                || !m_report.suspects.empty());
        return isOne ? std::optional(std::move(m_report)) : std::nullopt;
    }

private:
    void take(std::string_view line)
    {
        const Heading heading = itemOn(line) ? Heading() : headingOn(line);
        if (!heading.isOne) {
            m_text += line;
            m_text += '\n';
            return;
        }
        flush();
        m_part = heading.part;
        m_text = heading.rest.empty() ? std::string() : std::string(heading.rest) + "\n";
        // The first heading that is of no part names the report.
        if (m_part == Part::None && m_report.title.empty())
            m_report.title = heading.words;
    }

    void flush()
    {
        const std::string text(trimmed(std::exchange(m_text, {})));
        if (text.empty())
            return;
        switch (m_part) {
        case Part::None:
            return;
        case Part::Title:
            return add(m_report.title, text.substr(0, text.find('\n')));
        case Part::Environment:
            return add(m_report.environment, text);
        case Part::Expected:
            return add(m_report.expected, text);
        case Part::Actual:
            return add(m_report.actual, text);
        case Part::TestIdea:
            return add(m_report.testIdea, text);
        case Part::FirstBad:
            m_report.firstBadFrame = stepOf(text);
            return;
        default:
            return flushRows(text);
        }
    }

    void flushRows(const std::string& text)
    {
        for (std::string& row : rowsOf(text)) {
            if (m_part == Part::Steps)
                m_report.steps.push_back(stepOf(std::move(row)));
            else if (m_part == Part::Suspects)
                m_report.suspects.push_back(suspectOf(std::move(row)));
            else
                m_report.questions.push_back(std::move(row));
        }
    }

    static void add(std::string& to, const std::string& more)
    {
        to += to.empty() ? more : "\n" + more;
    }

    BugReport m_report;
    Part m_part = Part::None;
    std::string m_text; ///< since the last heading
};

void addPart(std::string& to, std::string_view heading, const std::string& text)
{
    if (!text.empty())
        to += words("## ", heading, "\n\n", text, "\n\n");
}

template <class Rows>
std::string listOf(const Rows& rows, std::string_view sign)
{
    std::string list;
    int number = 0;
    for (const auto& row : rows) {
        ++number;
        list += list.empty() ? "" : "\n";
        list += sign.empty() ? words(number, ". ", row) : words(sign, row);
    }
    return list;
}

} // namespace

std::optional<BugReport> bugReport(std::string_view answer)
{
    return ReadingReport().read(answer);
}

std::string asMarkdown(const BugReport& report)
{
    const auto textsOf = [](const auto& rows) {
        std::vector<std::string> texts;
        for (const auto& row : rows)
            texts.push_back(row.text);
        return texts;
    };
    std::string text;
    if (!report.title.empty())
        text += words("# Title: ", report.title, "\n\n");
    addPart(text, "Environment", report.environment);
    addPart(text, "Steps to reproduce", listOf(textsOf(report.steps), ""));
    addPart(text, "Expected", report.expected);
    addPart(text, "Actual", report.actual);
    addPart(text, "First bad frame", report.firstBadFrame.text);
    addPart(text, "Suspect files", listOf(textsOf(report.suspects), "- "));
    addPart(text, "Open questions", listOf(report.questions, "- "));
    addPart(text, "Test idea", report.testIdea);
    return text;
}

} // namespace tf::works
