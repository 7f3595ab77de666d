#include "kernels/base/words.h"
#include "tests/support/gen.h"
#include "tests/support/test_table.h"
#include "tests/ui/markdown/ordinary_markdown.h"
#include "tests/ui/markdown/tests.h"
#include "ui/markdown/growing_document.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tf;
using namespace tf::ui;

namespace {

constexpr int kNumDocuments = 200;

/// Blocks a line each, text as runs of marks. What is not held against the peer: empty cells at the
/// end of a row (it fills rows up), white space behind a forced line break (it keeps some).
class Sketch {
public:
    void text(const QString& text, unsigned marks)
    {
        if (text.isEmpty())
            return;
        if (marks != m_marks)
            m_line += u"{%1}"_s.arg(m_marks = marks);
        m_line += text;
    }
    void begin(const QString& what)
    {
        m_line += what;
        m_marks = 0;
    }
    void end()
    {
        static const QRegularExpression kEmptyCells(u"\\|+(?=/|$)"_s);
        static const QRegularExpression kAfterBreak(u"\u2028 +"_s);
        m_line.remove(kEmptyCells).replace(kAfterBreak, u"\u2028"_s);
        lines.append(m_line.replace(u'\n', u'\u23ce').trimmed());
        m_line.clear();
    }

    QStringList lines;

private:
    QString m_line;
    unsigned m_marks = 0;
};

constexpr unsigned kCompared = 31; // Strong, Emphasis, Struck, Code, Link

QString nameOf(const Container& container)
{
    switch (container.kind) {
    case Container::Kind::Quote:
        return u"> "_s;
    case Container::Kind::Bullet:
        return u"- "_s;
    case Container::Kind::Number:
        return u"%1. "_s.arg(container.number);
    case Container::Kind::Task:
        return u"[ ] "_s;
    case Container::Kind::DoneTask:
        return u"[x] "_s;
    }
    return {};
}

void sketchProse(Sketch& sketch, const Prose& prose)
{
    qsizetype at = 0;
    for (const Span& span : prose.spans) {
        sketch.text(prose.text.mid(at, span.begin - at), 0);
        sketch.text(prose.text.mid(span.begin, span.length), span.marks & kCompared);
        at = span.begin + span.length;
    }
    sketch.text(prose.text.mid(at), 0);
}

QStringList sketchOurs(const Blocks& blocks)
{
    Sketch sketch;
    for (const Block& block : blocks) {
        for (const Container& container : block.containers)
            sketch.begin(nameOf(container));
        sketch.begin(u"%1%2 "_s.arg(static_cast<int>(block.kind)).arg(block.level));
        sketch.text(block.code.info + block.code.text, 0);
        sketchProse(sketch, block.prose);
        for (const auto& row : block.table.rows) {
            sketch.begin(u"/"_s);
            for (const Prose& cell : row) {
                sketch.begin(u"|"_s);
                sketchProse(sketch, cell);
            }
        }
        sketch.end();
    }
    return sketch.lines;
}

/// What cmark-gfm says, from its XML.
class PeerSketch {
public:
    QStringList read(const QByteArray& xml)
    {
        QXmlStreamReader reader(xml);
        while (!reader.atEnd()) {
            const auto token = reader.readNext();
            const QString name = reader.name().toString();
            if (token == QXmlStreamReader::StartElement)
                enter(name, reader);
            else if (token == QXmlStreamReader::EndElement)
                leave(name);
        }
        return m_sketch.lines;
    }

private:
    struct Item {
        QString name;
        bool isUsed = false;
    };

    static unsigned markOf(const QString& name)
    {
        constexpr const char16_t* kNames[] = {u"strong", u"emph", u"strikethrough", u"-", u"link"};
        for (unsigned bit = 0; bit < std::size(kNames); ++bit)
            if (name == QStringView(kNames[bit]))
                return 1U << bit;
        return 0;
    }

