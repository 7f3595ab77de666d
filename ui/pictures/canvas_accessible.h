#pragma once

// A picture in its view as a screen reader meets it: a drawing, with what was done to it inside.
//
// Made by Qt when somebody asks for it, through the factory that a canvas installs. Thread: main.

#include <QAccessible>

namespace tf::ui {

/// For QAccessible::installFactory; nullptr for what is no canvas.
QAccessibleInterface* makeCanvasAccessible(const QString& className, QObject* object);

} // namespace tf::ui
