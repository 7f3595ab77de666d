#include "tests/ui/measure/loop_watch.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <ctime>
#include <utility>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace tf::test {

namespace {

double secondsOf(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Of this thread.
double busyMillis()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// The number behind "name:" in a file of /proc.
long numberIn(const QString& path, const QByteArray& name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).simplified().split(' ').front().toLong();
    }
    return 0;
}

} // namespace

LoopWatch::LoopWatch()
{
    m_beat.setTimerType(Qt::PreciseTimer);
    m_beat.setInterval(1);
    connect(&m_beat, &QTimer::timeout, this, [this] {
        m_gaps.push_back(static_cast<double>(m_since.nsecsElapsed()) / 1e6);
        m_since.restart();
        const double busy = busyMillis();
        m_longestBusy = std::max(m_longestBusy, busy - std::exchange(m_busySince, busy));
    });
    restart();
}

void LoopWatch::restart()
{
    m_gaps.clear();
    m_longestBusy = 0;
    m_busySince = busyMillis();
    m_since.restart();
    m_beat.start();
}

LoopFigures LoopWatch::figures() const
{
    LoopFigures figures;
    if (m_gaps.empty())
        return figures;
    std::vector<double> sorted = m_gaps;
    std::sort(sorted.begin(), sorted.end());
    figures.longestMillis = sorted.back();
    figures.longestBusyMillis = m_longestBusy;
    figures.p99Millis = sorted[sorted.size() * 99 / 100];
    return figures;
}

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime);
}

double residentMiB()
{
    return static_cast<double>(numberIn(u"/proc/self/status"_s, "VmRSS")) / 1024;
}

long numSwitches()
{
    long switches = 0;
    const QDir tasks(u"/proc/self/task"_s);
    for (const QString& task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        switches += numberIn(tasks.filePath(task) + u"/status"_s, "voluntary_ctxt_switches");
    return switches;
}

} // namespace tf::test
