#include "tests/support/test_table.h"
#include "tests/ui/language/tests.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Literal {
    QString text;
    QString before; ///< the code in front of it, up to 80 characters
    int line = 0;
};

/// The string literals of C++ whose comments are skipped; neighbours are one.
class LiteralReader {
public:
    explicit LiteralReader(const QString& code)
        : m_code(code)
    {
    }

    std::vector<Literal> read() &&
    {
        while (m_at < m_code.size()) {
            if (m_code.sliced(m_at).startsWith(u"//"))
                m_at = endOf(u"\n"_s);
            else if (m_code.sliced(m_at).startsWith(u"/*"))
                m_at = endOf(u"*/"_s);
            else if (m_code[m_at] == u'\'' && !isDigitBefore())
                takeQuoted(u'\'');
            else if (m_code[m_at] == u'"')
                takeLiteral();
            else
                ++m_at;
        }
        return std::move(m_literals);
    }

private:
    [[nodiscard]] qsizetype endOf(const QString& mark) const
    {
        const qsizetype found = m_code.indexOf(mark, m_at + 1);
        return found < 0 ? m_code.size() : found + mark.size();
    }

    /// 1'000 is a number.
    [[nodiscard]] bool isDigitBefore() const { return m_at > 0 && m_code[m_at - 1].isDigit(); }

    QString takeQuoted(QChar quote)
    {
        QString text;
        for (++m_at; m_at < m_code.size() && m_code[m_at] != quote; ++m_at) {
            if (m_code[m_at] == u'\\')
                ++m_at;
            text += m_code[m_at];
        }
        ++m_at;
        return text;
    }

    void takeLiteral()
    {
        const qsizetype begin = m_at;
        const QString text = takeQuoted(u'"');
        const QString between = m_code.sliced(m_end, std::max<qsizetype>(0, begin - m_end));
        if (!m_literals.empty() && between.trimmed().isEmpty()) {
            m_literals.back().text += text;
        } else {
            const qsizetype from = std::max<qsizetype>(m_end, begin - 80);
            m_literals.push_back({text, m_code.sliced(from, begin - from),
                                  int(m_code.first(begin).count(u'\n')) + 1});
        }
        m_end = m_at;
    }

    const QString m_code;
    qsizetype m_at = 0;
    qsizetype m_end = 0; ///< of the literal before
    std::vector<Literal> m_literals;
};

/// Several words, or one that is put where people look.
bool isForPeople(const Literal& literal)
{
    static const QRegularExpression sentence(u"[A-Za-z]{2,}[ ,.…:] ?[A-Za-z]"_s);
    static const QRegularExpression shown(
        u"(set(Text|ToolTip|PlaceholderText|WindowTitle|Title|StatusTip|AccessibleName|"
        u"AccessibleDescription)|addAction|addMenu|addTab)\\((u|QStringLiteral\\()?$"_s);
    static const QRegularExpression letters(u"[A-Za-z]{2}"_s);
    return sentence.match(literal.text).hasMatch()
        || (shown.match(literal.before).hasMatch() && letters.match(literal.text).hasMatch());
}

bool goesThroughTr(const Literal& literal)
{
    static const QRegularExpression call(
        u"(\\btr\\(|NOOP\\(|translate\\(|#include |CHECK\\([^;]*)\\s*$"_s);
    static const QRegularExpression second(u"^,\\s+$"_s); // QT_TRANSLATE_NOOP("Actions", here)
    return call.match(literal.before).hasMatch() || second.match(literal.before).hasMatch();
}

