#pragma once

// The list of sessions as it is now, and what can be done with them.
//
// Kept in step with the store by whoever changes a session in this process, and by a look at the
// store's counter when a window becomes active, for what other processes did. Thread: main.
// Blocks: never.

#include "app/session/store.h"

#include <QObject>

namespace tf::workspace {

class Shelf : public QObject {
    Q_OBJECT

public:
    explicit Shelf(session::Store& store, QObject* parent = nullptr);
    ~Shelf() override;

    /// Newest first.
    [[nodiscard]] const std::vector<session::SessionLine>& kept() const;
    [[nodiscard]] const std::vector<session::SessionLine>& trash() const;

    void create(std::string title, session::Settings settings,
                std::function<void(Result<session::SessionId>)> made);
    void rename(const session::SessionId& id, std::string title);
    void moveToTrash(const session::SessionId& id);
    void restore(const session::SessionId& id);
    /// `found` is called on the main thread; an older search that has not answered is dropped.
    void search(std::string typed, std::function<void(Result<std::vector<session::Found>>)> found);
    /// Asks the store again.
    void refresh();

Q_SIGNALS:
    void changed();
    void troubled(const tf::Error& error);

private:
    class Lists;
    std::unique_ptr<Lists> m_lists;
};

} // namespace tf::workspace
