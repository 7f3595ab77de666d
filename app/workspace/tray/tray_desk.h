#pragma once

// The things of a tray with what is being read of each, and the pool that reads them.
//
// Each reading has a number; what a reading that is no longer wanted still says is dropped.
// Thread: main. Blocks: never, but for its end.

#include "app/workspace/tray/reading.h"
#include "app/workspace/tray/tray_limits.h"
#include "kernels/base/mailbox.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <optional>

namespace tf::workspace {

/// What a clip that lies there is looked at with.
struct ClipMeans {
    Offer offer; ///< with nothing in it: there is no such thing
    SharedDecoder decoder;
    Intake intake;
    Share share;
    std::shared_ptr<ClipTraces> traces; ///< the desk's own, for the main thread
};

class TrayDesk {
public:
    /// `changed` is called at most ten times a second.
    explicit TrayDesk(std::function<void()> changed);
    TrayDesk(const TrayDesk&) = delete;
    TrayDesk& operator=(const TrayDesk&) = delete;
    ~TrayDesk();

    TrayId add(Offer offer);
    void choose(TrayId id, TrayChoice choice);
    [[nodiscard]] TrayChoice choiceOf(TrayId id) const;
    void takeNameOnly(TrayId id);
    void remove(TrayId id);
    void undoRemove();
    void clear();

    void setIntake(Intake intake);
    void setTokenizer(std::shared_ptr<const text::Tokenizer> tokenizer);
    void setMayFetch(bool mayFetch) { m_mayFetch = mayFetch; }
    void setSentFrom(SentFrom sentFrom);

    [[nodiscard]] const Intake& intake() const { return m_intake; }
    [[nodiscard]] const std::vector<TrayItem>& items() const { return m_items; }
    [[nodiscard]] std::vector<Offer> offers() const;
    [[nodiscard]] ClipMeans clipMeans(TrayId id) const;
    /// In the order of items().
    [[nodiscard]] std::vector<TrayPlace> places() const;

private:
    struct Thing {
        Offer offer;
        CancelSource stop;
        std::int64_t round = 0; ///< of the reading that counts
        std::shared_ptr<const Taken> taken;
    };
    struct Removed {
        std::size_t place = 0;
        TrayItem item;
        Thing thing;
    };
    struct Word {
        TrayId id = 0;
        std::int64_t round = 0;
        std::variant<TrayItem, Error, std::shared_ptr<const Taken>> what;
    };
    using Words = Mailbox<Word>;
    class Job;

    [[nodiscard]] std::size_t find(TrayId id) const; ///< m_items.size(): none
    void begin(std::size_t idx);
    void settle();
    void recount(std::size_t idx);
    [[nodiscard]] const TakenPicture* pictureAt(std::size_t idx) const; ///< nullptr: it is none
    [[nodiscard]] Share shareOf(std::size_t idx) const;
    [[nodiscard]] bool sendsChanges(std::size_t idx) const;
    [[nodiscard]] bool wantsAnew(std::size_t idx, const Share& share) const;
    void takeWords();
    void takeWord(Word word);
    void take(std::size_t idx, TrayItem item);
    void take(std::size_t idx, const Error& error);
    void take(std::size_t idx, std::shared_ptr<const Taken> taken);
    void tell();

    std::function<void()> m_changed;
    Intake m_intake;
    std::shared_ptr<const text::Tokenizer> m_tokenizer;
    bool m_mayFetch = true;
    SentFrom m_sentFrom;
    std::vector<TrayItem> m_items;
    std::vector<Thing> m_things; ///< in the order of m_items
    std::optional<Removed> m_removed;
    TrayId m_lastId = 0;
    std::int64_t m_lastRound = 0;
    QObject m_here; ///< where the wakes of other threads arrive
    QTimer m_pause; ///< runs for a while after each call of m_changed
    bool m_isStale = false; ///< something changed meanwhile
    std::shared_ptr<Words> m_words;
    SharedDecoder m_decoder;
    std::shared_ptr<ClipTraces> m_traces = std::make_shared<ClipTraces>();
    QThreadPool m_pool;
};

} // namespace tf::workspace