/// What is English on purpose, by the end of its file's name and the beginning of its text.
constexpr std::array<std::array<const char*, 2>, 26> kEnglish{{
    {"ui/main.cpp", ""}, // a terminal reads it
    {"ui/theme/fonts.cpp", ""}, // names of fonts
    {"ui/theme/theme.cpp", ":/themes/"},
    {"ui/theme/color_table.cpp", ""}, // a fault of the build
    {"ui/shell/actions.cpp", "Ctrl"}, // keys in Qt's portable form
    {"ui/endpoints/endpoint_form.cpp", "api."}, // parts of addresses
    {"ui/endpoints/endpoint_form.cpp", "www."},
    {"ui/transcript/layout/turn_words.cpp", "HH:mm"}, // so everywhere
    {"ui/monitor/speed_words.cpp", "HH:mm"},
    {"ui/transcript/layout/measures.cpp", "the quick brown fox"}, // is measured, not shown
    {"asking/composed.cpp", "system message"}, // a place, for a leak
    {"asking/conversation_work.cpp", "Your answer was cut off"}, // the model reads it
    {"asking/keeping.cpp", " began as "}, // a fault of ours
    {"tray/text_reading.cpp", ""}, // the model reads it
    {"failure/cause.cpp", ""}, // what kept errors say; a cause is told by it, and it is not shown
    {"workspace/local_model.cpp", "stopped on request"}, // an error's details; not shown
    {"workspace/nearby.cpp", "LM Studio"}, // a name
    {"works/report_card.cpp", "bug-report.md"}, // a name of a file
    {"context/rule_chips.cpp", "+src/**"}, // rules, as they are written
    {"workspace/request_sight.cpp", " bytes of "}, // stands in a request
    {"workspace/request_sight.cpp", " \\n  -H "}, // a command, as it is read here
    {"workspace/request_look.cpp", "was replaced"}, // what a kept sentence says
    {"workspace/request_look.cpp", "another one"}, // of a look that nobody waits for; not shown
    {"tray/picture_reading.cpp", "The next "}, // the model reads it
    {"tray/picture_reading.cpp", " "}, // the rest of that sentence
    {"app/workspace/export.cpp", " cannot be written: "}, // details, with the system's words
}};

bool isEnglishOnPurpose(const QString& file, const QString& text)
{
    return std::any_of(kEnglish.begin(), kEnglish.end(), [&](const auto& row) {
        return file.endsWith(QLatin1StringView(row[0]))
            && text.startsWith(QLatin1StringView(row[1]));
    });
}

QStringList untranslatedIn(const QString& file, const QString& code)
{
    QStringList found;
    for (const Literal& literal : LiteralReader(code).read()) {
        static const QRegularExpression names(u"^[.a-z_0-9]+$"_s); // .tar.gz, thinking.type
        if (isForPeople(literal) && !goesThroughTr(literal) && !names.match(literal.text).hasMatch()
            && !isEnglishOnPurpose(file, literal.text))
            found.append(u"%1:%2: \"%3\""_s.arg(file).arg(literal.line).arg(literal.text));
    }
    return found;
}

} // namespace

class LiteralsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatPeopleReadGoesThroughTr_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("ui") << u"ui"_s;
        QTest::newRow("app/workspace") << u"app/workspace"_s;
    }
    void whatPeopleReadGoesThroughTr()
    {
        QFETCH(QString, folder);
        const QString root = QStringLiteral(TRIFOLD_SOURCE_DIR "/");
        QStringList found;
        int numFiles = 0;
        QDirIterator files(root + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QString name = file.fileName().mid(root.size());
            // Tables of languages, of Markdown and of TeX: nobody reads them.
            if (name.startsWith(u"ui/code/") || name.startsWith(u"ui/markdown/")
                || name.startsWith(u"ui/maths/"))
                continue;
            QVERIFY(file.open(QIODevice::ReadOnly));
            found += untranslatedIn(name, QString::fromUtf8(file.readAll()));
            ++numFiles;
        }
        QVERIFY(numFiles > 30);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void untranslatedWordsAreSeen_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("number");
        QTest::newRow("a tooltip") << u"a->setToolTip(u\"Close\"_s);"_s << 1;
        QTest::newRow("a sentence") << u"return QStringLiteral(\"Nothing is kept.\");"_s << 1;
        QTest::newRow("in two pieces") << u"f(\"Nothing \"\n   \"is kept\");"_s << 1;
        QTest::newRow("translated") << u"a->setToolTip(tr(\"Close\"));"_s << 0;
        QTest::newRow("pieces of one") << u"tr(\"Nothing is \"\n  \"kept by us\")"_s << 0;
        QTest::newRow("a comment") << u"// says \"Nothing is kept\"\nint a;"_s << 0;
        QTest::newRow("a name") << u"setObjectName(u\"sessions\"_s);"_s << 0;
        QTest::newRow("after a number") << u"f(1'000, \"Nothing is kept\");"_s << 1;
    }
    void untranslatedWordsAreSeen()
    {
        QFETCH(QString, code);
        QFETCH(int, number);
        QCOMPARE(untranslatedIn(u"ui/some.cpp"_s, code).size(), number);
    }
};

std::unique_ptr<QObject> makeLiteralsTest()
{
    return std::make_unique<LiteralsTest>();
}

#include "tst_literals.moc"
