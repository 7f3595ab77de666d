#include "tests/support/test_table.h"
#include "tests/ui/code/tests.h"
#include "ui/code/language.h"

#include <QSet>

using namespace tf;
using namespace tf::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr std::pair<const char*, const char*> kNamed[] = {
    {"cpp", "C++"},
    {"C++", "C++"},
    {"c", "C"},
    {"src/main.cpp", "C++"},
    {"engine/all.h", "C++"},
    {"kernel.cu", "CUDA"},
    {"C#", "C#"},
    {"a.b/Program.cs", "C#"},
    {"JSX", "JavaScript"},
    {"view.tsx", "TypeScript"},
    {" python ", "Python"},
    {"py", "Python"},
    {"shell", "Shell"},
    {"zsh", "Shell"},
    {"Dockerfile", "Dockerfile"},
    {"deploy/Dockerfile.dev", "Dockerfile"},
    {"Makefile", "Makefile"},
    {"Makefile.am", "Makefile"},
    {"CMakeLists.txt", "CMake"},
    {"a/CMakeLists.txt", "CMake"},
    {"flags.cmake", "CMake"},
    {"main.tf", "Terraform"},
    {"hcl", "Terraform"},
    {"Jenkinsfile", "Groovy"},
    {"Gemfile", "Ruby"},
    {"Cargo.lock", "TOML"},
    {".env", "INI"},
    {"patch", "Diff"},
    {"README", "Markdown"},
    {"objective-c", "Objective-C"},
    {"postgresql", "SQL"},
    {"svg", "HTML"},
    {"", ""},
    {".", ""},
    {"text", ""},
    {"notes.txt", ""},
    {"main.", ""},
    {"cpp cpp", ""},
    {"/", ""},
};

} // namespace

class LanguageNamesTest : public test::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void named_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("want");
        for (const auto& [name, want] : kNamed)
            QTest::addRow("'%s'", name) << QString::fromUtf8(name) << QString::fromUtf8(want);
    }

    void named()
    {
        QFETCH(QString, name);
        QFETCH(QString, want);
        const Language* language = languageNamed(name);
        QCOMPARE(language == nullptr ? QString() : displayName(*language), want);
    }

    /// A word of two languages would belong to whichever stands first.
    void everyNameMeansOneLanguage()
    {
        for (const Language& language : languages()) {
            for (const auto list : {language.row->names, language.row->files}) {
                for (const auto word : wordsOf(list)) {
                    const QString name = QString::fromUtf8(word.data(), qsizetype(word.size()));
                    QCOMPARE(name, name.toLower());
                    QVERIFY2(languageNamed(name) == &language, qPrintable(name));
                }
            }
        }
    }

    void thereAreManyLanguages() { QVERIFY(languages().size() >= 40); }
};

std::unique_ptr<QObject> makeLanguageNamesTest()
{
    return std::make_unique<LanguageNamesTest>();
}

#include "tst_names.moc"
