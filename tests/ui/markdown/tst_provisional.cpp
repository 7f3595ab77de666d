#include "kernels/base/words.h"
#include "tests/support/test_table.h"
#include "tests/ui/markdown/tests.h"
#include "ui/markdown/growing_document.h"

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;

namespace {

/// Whole documents that show none of these characters at their end, but in code.
constexpr const char* kDocuments[] = {
    "This is **bold and *both* of it** and `some code()` with ~~a mistake~~ in it.\n",
    "***All of it*** is strong, __this too__, _and this_ leans.\n",
    "See [the retry section](https://example.org/a_b_c#x) for **which "
    "[methods](https://example.org/m) "
    "count**, or <https://example.org/plain> alone.\n",
    "| Name | Value |\n|---|--:|\n| **one** | `1` |\n| two | *2* |\n",
    "Before it\n\n| a | b |\n|:-:|---|\n| 1 | 2 |\n\nand **behind**.\n",
    "- **First**: `x`\n- *second*\n  1. ~~third~~\n\n> quoted **words**\n",
    "## A `head` with **weight**\n\nThe sum is \\(a_1 + b^2\\), or $x_1$ in short.\n",
    "```cpp\nint main() { return 0; }\n```\n\nThen ``code with ` in it`` ends.\n",
    "Twice: **a** and **b** and `c` and `d`; a \\*star\\* is none here: &amp; &lt;.\n",
    "![alt text](https://example.org/p.png) was shown.\n",
};

const QString kMarks = u"`~[]|"_s;

/// Raw marks that stand in what is shown: none of them belongs there in the end.
QString rawIn(const Prose& prose, const QString& allowed)
{
    for (qsizetype idx = 0; idx < prose.text.size(); ++idx) {
        const QChar sign = prose.text[idx];
        bool isInside = false;
        for (const Span& span : prose.spans)
            isInside |= (span.has(Mark::Code) || span.has(Mark::Maths)) && idx >= span.begin
                && idx < span.begin + span.length;
        if (!isInside && (kMarks.contains(sign) || sign == u'*') && !allowed.contains(sign))
            return prose.text;
    }
    return {};
}

QString rawIn(const Blocks& blocks, const QString& allowed)
{
    for (const Block& block : blocks) {
        if (block.kind == BlockKind::Code || block.kind == BlockKind::Maths)
            continue;
        if (const QString raw = rawIn(block.prose, allowed); !raw.isEmpty())
            return raw;
        for (const std::vector<Prose>& row : block.table.rows) {
            for (const Prose& cell : row) {
                if (const QString raw = rawIn(cell, allowed); !raw.isEmpty())
                    return raw;
            }
        }
    }
    return {};
}

struct LookCase {
    const char* typed;
    const char* shown;
    Mark mark; ///< of the last sign
};

constexpr LookCase kLooks[] = {
    {"some **bold", "some bold", Mark::Strong},
    {"some **bold*", "some bold", Mark::Strong},
    {"some *lean", "some lean", Mark::Emphasis},
    {"some `code", "some code", Mark::Code},
    {"some ~~gone", "some gone", Mark::Struck},
    {"**a `b", "a b", Mark::Code},
    {"\\(a_1", "a_1", Mark::Maths},
};

Prose proseOf(std::string_view typed)
{
    GrowingDocument document;
    document.append(typed);
    return document.blocks().empty() ? Prose() : document.blocks().back().prose;
}

} // namespace

class ProvisionalTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void openMarksAreShownAtOnce()
    {
        for (const LookCase& one : kLooks) {
            const Prose prose = proseOf(one.typed);
            QCOMPARE(prose.text, QString::fromUtf8(one.shown));
            QVERIFY2(!prose.spans.empty() && prose.spans.back().has(one.mark), one.typed);
        }
    }

    void whatFollowsLooksTheSame()
    {
        GrowingDocument document;
        document.append("Some words first, then **bold and");
        document.append(" more");
        const Prose& prose = document.blocks().back().prose;
        QCOMPARE(prose.text, u"Some words first, then bold and more"_s);
        QCOMPARE(prose.spans.size(), std::size_t(1));
        QCOMPARE(prose.spans.front().length, 13);
    }

    void noPrefixShowsAMarkThatVanishes()
    {
        for (const std::string_view document : kDocuments) {
            GrowingDocument growing;
            QVERIFY2(rawIn(blocksOf(document), u"*"_s).isEmpty(), document.data());
            const QString stars = document.find("\\*") == std::string_view::npos ? u""_s : u"*"_s;
            for (std::size_t size = 1; size <= document.size(); ++size) {
                growing.append(document.substr(size - 1, 1));
                const QString raw = rawIn(growing.blocks(), stars);
                QVERIFY2(raw.isEmpty(), words(raw.toStdString(), " at ", size).c_str());
                GrowingDocument fresh;
                fresh.append(document.substr(0, size));
                QVERIFY2(rawIn(fresh.blocks(), stars).isEmpty(), document.substr(0, size).data());
            }
            growing.finish();
            QVERIFY(growing.blocks() == blocksOf(document));
        }
    }

    void theHeadOfATableIsOneBeforeItsSeparator()
    {
        GrowingDocument document;
        document.append("| Name | Val");
        QVERIFY(document.blocks().back().kind == BlockKind::Table);
        QCOMPARE(document.blocks().back().table.rows.front().size(), std::size_t(2));
        document.append("ue |\n|--");
        QVERIFY(document.blocks().back().kind == BlockKind::Table);
        document.append("-|---|\n| a | b |\n");
        document.finish();
        QCOMPARE(document.blocks().size(), std::size_t(1));
        QCOMPARE(document.blocks().front().table.rows.size(), std::size_t(2));
    }

    void whatIsNoMarkIsShownInTheEnd()
    {
        for (const char* text :
             {"5 * 3 = 15", "snake_case_name", "a [b] c", "if a < b && c", "**never closed",
              "costs $5 and $6", "an open [bracket", "[text](half"}) {
            GrowingDocument document;
            for (const char* at = text; *at != '\0'; ++at)
                document.append({at, 1});
            document.finish();
            QCOMPARE(document.blocks().front().prose.text, QString::fromUtf8(text));
        }
    }
};

std::unique_ptr<QObject> makeProvisionalTest()
{
    return std::make_unique<ProvisionalTest>();
}

#include "tst_provisional.moc"
