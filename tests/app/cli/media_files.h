#pragma once

// Small pictures and clips for tests, made here so that no files need to be kept.

#include "vision/picture/picture.h"

#include <QByteArray>
#include <QString>

/// The same for the same seed.
tf::vision::Picture noise(tf::vision::Size size, std::uint64_t seed = 7);

/// A GIF of ten frames of 2 x 1, a second each: black and white, then white and black, in turn.
QByteArray tenSeconds();

/// A GIF of 96 x 64: black for four seconds, then with a white half for four.
QByteArray oneChange();

void writeFile(const QString& path, const QByteArray& bytes);
