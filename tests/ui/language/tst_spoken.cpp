#include "tests/support/test_table.h"
#include "tests/ui/clipped.h"
#include "tests/ui/language/kept_words.h"
#include "tests/ui/language/tests.h"
#include "tests/ui/pages.h"
#include "ui/endpoints/engine_facts.h"
#include "ui/language/language.h"
#include "ui/shell/top_bar.h"

#include <QAction>
#include <QApplication>
#include <QMenuBar>
#include <QSet>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace tf::ui;
using tf::settings::LanguageChoice;
using tf::test::TestDesktop;

namespace {

/// Asked before all others; knows nothing, remembers what of ours was asked.
class Listener : public QTranslator {
public:
    bool isEmpty() const override { return false; }

    QString translate(const char* context, const char* text, const char*, int) const override
    {
        if (*context != 'Q')
            m_asked.insert(QString::fromUtf8(context) + u'|' + QString::fromUtf8(text));
        return {};
    }

    [[nodiscard]] const QSet<QString>& asked() const { return m_asked; }

private:
    mutable QSet<QString> m_asked;
};

} // namespace

class SpokenTest : public tf::test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsClipped_data()
    {
        QTest::addColumn<LanguageChoice>("choice");
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1280, 800), QSize(680, 500), QSize(496, 400)}) {
            QTest::addRow("German %d", size.width()) << LanguageChoice::German << size;
            QTest::addRow("Chinese %d", size.width()) << LanguageChoice::Chinese << size;
        }
    }
    void nothingIsClipped()
    {
        QFETCH(LanguageChoice, choice);
        QFETCH(QSize, size);
        const Language language(choice, QLocale::c());
        TestDesktop test;
        QStringList found;
        tf::test::walkPages(test, size, [&found](const char* page, MainWindow& window) {
            for (const QString& label : tf::test::clippedIn(window))
                found.append(QLatin1StringView(page) + u": "_s + label);
            // What does not fit of the menus stands behind an arrow.
            if (window.topBar().menus().geometry().right() >= window.topBar().facts().x())
                found.append(QLatin1StringView(page) + u": menus run into the facts"_s);
        });
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    /// The other way round than the files: what runs looks up only what the files have.
    void whatIsAskedForIsKept()
    {
        const Language language(LanguageChoice::German, QLocale::c());
        Listener listener;
        QVERIFY(QApplication::installTranslator(&listener));
        TestDesktop test;
        tf::test::walkPages(test, {1280, 800}, [](const char*, MainWindow&) {});
        QApplication::removeTranslator(&listener);
        QSet<QString> kept;
        for (const auto& word : tf::test::keptWords(
                 QStringLiteral(TRIFOLD_SOURCE_DIR "/resources/translations/trifold_de.ts")))
            kept.insert(word.key());
        QVERIFY(listener.asked().size() > 100);
        QStringList unknown((listener.asked() - kept).values());
        unknown.sort();
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
    }

    void theChoiceIsKeptAndSaid()
    {
        TestDesktop test;
        MainWindow& window = test.open({1280, 800});
        QVERIFY(window.action(ActionId::LanguageSystem)->isChecked());
        window.action(ActionId::LanguageGerman)->trigger();
        QVERIFY(window.action(ActionId::LanguageGerman)->isChecked());
        QVERIFY(!window.action(ActionId::LanguageSystem)->isChecked());
        QVERIFY(window.notices().texts().join(u' ').contains(u"started again"));
        QCOMPARE(tf::settings::load(test.settingsPath()).settings.language, LanguageChoice::German);
    }

    void cleanup() { QLocale::setDefault(QLocale::c()); }
};

std::unique_ptr<QObject> makeSpokenTest()
{
    return std::make_unique<SpokenTest>();
}

#include "tst_spoken.moc"
