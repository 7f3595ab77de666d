#pragma once

// The language that the window speaks: as chosen or as the system's, with Qt's own words in it.
//
// Owned by main() before anything that has words. What no translation knows is said in English.
// Thread: main.

#include "app/settings/settings.h"

#include <QLocale>
#include <QTranslator>

#include <memory>
#include <vector>

namespace tf::ui {

class Language {
public:
    /// Takes effect for every word and number that is made from now on.
    Language(settings::LanguageChoice choice, const QLocale& system);
    /// Back to English words; numbers and dates stay.
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

private:
    void install(const QString& name);

    std::vector<std::unique_ptr<QTranslator>> m_installed;
};

/// The words that are taken: as chosen, or the first language of the system that there are words
/// for. Never System.
[[nodiscard]] settings::LanguageChoice wordsFor(settings::LanguageChoice choice,
                                                const QLocale& system);

/// Numbers, dates and sizes: of the system where it speaks that language, or names none of ours.
[[nodiscard]] QLocale numbersFor(settings::LanguageChoice choice, const QLocale& system);

} // namespace tf::ui
