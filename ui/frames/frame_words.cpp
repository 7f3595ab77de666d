#include "ui/frames/frame_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tf::ui {

namespace {

constexpr double kLongestClock = 360'000; ///< a hundred hours

QString padded(std::int64_t number)
{
    return u"%1"_s.arg(number, 2, 10, QLatin1Char('0'));
}

} // namespace

QString clockWords(double seconds)
{
    const auto whole = static_cast<std::int64_t>(std::max(seconds, 0.0) + 1e-6);
    const std::int64_t minutes = whole / 60;
    if (minutes < 60)
        return u"%1:%2"_s.arg(minutes).arg(padded(whole % 60));
    return u"%1:%2:%3"_s.arg(minutes / 60).arg(padded(minutes % 60), padded(whole % 60));
}

QString fineClockWords(double seconds)
{
    const auto hundredths = static_cast<std::int64_t>(100 * std::max(seconds, 0.0) + 1e-6);
    return clockWords(double(hundredths / 100)) + u'.' + padded(hundredths % 100);
}

QString citedClockWords(double seconds)
{
    const QString clock = clockWords(seconds);
    return clock.indexOf(u':') < 2 ? u'0' + clock : clock;
}

std::optional<double> clockIn(const QString& words)
{
    static const QRegularExpression kClock(
        u"^\\[?(?:(?:([0-9]{1,2}):)?([0-9]{1,3}):)?([0-9]{1,6}(?:[.,][0-9]{1,3})?)\\]?$"_s);
    const QRegularExpressionMatch match = kClock.match(words.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const double seconds = match.captured(3).replace(u',', u'.').toDouble();
    const double minutes = match.captured(2).toDouble();
    const bool isSplit = !match.captured(2).isEmpty();
    const bool hasHours = !match.captured(1).isEmpty();
    if ((isSplit && seconds >= 60) || (hasHours && minutes >= 60))
        return std::nullopt;
    const double time = 3600 * match.captured(1).toDouble() + 60 * minutes + seconds;
    return time < kLongestClock ? std::optional(time) : std::nullopt;
}

QString placeWords(double seconds, double duration, std::int64_t frame)
{
    const QString place = QCoreApplication::translate("tf::ui::FrameWords", "%1 of %2")
                              .arg(clockWords(seconds), clockWords(duration));
    if (frame < 0)
        return place;
    return QCoreApplication::translate("tf::ui::FrameWords", "%1, frame %2")
        .arg(place, QLocale().toString(qlonglong(frame)));
}

QString sizeWords(std::int32_t width, std::int32_t height)
{
    return u"%1×%2"_s.arg(QLocale().toString(width), QLocale().toString(height));
}

} // namespace tf::ui
