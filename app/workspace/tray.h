#pragma once

// What lies ready to go along with the next question, while it is being read, counted and shown.
//
// An item appears at once and is read on a pool; pictures, clips and repositories are opened in
// their own boxed processes. Nothing leaves: the gate is asked when the question is. Thread: main.
// Blocks: never, but for its end, until what is being read has stopped.

#include "app/workspace/enclosure.h"
#include "app/workspace/engine_choice.h"
#include "app/workspace/tray/offer.h"
#include "app/workspace/tray/sent_before.h"
#include "app/workspace/tray/tray_item.h"

#include <QObject>

namespace tf::workspace {

struct ClipMeans;

/// Why what lies there cannot all be sent, or that it can.
struct TrayVerdict {
    bool isReady = true; ///< nothing is being read, and there are no problems
    bool isReading = false;
    std::vector<std::string> problems;
    /// Of `problems`, those that a LeakPolicy other than Block answers.
    std::vector<std::string> leaks;
    /// What can be sent, and may not do what the user expects of it.
    std::vector<std::string> cautions;
};

class Tray : public QObject {
    Q_OBJECT

public:
    explicit Tray(QObject* parent = nullptr);
    ~Tray() override;

    /// A file or a folder of any kind; a git address. What lies there already keeps its number.
    TrayId add(const std::string& pathOrAddress, TrayChoice choice = {});
    /// What was pasted: "image/png" and its bytes.
    TrayId addBytes(std::string name, std::string type, std::string bytes, TrayChoice choice = {});
    TrayId addText(std::string title, std::string text);
    /// It is read anew; another choice than before can be taken back by the old one.
    void choose(TrayId id, TrayChoice choice);
    [[nodiscard]] TrayChoice choiceOf(TrayId id) const;
    /// Of what could not be read its name goes along, and nothing else.
    void takeNameOnly(TrayId id);
    /// Reading it stops.
    void remove(TrayId id);
    /// What was removed last comes back, where it was.
    void undoRemove();
    void clear();

    /// Sizes, frames and tokens are counted anew for that engine; budget in tokens, 0: what fits.
    void setEngine(const EngineChoice& engine, std::int64_t budget);
    /// Exact counts from now on; null: estimates.
    void setTokenizer(std::shared_ptr<const text::Tokenizer> tokenizer);
    /// Of earlier questions that these go with; what goes as changes alone is read anew.
    void setSentFrom(SentFrom sentFrom);
    /// False: git addresses of this machine alone.
    void setMayFetch(bool mayFetch);

    [[nodiscard]] const std::vector<TrayItem>& items() const;
    /// What was given of each, in the order of items().
    [[nodiscard]] std::vector<Offer> offers() const;
    /// For whoever shows a clip that lies here.
    [[nodiscard]] ClipMeans clipMeans(TrayId id) const;
    [[nodiscard]] std::int64_t tokens() const;
    /// For leaks too: what would go to this engine in spite of a rule stands in `problems`.
    [[nodiscard]] TrayVerdict verdict() const;
    /// nullptr while something is being read or cannot be, and for Block when secrets were found.
    [[nodiscard]] std::shared_ptr<const Enclosure> enclosure(draft::LeakPolicy policy) const;

Q_SIGNALS:
    /// At most ten times a second while something is being read.
    void changed();

private:
    class Reading;
    std::unique_ptr<Reading> m_reading;
};

} // namespace tf::workspace
