#pragma once

// Small clips for tests, made by the ffmpeg program.

#include <QString>
#include <QStringList>

/// False when there is no ffmpeg here.
bool canMakeClips();
/// Requires: canMakeClips(). What ffmpeg says when it fails; empty: it did not.
QString makeClip(const QString& path, const QStringList& input, const QStringList& encoder);

/// Eight seconds of a screen that stands still, 30 frames a second, 640 x 360: a flash of a fifth
/// of a second at 3.1 s, another page from 5 s on.
QString makeScreenClip(const QString& path);
