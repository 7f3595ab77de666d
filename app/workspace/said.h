#pragma once

// A sentence for people, in the language of the program.
//
// Without translations it is English: so m3 and the tests have it. Thread: any.

#include <QCoreApplication>

#include <initializer_list>
#include <string>
#include <string_view>

namespace tf::workspace {

/// What people are told from here: translations know it as "Said".
struct Said {
    Q_DECLARE_TR_FUNCTIONS(Said)
};

/// A sentence of Said::tr() with `parts` for its %1, %2 ….
[[nodiscard]] std::string said(const QString& sentence,
                               std::initializer_list<std::string_view> parts = {});

} // namespace tf::workspace
