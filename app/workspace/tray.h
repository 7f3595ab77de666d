#pragma once

// What lies ready to go along with the next question, while it is being read, counted and shown.
//
// An item appears at once and is read on a pool; pictures, clips and repositories are opened in
// their own boxed processes. Nothing leaves: the gate is asked when the question is. Thread: main.
// Blocks: never.

#include "app/ingest/count/token_counts.h"
#include "app/workspace/enclosure.h"
#include "app/workspace/engine_choice.h"

#include <QObject>

#include <filesystem>

namespace tf::workspace {

enum class TrayKind : std::uint8_t { Repository, Picture, Clip, Text, Unknown };
enum class TrayState : std::uint8_t { Reading, Ready, Failed };

/// A small picture for its chip: three bytes a pixel, row by row.
struct Preview {
    int width = 0;
    int height = 0;
    std::shared_ptr<const std::vector<std::uint8_t>> rgb;
};

using TrayId = std::int64_t;

struct TrayItem {
    TrayId id = 0;
    TrayKind kind = TrayKind::Unknown;
    TrayState state = TrayState::Reading;
    std::string title; ///< "billing @ 3f2c1a +2"
    std::string detail; ///< "1,840 files", "1920×1080", "0:42, 30 frames"; or what is wrong
    std::int64_t done = 0; ///< of `total`, while it is read
    std::int64_t total = 0; ///< 0: nobody knows
    std::int64_t tokens = 0;
    ingest::Quality quality = ingest::Quality::Estimated;
    Preview preview;
    std::vector<std::string> notices;
};

/// Why what lies there cannot all be sent, or that it can.
struct TrayVerdict {
    bool isReady = true;
    std::vector<std::string> problems;
};

class Tray : public QObject {
    Q_OBJECT

public:
    explicit Tray(QObject* parent = nullptr);
    ~Tray() override;

    /// A file or a folder of any kind; a git address.
    TrayId add(const std::string& pathOrAddress);
    /// What was pasted: "image/png" and its bytes.
    TrayId addBytes(std::string name, std::string type, std::string bytes);
    TrayId addText(std::string title, std::string text);
    /// Reading it stops.
    void remove(TrayId id);
    void clear();

    /// Sizes, frames and tokens are counted anew for that engine; budget in tokens, 0: what fits.
    void setEngine(const EngineChoice& engine, std::int64_t budget);

    [[nodiscard]] const std::vector<TrayItem>& items() const;
    [[nodiscard]] std::int64_t tokens() const;
    /// For leaks too: what would go to this engine in spite of a rule stands in `problems`.
    [[nodiscard]] TrayVerdict verdict() const;
    /// nullptr while something is being read.
    [[nodiscard]] std::shared_ptr<const Enclosure> enclosure(draft::LeakPolicy policy) const;

Q_SIGNALS:
    /// At most ten times a second while something is being read.
    void changed();

private:
    class Reading;
    std::unique_ptr<Reading> m_reading;
};

} // namespace tf::workspace
