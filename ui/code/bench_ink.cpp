// How fast code gets its colours: MB of UTF-8 a second for every language, over its sample in
// tests/golden/code.

#include "ui/code/language.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

using namespace tf::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr double kMostSeconds = 0.2;

QStringList sampleIn(const QString& folder, const Language& language)
{
    const std::string_view name = wordsOf(language.row->names).front();
    QFile file(folder + u'/' + QString::fromUtf8(name.data(), qsizetype(name.size())) + u".txt"_s);
    QStringList lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(u"| "_s))
            lines << line.mid(2);
    }
    return lines;
}

double megabytesPerSecond(const Language& language, const QStringList& lines)
{
    const auto numBytes = static_cast<double>(lines.join(u'\n').toUtf8().size());
    QElapsedTimer timer;
    timer.start();
    double numRounds = 0;
    double seconds = 0;
    while (seconds < kMostSeconds) {
        LexState state = 0;
        for (const QString& line : lines)
            state = ink(language, state, line).after;
        ++numRounds;
        seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    }
    return numBytes * numRounds / seconds / 1e6;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_ink tests/golden/code\n");
        return 2;
    }
    for (const Language& language : languages()) {
        const QStringList lines = sampleIn(QString::fromUtf8(argv[1]), language);
        if (!lines.isEmpty())
            std::printf("%-18s %6.0f MB/s\n", qPrintable(displayName(language)),
                        megabytesPerSecond(language, lines));
    }
    return 0;
}
