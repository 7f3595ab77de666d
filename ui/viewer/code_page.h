#pragma once

// The Code tab: a file that an answer names, as it was sent and as it is now.
//
// Thread: main.

#include "app/workspace/cited/cited_place.h"
#include "app/workspace/cited/source_sides.h"
#include "ui/theme/theme.h"
#include "ui/viewer/code_view.h"
#include "ui/viewer/place_history.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace tf::ui {

class FileFindBar;
class TabRow;

class CodePage : public QWidget {
    Q_OBJECT

public:
    explicit CodePage(const Theme& theme, QWidget* parent = nullptr);
    ~CodePage() override;

    /// Of the session that is shown; null: none is. Requires: `store` outlives what is read of it.
    void setConversation(session::Store& store,
                         std::shared_ptr<const workspace::Conversation> conversation);
    /// A source that lies in the tray: its files can be opened before they were sent.
    void setFolder(std::filesystem::path folder) { m_folder = std::move(folder); }

    /// A place that an answer names; a moment is asked for by a signal.
    void openCited(session::TurnId turn, const workspace::CitedPlace& place);
    void open(const ViewedPlace& place);
    void goBack();
    void goForward();
    void openFind();
    [[nodiscard]] const PlaceHistory& history() const { return m_history; }
    /// What was asked for is still on its way.
    [[nodiscard]] bool isReading() const { return m_isReading; }
    /// That is shown; without a path: none.
    [[nodiscard]] const ViewedPlace& place() const { return m_place; }
    /// In the side that is shown.
    void findNext(CodeView::Step step);
    /// Of everything that was sent with the branch.
    [[nodiscard]] std::vector<std::string> sentPaths();

    /// What was read; for tests and for the window.
    void showSides(const workspace::SourceSides& sides);
    enum class Side : std::uint8_t { Sent, Now, Both };
    void showSide(Side side);
    [[nodiscard]] CodeView& sent() { return *m_sent; }
    [[nodiscard]] CodeView& now() { return *m_now; }

Q_SIGNALS:
    void momentAsked(double seconds);
    void historyChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHeader();
    QWidget* makeViews();
    void request(const ViewedPlace& place);
    void showPlace();
    void showWords();
    void showPath();
    void joinScrolling();
    void follow(CodeView& other, std::size_t line);
    [[nodiscard]] Side side() const;
    [[nodiscard]] bool isMissing(Side side) const;

    const Theme& m_theme;
    std::filesystem::path m_folder;
    std::unique_ptr<workspace::SourceReading> m_reading;
    workspace::SourceSides m_sides;
    ViewedPlace m_place;
    PlaceHistory m_history;
    QString m_verdict; ///< of the place that was asked for
    bool m_isReading = false;
    bool m_isFollowing = false; ///< one side follows the other
    QStackedWidget* m_pages = nullptr;
    QLabel* m_path = nullptr;
    QLabel* m_words = nullptr;
    QLabel* m_missing = nullptr;
    QToolButton* m_back = nullptr;
    QToolButton* m_forward = nullptr;
    TabRow* m_tabs = nullptr;
    QWidget* m_views = nullptr;
    CodeView* m_sent = nullptr;
    CodeView* m_now = nullptr;
    FileFindBar* m_find = nullptr;
};

} // namespace tf::ui
