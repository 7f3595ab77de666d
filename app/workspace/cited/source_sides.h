#pragma once

// A file that an answer names, as it was sent and as it is now, side by side.
//
// Read when it is asked for, off the main thread; the latest request counts. Thread: main. Blocks:
// never, but for its end, until what is being read has stopped.

#include "app/workspace/cited/line_map.h"
#include "app/workspace/conversation.h"

#include <QObject>

#include <filesystem>

namespace tf::workspace {

struct SourceSides {
    std::string path;
    session::TurnId turn = session::kNoTurn; ///< with which it was sent last
    std::shared_ptr<const LineText> sent; ///< null: it was not sent
    std::shared_ptr<const LineText> now; ///< null: it is not there, or cannot be read
    std::shared_ptr<const LineMap> map; ///< from one to the other, when both are there
    std::string whyNotSent; ///< a sentence for people
    std::string whyNotNow;
};

/// What is to be opened.
struct SourceWish {
    session::TurnId turn = session::kNoTurn; ///< as it was sent up to there; none: to the end
    std::string path;
    std::filesystem::path folder = {}; ///< where it lies now, if it lies ready in the tray
};

class SourceReading : public QObject {
    Q_OBJECT

public:
    /// Requires: `store` outlives it.
    SourceReading(session::Store& store, std::shared_ptr<const Conversation> conversation,
                  QObject* parent = nullptr);
    ~SourceReading() override;

    void open(const SourceWish& wish);
    /// Of all files that were sent with the branch that is shown, in their order.
    [[nodiscard]] std::vector<std::string> sentPaths();

Q_SIGNALS:
    void opened(const tf::workspace::SourceSides& sides);

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

} // namespace tf::workspace
