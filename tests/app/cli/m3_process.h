#pragma once

// One run of the program m3: its exit code and what it printed where.

#include <QByteArray>
#include <QStringList>

struct M3Run {
    int exitCode = -1; ///< -1: it crashed or did not end in time
    QByteArray out;
    QByteArray err;
};

/// Runs the m3 of this build with `input` on standard input.
M3Run runM3(const QStringList& arguments, const QByteArray& input = {});
