#include "ui/code/language.h"

#include "ui/code/rows/rows.h"
#include "ui/code/scanner.h"

#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr qsizetype kMostRead = 1'000'000;

bool isListed(std::string_view list, QStringView word)
{
    const auto listed = wordsOf(list);
    return std::any_of(listed.begin(), listed.end(), [word](std::string_view entry) {
        return word == QLatin1StringView(entry.data(), static_cast<qsizetype>(entry.size()));
    });
}

using Field = std::string_view Row::*;

const Language* listedIn(Field field, QStringView word)
{
    const auto all = languages();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Language& language) {
        return isListed(language.row->*field, word);
    });
    return found == all.end() || word.isEmpty() ? nullptr : &*found;
}

/// Every letter with which something begins that the scanner has to look at.
std::string specialLetters(const Row& row)
{
    std::string letters = "{}()";
    const auto add = [&](std::string_view text) { letters += text.substr(0, 1); };
    for (const auto comment : wordsOf(row.lineComments))
        add(comment);
    add(row.blockOpen);
    for (const StringForm& form : row.strings)
        add(form.open);
    for (const Sigil& sigil : row.sigils)
        letters += sigil.letter;
    const auto addIf = [&](Trait trait, std::string_view text) {
        letters += (row.traits & trait) != 0 ? text : "";
    };
    addIf(kTickIsLetter, "'");
    addIf(kRegex, "/");
    addIf(kLongBrackets, "[");
    addIf(kSections, "[");
    addIf(kHeredoc, "<");
    addIf(kHeredocThree, "<");
    addIf(kAttributes, "#");
    addIf(kHashNumbers, "#");
    addIf(kQuoteComment, "\"");
    return letters;
}

} // namespace

Language::Language(const Row& source)
    : row(&source)
    , words((source.traits & kAnyCase) != 0 ? Casing::Any : Casing::Exact)
    , lineComments(wordsOf(source.lineComments))
{
    words.add(source.definers, WordKind::Definer);
    words.add(source.keywords, WordKind::Keyword);
    words.add(source.types, WordKind::Type);
    words.add(source.prefixes, WordKind::Prefix);
    for (std::size_t letter = 0; letter < kinds.size(); ++letter) {
        const auto unit = static_cast<char16_t>(letter);
        if (isDigit(unit))
            kinds[letter] = LetterKind::Digit;
        else if (isNameLetter(unit))
            kinds[letter] = LetterKind::Name;
        else if (isSpace(unit))
            kinds[letter] = LetterKind::Space;
        inNames[letter] = isNameLetter(unit);
    }
    const auto give = [&](std::string_view letters, LetterKind kind) {
        for (const char letter : letters)
            kinds[static_cast<unsigned char>(letter)] = kind;
    };
    for (const auto letters : {source.nameLetters, source.innerLetters}) {
        for (const char letter : letters)
            inNames[static_cast<unsigned char>(letter)] = true;
    }
    give(source.nameLetters, LetterKind::Name);
    give(specialLetters(source), LetterKind::Special);
}

LetterKind Language::kindOf(char16_t letter) const
{
    if (letter < kinds.size())
        return kinds[letter];
    if (QChar::isLetterOrNumber(letter) || QChar(letter).isMark())
        return LetterKind::Name;
    return QChar::isSpace(letter) ? LetterKind::Space : LetterKind::Plain;
}

bool Language::isOfName(char16_t letter) const
{
    return letter < inNames.size() ? inNames[letter] : kindOf(letter) == LetterKind::Name;
}

std::span<const Language> languages()
{
    static const std::vector<Language> all = [] {
        std::vector<Language> made;
        for (const auto rows : {systemRows(), objectRows(), scriptRows(), functionalRows(),
                                shellRows(), dataRows()}) {
            for (const Row& row : rows)
                made.emplace_back(row);
        }
        return made;
    }();
    return all;
}

const Language* languageNamed(QStringView name)
{
    const QString small = name.trimmed().toString().toLower();
    if (const Language* language = listedIn(&Row::names, small))
        return language;
    const QStringView file = QStringView(small).mid(small.lastIndexOf(u'/') + 1);
    if (const Language* language = listedIn(&Row::files, file))
        return language;
    const auto dot = file.lastIndexOf(u'.');
    if (dot < 0)
        return nullptr;
    if (const Language* language = listedIn(&Row::names, file.mid(dot + 1)))
        return language;
    return listedIn(&Row::files, file.first(file.indexOf(u'.'))); // "Dockerfile.dev"
}

QString displayName(const Language& language)
{
    const std::string_view title = language.row->title;
    return QString::fromLatin1(title.data(), static_cast<qsizetype>(title.size()));
}

InkedLine ink(const Language& language, LexState before, QStringView line)
{
    // What is beyond is not read: a line must not take longer than a frame.
    const QStringView read = line.first(std::min(line.size(), kMostRead));
    if (language.row->reader != nullptr)
        return language.row->reader(before, read);
    return Scanner(language, before, read).read();
}

} // namespace tf::ui
