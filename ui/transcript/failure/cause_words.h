#pragma once

// A cause in plain words: what happened and where, what was tried, and what comes next.
//
// Thread: main.

#include "ui/transcript/failure/failure_facts.h"

#include <QCoreApplication>

namespace tf::ui {

struct CauseWords {
    Q_DECLARE_TR_FUNCTIONS(CauseWords)

public:
    QString sentence;
    QString tried; ///< empty: nothing that the sentence does not say
    QString step; ///< what comes next

    [[nodiscard]] static CauseWords of(const FailureFacts& facts);

private:
    [[nodiscard]] static QString where(const FailureFacts& facts);
    [[nodiscard]] static QString triedIn(const FailureFacts& facts);
    [[nodiscard]] static CauseWords ofServer(const FailureFacts& facts);
    [[nodiscard]] static CauseWords ofWay(const FailureFacts& facts);
    [[nodiscard]] static CauseWords ofMachine(const FailureFacts& facts);
    [[nodiscard]] static CauseWords ofStore(const FailureFacts& facts);
};

} // namespace tf::ui
