#pragma once

// What is known of an engine as names and values: where data goes, how it thinks, what it costs.
//
// What nobody said stands there as unknown. Thread: main.

#include "app/workspace/engine_choice.h"

#include <QDate>
#include <QString>

namespace tf::ui {

enum class FactTone : std::uint8_t { Said, Unknown, Caution };

struct Fact {
    QString name;
    QString value;
    FactTone tone = FactTone::Said;

    bool operator==(const Fact&) const = default;
};

struct FactGroup {
    QString title;
    std::vector<Fact> facts;

    bool operator==(const FactGroup&) const = default;
};

/// `today` is what the age of prices is told by.
[[nodiscard]] std::vector<FactGroup> factsOf(const workspace::EngineChoice& engine, QDate today);

} // namespace tf::ui
