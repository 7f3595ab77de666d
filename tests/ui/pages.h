#pragma once

// Every page of the window that needs no answer, shown one after the other.
//
// TRIFOLD_PICTURES=DIR keeps a picture of each there, to be looked at.

#include "tests/ui/test_desktop.h"

#include <functional>

namespace tf::test {

using LookAtPage = std::function<void(const char* page, ui::MainWindow& window)>;

/// Requires: `test` has opened no window.
void walkPages(TestDesktop& test, QSize size, const LookAtPage& look);

} // namespace tf::test
