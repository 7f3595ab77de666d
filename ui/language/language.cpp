#include "ui/language/language.h"

#include "kernels/base/check.h"

#include <QCoreApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

using settings::LanguageChoice;

QLocale localeOf(LanguageChoice choice)
{
    switch (choice) {
    case LanguageChoice::German:
        return {QLocale::German};
    case LanguageChoice::Chinese:
        return {QLocale::Chinese, QLocale::SimplifiedHanScript, QLocale::China};
    case LanguageChoice::English:
    case LanguageChoice::System:
        return {QLocale::English};
    }
    UNREACHABLE();
}

/// Traditional characters are not ours: their readers get English rather than the other script.
std::optional<LanguageChoice> spokenIn(const QLocale& locale)
{
    switch (locale.language()) {
    case QLocale::English:
        return LanguageChoice::English;
    case QLocale::German:
        return LanguageChoice::German;
    case QLocale::Chinese:
        if (locale.script() == QLocale::SimplifiedHanScript)
            return LanguageChoice::Chinese;
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace

Language::Language(LanguageChoice choice, const QLocale& system)
{
    QLocale::setDefault(numbersFor(choice, system));
    const LanguageChoice words = wordsFor(choice, system);
    install(u"trifold_en"_s); // the plurals, and what a translation lacks
    if (words == LanguageChoice::English)
        return;
    const QString name =
        QLatin1StringView(settings::kLanguageNames[static_cast<std::size_t>(words)]);
    install(u"qtbase_"_s + name);
    install(u"trifold_"_s + name);
}

Language::~Language()
{
    for (const auto& translator : m_installed)
        QCoreApplication::removeTranslator(translator.get());
}

void Language::install(const QString& name)
{
    auto translator = std::make_unique<QTranslator>();
    const bool isLoaded = translator->load(u":/translations/"_s + name);
    CHECK(isLoaded, "translations are built into the program");
    QCoreApplication::installTranslator(translator.get());
    m_installed.push_back(std::move(translator));
}

LanguageChoice wordsFor(LanguageChoice choice, const QLocale& system)
{
    if (choice != LanguageChoice::System)
        return choice;
    for (const QString& tag : system.uiLanguages()) {
        if (const auto spoken = spokenIn(QLocale(tag)))
            return *spoken;
    }
    return LanguageChoice::English;
}

QLocale numbersFor(LanguageChoice choice, const QLocale& system)
{
    if (choice == LanguageChoice::System || localeOf(choice).language() == system.language())
        return system;
    return localeOf(choice);
}

} // namespace tf::ui
