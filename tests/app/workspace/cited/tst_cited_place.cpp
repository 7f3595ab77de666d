// Every place that an answer names and that was not sent, or does not exist, is marked as such.

#include "app/ingest/shown/shown_file.h"
#include "app/workspace/cited/cited_place.h"
#include "app/workspace/cited/sent_turn.h"
#include "kernels/base/words.h"
#include "tests/app/workspace/cited/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <cmath>

using namespace tf;
using namespace tf::workspace;
using session::ManifestItem;

namespace {

using Contents = std::map<std::string, std::string>;

draft::ReadBlob readingFrom(const Contents& contents)
{
    return [&contents](const std::string& id) -> Result<std::string> {
        const auto kept = contents.find(id);
        if (kept == contents.end())
            return Error(Code::NotFound, "not kept");
        return kept->second;
    };
}

/// A conversation of some turns, with what of it a reader may know.
struct Sending {
    SentTurns turns;
    Contents contents;
    std::map<std::string, std::int64_t> lines; ///< of each file as it was sent last
    std::vector<std::string> never; ///< files that were cut, or are gone
    std::vector<double> frames;
    std::optional<double> clipLength; ///< of a clip whose file a server got
};

std::string madePath(test::Gen& gen)
{
    static constexpr const char* kFolders[] = {"src", "lib", "app/ui", "tests", "Ünïcode"};
    static constexpr const char* kEndings[] = {".cpp", ".h", ".py", ".tf", ".md"};
    return words(gen.pick(kFolders), "/f", gen.below(40), gen.pick(kEndings));
}

std::string madeLines(std::int64_t count)
{
    std::string text;
    for (std::int64_t line = 1; line <= count; ++line)
        text += words("line ", line, '\n');
    return text;
}

void addFiles(test::Gen& gen, Sending& sending, SentTurn& turn)
{
    std::string packed;
    for (std::size_t count = gen.below(8); count > 0; --count) {
        const std::string path = madePath(gen);
        const auto numLines = gen.between(1, 400);
        if (gen.oneIn(6)) {
            const bool isCut = gen.oneIn(2);
            turn.files.push_back(
                {.blob = isCut ? "cut" : "", .path = path, .lines = {}, .cut = isCut});
            if (!isCut)
                sending.lines.erase(path);
            if (!sending.lines.contains(path))
                sending.never.push_back(path);
            continue;
        }
        turn.files.push_back({.blob = "git", .path = path, .lines = {1, numLines}});
        packed += ingest::shownHeader(path) + ingest::shownLines(madeLines(numLines)).text;
        sending.lines[path] = numLines;
        std::erase(sending.never, path);
    }
    const std::string blob = words("pack ", turn.id);
    sending.contents[blob] = packed + "=== end of it: some files ===\n";
    turn.attachments.push_back(
        {.blob = blob, .mediaType = std::string(draft::kPackType), .name = "it"});
}

void addClip(test::Gen& gen, Sending& sending, SentTurn& turn)
{
    if (gen.oneIn(3)) {
        sending.clipLength = std::max(sending.clipLength.value_or(0), double(gen.between(5, 4000)));
        turn.attachments.push_back(
            {.blob = words(*sending.clipLength), .mediaType = "video/mp4", .name = "c"});
        return;
    }
    const double step = double(gen.between(1, 8)) / 2;
    for (std::int64_t idx = 0, count = gen.between(1, 60); idx < count; ++idx) {
        sending.frames.push_back(double(idx) * step);
        turn.attachments.push_back({.blob = "f",
                                    .mediaType = "image/jpeg",
                                    .name = "f",
                                    .clip = 1,
                                    .seconds = words(sending.frames.back())});
    }
}

Sending madeSending(test::Gen& gen)
{
    Sending sending;
    for (session::TurnId id = 1, last = gen.between(1, 4); id <= last; ++id) {
        auto turn = std::make_shared<SentTurn>();
        turn->id = id;
        addFiles(gen, sending, *turn);
        if (gen.oneIn(3))
            addClip(gen, sending, *turn);
        sending.turns.push_back(turn);
    }
    return sending;
}

/// A place, and whether it is there to be found.
struct Claim {
    std::string text;
    bool isTrue = false;
};

Claim claimOfLines(test::Gen& gen, const Sending& sending)
{
    const bool isKnown = !sending.lines.empty() && !gen.oneIn(3);
    if (!isKnown) {
        const std::string path = !sending.never.empty() && gen.oneIn(2)
            ? gen.pick(sending.never)
            : words("nowhere/g", gen.below(99), ".cpp");
        return {words(path, ':', gen.between(1, 500)), false};
    }
    auto file = sending.lines.begin();
    std::advance(file, std::ptrdiff_t(gen.below(sending.lines.size())));
    const auto first = gen.between(1, file->second + 60);
    const auto last = gen.oneIn(2) ? first : first + gen.between(0, 40);
    const std::string range = last == first ? words(first) : words(first, '-', last);
    return {words(gen.oneIn(4) ? "./" : "", file->first, ':', range), last <= file->second};
}

Claim claimOfMoment(test::Gen& gen, const Sending& sending)
{
    const auto seconds = gen.between(0, 4200);
    const bool isNear =
        std::any_of(sending.frames.begin(), sending.frames.end(),
                    [&](double frame) { return std::abs(frame - double(seconds)) <= 1; });
    const auto two = [](std::int64_t number) { return words(number < 10 ? "0" : "", number); };
    const std::string minutes =
        seconds >= 3600 ? words(seconds / 3600, ':', two(seconds / 60 % 60)) : two(seconds / 60);
    return {words('[', minutes, ':', two(seconds % 60), ']'),
            isNear || (sending.clipLength && double(seconds) <= *sending.clipLength)};
}

std::string markedLaw(test::Gen& gen)
{
    const Sending sending = madeSending(gen);
    const auto sent =
        sentWith(sending.turns, readingFrom(sending.contents),
                 [](const std::string& blob) { return std::optional(std::stod(blob)); });
    std::string answer;
    std::vector<Claim> claims;
    for (int idx = 0; idx < 20; ++idx) {
        const bool isMoment = showsClip(sending.turns) && gen.oneIn(3);
        claims.push_back(isMoment ? claimOfMoment(gen, sending) : claimOfLines(gen, sending));
        answer += words(gen.oneIn(2) ? "see " : "in `", claims.back().text, "` of course, ");
    }
    const auto found = ingest::findCitations(answer);
    if (found.size() != claims.size())
        return words("found ", found.size(), " of ", claims.size(), ": ", answer);
    for (std::size_t idx = 0; idx < claims.size(); ++idx) {
        const CitedPlace place = citedPlace(found[idx], sent);
        if ((place.mark == CiteMark::Holds) != claims[idx].isTrue)
            return words(claims[idx].text, claims[idx].isTrue ? " holds" : " does not hold");
        if (place.mark == CiteMark::Unchecked || sentenceOf(place).empty())
            return words(claims[idx].text, " has no verdict");
    }
    return "";
}

CitedPlace placeOf(const std::string& text, const ingest::Sent& sent)
{
    return citedPlace(ingest::findCitations(text).at(0), sent);
}

} // namespace

class CitedPlaceTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    /// 40,000 places of 2,000 conversations.
    void whatWasNotSentIsMarked()
    {
        const std::string fault = test::forAll(2000, markedLaw, 64);
        QVERIFY2(fault.empty(), fault.c_str());
    }

    void theMarkSaysHowSureItIs()
    {
        const ingest::Sent sent{{{"a/x.c", {1, 10}, 10}, {"b/x.c", {1, 10}, 10}}, {0, 10, 20}};
        QVERIFY(placeOf("a/x.c:10", sent).mark == CiteMark::Holds);
        QVERIFY(placeOf("x.c:3", sent).mark == CiteMark::Shaky);
        QCOMPARE(placeOf("x.c:3", sent).candidates.size(), std::size_t(2));
        QVERIFY(placeOf("a/x.c:11", sent).mark == CiteMark::Fails);
        QVERIFY(placeOf("y.c:1", sent).mark == CiteMark::Fails);
        QVERIFY(placeOf("[00:10]", sent).mark == CiteMark::Holds);
        QVERIFY(placeOf("[00:15]", sent).mark == CiteMark::Shaky); // between two frames
        QVERIFY(placeOf("[00:31]", sent).mark == CiteMark::Fails); // behind all of them
        QVERIFY(placeOf("[00:31]", {{}, {}, 30}).mark == CiteMark::Fails);
    }

    void aPlaceThatMovedIsShaky()
    {
        const ingest::Sent sent{{{"a.c", {1, 4}, 4}}, {}};
        const LineText before("one\ntwo\nthree\nfour\n");
        const LineText now("zero\none\ntwo\n3\nfour\n");
        const LineMap map(before, now);
        const auto held = [&](const std::string& text, const LineText& present,
                              const LineMap& places) {
            CitedPlace place = placeOf(text, sent);
            holdAgainstNow(place, before, present, places);
            return place;
        };
        QVERIFY(held("a.c:1-2", now, map).since == Since::Moved);
        QCOMPARE(held("a.c:1-2", now, map).now.first, 2);
        QVERIFY(held("a.c:1-2", now, map).mark == CiteMark::Shaky);
        QVERIFY(held("a.c:3", now, map).since == Since::Changed);
        QVERIFY(held("a.c:2-4", now, map).since == Since::Changed);
        QVERIFY(held("a.c:2-4", before, LineMap(before, before)).mark == CiteMark::Holds);
        QVERIFY(held("a.c:5", now, map).mark == CiteMark::Fails); // it never was there
        CitedPlace gone = placeOf("a.c:1", sent);
        holdAgainstNothing(gone);
        QVERIFY(gone.since == Since::Gone && gone.mark == CiteMark::Shaky);
    }

    void aTextThatWasDroppedCanBeCited()
    {
        Contents contents;
        contents["log"] = ingest::shownHeader("server.log") + ingest::shownLines("a\nb\nc").text;
        auto turn = std::make_shared<SentTurn>();
        turn->attachments = {{.blob = "log", .mediaType = "text/plain", .name = "server.log"}};
        const auto sent = sentWith({turn}, readingFrom(contents), {});
        QVERIFY(placeOf("server.log:3", sent).mark == CiteMark::Holds);
        QVERIFY(placeOf("server.log:4", sent).mark == CiteMark::Fails);
        const auto content = MUST(sentContent({turn}, "server.log", readingFrom(contents)));
        QVERIFY(content.text == "a\nb\nc\n");
        QVERIFY(!sentContent({turn}, "other.log", readingFrom(contents)));
    }

    void aPlaceIsWrittenAsAnswersWriteIt_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"src/a.cpp:12", "src/a.cpp:12-40", "[02:13]", "[00:07.5]", "[1:02:13]"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void aPlaceIsWrittenAsAnswersWriteIt()
    {
        QFETCH(QString, text);
        const auto found = ingest::findCitations(text.toStdString());
        QCOMPARE(QString::fromStdString(written(found.at(0))), text);
    }
};

std::unique_ptr<QObject> makeCitedPlaceTest()
{
    return std::make_unique<CitedPlaceTest>();
}

#include "tst_cited_place.moc"
