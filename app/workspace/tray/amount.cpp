#include "app/workspace/tray/amount.h"

#include "app/workspace/said.h"
#include "kernels/base/words.h"

#include <QLocale>

#include <cmath>

namespace tf::workspace {

namespace {

constexpr std::string_view kUnits[] = {" KB", " MB", " GB", " TB"};

std::string twoDigits(std::int64_t number)
{
    return words(number < 10 ? "0" : "", number);
}

/// The C locale, of systems without any and of tests, sets numbers as English does.
QLocale readable(const QLocale& locale)
{
    return locale.language() == QLocale::C ? QLocale(QLocale::English) : locale;
}

/// From 1,000 bytes on.
std::string sized(std::int64_t bytes, const QLocale& locale)
{
    auto amount = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    while (amount >= 999.5 && unit + 1 < std::size(kUnits)) {
        amount /= 1000;
        ++unit;
    }
    const auto tenths = std::llround(amount * 10);
    const bool isShort = tenths < 100 && tenths % 10 != 0;
    const double rounded = static_cast<double>(isShort ? tenths : (tenths + 5) / 10 * 10) / 10;
    return words(readable(locale).toString(rounded, 'f', isShort ? 1 : 0).toStdString(),
                 kUnits[unit]);
}

} // namespace

std::string shownNumber(std::int64_t number)
{
    return readable(QLocale()).toString(static_cast<qlonglong>(number)).toStdString();
}

std::string shownCount(std::int64_t number, const QString& one, const QString& many)
{
    return number == 1 ? one.toStdString() : said(many, {shownNumber(number)});
}

std::string shownBytes(std::int64_t bytes)
{
    if (bytes < 1000)
        return shownCount(bytes, Said::tr("1 byte"), Said::tr("%1 bytes"));
    return sized(bytes, QLocale());
}

std::string plainBytes(std::int64_t bytes)
{
    if (bytes < 1000)
        return words(bytes, bytes == 1 ? " byte" : " bytes");
    return sized(bytes, QLocale::c());
}

std::string shownSeconds(double seconds)
{
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    const auto minutes = whole / 60 % 60;
    const auto end = words(":", twoDigits(whole % 60));
    if (whole < 3600)
        return words(minutes, end);
    return words(whole / 3600, ":", twoDigits(minutes), end);
}

} // namespace tf::workspace
