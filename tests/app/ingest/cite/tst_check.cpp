// A place that was not sent is never taken for one that was.

#include "app/ingest/cite/citation.h"
#include "kernels/base/check.h"
#include "kernels/base/words.h"
#include "tests/app/ingest/cite/tests.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"

#include <set>

using namespace tf;
using namespace tf::ingest;

namespace {

const Sent& someSent()
{
    static const Sent sent = {{{"src/a.cpp", {}, 100},
                               {"src/b.cpp", {1, 50}, 80},
                               {"src/b.cpp", {61, 80}, 80},
                               {"lib/util.h", {}, 10},
                               {"app/util.h", {}, 10},
                               {"util.h", {}, 10},
                               {"empty", {}, 0}},
                              {0, 2, 133.4}};
    return sent;
}

CiteState stateOf(const std::string& text)
{
    const auto found = findCitations(text);
    CHECK(found.size() == 1, "a case names one place");
    return check(found[0], someSent()).state;
}

} // namespace

class CiteCheckTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void placesAreHeldAgainstWhatWasSent()
    {
        QVERIFY(stateOf("src/a.cpp:1") == CiteState::Sent);
        QVERIFY(stateOf("src/a.cpp:1-100") == CiteState::Sent);
        QVERIFY(stateOf("./src/a.cpp:3") == CiteState::Sent);
        QVERIFY(stateOf("a.cpp:3") == CiteState::Sent); // one file ends like that
        QVERIFY(stateOf("src/a.cpp:101") == CiteState::NoSuchLines);
        QVERIFY(stateOf("src/a.cpp:99-101") == CiteState::NoSuchLines);
        QVERIFY(stateOf("src/b.cpp:50") == CiteState::Sent);
        QVERIFY(stateOf("src/b.cpp:51") == CiteState::NotSent);
        QVERIFY(stateOf("src/b.cpp:45-65") == CiteState::NotSent); // a gap
        QVERIFY(stateOf("src/b.cpp:61-80") == CiteState::Sent);
        QVERIFY(stateOf("src/c.cpp:1") == CiteState::NoSuchFile);
        QVERIFY(stateOf("xsrc/a.cpp:1") == CiteState::NoSuchFile);
        QVERIFY(stateOf("rc/a.cpp:1") == CiteState::NoSuchFile); // not at a folder's beginning
        QVERIFY(stateOf("util.h:1") == CiteState::Sent); // the whole path of one
        QVERIFY(stateOf("x/empty:1") == CiteState::NoSuchFile);
        QVERIFY(stateOf("./empty:1") == CiteState::NoSuchLines);
        QVERIFY(stateOf("[00:01]") == CiteState::Sent); // within a second
        QVERIFY(stateOf("[02:14]") == CiteState::Sent);
        QVERIFY(stateOf("[00:04]") == CiteState::NoFrame);
    }

    void anyMomentOfAClipThatOthersCutMayBeMeant()
    {
        Sent sent;
        sent.clipLength = 75.5;
        const auto stateOf = [&sent](const char* text) {
            return check(findCitations(text)[0], sent).state;
        };
        QVERIFY(stateOf("[00:40]") == CiteState::Sent);
        QVERIFY(stateOf("[01:15]") == CiteState::Sent);
        QVERIFY(stateOf("[01:16]") == CiteState::PastEnd);
        sent.frames = {90};
        QVERIFY(stateOf("[01:30]") == CiteState::Sent);
        QVERIFY(stateOf("[01:20]") == CiteState::PastEnd);
    }

    void theFileThatIsMeantIsNamed()
    {
        QCOMPARE(check(findCitations("a.cpp:3")[0], someSent()).path, std::string("src/a.cpp"));
        Sent sent = someSent();
        sent.files.pop_back();
        sent.files.pop_back(); // without "util.h" itself two are left
        const Checked checked = check(findCitations("util.h:1")[0], sent);
        QVERIFY(checked.state == CiteState::Ambiguous);
        QVERIFY(checked.path.empty());
    }

    /// Against sets of lines, one by one.
    void linesAreSentWhenEachOneWas()
    {
        const auto report = test::forAll(500, [](test::Gen& gen) -> std::string {
            const auto numLines = gen.between(1, 30);
            Sent sent;
            std::set<std::int64_t> lines;
            for (std::size_t pieces = 1 + gen.below(4); pieces > 0; --pieces) {
                const auto first = gen.between(1, numLines);
                const auto last = gen.between(first, numLines);
                sent.files.push_back({"f.c", {first, last}, numLines});
                for (auto line = first; line <= last; ++line)
                    lines.insert(line);
            }
            const auto first = gen.between(1, numLines);
            const auto last = gen.between(first, numLines + 1);
            auto wanted = CiteState::Sent;
            for (auto line = first; line <= last; ++line) {
                if (!lines.contains(line))
                    wanted = CiteState::NotSent;
            }
            if (last > numLines)
                wanted = CiteState::NoSuchLines;
            const Citation citation{CiteKind::Lines, 0, 1, "f.c", {first, last}, 0};
            return check(citation, sent).state == wanted ? "" : words(first, "-", last);
        });
        QVERIFY2(report.empty(), report.c_str());
    }
};

std::unique_ptr<QObject> makeCiteCheckTest()
{
    return std::make_unique<CiteCheckTest>();
}

#include "tst_check.moc"
