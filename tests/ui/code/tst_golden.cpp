#include "tests/support/golden.h"
#include "tests/support/test_table.h"
#include "tests/ui/code/tests.h"
#include "ui/code/language.h"

#include <QFile>

#include <algorithm>

using namespace tf;
using namespace tf::ui;
using namespace Qt::StringLiterals;

namespace {

/// A letter for every ink: plain, keyword, type, string, number, comment, function, macro, and the
/// two of a patch.
constexpr char kLetters[] = " KTSNCFM+-";

std::string goldenName(const Language& language)
{
    return "code/" + std::string(wordsOf(language.row->names).front()) + ".txt";
}

/// The lines of a golden file that are code: those behind "| ".
QStringList sampleOf(const Language& language)
{
    QFile file(QString::fromStdString(TRIFOLD_SOURCE_DIR "/tests/golden/" + goldenName(language)));
    QStringList lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(u"| "_s))
            lines << line.mid(2);
    }
    return lines;
}

/// Under every line its inks, as letters.
QString drawn(const Language& language, const QStringList& lines)
{
    QString text;
    LexState state = 0;
    for (const QString& line : lines) {
        const InkedLine inked = ink(language, state, line);
        QString letters(line.size(), u' ');
        for (const InkSpan& span : inked.spans) {
            for (qsizetype at = span.begin; at < span.begin + span.length; ++at)
                letters[at] = QLatin1Char(kLetters[static_cast<int>(span.ink)]);
        }
        while (letters.endsWith(u' '))
            letters.chop(1);
        text += u"| "_s + line + u'\n';
        text += letters.isEmpty() ? QString() : u"  "_s + letters + u'\n';
        state = inked.after;
    }
    return text;
}

} // namespace

class InkGoldenTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyLanguage_data()
    {
        QTest::addColumn<QString>("name");
        for (const Language& language : languages())
            QTest::addRow("%s", language.row->title.data()) << displayName(language);
    }

    void everyLanguage()
    {
        QFETCH(QString, name);
        const auto all = languages();
        const auto language = std::find_if(
            all.begin(), all.end(), [&](const Language& one) { return displayName(one) == name; });
        QVERIFY(language != all.end());
        const QStringList lines = sampleOf(*language);
        QVERIFY2(!lines.isEmpty(), "a language without a sample");
        const auto text = drawn(*language, lines).toStdString();
        QCOMPARE(test::compareWithGolden(goldenName(*language), text), std::string());
    }
};

std::unique_ptr<QObject> makeInkGoldenTest()
{
    return std::make_unique<InkGoldenTest>();
}

#include "tst_golden.moc"
