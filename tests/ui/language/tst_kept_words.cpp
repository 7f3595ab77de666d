#include "tests/support/test_table.h"
#include "tests/ui/language/kept_words.h"
#include "tests/ui/language/tests.h"
#include "ui/shell/actions.h"

#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using tf::test::KeptWord;
using tf::test::keptWords;

namespace {

const QString kFolder = QStringLiteral(TRIFOLD_SOURCE_DIR "/resources/translations/");

QString fileOf(const QString& folder, const QString& language)
{
    return folder + u"/trifold_%1.ts"_s.arg(language);
}

QStringList keysOf(const std::vector<KeptWord>& words)
{
    QStringList keys;
    for (const KeptWord& word : words)
        keys.append(word.key());
    keys.sort();
    return keys;
}

/// %1, %n and the like, sorted: what a sentence has room for.
QStringList placesIn(const QString& text)
{
    static const QRegularExpression place(u"%L?[0-9n]"_s);
    QStringList found;
    for (auto matches = place.globalMatch(text); matches.hasNext();)
        found.append(matches.next().captured());
    found.sort();
    return found;
}

QString mnemonicOf(const QString& text)
{
    static const QRegularExpression letter(u"&([^&])"_s);
    return letter.match(text).captured(1).toUpper();
}

/// Of one form: a plural may say the number in words.
bool losesAPlace(const KeptWord& word, const QString& form)
{
    const QStringList wanted = placesIn(word.source);
    QStringList has = placesIn(form);
    if (has == wanted)
        return false;
    const bool isPlural = word.forms.size() > 1;
    has.append(wanted.contains(u"%Ln"_s) ? u"%Ln"_s : u"%n"_s);
    has.sort();
    return !isPlural || has != wanted;
}

} // namespace

class KeptWordsTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QProcess update;
        update.start(QStringLiteral(TRIFOLD_SOURCE_DIR "/packaging/update-translations"),
                     {u"--into"_s, m_gathered.path()});
        QVERIFY(update.waitForFinished(60'000));
        QVERIFY2(update.exitCode() == 0, update.readAllStandardError().constData());
    }

    void everyWordOfTheSourceHasAPlace_data()
    {
        QTest::addColumn<QString>("language");
        for (const auto& language : {u"en"_s, u"de"_s, u"zh_CN"_s})
            QTest::newRow(qPrintable(language)) << language;
    }
    void everyWordOfTheSourceHasAPlace()
    {
        QFETCH(QString, language);
        const auto kept = keptWords(fileOf(kFolder, language));
        const QStringList inTree = keysOf(kept);
        const QStringList inSource = keysOf(keptWords(fileOf(m_gathered.path(), language)));
        QVERIFY(inSource.size() > (language == u"en" ? 5 : 400)); // lupdate found them
        QStringList missing;
        std::set_difference(inSource.begin(), inSource.end(), inTree.begin(), inTree.end(),
                            std::back_inserter(missing));
        QVERIFY2(missing.isEmpty(),
                 qPrintable(u"run packaging/update-translations: "_s + missing.join(u'\n')));
        const auto numOpen = std::count_if(kept.begin(), kept.end(),
                                           [](const KeptWord& word) { return !word.isFinished; });
        if (numOpen > 0)
            qInfo("%s: %lld of %lld words are not translated", qPrintable(language),
                  static_cast<long long>(numOpen), static_cast<long long>(kept.size()));
    }

    void placesSurvive_data() { everyWordOfTheSourceHasAPlace_data(); }
    void placesSurvive()
    {
        QFETCH(QString, language);
        QStringList wrong;
        for (const KeptWord& word : keptWords(fileOf(kFolder, language))) {
            for (const QString& form : word.forms) {
                if (word.isFinished && (form.isEmpty() || losesAPlace(word, form)))
                    wrong.append(word.source + u" -> "_s + form);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void lossesAreSeen()
    {
        QVERIFY(losesAPlace({{}, u"%1 of %2"_s, {{}}}, u"%1 von 2"_s));
        QVERIFY(losesAPlace({{}, u"%n more"_s, {{}}}, u"mehr"_s));
        QVERIFY(!losesAPlace({{}, u"%Ln lines"_s, {{}, {}}}, u"one line"_s));
        QVERIFY(losesAPlace({{}, u"%1 and %n"_s, {{}, {}}}, u"and %n"_s));
    }

    void mnemonicsAreOneEach_data() { everyWordOfTheSourceHasAPlace_data(); }
    void mnemonicsAreOneEach()
    {
        QFETCH(QString, language);
        QMap<QString, QString> words;
        for (const KeptWord& word : keptWords(fileOf(kFolder, language))) {
            if (word.context == u"Actions" && word.isFinished)
                words.insert(word.source, word.forms.front());
        }
        QStringList wrong;
        const auto take = [&](const char* text, QMap<QString, QString>& taken) {
            const QString source = QString::fromUtf8(text);
            const QString shown = words.value(source, source);
            const QString letter = mnemonicOf(shown);
            if (letter.isEmpty() != mnemonicOf(source).isEmpty() || taken.contains(letter))
                wrong.append(shown + u" / "_s + taken.value(letter));
            if (!letter.isEmpty())
                taken.insert(letter, shown);
        };
        QMap<QString, QString> inTheMenuOfTheBar;
        for (const auto& menu : tf::ui::menuTable()) {
            QMap<QString, QString> taken;
            for (const auto id : menu.actions) {
                if (id != tf::ui::ActionId::Separator)
                    take(tf::ui::actionTable()[static_cast<std::size_t>(id)].text, taken);
            }
            if (menu.opens == tf::ui::Opens::FromBar)
                inTheMenuOfTheBar = taken;
            else
                take(menu.title, inTheMenuOfTheBar); // it is a row of that one
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

private:
    QTemporaryDir m_gathered;
};

std::unique_ptr<QObject> makeKeptWordsTest()
{
    return std::make_unique<KeptWordsTest>();
}

#include "tst_kept_words.moc"