    void enter(const QString& name, QXmlStreamReader& reader)
    {
        const auto attribute = [&](const char16_t* key) {
            return reader.attributes().value(QString::fromUtf16(key)).toString();
        };
        m_marks |= markOf(name);
        if (name == u"block_quote")
            m_path.append(u"> "_s);
        else if (name == u"list")
            m_lists.append(attribute(u"type") == u"ordered" ? attribute(u"start").toInt() : -1);
        else if (name == u"item")
            m_path.append(m_lists.back() < 0 ? u"- "_s : u"%1. "_s.arg(m_lists.back()++));
        else if (name == u"tasklist")
            m_path.append(attribute(u"completed") == u"true" ? u"[x] "_s : u"[ ] "_s);
        else if (name == u"paragraph")
            begin(BlockKind::Paragraph, 0);
        else if (name == u"heading")
            begin(BlockKind::Heading, attribute(u"level").toInt());
        else if (name == u"table")
            begin(BlockKind::Table, 0);
        else if (name == u"table_header" || name == u"table_row")
            m_sketch.begin(u"/"_s);
        else if (name == u"table_cell")
            m_sketch.begin(u"|"_s);
        else if (name == u"code_block") {
            begin(BlockKind::Code, 0);
            const QString info = attribute(u"info");
            m_sketch.text(info + reader.readElementText(), 0);
            m_sketch.end();
        } else if (name == u"thematic_break") {
            begin(BlockKind::Rule, 0);
            m_sketch.end();
        } else if (name == u"text" || name == u"html_inline")
            m_sketch.text(reader.readElementText(), m_marks);
        else if (name == u"code")
            m_sketch.text(reader.readElementText(), m_marks | 8U);
        else if (name == u"softbreak")
            m_sketch.text(u" "_s, m_marks);
        else if (name == u"linebreak")
            m_sketch.text(u"\u2028"_s, m_marks);
    }

    void leave(const QString& name)
    {
        m_marks &= ~markOf(name);
        if (name == u"block_quote" || name == u"item" || name == u"tasklist")
            m_path.removeLast();
        else if (name == u"list")
            m_lists.removeLast();
        else if (name == u"paragraph" || name == u"heading" || name == u"table")
            m_sketch.end();
    }

    void begin(BlockKind kind, int level)
    {
        m_sketch.begin(m_path.join(QString()));
        m_sketch.begin(u"%1%2 "_s.arg(static_cast<int>(kind)).arg(level));
    }

    Sketch m_sketch;
    QStringList m_path;
    QList<int> m_lists;
    unsigned m_marks = 0;
};

QByteArray peerXml(const std::string& markdown)
{
    QProcess peer;
    peer.start(u"cmark-gfm"_s,
               {u"-e"_s, u"table"_s, u"-e"_s, u"strikethrough"_s, u"-e"_s, u"tasklist"_s, u"-e"_s,
                u"autolink"_s, u"-t"_s, u"xml"_s});
    peer.write(markdown.data(), static_cast<qint64>(markdown.size()));
    peer.closeWriteChannel();
    return peer.waitForFinished(60'000) ? peer.readAllStandardOutput() : QByteArray();
}

} // namespace

/// GitHub's own reader says the same of ordinary documents: blocks, what they stand in, marks.
class MarkdownPeerTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"cmark-gfm"_s).isEmpty())
            QSKIP("SKIPPED ENTIRELY: cmark-gfm is not installed");
    }

    void ordinaryDocumentsAreReadAlike()
    {
        test::Gen gen(7, 16);
        std::string markdown;
        for (int idx = 0; idx < kNumDocuments; ++idx)
            markdown += words("# Document ", idx, "\n\n", test::ordinaryMarkdown(gen));
        const QByteArray xml = peerXml(markdown);
        QVERIFY(!xml.isEmpty());
        const QStringList ours = sketchOurs(blocksOf(markdown));
        const QStringList theirs = PeerSketch().read(xml);
        int numOther = 0;
        for (qsizetype idx = 0; idx < std::min(ours.size(), theirs.size()); ++idx)
            if (ours[idx] != theirs[idx] && ++numOther <= 8)
                qInfo("block %d\n  ours   %s\n  theirs %s", int(idx), qPrintable(ours[idx]),
                      qPrintable(theirs[idx]));
        QVERIFY(theirs.size() > 10 * kNumDocuments);
        QCOMPARE(ours.size(), theirs.size());
        QCOMPARE(numOther, 0);
    }
};

std::unique_ptr<QObject> makeMarkdownPeerTest()
{
    return std::make_unique<MarkdownPeerTest>();
}

#include "tst_peer.moc"
